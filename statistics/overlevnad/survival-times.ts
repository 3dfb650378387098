import { type Dag, flyttaMånad, type Månad } from '@stegvis/casework';
import type { Biståndsperiod } from '../fakta.ts';
import type { Tid } from './kaplan-meier.ts';

/** What ends the time without: a formal application (Kolada U31462), or assistance paid again. */
export type Återkomst = 'ansokan' | 'bistand';

/**
 * The time from the end of each period until the return, for `kaplanMeier`; nothing is left out of the denominator before it is no
 * longer known.
 *
 * In days: 0 is the first day of the month after the last with assistance; one who has not returned counts until `seddTill`. In months:
 * 1 is the first month after; only months that are known to their last day count, so that a return in a month that is not yet over does
 * not count before those who did not return in it do. Periods that go on, and those not known beyond their end, have no time.
 * Assistance comes by the month and can only be counted in months.
 */
export function survivalTimes(
  perioder: readonly Biståndsperiod[],
  { enhet, återkomst }: { enhet: 'dagar'; återkomst: 'ansokan' } | { enhet: 'manader'; återkomst: Återkomst },
): Tid[] {
  return perioder.flatMap((p): Tid[] => {
    if (p.till === undefined) return [];
    return enhet === 'dagar' ? iDagar(p, p.till) : iMånader(p, p.till, återkomst);
  });
}

function iDagar(p: Biståndsperiod, till: Månad): Tid[] {
  const start = `${flyttaMånad(till, 1)}-01`;
  const sedd = dagar(start, p.seddTill);
  if (sedd < 0) return [];
  const tid = p.återansökt === undefined ? undefined : Math.max(0, dagar(start, p.återansökt));
  return [tid !== undefined && tid <= sedd ? { tid, hände: true } : { tid: sedd, hände: false }];
}

function iMånader(p: Biståndsperiod, till: Månad, återkomst: Återkomst): Tid[] {
  const dagenEfter = new Date(Date.parse(`${p.seddTill}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const sedda = månader(till, dagenEfter.slice(0, 7)) - 1;
  if (sedda < 0) return [];
  const när = återkomst === 'ansokan' ? p.återansökt?.slice(0, 7) : p.återkom;
  const tid = när === undefined ? undefined : Math.max(1, månader(till, när));
  return [tid !== undefined && tid <= sedda ? { tid, hände: true } : { tid: sedda, hände: false }];
}

function dagar(från: Dag, till: Dag): number {
  return (Date.parse(`${till}T00:00:00Z`) - Date.parse(`${från}T00:00:00Z`)) / 86_400_000;
}

function månader(från: Månad, till: Månad): number {
  const tal = (m: Månad) => Number(m.slice(0, 4)) * 12 + Number(m.slice(5));
  return tal(till) - tal(från);
}
