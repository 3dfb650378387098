import { type ActResult, type Fältfel, refuse } from '../refusal.ts';

/** A unit or team of staff: what a sample can be limited to and a pattern can be split by. */
export interface Arbetsgrupp {
  id: string;
  namn: string;
  /** Members of staff, by id. */
  medlemmar: readonly string[];
  version: number;
}

/** A group with fewer members is never shown by itself: its figures would be about somebody. */
export const MINSTA_GRUPP = 5;

/** Makes or changes a group. The members are chosen among the board's staff (`personal`). */
export function sparaArbetsgrupp(
  förra: Arbetsgrupp | undefined,
  input: {
    id: string;
    namn: string;
    medlemmar: readonly string[];
    personal: readonly string[];
    andra: readonly Arbetsgrupp[];
    av: { readonly roller: readonly string[] };
  },
): ActResult<{ grupp: Arbetsgrupp }> {
  if (!input.av.roller.includes('administrator') && !input.av.roller.includes('enhetschef'))
    return refuse('fel-roll', 'Du får inte ändra arbetsgrupper.', 'Enhetschef och administratör kan.');
  const namn = input.namn.trim();
  const fält: Fältfel[] = [];
  if (namn.length < 2 || namn.length > 60)
    fält.push({ fält: 'namn', text: 'Skriv gruppens namn, två till 60 tecken.' });
  if (input.andra.some((g) => g.id !== förra?.id && g.namn.toLowerCase() === namn.toLowerCase()))
    fält.push({ fält: 'namn', text: 'Det finns redan en grupp med det namnet.' });
  const medlemmar = [...new Set(input.medlemmar)].filter((id) => input.personal.includes(id));
  if (medlemmar.length === 0) fält.push({ fält: 'medlemmar', text: 'Välj minst en medarbetare.' });
  if (fält.length > 0) return refuse('fel-i-falt', 'Gruppen är inte sparad.', 'Rätta de markerade fälten.', fält);
  return { ok: true, grupp: { id: förra?.id ?? input.id, namn, medlemmar, version: (förra?.version ?? 0) + 1 } };
}
