declare const dateBrand: unique symbol;
declare const monthBrand: unique symbol;

/** A day, `YYYY-MM-DD`. Compare with `<` and `>`. */
export type IsoDate = string & { readonly [dateBrand]: true };
/** A calendar month, `YYYY-MM`. Compare with `<` and `>`. */
export type Month = string & { readonly [monthBrand]: true };

/** When a question is asked: the month the assistance is for and the day the application came in. */
export interface Moment {
  readonly month: Month;
  readonly applied: IsoDate;
}

/** A checked day. Throws RangeError for anything but a day in the calendar. */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`'${text}' is not a day in the calendar; write YYYY-MM-DD`);
  return text;
}

/** A checked month. Throws RangeError for anything but `YYYY-MM`. */
export function month(text: string): Month {
  if (!isMonth(text)) throw new RangeError(`'${text}' is not a month; write YYYY-MM`);
  return text;
}

/** Whether the text is a day in the calendar, `YYYY-MM-DD`. */
export function isIsoDate(text: unknown): text is IsoDate {
  if (typeof text !== 'string' || !/^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(text)) return false;
  const day = Number(text.slice(8));
  return day >= 1 && day <= daysIn(text.slice(0, 7) as Month);
}

/** Whether the text is a month, `YYYY-MM`. */
export function isMonth(text: unknown): text is Month {
  return typeof text === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** Number of days in the month. */
export function daysIn(m: Month): number {
  const year = yearOf(m);
  const n = monthNumber(m);
  if (n === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return n === 4 || n === 6 || n === 9 || n === 11 ? 30 : 31;
}

/** The first day of the month. */
export function firstDay(m: Month): IsoDate {
  return `${m}-01` as IsoDate;
}

/** The last day of the month. */
export function lastDay(m: Month): IsoDate {
  return `${m}-${String(daysIn(m)).padStart(2, '0')}` as IsoDate;
}

/** The month in which the day lies. */
export function monthOf(day: IsoDate): Month {
  return day.slice(0, 7) as Month;
}

/** The calendar year of a day or month. */
export function yearOf(when: IsoDate | Month): number {
  return when.charCodeAt(0) * 1000 + when.charCodeAt(1) * 100 + when.charCodeAt(2) * 10 + when.charCodeAt(3) - 53_328;
}

/** 1–12. */
export function monthNumber(when: IsoDate | Month): number {
  return when.charCodeAt(5) * 10 + when.charCodeAt(6) - 528;
}

/** 1–31. */
export function dayNumber(day: IsoDate): number {
  return day.charCodeAt(8) * 10 + day.charCodeAt(9) - 528;
}

/** Whole months from a to b; negative when b comes first. */
export function monthsBetween(a: Month | IsoDate, b: Month | IsoDate): number {
  return (yearOf(b) - yearOf(a)) * 12 + monthNumber(b) - monthNumber(a);
}

/** The month n months later (earlier when negative). */
export function addMonths(m: Month, n: number): Month {
  const total = yearOf(m) * 12 + monthNumber(m) - 1 + n;
  const year = Math.floor(total / 12);
  return `${String(year).padStart(4, '0')}-${String(total - year * 12 + 1).padStart(2, '0')}` as Month;
}

/** The day after (n days later; earlier when negative). */
export function addDays(day: IsoDate, n: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10) as IsoDate;
}

/**
 * On which day an age counts for a month: `month-of-birthday` from the first day of the birthday's month,
 * `first-of-month` when reached on the month's first day, `last-of-month` when reached on its last day,
 * `month-after` from the month after the birthday's, `year` from the first of January of the calendar year.
 */
export type AgeRule = 'month-of-birthday' | 'first-of-month' | 'last-of-month' | 'month-after' | 'year';

/** Age in whole years on a day, or in a month by the stated rule (default: from the birthday's month). Negative before birth. */
export function ageInYears(born: IsoDate, when: IsoDate | Month, rule: AgeRule = 'month-of-birthday'): number {
  if (when !== lastWhen) remember(when);
  const years = lastYear - yearOf(born);
  const months = lastMonth - monthNumber(born);
  if (lastDayNumber > 0) return months > 0 || (months === 0 && lastDayNumber >= dayNumber(born)) ? years : years - 1;
  switch (rule) {
    case 'month-of-birthday':
    case 'last-of-month':
      return months >= 0 ? years : years - 1;
    case 'first-of-month':
      return months > 0 || (months === 0 && dayNumber(born) === 1) ? years : years - 1;
    case 'month-after':
      return months > 0 ? years : years - 1;
    case 'year':
      return years;
  }
}

// The day or month asked about is the same for thousands of ages in a row; its numbers are kept from the call before.
let lastWhen = '';
let lastYear = 0;
let lastMonth = 0;
let lastDayNumber = 0;

function remember(when: IsoDate | Month): void {
  lastYear = yearOf(when);
  lastMonth = monthNumber(when);
  lastDayNumber = when.length === 10 ? dayNumber(when as IsoDate) : 0;
  lastWhen = when;
}
