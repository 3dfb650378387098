/** Long-term assistance: 10–12 months in the calendar year (Kolada N31814). */
export function långvarigt(månader: number): boolean {
  return månader >= 10;
}

/**
 * Very long-term assistance: at least 27 months in the three years that end with `år`, with no break between them longer than two
 * months (Kolada U31801).
 * @param hade the months with assistance, counted from year 0
 */
export function mycketLångvarigt(hade: ReadonlySet<number>, år: number): boolean {
  let kedja = 0;
  let förra: number | undefined;
  for (let m = 12 * (år - 2); m < 12 * (år + 1); m++) {
    if (!hade.has(m)) continue;
    kedja = förra !== undefined && m - förra <= 3 ? kedja + 1 : 1;
    förra = m;
    if (kedja >= 27) return true;
  }
  return false;
}
