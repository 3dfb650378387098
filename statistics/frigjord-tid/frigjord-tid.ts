/** The work of a group of staff in a period, from the indicators and the board's own file of posts. */
export interface Arbetsperiod {
  /** Decided applications. */
  readonly ansökningar: number;
  /** Mean minutes of handling per application; undefined when it is not known. */
  readonly minuterPerAnsökan: number | undefined;
  /** Meetings held. */
  readonly möten: number;
  /** Full-time posts, the mean of the period, and the fewest who held them. */
  readonly årsarbetskrafter: number;
  readonly anställda: number;
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

/** The smallest group of staff that anything is said of. */
export const MINST_ANSTÄLLDA = 5;

/**
 * Time freed between two periods of the same group of staff, and what became of the meetings. Only for groups of at least five in both
 * periods; never for one person. It is a comparison of before and after, not proof of what caused it.
 */
export function frigjordTid(
  före: Arbetsperiod,
  efter: Arbetsperiod,
): { ok: true; svar: FrigjordTid } | { ok: false; skäl: string } {
  if (Math.min(före.anställda, efter.anställda) < MINST_ANSTÄLLDA)
    return {
      ok: false,
      skäl: `Färre än ${MINST_ANSTÄLLDA} anställda i någon av perioderna. Siffror visas aldrig för så små grupper av personal.`,
    };
  if (före.minuterPerAnsökan === undefined || efter.minuterPerAnsökan === undefined)
    return { ok: false, skäl: 'Handläggningstiden är inte känd i båda perioderna.' };
  for (const p of [före, efter])
    if (!(p.månader > 0 && p.årsarbetskrafter > 0 && p.ansökningar >= 0 && p.möten >= 0))
      return { ok: false, skäl: 'En period ska ha minst en månad och några tjänster.' };
  const [minuterFöre, minuterEfter] = [före.minuterPerAnsökan, efter.minuterPerAnsökan];
  const möten = (p: Arbetsperiod) => p.möten / p.årsarbetskrafter / p.månader;
  return {
    ok: true,
    svar: {
      minuterFöre,
      minuterEfter,
      timmarPerMånad: ((minuterFöre - minuterEfter) * efter.ansökningar) / 60 / efter.månader,
      mötenFöre: möten(före),
      mötenEfter: möten(efter),
    },
  };
}
