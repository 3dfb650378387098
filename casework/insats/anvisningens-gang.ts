import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { ärDag } from '../skicka-in.ts';
import { type Dag, dagFör, flyttaDag, type Tidpunkt } from '../tid.ts';
import {
  ANVISNINGSLÄGEN,
  ANVISNINGSUTFALL,
  type Anvisning,
  type Anvisningsutfall,
  type Anvisningsövergång,
  type Avböjning,
  nästaAnvisningsstatus,
} from './anvisning.ts';
import type { Insats } from './insats.ts';
import { kön, mestUpptaget } from './platser.ts';

type Steg = ActResult<{ anvisning: Anvisning }>;

/** The provider's no, which has a reason. */
export function nekaAnvisning(anvisning: Anvisning, input: { skäl: string; av: string; nu: Tidpunkt }): Steg {
  if (input.skäl.trim() === '')
    return refuse('skal-saknas', 'Du måste skriva varför du säger nej.', 'Skriv skälet med egna ord.', [
      { fält: 'skal', text: 'Skriv varför ni inte kan ta emot personen. Då kan samordnaren hitta något annat.' },
    ]);
  return ta(anvisning, 'nekad', {
    svar: { ja: false, skäl: input.skäl.trim(), av: input.av, tid: input.nu },
  });
}

/**
 * The provider's yes. There is a place when nobody waits before and a place is free every day of the referral; otherwise she queues,
 * last, with the reason. The caller holds the activity locked, and `iInsatsen` is read under the lock.
 */
export function godtaAnvisning(
  anvisning: Anvisning,
  insats: Insats,
  iInsatsen: readonly Anvisning[],
  input: { av: string; nu: Tidpunkt },
): Steg {
  const svar = { ja: true, skäl: '', av: input.av, tid: input.nu };
  const väntar = kön(iInsatsen).length;
  if (väntar === 0 && mestUpptaget(iInsatsen, anvisning.från, anvisning.till) < insats.platser)
    return ta(anvisning, 'plats given', { svar });
  const nummer = Math.max(0, ...iInsatsen.map((a) => a.kö?.nummer ?? 0)) + 1;
  const skäl =
    väntar > 0
      ? `${väntar} ${väntar === 1 ? 'person' : 'personer'} väntar redan på plats.`
      : `${allaPlatserUpptagna(insats)} under tiden.`;
  return ta(anvisning, 'köad', { svar, kö: { nummer, skäl, tid: input.nu } });
}

/**
 * Gives a free place to the first in the queue, from a day on for as long as was meant. A person does it; nothing happens by itself.
 * The caller holds the activity locked.
 */
export function gePlatsFrånKön(
  anvisning: Anvisning,
  insats: Insats,
  iInsatsen: readonly Anvisning[],
  input: { från: Dag; till: Dag; nu: Tidpunkt },
): Steg {
  const först = kön(iInsatsen)[0];
  if (anvisning.status === 'i-ko' && först !== undefined && först.id !== anvisning.id)
    return refuse('inte-forst', 'Någon annan står före i kön.', 'Ge platsen till den som står först.');
  const fel: Fältfel[] = [];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(input.från) || input.från < dagFör(input.nu))
    fel.push({ fält: 'fran', text: 'Skriv den första dagen som ÅÅÅÅ-MM-DD, i dag eller senare.' });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(input.till) || input.till < input.från)
    fel.push({ fält: 'till', text: 'Skriv den sista dagen som ÅÅÅÅ-MM-DD, efter den första.' });
  else if (input.till > anvisning.till)
    fel.push({ fält: 'till', text: `Anvisningen gäller till och med ${anvisning.till}. Välj en sista dag senast då.` });
  else if (fel.length === 0 && mestUpptaget(iInsatsen, input.från, input.till) >= insats.platser)
    fel.push({
      fält: 'fran',
      text: `${allaPlatserUpptagna(insats)} någon av dagarna. Välj dagar när en plats är ledig.`,
    });
  if (fel.length > 0) return refuse('fel-uppgift', 'Något behöver rättas.', 'Rätta det som är markerat.', fel);
  return ta(anvisning, 'plats given', { från: input.från, till: input.till });
}

