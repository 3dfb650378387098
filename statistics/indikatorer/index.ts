import type { Indikator } from '../indikator.ts';
import { ARBETSSÄTT } from './arbetssatt.ts';
import { AUTOMATIK } from './automatik.ts';
import { BISTÅND } from './bistand.ts';
import { HANDLÄGGNING } from './handlaggning.ts';
import { KOLADAANDELAR } from './kolada.ts';
import { RAPPORTERING } from './rapportering.ts';
import { VÄGEN } from './vagen.ts';
import { VARAKTIGHET } from './varaktighet.ts';

/** Every figure, in the order it is listed. */
export const INDIKATORER: readonly Indikator[] = [
  ...BISTÅND,
  ...KOLADAANDELAR,
  ...VARAKTIGHET,
  ...HANDLÄGGNING,
  ...AUTOMATIK,
  ...ARBETSSÄTT,
  ...VÄGEN,
  ...RAPPORTERING,
];

const PER_ID = new Map(INDIKATORER.map((i) => [i.id, i]));

/** The indicator of that id; undefined when there is none. */
export function indikator(id: string): Indikator | undefined {
  return PER_ID.get(id);
}
