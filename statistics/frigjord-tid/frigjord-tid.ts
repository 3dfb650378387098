/** The work of a group of staff in a period: figures that have been through the protection, and no others. */
export interface Arbetsperiod {
  /** Decided applications. */
  readonly ansökningar: number;
  /** Mean minutes of handling per application; undefined when it is not known or not shown. */
  readonly minuterPerAnsökan: number | undefined;
  /** Meetings held per full-time post in the whole period. */
  readonly mötenPerTjänst: number;
  readonly månader: number;
}

export interface FrigjordTid {
  readonly minuterFöre: number;
  readonly minuterEfter: number;
  /** What the applications after would have taken by the time before, less what they took; negative when more. Hours a month. */
  readonly timmarPerMånad: number;
  /** Meetings per full-time post and month. */
  readonly mötenFöre: number;
  readonly mötenEfter: number;
}

/**
 * Time freed between two periods of the same group of staff, and what became of the meetings. That the group has at least five staff is
 * seen to where its work is counted: the figures of fewer are not there to compare. It is a comparison of before and after, not proof of
 * what caused it.
 */
export function frigjordTid(
  före: Arbetsperiod,
  efter: Arbetsperiod,
): { ok: true; svar: FrigjordTid } | { ok: false; skäl: string } {
  if (före.minuterPerAnsökan === undefined || efter.minuterPerAnsökan === undefined)
    return { ok: false, skäl: 'Handläggningstiden är inte känd i båda åren, eller bygger på för få ansökningar.' };
  for (const p of [före, efter])
    if (!(p.månader > 0 && p.mötenPerTjänst >= 0 && p.ansökningar >= 0))
      return { ok: false, skäl: 'En period ska ha minst en månad, och inga tal under noll.' };
  const [minuterFöre, minuterEfter] = [före.minuterPerAnsökan, efter.minuterPerAnsökan];
  return {
    ok: true,
    svar: {
      minuterFöre,
      minuterEfter,
      timmarPerMånad: ((minuterFöre - minuterEfter) * efter.ansökningar) / 60 / efter.månader,
      mötenFöre: före.mötenPerTjänst / före.månader,
      mötenEfter: efter.mötenPerTjänst / efter.månader,
    },
  };
}