/** The person has started. */
export function startaAnvisning(anvisning: Anvisning, input: { dag: Dag; nu: Tidpunkt }): Steg {
  if (!(anvisning.från <= input.dag && input.dag <= anvisning.till && input.dag <= dagFör(input.nu)))
    return refuse('fel-dag', 'Dagen stämmer inte.', 'Rätta dagen.', [
      {
        fält: 'dag',
        text: `Skriv den dag personen började, från ${anvisning.från} till i dag, som ÅÅÅÅ-MM-DD.`,
      },
    ]);
  return ta(anvisning, 'startad', { startad: input.dag });
}

/** Ends it, with what came of it and the last day that the person took part. */
export function avslutaAnvisning(
  anvisning: Anvisning,
  input: { dag: Dag; utfall: Anvisningsutfall | undefined; text: string; av: string; nu: Tidpunkt },
): Steg {
  const fel: Fältfel[] = [];
  const { utfall } = input;
  if (utfall === undefined || !Object.hasOwn(ANVISNINGSUTFALL, utfall))
    fel.push({ fält: 'utfall', text: 'Välj vad det ledde till.' });
  if (
    !(
      /^\d{4}-\d{2}-\d{2}$/.test(input.dag) &&
      anvisning.från <= input.dag &&
      input.dag <= dagFör(input.nu) &&
      input.dag <= anvisning.till
    )
  )
    fel.push({ fält: 'slutdag', text: `Skriv den sista dagen, från ${anvisning.från} till i dag, som ÅÅÅÅ-MM-DD.` });
  if (fel.length > 0 || utfall === undefined)
    return refuse('fel-uppgift', 'Något behöver rättas.', 'Rätta det som är markerat.', fel);
  return ta(anvisning, 'avslutad', {
    till: input.dag,
    utfall: { slag: utfall, text: input.text.trim(), av: input.av, tid: input.nu },
  });
}

/** Takes the referral back, with a reason the person can read. What has been taken part in stands; the place is free from tomorrow. */
export function återkallaAnvisning(anvisning: Anvisning, input: { skäl: string; av: string; nu: Tidpunkt }): Steg {
  if (input.skäl.trim() === '')
    return refuse('skal-saknas', 'Du måste skriva varför anvisningen återkallas.', 'Skriv skälet till personen.', [
      { fält: 'aterkallaSkal', text: 'Skriv till personen varför anvisningen återkallas.' },
    ]);
  const idag = dagFör(input.nu);
  return ta(anvisning, 'återkallad', {
    ...(anvisning.status === 'pagar' && idag < anvisning.till ? { till: idag } : {}),
    återkallad: { skäl: input.skäl.trim(), av: input.av, tid: input.nu },
  });
}

/**
 * The person says no to what was offered, or did not come the first day. It is a fact with a day and her own words, and decides
 * nothing: what it can lead to is `prövaHändelse`. The caller holds the activity locked, since a place may become free.
 */
export function avböjAnvisning(
  anvisning: Anvisning,
  input: {
    sätt: Avböjning['sätt'] | undefined;
    dag: Dag;
    sagtAv: Avböjning['sagtAv'] | undefined;
    skäl: string;
    antecknadAv: Avböjning['antecknadAv'];
    nu: Tidpunkt;
  },
): Steg {
  const { sätt, dag, sagtAv, antecknadAv } = input;
  const skäl = input.skäl.trim();
  const fel: Fältfel[] = [];
  if (sätt !== 'sade-nej' && sätt !== 'kom-inte') fel.push({ fält: 'avbojdSatt', text: 'Välj vad som hände.' });
  if (sätt === 'kom-inte' && anvisning.status !== 'plats')
    fel.push({
      fält: 'avbojdSatt',
      text: 'Bara den som har en plats och inte har börjat kan utebli från starten. Frånvaro senare markeras dag för dag.',
    });
  if (sagtAv !== 'personen' && sagtAv !== 'anordnaren')
    fel.push({ fält: 'avbojdSagtAv', text: 'Välj vem som sade det.' });
  const tidigast = sätt === 'kom-inte' ? anvisning.från : dagFör(anvisning.föreslagen);
  const senast = sätt === 'kom-inte' && anvisning.till < dagFör(input.nu) ? anvisning.till : dagFör(input.nu);
  if (!ärDag(dag) || dag < tidigast || dag > senast)
    fel.push({
      fält: 'avbojdDag',
      text:
        tidigast > senast
          ? `Aktiviteten börjar ${tidigast}. Att personen inte kom kan antecknas från den dagen.`
          : `Skriv dagen som ÅÅÅÅ-MM-DD, från ${tidigast} till ${senast}.`,
    });
  if (skäl === '' && sätt !== 'kom-inte')
    fel.push({
      fält: 'avbojdSkal',
      text: 'Skriv skälet med personens egna ord. Ville personen inte säga varför, skriv det.',
    });
  if (skäl.length > 2000) fel.push({ fält: 'avbojdSkal', text: 'Skriv skälet med högst 2 000 tecken.' });
  if (fel.length > 0 || sätt === undefined || sagtAv === undefined)
    return refuse('fel-uppgift', 'Något behöver rättas.', 'Rätta det som är markerat.', fel);
  return ta(anvisning, 'avböjd', { avböjd: { sätt, dag, sagtAv, skäl, antecknadAv, tid: input.nu } });
}

