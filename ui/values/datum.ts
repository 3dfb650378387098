import { SPRÅK, språket } from '../sprak/sprak.ts';

/** The Swedish names of the days, Sunday first. */
export const veckodagar = ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag'];
/** The Swedish names of the months, January first. */
export const månader = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];

const dagForm = /^(\d{4})-(\d{2})-(\d{2})/;
const månadForm = /^(\d{4})-(\d{2})/;

function parts(dag: string): { år: number; månad: string; dag: number; veckodag: string } {
  const match = dagForm.exec(dag);
  if (!match) throw new RangeError(`A day is YYYY-MM-DD, got ${dag}`);
  const [år, månad, dagen] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const namn = månader[månad - 1];
  const veckodag = veckodagar[new Date(Date.UTC(år, månad - 1, dagen)).getUTCDay()];
  if (namn === undefined || veckodag === undefined) throw new RangeError(`There is no day ${dag}`);
  return { år, månad: namn, dag: dagen, veckodag };
}

/** A day in the language of the page; Swedish (undefined) is written by hand, so that it never changes with a library, the others by the Unicode tables. */
export function enligtTabell(dag: string, form: Intl.DateTimeFormatOptions): string | undefined {
  const { lang } = SPRÅK[språket()];
  if (lang === 'sv') return undefined;
  const nyckel = `${lang}${Object.keys(form).join()}`;
  let format = tabeller.get(nyckel);
  if (!format) {
    format = new Intl.DateTimeFormat(`${lang}-u-ca-gregory-nu-latn`, { ...form, timeZone: 'UTC' });
    tabeller.set(nyckel, format);
  }
  return format.format(new Date(`${dag}T00:00:00Z`));
}
const tabeller = new Map<string, Intl.DateTimeFormat>();

/** `torsdag 17 december 2026` from a day `2026-12-17`, in the language of the page. */
export function datum(dag: string): string {
  const { år, månad, dag: dagen, veckodag } = parts(dag);
  const form = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return enligtTabell(dag.slice(0, 10), form) ?? `${veckodag} ${dagen} ${månad} ${år}`;
}

/** `17 december 2026` from a day `2026-12-17`, in the language of the page. */
export function kortDatum(dag: string): string {
  const { år, månad, dag: dagen } = parts(dag);
  return (
    enligtTabell(dag.slice(0, 10), { day: 'numeric', month: 'long', year: 'numeric' }) ?? `${dagen} ${månad} ${år}`
  );
}

/** `november 2026` from a month `2026-11`, in the language of the page. */
export function månad(month: string): string {
  const match = månadForm.exec(month);
  const namn = match && månader[Number(match[2]) - 1];
  if (!match || !namn) throw new RangeError(`A month is YYYY-MM, got ${month}`);
  return enligtTabell(`${match[0]}-01`, { month: 'long', year: 'numeric' }) ?? `${namn} ${match[1]}`;
}

const stockholm = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
});

function local(moment: string): { dag: string; klockslag: string } {
  const [dag = '', tid = ''] = stockholm.format(new Date(moment)).split(' ');
  return { dag, klockslag: tid.replace(':', '.') };
}

/** `14.34` in Swedish time from an ISO moment `2026-11-26T13:34:00Z`. */
export function klockslag(moment: string): string {
  return local(moment).klockslag;
}

/** `26 november 2026, 14.34` in Swedish time from an ISO moment. */
export function tidpunkt(moment: string): string {
  const { dag, klockslag: tid } = local(moment);
  return `${kortDatum(dag)}, ${tid}`;
}

/** `6 h 12 min`, `2 dygn 3 h` above 48 hours, `0 min` at the least. */
export function varaktighet(minuter: number): string {
  const whole = Math.max(0, Math.floor(minuter));
  const [h, min] = [Math.floor(whole / 60), whole % 60];
  if (h === 0) return `${min} min`;
  if (h >= 48) return h % 24 === 0 ? `${h / 24} dygn` : `${Math.floor(h / 24)} dygn ${h % 24} h`;
  return min === 0 ? `${h} h` : `${h} h ${min} min`;
}
