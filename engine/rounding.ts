/** How a fraction becomes whole: half away from zero, half to even, away from −∞, towards −∞. */
export type Rounding = 'half-up' | 'half-even' | 'up' | 'down';

/** numerator / denominator rounded half away from zero, exact for safe integers. */
export function roundHalfUp(numerator: number, denominator: number): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator === 0) {
    throw new RangeError(
      `roundHalfUp takes whole numbers and a denominator other than 0, not ${numerator}/${denominator}`,
    );
  }
  const negative = numerator < 0 !== denominator < 0;
  const n = Math.abs(numerator);
  const d = Math.abs(denominator);
  const rest = n % d;
  const whole = (n - rest) / d;
  const rounded = rest >= d - rest ? whole + 1 : whole;
  return negative && rounded !== 0 ? -rounded : rounded;
}

/** A fraction made whole in the stated way. */
export function round(value: number, rounding: Rounding): number {
  switch (rounding) {
    case 'half-up':
      return value < 0 ? -Math.floor(-value + 0.5) || 0 : Math.floor(value + 0.5);
    case 'half-even': {
      const below = Math.floor(value);
      const rest = value - below;
      if (rest !== 0.5) return Math.floor(value + 0.5);
      return below % 2 === 0 ? below : below + 1;
    }
    case 'up':
      return Math.ceil(value) || 0;
    case 'down':
      return Math.floor(value);
  }
}
