import { aktivitetsgränser } from '@stegvis/rules';
import type { Personhändelse } from '../person/personhandelse.ts';
import type { PersonId } from '../person.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { type Dag, dagFör, type Tidpunkt } from '../tid.ts';
import { type Kravuppgift, type Timuppgift, type Undantagsuppgift, ärUndantag } from './kravuppgift.ts';

/** What each kind of fact is called. */
export const KRAVUPPGIFTSNAMN: Readonly<Record<(Undantagsuppgift | Timuppgift)['slag'], string>> = {
  skolstudier: 'Studier i grundskola eller gymnasium, 18–20 år',
  heltid: 'Sysselsättning på heltid',
  sjukforman: 'Sjukförmån',
  foraldraledig: 'Föräldraledig med barn under ett år',
  formedlingsinsatser: 'Anvisad till förmedlingsinsatser på deltid',
  formaga: 'Bedömd förmåga att delta',
  deltid: 'Sysselsättning på deltid',
  jobbsokande: 'Tid att söka arbete',
  'ovriga-skyldigheter': 'Övriga skyldigheter',
  skolar: 'Barns skolår',
  tillsyn: 'Bedömd tid för tillsyn över barn',
  sjukdom: 'Sjukdom som hindrar arbete',
};

/** Kinds of which one person has one at a time: a newer one takes the place of the older from its first day. */
const EN_I_TAGET: ReadonlySet<string> = new Set(['formaga', 'jobbsokande', 'ovriga-skyldigheter', 'tillsyn']);

/**
 * Writes down one fact for the requirement, with who said it and what shows it. An exemption needs its last day, except the
 * parental leave that ends when the child turns one. A new assessment of the same thing ends the one before (`ersatta`).
 */
export function noteraKravuppgift(
  finns: readonly Kravuppgift[],
  input: {
    id: string;
    händelse: string;
    person: PersonId;
    vad: Undantagsuppgift | Timuppgift;
    från: Dag;
    till: Dag | undefined;
    uppgiftFrån: string;
    styrkt: string;
    av: string;
    nu: Tidpunkt;
  },
): ActResult<{ uppgift: Kravuppgift; ersatta: Kravuppgift[]; events: Personhändelse[] }> {
  const { vad, från, till, nu, av } = input;
  const uppgiftFrån = input.uppgiftFrån.trim();
  const styrkt = input.styrkt.trim();
  const uppgift: Kravuppgift = {
    id: input.id,
    person: input.person,
    vad,
    från,
    till,
    uppgiftFrån,
    styrkt,
    registrerad: nu,
    av,
    upphörd: undefined,
  };
  const fält: Fältfel[] = [...felIVad(vad, dagFör(nu))];
  if (!ärDag(från))
    fält.push({ fält: 'fran', text: 'Skriv den första dagen uppgiften gäller, till exempel 2026-11-01.' });
  if (till !== undefined && (!ärDag(till) || till < från))
    fält.push({ fält: 'till', text: 'Skriv den sista dagen uppgiften gäller. Den kan inte ligga före den första.' });
  if (till === undefined && ärUndantag(uppgift) && vad.slag !== 'foraldraledig')
    fält.push({
      fält: 'till',
      text: 'Ett undantag måste ha en sista dag. Bara föräldraledighet får lämnas utan, den slutar när barnet fyller ett år.',
    });
  if (uppgiftFrån === '') fält.push({ fält: 'uppgiftFran', text: 'Skriv vem som har lämnat uppgiften.' });
  if (styrkt === '')
    fält.push({ fält: 'styrkt', text: 'Skriv vad som visar att det stämmer, till exempel ett intyg eller beslut.' });
  if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  const ersatta = finns
    .filter(
      (u) => EN_I_TAGET.has(vad.slag) && u.vad.slag === vad.slag && u.upphörd === undefined && (u.till ?? från) >= från,
    )
    .map((u) => ({
      ...u,
      upphörd: { från: senare(från, u.från), tid: nu, av, skäl: 'Ersatt av en senare uppgift' },
    }));
  return {
    ok: true,
    uppgift,
    ersatta,
    events: [
      {
        id: input.händelse,
        person: input.person,
        område: 'aktivitetskrav',
        typ: ärUndantag(uppgift) ? 'undantag-noterat' : 'kravuppgift-noterad',
        tid: nu,
        text: `${KRAVUPPGIFTSNAMN[vad.slag]} är noterat.`,
        synlig: 'person',
        av,
      },
    ],
  };
}

