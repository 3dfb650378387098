const DAY = 86_400_000;

/**
 * Whether banks in Sweden move money on the day. They do not on Saturdays and Sundays, on public holidays (lag 1989:253), and
 * on Midsummer Eve, Christmas Eve and New Year's Eve, which lag 1930:173 2 § puts beside them.
 * @param dag ISO date
 * @throws RangeError when it is not a date
 */
export function ärBankdag(dag: string): boolean {
  return isBankDay(readDay(dag));
}

/**
 * The day money reaches the account: the wished day, or the bank day before it where banks are closed; never before the
 * earliest one, for which the first bank day on or after counts.
 * @param önskad ISO date, for example the 25th
 * @param tidigast ISO date, for example the day after the decision; left out: money is never early
 * @throws RangeError when one is not a date
 */
export function utbetalningsdag(önskad: string, tidigast = önskad): string {
  const earliest = readDay(tidigast);
  for (let day = readDay(önskad); day >= earliest; day -= DAY) if (isBankDay(day)) return isoDay(day);
  for (let day = earliest; ; day += DAY) if (isBankDay(day)) return isoDay(day);
}

function isBankDay(day: number): boolean {
  const date = new Date(day);
  const weekday = date.getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  const monthDay = isoDay(day).slice(5);
  if (['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'].includes(monthDay)) return false;
  if (weekday === 5 && monthDay >= '06-19' && monthDay <= '06-25') return false;
  const afterEaster = (day - easterSunday(date.getUTCFullYear())) / DAY;
  return ![-2, 1, 39].includes(afterEaster);
}

/** Easter Sunday of the Gregorian calendar, as the churches reckon the full moon (the computus of Meeus, Jones and Butcher). */
function easterSunday(year: number): number {
  const div = (a: number, b: number) => Math.floor(a / b);
  const golden = year % 19;
  const century = div(year, 100);
  const yearInCentury = year % 100;
  const epact = (19 * golden + century - div(century, 4) - div(century - div(century + 8, 25) + 1, 3) + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * div(yearInCentury, 4) - epact - (yearInCentury % 4)) % 7;
  const late = div(golden + 11 * epact + 22 * toSunday, 451);
  const daysFromMarch22 = epact + toSunday - 7 * late;
  return Date.UTC(year, 2, 22) + daysFromMarch22 * DAY;
}

function readDay(dag: string): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(dag) ? Date.parse(`${dag}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(day) || isoDay(day) !== dag)
    throw new RangeError(`"${dag}" är inte en dag. Skriv en dag som finns, på formen ÅÅÅÅ-MM-DD.`);
  return day;
}

function isoDay(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}
