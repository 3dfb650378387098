declare const unitBrand: unique symbol;

/** A number that carries its unit in the type. Arithmetic on it goes through `add`, `subtract`, … so that units cannot mix. */
export type Quantity<U extends string> = number & { readonly [unitBrand]: U };

/** A unit: call it to give a plain number that unit (`öre(100)`); this is the only place where a unit is put on by hand. */
export interface Unit<U extends string> {
  (amount: number): Quantity<U>;
  readonly unit: U;
  /** How many of the last digits are the minor part when shown (öre: 2). */
  readonly decimals: number;
  /** What is shown after a number. */
  readonly label: string;
  /** Whether every value of a rule must be a whole number of this unit; then division needs a stated rounding. */
  readonly whole: boolean;
}

/** Declares a unit. `whole` (default true) makes a fraction without a stated rounding an error. */
export function unit<U extends string>(
  name: U,
  options: { decimals?: number; label?: string; whole?: boolean } = {},
): Unit<U> {
  const make = (amount: number) => amount as Quantity<U>;
  return Object.assign(make, {
    unit: name,
    decimals: options.decimals ?? 0,
    label: options.label ?? name,
    whole: options.whole ?? true,
  });
}

/** Nothing, in every unit. */
export const zero = 0 as Quantity<never>;

/** a + b, same unit. */
export function add<U extends string>(a: Quantity<U>, b: Quantity<NoInfer<U>>): Quantity<U> {
  return (a + b) as Quantity<U>;
}

/** a − b, same unit. */
export function subtract<U extends string>(a: Quantity<U>, b: Quantity<NoInfer<U>>): Quantity<U> {
  return (a - b) as Quantity<U>;
}

/** a times a plain number. */
export function multiply<U extends string>(a: Quantity<U>, times: number): Quantity<U> {
  return (a * times) as Quantity<U>;
}

/** a · numerator / denominator, not rounded: the rule states its rounding with `rounded`. */
export function share<U extends string>(a: Quantity<U>, numerator: number, denominator: number): Quantity<U> {
  return ((a * numerator) / denominator) as Quantity<U>;
}

/** The larger of the two. */
export function larger<U extends string>(a: Quantity<U>, b: Quantity<NoInfer<U>>): Quantity<U> {
  return a > b ? a : b;
}

/** The smaller of the two. */
export function smaller<U extends string>(a: Quantity<U>, b: Quantity<NoInfer<U>>): Quantity<U> {
  return a < b ? a : b;
}

/** a, but never below zero. */
export function notBelowZero<U extends string>(a: Quantity<U>): Quantity<U> {
  return a > 0 ? a : (0 as Quantity<U>);
}
