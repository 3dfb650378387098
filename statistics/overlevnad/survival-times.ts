import type { Dag, Månad } from '@stegvis/casework';
import type { Tid } from './kaplan-meier.ts';

/** Periods that ended in the same month, are known as long and were applied for again in the same month, if at all. */
export interface Periodslut {
  /** The last month with assistance. */
  readonly till: Månad;
  /** The last day that anything is known of. */
  readonly seddTill: Dag;
  /** The month of the first formal application for a month after the end (Kolada U31462); undefined: none so far. */
  readonly återansökt: Månad | undefined;
  /** How many such periods, 1 or more. */
  readonly antal: number;
}

/**
 * The months from the end of each period until the person applied again, for `kaplanMeier`: 1 is the first month after. One who has not
 * applied again is kept in the denominator as long as they are known; only months that are known to their last day count, so that a
 * return in a month that is not yet over does not count before those who did not return in it do. An application made before the end
 * counts in the first month. Periods that are not known for a whole month after their end have no time.
 */
export function survivalTimes(slut: readonly Periodslut[]): Tid[] {
  return slut.flatMap(({ till, seddTill, återansökt, antal }): Tid[] => {
    const dagenEfter = new Date(Date.parse(`${seddTill}T00:00:00Z`) + 86_400_000).toISOString();
    const sedda = månader(till, dagenEfter.slice(0, 7)) - 1;
    if (sedda < 0) return [];
    const tid = återansökt === undefined ? undefined : Math.max(1, månader(till, återansökt));
    return [tid !== undefined && tid <= sedda ? { tid, hände: true, antal } : { tid: sedda, hände: false, antal }];
  });
}

function månader(från: Månad, till: Månad): number {
  const tal = (m: Månad) => Number(m.slice(0, 4)) * 12 + Number(m.slice(5));
  return tal(till) - tal(från);
}
