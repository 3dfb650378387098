import { kravfrån } from '@stegvis/rules';
import type { Månad } from '../tid.ts';
import { type Genomförandeplan, gällandePlan } from './genomforandeplan.ts';

/**
 * From which month a plan is missing: none holds although it was to be made before this month (SoL 12 kap. 4 a and 4 e §§). undefined when
 * it is not due yet, or when there is one.
 * @param biståndsmånader months with decided försörjningsstöd, in any order
 */
export function planSaknas(
  planer: readonly Genomförandeplan[],
  biståndsmånader: readonly Månad[],
  månad: Månad,
): Månad | undefined {
  const krav = kravfrån(biståndsmånader);
  if (krav === undefined || månad <= krav.planUnder) return undefined;
  const plan = gällandePlan(planer);
  return plan !== undefined && plan.till.slice(0, 7) >= månad ? undefined : krav.planUnder;
}
