import { månadText } from '@stegvis/rules';

/** An instant in UTC, ISO 8601 with milliseconds and `Z` (`2026-11-22T08:30:00.000Z`). Compares with `<`. */
export type Tidpunkt = string;

/** A day in the calendar, `YYYY-MM-DD`. */
export type Dag = string;

/** A calendar month, `YYYY-MM`. */
export type Månad = string;

/** The month `steg` months later (earlier when negative). */
export function flyttaMånad(månad: Månad, steg: number): Månad {
  const count = Number(månad.slice(0, 4)) * 12 + Number(månad.slice(5, 7)) - 1 + steg;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The day `steg` days later (earlier when negative). */
export function flyttaDag(dag: Dag, steg: number): Dag {
  return new Date(Date.parse(`${dag}T00:00:00Z`) + steg * 86_400_000).toISOString().slice(0, 10);
}

/** The month whose payments count for the month applied for: the month before it. */
export function kontrollmånad(månad: Månad): Månad {
  return flyttaMånad(månad, -1);
}

const svenskDag = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });

/** The Swedish calendar day of an instant; an application just after midnight in Sweden belongs to the new day. */
export function dagFör(tidpunkt: Tidpunkt): Dag {
  return svenskDag.format(new Date(tidpunkt));
}

/** The month in words, `december 2026`. */
export const månadsnamn: (månad: Månad) => string = månadText;

const dagMedVeckodag = new Intl.DateTimeFormat('sv-SE', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

/** The day in words with its weekday, `onsdag 25 november`. */
export function dagIOrd(dag: Dag): string {
  return dagMedVeckodag.format(new Date(`${dag}T12:00:00Z`));
}
