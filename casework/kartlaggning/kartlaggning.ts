import type { PersonId } from '../person.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { ärDag } from '../skicka-in.ts';
import { type Dag, dagFör, flyttaMånad, type Månad, type Tidpunkt } from '../tid.ts';
import { type Kartläggningsfråga, tolkaFrågor } from './formular.ts';

export type Kartläggningsstatus = 'pagar' | 'avslutad';
export type Kartläggningsövergång = 'svar' | 'förlängd' | 'avslutad';

/** The state machine of an inventory of the target group. */
export const KARTLÄGGNINGSTABELL = {
  pagar: { svar: 'pagar', förlängd: 'pagar', avslutad: 'avslutad' },
  avslutad: {},
} as const satisfies Record<Kartläggningsstatus, Partial<Record<Kartläggningsövergång, Kartläggningsstatus>>>;

export const KARTLÄGGNINGSLÄGEN: Readonly<Record<Kartläggningsstatus, string>> = {
  pagar: 'Pågår',
  avslutad: 'Avslutad',
};

/** Who is in an inventory: adults with assistance in a month, and in at least so many of the twelve that end with it. */
export interface Kartläggningsregel {
  månad: Månad;
  minstMånader: number;
}

/** An inventory of the target group: a form, a time and the persons it was about when it began. */
export interface Kartläggning {
  id: string;
  namn: string;
  från: Dag;
  till: Dag;
  regel: Kartläggningsregel;
  frågor: readonly Kartläggningsfråga[];
  /** How many persons were in it when it began. */
  antal: number;
  status: Kartläggningsstatus;
  av: { id: string; namn: string };
  skapad: Tidpunkt;
  avslutad: { av: string; tid: Tidpunkt } | undefined;
  version: number;
}

/** What one person answered, together with her caseworker or case manager. */
export interface Kartläggningssvar {
  kartläggning: string;
  person: PersonId;
  /** `avbojt`: she does not want to take part, which is an answer and nothing else. */
  slag: 'svarat' | 'avbojt';
  /** The chosen values by question. */
  svar: Readonly<Record<string, readonly string[]>>;
  /** What she wants to add, in her own words. */
  ord: string;
  av: string;
  tid: Tidpunkt;
  version: number;
}

/** Who starts and closes an inventory. */
export function fårKartlägga(vem: { readonly roller: readonly string[] }): boolean {
  return vem.roller.includes('enhetschef') || vem.roller.includes('administrator');
}

/** Starts an inventory over those that fit the rule, as they are known the day it is made. */
export function startaKartläggning(input: {
  id: string;
  namn: string;
  från: string;
  till: string;
  månad: string;
  minstMånader: string;
  frågor: string;
  /** The adults that fit the rule; undefined while the rule cannot be read. */
  personer: readonly PersonId[];
  av: { id: string; namn: string; roller: readonly string[] };
  nu: Tidpunkt;
}): ActResult<{ kartläggning: Kartläggning; personer: readonly PersonId[] }> {
  const { av, nu } = input;
  if (!fårKartlägga(av))
    return refuse('fel-roll', 'Du får inte starta en kartläggning.', 'Enhetschef och administratör kan.');
  const fält: Fältfel[] = [];
  const namn = input.namn.trim();
  if (namn.length < 3 || namn.length > 100) fält.push({ fält: 'namn', text: 'Skriv ett namn, tre till 100 tecken.' });
  if (!ärDag(input.från)) fält.push({ fält: 'fran', text: 'Skriv första dagen, till exempel 2026-11-01.' });
  if (!ärDag(input.till) || input.till < dagFör(nu) || (ärDag(input.från) && input.till < input.från))
    fält.push({ fält: 'till', text: 'Skriv sista dagen, i dag eller senare och efter den första.' });
  const regel = läsKartläggningsregel(input, dagFör(nu));
  if (!regel.ok) fält.push(...regel.fel);
  const frågor = tolkaFrågor(input.frågor);
  if (!frågor.ok) fält.push(...frågor.fel);
  if (regel.ok && fält.length === 0 && input.personer.length === 0)
    fält.push({ fält: 'manad', text: 'Ingen vuxen passar regeln. Välj en annan månad eller färre månader.' });
  if (!regel.ok || !frågor.ok || fält.length > 0)
    return refuse('fel-i-falt', 'Kartläggningen är inte startad.', 'Rätta de markerade fälten.', fält);
  return {
    ok: true,
    personer: input.personer,
    kartläggning: {
      id: input.id,
      namn,
      från: input.från,
      till: input.till,
      regel: regel.regel,
      frågor: frågor.frågor,
      antal: input.personer.length,
      status: 'pagar',
      av: { id: av.id, namn: av.namn },
      skapad: nu,
      avslutad: undefined,
      version: 1,
    },
  };
}

/** Reads who is in the inventory as it is written in a form. */
export function läsKartläggningsregel(
  input: { månad: string; minstMånader: string },
  idag: Dag,
): { ok: true; regel: Kartläggningsregel } | { ok: false; fel: Fältfel[] } {
  const fel: Fältfel[] = [];
  const senast = flyttaMånad(idag.slice(0, 7), 1);
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(input.månad) || input.månad > senast || input.månad < '2000-01')
    fel.push({ fält: 'manad', text: `Skriv en månad till och med ${senast}, till exempel ${idag.slice(0, 7)}.` });
  const minst = /^\d{1,2}$/.test(input.minstMånader.trim()) ? Number(input.minstMånader.trim()) : Number.NaN;
  if (!(minst >= 1 && minst <= 12)) fel.push({ fält: 'minst', text: 'Skriv ett helt tal från 1 till 12.' });
  return fel.length > 0 ? { ok: false, fel } : { ok: true, regel: { månad: input.månad, minstMånader: minst } };
}

/** The rule as a sentence. */
export function kartläggningsregelIOrd({ månad, minstMånader }: Kartläggningsregel): string {
  return `Vuxna med bistånd för ${månad} och i minst ${minstMånader} ${minstMånader === 1 ? 'månad' : 'månader'} av de tolv som slutar då.`;
}

/** Closes an inventory: after this nobody answers. */
export function avslutaKartläggning(
  kartläggning: Kartläggning,
  input: { av: { namn: string; roller: readonly string[] }; nu: Tidpunkt },
): ActResult<{ kartläggning: Kartläggning }> {
  if (!fårKartlägga(input.av))
    return refuse('fel-roll', 'Du får inte avsluta kartläggningen.', 'Enhetschef och administratör kan.');
  if (kartläggning.status !== 'pagar')
    return refuse('fel-status', 'Kartläggningen är redan avslutad.', 'Läs om sidan.');
  return {
    ok: true,
    kartläggning: {
      ...kartläggning,
      status: KARTLÄGGNINGSTABELL.pagar.avslutad,
      avslutad: { av: input.av.namn, tid: input.nu },
      version: kartläggning.version + 1,
    },
  };
}
