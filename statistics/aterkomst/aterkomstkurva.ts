import { antalTider, kaplanMeier } from '../overlevnad/kaplan-meier.ts';
import { type Periodslut, survivalTimes } from '../overlevnad/survival-times.ts';
import { GRÄNS } from '../skydd/skydda.ts';

/** How many had not applied again after so many months, 0–1, as it may be shown. */
export interface Kurvpunkt {
  readonly månad: number;
  readonly andel: number;
  readonly nedre: number;
  readonly övre: number;
}

/** A curve that may leave the server. */
export interface Återkomstkurva {
  /** The periods that ended, rounded down. */
  readonly avslutade: number;
  readonly punkter: readonly Kurvpunkt[];
}

/** The fewest periods that a curve is drawn for, and the fewest still watched where it stops, as multiples of the limit. */
const MINST = 6;
const KVAR = 2;

/**
 * The share without a formal application month by month after the end (Kaplan–Meier; those who have not applied again count for as
 * long as they are known), protected: nothing for fewer than six times the limit or fewer returns than the limit, a curve that stops
 * where fewer than twice the limit are still watched, and returns rounded down to multiples of the limit so that no step is fewer.
 * @returns undefined when there are too few
 */
export function återkomstkurva(
  slut: readonly Periodslut[],
  { gräns = GRÄNS, längst = 24 }: { gräns?: number; längst?: number } = {},
): Återkomstkurva | undefined {
  const tider = survivalTimes(slut);
  const antal = antalTider(tider);
  if (antal < MINST * gräns || antalTider(tider.filter(({ hände }) => hände)) < gräns) return undefined;
  const steg = kaplanMeier(tider);
  const punkter: Kurvpunkt[] = [{ månad: 0, andel: 1, nedre: 1, övre: 1 }];
  for (let månad = 1; månad <= längst; månad++) {
    if (antalTider(tider.filter(({ tid }) => tid >= månad)) < KVAR * gräns) break;
    const nu = steg.findLast(({ tid }) => tid <= månad);
    const återkomna = Math.floor(((1 - (nu?.andel ?? 1)) * antal + 1e-9) / gräns) * gräns;
    punkter.push({
      månad,
      andel: 1 - återkomna / antal,
      nedre: hela(nu?.nedre ?? 1),
      övre: hela(nu?.övre ?? 1),
    });
  }
  return { avslutade: Math.floor(antal / gräns) * gräns, punkter };
}

const hela = (andel: number): number => Math.round(100 * andel) / 100;
