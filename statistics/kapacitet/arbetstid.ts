import { flyttaDag } from '@stegvis/casework';
import { helgdag } from '@stegvis/rules';

const DYGN = 1440;

/** A calendar in minutes from its first midnight, and the minutes that are worked in it. */
export interface Arbetstid {
  /** The minutes worked before an instant of the calendar. */
  arbetat(minut: number): number;
  /** The instant at which so many minutes have been worked. */
  när(arbetade: number): number;
  /** The minutes worked before the midnight after each day. */
  readonly vidDagensSlut: Float64Array;
}

/** Whether the day is worked: Monday to Friday, not a public holiday or an eve that counts as one. */
export function ärArbetsdag(dag: string): boolean {
  const veckodag = new Date(`${dag}T00:00:00Z`).getUTCDay();
  return veckodag !== 0 && veckodag !== 6 && helgdag(dag) === undefined;
}

/**
 * The working time of one post in `dagar` days from a day on, `minuter` a working day from 8 o'clock. Everybody works the same hours, so
 * that a queue can be followed on the axis of worked minutes and read back in the calendar.
 */
export function arbetstid(från: string, dagar: number, minuter: number): Arbetstid {
  const start = 8 * 60;
  const före = new Float64Array(dagar + 1);
  for (let d = 0; d < dagar; d += 1) före[d + 1] = före[d]! + (ärArbetsdag(flyttaDag(från, d)) ? minuter : 0);
  return {
    arbetat: (minut) => {
      const d = Math.floor(minut / DYGN);
      if (d >= dagar) return före[dagar]!;
      const idag = före[d + 1]! - före[d]!;
      return före[d]! + Math.min(idag, Math.max(0, minut - d * DYGN - start));
    },
    när: (arbetade) => {
      if (arbetade > före[dagar]!) return Number.POSITIVE_INFINITY;
      let [låg, hög] = [0, dagar];
      while (hög - låg > 1) {
        const mitt = (låg + hög) >> 1;
        if (före[mitt]! < arbetade) låg = mitt;
        else hög = mitt;
      }
      return låg * DYGN + start + (arbetade - före[låg]!);
    },
    vidDagensSlut: före.subarray(1),
  };
}
