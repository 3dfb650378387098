import { öreFrånKronor, type Öre } from './belopp.ts';
import type { Stopporsak } from './stopporsak.ts';
import { type Beslutsläge, stopporsaker } from './stopporsaker.ts';

/** What the machine proposes: an automatic full grant, or a person with the reasons why. */
export type Förslag = { slag: 'automatiskt-bifall'; belopp: Öre } | { slag: 'till-handlaggare'; stopp: Stopporsak[] };

/** Proposes an automatic grant when no stop reason applies, else a person. Never proposes anything but a full grant. */
export function föreslå(läge: Beslutsläge): Förslag {
  const stopp = stopporsaker(läge);
  if (stopp.length === 0 && läge.beräkning?.slag === 'beraknad') {
    return { slag: 'automatiskt-bifall', belopp: öreFrånKronor(läge.beräkning.beräkning.bistand) };
  }
  return { slag: 'till-handlaggare', stopp };
}
