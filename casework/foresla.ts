import { type Öre, öreFrånKronor } from './belopp.ts';
import type { Stopporsak } from './stopporsak.ts';
import { type Beslutsläge, stopporsaker } from './stopporsaker.ts';

/** What the machine proposes: an automatic full grant, or a person with the reasons why. */
export type Förslag = { slag: 'automatiskt-bifall'; belopp: Öre } | { slag: 'till-handlaggare'; stopp: Stopporsak[] };

/** Proposes an automatic grant when no stop reason applies, else a person. Never proposes anything but a full grant. */
export function föreslå(läge: Beslutsläge): Förslag {
  const stopp = stopporsaker(läge);
  const bistånd = läge.beräkning?.slag === 'beraknad' ? läge.beräkning.beräkning.bistand : null;
  if (stopp.length === 0 && bistånd !== null) return { slag: 'automatiskt-bifall', belopp: öreFrånKronor(bistånd) };
  return { slag: 'till-handlaggare', stopp };
}
