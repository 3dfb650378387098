/** Antal dagar i en månad skriven `ÅÅÅÅ-MM`. */
export const dagarIMånaden = (manad: string): number => dagarI(Number(manad.slice(0, 4)), Number(manad.slice(5, 7)));

/** Om texten är en verklig dag skriven `ÅÅÅÅ-MM-DD` (ISO 8601). */
export const ärDatum = (text: string): boolean =>
  /^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(text) &&
  Number(text.slice(8)) >= 1 &&
  Number(text.slice(8)) <= dagarI(Number(text.slice(0, 4)), Number(text.slice(5, 7)));

/** Månadens nummer räknat från år 0; skillnaden mellan två är antalet månader emellan. */
export const månadsnummer = (manad: string): number => Number(manad.slice(0, 4)) * 12 + Number(manad.slice(5, 7)) - 1;

/**
 * Åldern i hela år i en månad, räknad från och med födelsedagens månad plus `senare` månader (0 eller 1).
 * Aldrig under 0. Vilken dag åldern räknas från är en tolkning: docs/tolkningar/T01.
 */
export const ålderIMånaden = (fodd: string, manad: string, senare: number): number =>
  Math.max(0, Math.floor((månadsnummer(manad) - månadsnummer(fodd) - senare) / 12));

const dagarI = (år: number, månad: number): number => new Date(Date.UTC(2000 + (år % 400), månad, 0)).getUTCDate();
