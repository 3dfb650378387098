import type { Tidpunkt } from './tid.ts';

export const DYGN_MS = 24 * 60 * 60 * 1000;

/** A time when the case waits for the applicant; without `till`, or while `till` has not come, it still does. */
export interface Paus {
  från: Tidpunkt;
  till: Tidpunkt | undefined;
}

/** The 24-hour clock of one application, in milliseconds. */
export interface Dygnsklocka {
  läge: 'inte-startad' | 'går' | 'pausad' | 'stannad';
  /** Calendar time since the last signature, pauses left out. */
  gått: number;
  /** The same with the pauses counted, for the follow-up. */
  gåttMedPauser: number;
  /** What is left of 24 hours; negative when over. */
  kvar: number;
}

/**
 * The 24-hour clock: starts at the last signature, stops at the decision, stands still while waiting for the applicant.
 * Overlapping pauses count once; a pause before the start or after the decision counts for nothing.
 */
export function dygnsklocka(
  ansökan: { inkommen: Tidpunkt | undefined; beslutad: Tidpunkt | undefined; pauser: readonly Paus[] },
  nu: Tidpunkt,
): Dygnsklocka {
  if (ansökan.inkommen === undefined) return { läge: 'inte-startad', gått: 0, gåttMedPauser: 0, kvar: DYGN_MS };
  const start = Date.parse(ansökan.inkommen);
  const slut = Math.max(start, Date.parse(ansökan.beslutad ?? nu));
  const pauser = ansökan.pauser
    .map((p) => ({
      från: Math.max(start, Date.parse(p.från)),
      till: Math.min(slut, p.till === undefined ? slut : Date.parse(p.till)),
    }))
    .filter((p) => p.till > p.från)
    .sort((a, b) => a.från - b.från);
  let pausat = 0;
  let räknatTill = start;
  for (const paus of pauser) {
    pausat += Math.max(0, paus.till - Math.max(paus.från, räknatTill));
    räknatTill = Math.max(räknatTill, paus.till);
  }
  const pausad =
    ansökan.beslutad === undefined &&
    ansökan.pauser.some((p) => Date.parse(p.från) <= slut && (p.till === undefined || Date.parse(p.till) > slut));
  const gått = slut - start - pausat;
  const läge = ansökan.beslutad !== undefined ? 'stannad' : pausad ? 'pausad' : 'går';
  return { läge, gått, gåttMedPauser: slut - start, kvar: DYGN_MS - gått };
}
