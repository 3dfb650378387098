import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { type Dag, dagFör, flyttaDag, type Tidpunkt } from '../tid.ts';
import {
  ANVISNINGSLÄGEN,
  ANVISNINGSUTFALL,
  type Anvisning,
  type Anvisningsutfall,
  type Anvisningsövergång,
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
