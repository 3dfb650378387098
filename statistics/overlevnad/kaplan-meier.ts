/** How long so many went without the event: whether it came, or the watching ended before it did. */
export interface Tid {
  /** Whole units (days, months) from the start, 0 or more. */
  readonly tid: number;
  /** true: the event came then; false: nothing had come when the watching ended (kept in the denominator until then). */
  readonly hände: boolean;
  /** How many went alike, 1 or more. */
  readonly antal: number;
}

/** One step of the curve. */
export interface Steg {
  readonly tid: number;
  /** How many were still watched without the event just before. */
  readonly kvar: number;
  readonly händelser: number;
  /** Share without the event after this time, 0–1. */
  readonly andel: number;
  /** Greenwood's standard error; 0 where the share is 0. */
  readonly medelfel: number;
  /**
   * The interval, on the complementary log-log scale so that it stays between 0 and 1. Where the share has come down to 0 there is no
   * such interval: it is then drawn from 0 to the upper end of the step before.
   */
  readonly nedre: number;
  readonly övre: number;
}

/**
 * The Kaplan–Meier estimate of the share without the event over time, one step for each time at which it came. Those whose watching
 * ended count until then and not after; at the same time the event comes first (E. L. Kaplan & P. Meier, JASA 53, 1958; variance by
 * Greenwood). No times, or no event: no steps.
 * @param z the normal quantile of the interval, 1.959964 for 95 per cent
 * @throws RangeError when a time is negative or no number
 */
export function kaplanMeier(tider: readonly Tid[], z = 1.959963984540054): Steg[] {
  for (const { tid } of tider) if (!(tid >= 0)) throw new RangeError(`A time is 0 or more, not ${tid}`);
  const perTid = Map.groupBy(
    [...tider].sort((a, b) => a.tid - b.tid),
    ({ tid }) => tid,
  );
  const steg: Steg[] = [];
  let kvar = antalTider(tider);
  let andel = 1;
  let summa = 0;
  for (const [tid, grupp] of perTid) {
    const händelser = antalTider(grupp.filter(({ hände }) => hände));
    if (händelser > 0 && händelser < kvar) {
      andel *= 1 - händelser / kvar;
      summa += händelser / (kvar * (kvar - händelser));
      steg.push({ tid, kvar, händelser, andel, medelfel: andel * Math.sqrt(summa), ...band(andel, summa, z) });
    } else if (händelser > 0)
      steg.push({ tid, kvar, händelser, andel: 0, medelfel: 0, nedre: 0, övre: steg.at(-1)?.övre ?? 1 });
    kvar -= antalTider(grupp);
  }
  return steg;
}

/** How many the times are of. */
export const antalTider = (tider: readonly Tid[]): number => tider.reduce((summa, { antal }) => summa + antal, 0);

/** The share without the event at a time: that of the last step until then, 1 before the first. */
export function andelVid(kurva: readonly Steg[], tid: number): number {
  return kurva.findLast((s) => s.tid <= tid)?.andel ?? 1;
}

function band(andel: number, summa: number, z: number): { nedre: number; övre: number } {
  const bredd = (z * Math.sqrt(summa)) / Math.abs(Math.log(andel));
  return { nedre: andel ** Math.exp(bredd), övre: andel ** Math.exp(-bredd) };
}
