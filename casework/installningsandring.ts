import { isDeepStrictEqual } from 'node:util';
import type { Användare } from './anvandare.ts';
import { type ActResult, refuse } from './refusal.ts';
import type { Tidpunkt } from './tid.ts';

/** What a board sets for itself, in groups; each is read by its own function. */
export const INSTÄLLNINGSGRUPPER = {
  automatik: 'Automatiska beslut',
  styrning: 'Skuggläge och anmälan',
  betalning: 'Betalningar',
  dokument: 'Handlingar som krävs',
  ansokan: 'Underskrift',
  register: 'Frågor till register',
  bedomning: 'Bedömning och inskrivning',
  steg: 'Stegtrappan',
} as const;
export type Inställningsgrupp = keyof typeof INSTÄLLNINGSGRUPPER;

/** One change of a group: what it was, what it became, who and why. Documents as stored. */
export interface Inställningsändring {
  id: string;
  grupp: Inställningsgrupp;
  före: unknown;
  efter: unknown;
  skäl: string;
  av: { id: string; namn: string };
  tid: Tidpunkt;
}

/**
 * Changes a group of the board's settings. Whether the new ones are allowed has been tried by the group's own function; here it is
 * tried that the person may, that something changes, and that it is said why.
 */
export function ändraInställningar(input: {
  id: string;
  grupp: Inställningsgrupp;
  före: unknown;
  efter: unknown;
  skäl: string;
  av: Pick<Användare, 'id' | 'namn' | 'roller'>;
  nu: Tidpunkt;
}): ActResult<{ ändring: Inställningsändring }> {
  const { av, nu, ...rest } = input;
  if (!fårÄndraInställningar(av))
    return refuse('fel-roll', 'Du har inte behörighet att ändra inställningar.', 'Administratör eller enhetschef kan.');
  const skäl = input.skäl.trim();
  if (skäl.length < 10)
    return refuse('skal-saknas', 'Skälet saknas.', 'Skriv varför.', [
      { fält: 'skal', text: 'Skriv varför inställningen ändras, minst tio tecken. Nämn gärna nämndens beslut.' },
    ]);
  if (isDeepStrictEqual(input.före, input.efter))
    return refuse('ingen-andring', 'Inget är ändrat.', 'Ändra något innan du sparar.');
  return { ok: true, ändring: { ...rest, skäl, av: { id: av.id, namn: av.namn }, tid: nu } };
}

export function fårÄndraInställningar(av: Pick<Användare, 'roller'>): boolean {
  return av.roller.includes('administrator') || av.roller.includes('enhetschef');
}
