/** An interval with its estimate inside: 95 of 100 such intervals hold the true value. */
export interface Intervall {
  readonly värde: number;
  readonly från: number;
  readonly till: number;
}

/** The quantile of the normal distribution for 95 percent, two-sided. */
const Z = 1.959963984540054;

/**
 * Wilson's score interval of a share, without continuity correction (Newcombe 1998, method 3). `antal` need not be an integer.
 * @throws RangeError when it is not 0 ≤ antal ≤ av and av > 0
 */
export function wilson(antal: number, av: number): Intervall {
  if (!(av > 0 && antal >= 0 && antal <= av)) throw new RangeError(`A share is 0 to 1, not ${antal} of ${av}`);
  const p = antal / av;
  const mitt = 2 * antal + Z * Z;
  const bredd = Z * Math.sqrt(Z * Z + 4 * antal * (1 - p));
  const under = 2 * (av + Z * Z);
  // At 0 and 1 the limit is exact; the subtraction leaves a rest of rounding.
  return { värde: p, från: antal === 0 ? 0 : (mitt - bredd) / under, till: antal === av ? 1 : (mitt + bredd) / under };
}

/**
 * The score interval of a count that comes as it comes (Poisson), as a count: solves (antal − λ)² = z²λ.
 * @throws RangeError for a negative count
 */
export function poisson(antal: number): Intervall {
  if (!(antal >= 0)) throw new RangeError(`A count is 0 or more, not ${antal}`);
  const mitt = antal + (Z * Z) / 2;
  const bredd = Z * Math.sqrt(antal + (Z * Z) / 4);
  return { värde: antal, från: Math.max(0, mitt - bredd), till: mitt + bredd };
}

/** A mean with its standard deviation. */
export interface Medel {
  readonly antal: number;
  readonly medel: number;
  readonly spridning: number;
}

/** The t interval of a mean. @throws RangeError for fewer than two values */
export function medelintervall({ antal, medel, spridning }: Medel): Intervall {
  if (!(antal >= 2)) throw new RangeError(`A mean needs two values, not ${antal}`);
  const bredd = (student(antal - 1) * spridning) / Math.sqrt(antal);
  return { värde: medel, från: medel - bredd, till: medel + bredd };
}

/**
 * The difference of two means by Welch: the groups may have different spread and size.
 * @throws RangeError for fewer than two values in a group
 */
export function welch(a: Medel, b: Medel): Intervall {
  if (!(a.antal >= 2 && b.antal >= 2)) throw new RangeError('Each mean needs two values');
  const va = a.spridning ** 2 / a.antal;
  const vb = b.spridning ** 2 / b.antal;
  const värde = a.medel - b.medel;
  if (va + vb === 0) return { värde, från: värde, till: värde };
  const frihetsgrader = (va + vb) ** 2 / (va ** 2 / (a.antal - 1) + vb ** 2 / (b.antal - 1));
  const bredd = student(frihetsgrader) * Math.sqrt(va + vb);
  return { värde, från: värde - bredd, till: värde + bredd };
}

/**
 * The difference of two values from the interval of each: the distance to a limit is the root of the sum of the squared distances on
 * that side. Of Wilson's intervals this is Newcombe's (1998, method 10); of others it is MOVER (Zou & Donner 2008).
 */
export function skillnad(a: Intervall, b: Intervall): Intervall {
  const värde = a.värde - b.värde;
  return {
    värde,
    från: värde - Math.hypot(a.värde - a.från, b.till - b.värde),
    till: värde + Math.hypot(a.till - a.värde, b.värde - b.från),
  };
}

/**
 * The ratio of two positive values from the interval of each, in the same way on the logarithms; undefined where a value or the lower
 * limit of one is 0, since its logarithm has no value.
 */
export function kvot(a: Intervall, b: Intervall): Intervall | undefined {
  if (!(a.från > 0 && b.från > 0)) return undefined;
  const log = ({ värde, från, till }: Intervall): Intervall => ({
    värde: Math.log(värde),
    från: Math.log(från),
    till: Math.log(till),
  });
  const { värde, från, till } = skillnad(log(a), log(b));
  return { värde: Math.exp(värde), från: Math.exp(från), till: Math.exp(till) };
}

/** The shares of the order that hold a percentile of so many values, for the interval of a median: 0 to 1. */
export function percentilgränser(andel: number, antal: number): readonly [number, number] {
  const bredd = Z * Math.sqrt((andel * (1 - andel)) / antal);
  return [Math.max(0, andel - bredd), Math.min(1, andel + bredd)];
}

/** Whether a difference can be told from none. */
export function säkerställd({ från, till }: Intervall): boolean {
  return från > 0 || till < 0;
}

/**
 * The quantile 0.975 of Student's t by the expansion of Abramowitz & Stegun (26.7.5). Four degrees of freedom are the fewest that a figure
 * that may be shown has: there it is right to three parts in ten thousand, and better with more.
 */
function student(frihetsgrader: number): number {
  const [z, z3, z5, z7, z9] = [1, 3, 5, 7, 9].map((n) => Z ** n) as [number, number, number, number, number];
  const led = [
    (z3 + z) / 4,
    (5 * z5 + 16 * z3 + 3 * z) / 96,
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / 384,
    (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / 92_160,
  ];
  return led.reduce((summa, g, i) => summa + g / frihetsgrader ** (i + 1), z);
}
