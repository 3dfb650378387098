// In Source Sans a space is a fifth of an em, which is a thin space; U+202F is half of that and hardly seen.
const noBreak = '\u00a0';

const grouped = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, noBreak);

/**
 * An amount for a table cell or a field: `13 940` with thin no-break spaces, `−` for minus, two decimals only when the
 * amount has öre.
 * @param öre integer öre
 */
export function belopp(öre: number): string {
  if (!Number.isSafeInteger(öre)) throw new RangeError(`An amount is integer öre, got ${öre}`);
  const size = Math.abs(öre);
  const rest = size % 100;
  const decimals = rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`;
  return `${öre < 0 ? '−' : ''}${grouped((size - rest) / 100)}${decimals}`;
}

/**
 * An amount in running text: `13 940 kr`.
 * @param öre integer öre
 */
export function kr(öre: number): string {
  return `${belopp(öre)}${noBreak}kr`;
}
