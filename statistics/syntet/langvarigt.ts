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
  const månader = Array.from({ length: 36 }, (_, i) => 12 * (år - 2) + i).filter((m) => hade.has(m));
  return månader.length >= 27 && månader.every((m, i) => i === 0 || m - månader[i - 1]! <= 3);
}
