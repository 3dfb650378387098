import holidays from 'se-bank-holidays';

/** Whether banks in Sweden move money on the day: no weekends, no public holidays, no eves that banks close on. */
export function ärBankdag(dag: string): boolean {
  const [year, month, day] = dag.split('-').map(Number) as [number, number, number];
  return !holidays.isHoliday(new Date(year, month - 1, day));
}

/**
 * The first bank day on or after the wished one.
 * @param önskad ISO date
 * @throws RangeError when it is not a date
 */
export function utbetalningsdag(önskad: string): string {
  const start = Date.parse(`${önskad}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(önskad) || Number.isNaN(start))
    throw new RangeError('Utbetalningsdagen ska skrivas ÅÅÅÅ-MM-DD.');
  for (let time = start; ; time += 86_400_000) {
    const dag = new Date(time).toISOString().slice(0, 10);
    if (ärBankdag(dag)) return dag;
  }
}
