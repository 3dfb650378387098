import type { PersonId } from '../person.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import type { Tidpunkt } from '../tid.ts';
import type { Avslut } from './avslut.ts';

/** Why somebody is back, as she and the caseworker see it: our own categories, nobody's official codes. */
export const ÅTERKOMSTORSAKER = {
  'arbetet-slut': 'Arbetet tog slut',
  'farre-timmar': 'Färre timmar eller lägre lön',
  'studierna-slut': 'Studierna tog slut eller avbröts',
  'ersattning-slut': 'Ersättningen tog slut eller ändrades',
  vantar: 'Väntar på lön eller annan ersättning',
  sjukdom: 'Sjukdom eller ohälsa',
  hushallet: 'Hushållet ändrades',
  utgift: 'En utgift som inte gick att klara',
  'stodet-slut': 'Stödet efteråt räckte inte',
  annat: 'Annat',
} as const;
export type Återkomstorsak = keyof typeof ÅTERKOMSTORSAKER;

/** What a caseworker has noted about why a person is back after an exit. A new note replaces the old; both are kept. */
export interface Återkomstnotering {
  id: string;
  person: PersonId;
  avslut: string;
  orsaker: readonly Återkomstorsak[];
  text: string;
  av: string;
  tid: Tidpunkt;
}

/** Notes why a person is back. It is information for the next plan and decides nothing about the right to assistance. */
export function noteraÅterkomst(
  avslut: Avslut,
  input: { id: string; orsaker: readonly string[]; text: string; av: { namn: string }; nu: Tidpunkt },
): ActResult<{ notering: Återkomstnotering }> {
  const orsaker = [...new Set(input.orsaker)].filter((o): o is Återkomstorsak => Object.hasOwn(ÅTERKOMSTORSAKER, o));
  const text = input.text.trim();
  const fält: Fältfel[] = [];
  if (orsaker.length === 0) fält.push({ fält: 'orsaker', text: 'Välj minst en orsak till att personen är tillbaka.' });
  if (orsaker.includes('annat') && text.length < 3) fält.push({ fält: 'ord', text: 'Skriv vad det andra är.' });
  if (text.length > 1000) fält.push({ fält: 'ord', text: `Skriv högst 1 000 tecken. Nu är det ${text.length}.` });
  if (fält.length > 0) return refuse('fel-i-falt', 'Orsaken är inte sparad.', 'Rätta de markerade fälten.', fält);
  return {
    ok: true,
    notering: {
      id: input.id,
      person: avslut.person,
      avslut: avslut.id,
      orsaker,
      text,
      av: input.av.namn,
      tid: input.nu,
    },
  };
}