/** Ends a fact before its day, for example when it was wrong. From `från` on it is not counted. */
export function upphörKravuppgift(
  uppgift: Kravuppgift,
  input: { händelse: string; från: Dag; skäl: string; av: string; nu: Tidpunkt },
): ActResult<{ uppgift: Kravuppgift; events: Personhändelse[] }> {
  if (uppgift.upphörd) return refuse('fel-status', 'Uppgiften gäller inte längre.', 'Läs om sidan.');
  const fält: Fältfel[] = [];
  if (!ärDag(input.från) || input.från < uppgift.från)
    fält.push({ fält: 'upphorFran', text: `Skriv den dag uppgiften slutar gälla, tidigast ${uppgift.från}.` });
  if (input.skäl.trim() === '') fält.push({ fält: 'upphorSkal', text: 'Skriv varför uppgiften slutar gälla.' });
  if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  return {
    ok: true,
    uppgift: { ...uppgift, upphörd: { från: input.från, tid: input.nu, av: input.av, skäl: input.skäl.trim() } },
    events: [
      {
        id: input.händelse,
        person: uppgift.person,
        område: 'aktivitetskrav',
        typ: 'kravuppgift-upphord',
        tid: input.nu,
        text: `${KRAVUPPGIFTSNAMN[uppgift.vad.slag]} gäller inte längre.`,
        synlig: 'person',
        av: input.av,
      },
    ],
  };
}

function felIVad(vad: Undantagsuppgift | Timuppgift, idag: Dag): Fältfel[] {
  const fält: Fältfel[] = [];
  if ('timmar' in vad && !(vad.timmar >= 0 && vad.timmar <= MEST && Number.isInteger(vad.timmar * 4)))
    fält.push({
      fält: 'timmar',
      text: `Skriv timmar per vecka, från 0 till ${MEST}, i hela kvartar. Till exempel 17,5.`,
    });
  if (vad.slag === 'sjukforman' && !(vad.omfattning > 0 && vad.omfattning <= 1))
    fält.push({ fält: 'omfattning', text: 'Skriv hur stor del av heltid förmånen är, från 1 till 100 procent.' });
  if ('barnFott' in vad && (!ärDag(vad.barnFott) || vad.barnFott > idag))
    fält.push({ fält: 'barnFott', text: 'Skriv barnets födelsedag. Den kan inte ligga efter i dag.' });
  if ('skal' in vad && vad.skal.trim().length < 10)
    fält.push({ fält: 'skal', text: 'Skriv vad bedömningen bygger på, minst tio tecken.' });
  if (vad.slag === 'ovriga-skyldigheter' && vad.vad.trim() === '')
    fält.push({ fält: 'vad', text: 'Skriv vilken skyldighet det är, till exempel umgänge eller behandling.' });
  if (vad.slag === 'skolar' && vad.avslutatForsta === undefined && vad.avslutatAndra === undefined)
    fält.push({ fält: 'skolar', text: 'Välj vilket skolår barnet har avslutat.' });
  return fält;
}

const senare = (a: Dag, b: Dag): Dag => (a > b ? a : b);
const MEST = aktivitetsgränser.högstaTid;

const ärDag = (dag: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(dag) && !Number.isNaN(Date.parse(dag)) && new Date(dag).toISOString().startsWith(dag);