/**
 * Moves somebody who waits to another place in the queue, with a reason that is kept and shown. The others keep the order they came in
 * and take the numbers that are left. Returns every referral whose number is another, the moved one first. The caller holds the
 * activity locked, and `iInsatsen` is read under the lock.
 */
export function flyttaIKön(
  anvisning: Anvisning,
  iInsatsen: readonly Anvisning[],
  input: { plats: number; skäl: string; av: string; nu: Tidpunkt },
): ActResult<{ anvisningar: Anvisning[] }> {
  const kö = kön(iInsatsen);
  const nuvarande = kö.findIndex(({ id }) => id === anvisning.id);
  if (nuvarande < 0 || anvisning.status !== 'i-ko')
    return refuse('inte-i-ko', 'Personen står inte i kö.', 'Läs om sidan och se vad som har hänt.');
  const skäl = input.skäl.trim();
  const fel: Fältfel[] = [];
  if (!Number.isInteger(input.plats) || input.plats < 1 || input.plats > kö.length)
    fel.push({ fält: 'koplats', text: `Skriv en plats i kön, från 1 till ${kö.length}.` });
  else if (input.plats === nuvarande + 1)
    fel.push({ fält: 'koplats', text: `Personen har redan plats ${input.plats}. Skriv en annan plats.` });
  if (skäl === '' || skäl.length > 1000)
    fel.push({ fält: 'koSkal', text: 'Skriv varför personen flyttas i kön, högst 1 000 tecken. Skälet visas.' });
  if (fel.length > 0) return refuse('fel-uppgift', 'Något behöver rättas.', 'Rätta det som är markerat.', fel);
  const nummer = kö.map((a) => a.kö!.nummer);
  const flytt = { tidigare: nuvarande + 1, plats: input.plats, skäl, av: input.av, tid: input.nu };
  const ny = kö.filter(({ id }) => id !== anvisning.id).toSpliced(input.plats - 1, 0, anvisning);
  const anvisningar = ny.flatMap((a, i) => {
    const flyttas = a.id === anvisning.id;
    if (a.kö!.nummer === nummer[i] && !flyttas) return [];
    const plats = { ...a.kö!, nummer: nummer[i]! };
    return [
      {
        ...a,
        kö: flyttas ? { ...plats, flyttar: [...(a.kö!.flyttar ?? []), flytt] } : plats,
        version: a.version + 1,
      },
    ];
  });
  const flyttad = ({ id }: Anvisning) => id === anvisning.id;
  return { ok: true, anvisningar: [...anvisningar.filter(flyttad), ...anvisningar.filter((a) => !flyttad(a))] };
}

/** The days to suggest when the first in the queue gets a place: from today or the day meant, to the day meant. */
export function föreslagnaDagar(anvisning: Pick<Anvisning, 'från' | 'till'>, idag: Dag): { från: Dag; till: Dag } {
  const från = anvisning.från > idag ? anvisning.från : flyttaDag(idag, 1);
  return { från, till: anvisning.till };
}

const allaPlatserUpptagna = ({ platser }: Insats) =>
  platser === 1 ? 'Den enda platsen är upptagen' : `Alla ${platser} platser är upptagna`;

function ta(anvisning: Anvisning, övergång: Anvisningsövergång, ändrat: Partial<Anvisning>): Steg {
  const status = nästaAnvisningsstatus(anvisning.status, övergång);
  if (!status)
    return refuse(
      'fel-lage',
      `Anvisningen har läget "${ANVISNINGSLÄGEN[anvisning.status].toLowerCase()}", så det här går inte.`,
      'Läs om sidan och se vad som har hänt.',
    );
  return { ok: true, anvisning: { ...anvisning, ...ändrat, status, version: anvisning.version + 1 } };
}
