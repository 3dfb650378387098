import type { ActResult, Genomförandeplan } from '@stegvis/casework';
import type { Medborgare } from '../port.ts';

/** The person's own plan: read, answered, kept. */
export interface MinPlanport {
  /** Every version that has been handed over, the newest first. */
  minaPlaner(person: Medborgare): Promise<readonly Genomförandeplan[]>;
  /** The version as it is read on the page, on paper, in the language of the page; undefined when it is not hers. */
  minPlanPdf(person: Medborgare, nummer: string): Promise<Uint8Array | undefined>;
  svaraPåMinPlan(
    person: Medborgare,
    plan: string,
    val: { instämmer: boolean; synpunkt: string },
  ): Promise<ActResult<object>>;
}
