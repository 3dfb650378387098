const dag = new Intl.DateTimeFormat('sv-SE', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/Stockholm',
});
const månad = new Intl.DateTimeFormat('sv-SE', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A date or an instant in words: `onsdag 25 november 2026`. */
export function dagtext(iso: string): string {
  return dag.format(new Date(iso.length === 10 ? `${iso}T12:00:00Z` : iso));
}

/** A month in words: `november 2026`. */
export function månadtext(iso: string): string {
  return månad.format(new Date(`${iso}-01T00:00:00Z`));
}

/** Öre as kronor, thin spaces in the thousands, decimals only where there are any: `−8 610 kr`. */
export function belopptext(öre: number): string {
  const whole = Math.floor(Math.abs(öre) / 100);
  const rest = Math.abs(öre) % 100;
  const digits = String(whole).replaceAll(/\B(?=(\d{3})+$)/g, '\u202f');
  return `${öre < 0 ? '−' : ''}${digits}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}\u00a0kr`;
}
