import type { Insatsnamn, Spårnamn } from './sanning.ts';

/** What the generator itself has counted while it made the facts, to check statistics against. Months are `YYYY-MM`. */
export interface Facit {
  /** Households of the first list that are done, for progress. */
  klara: number;
  rader: number;
  hushållsmånader: Record<string, number>;
  /** Öre by month, 12:1 and 12:2 together. */
  belopp: Record<string, number>;
  /** Adults' periods that ended and that were seen for a year after, by track: how many, and how many had applied again within a year. */
  återkomst: Partial<Record<Spårnamn, { slutade: number; återkom: number }>>;
  /** Adults in calendar years. */
  vuxnaUnderÅr: Record<string, number>;
  långvarigaUnderÅr: Record<string, number>;
  /** Applications again since automatic decisions began, and those decided automatically. */
  automatik: { möjliga: number; automatiska: number };
  /**
   * Those who began an activity that they could be followed for a year from: how many, and the sum of how much likelier the activity
   * made them to leave for work or studies within 6 and 12 months, against beginning later or not at all (`sannSkillnad`).
   */
  effekt: Partial<Record<Insatsnamn, { antal: number; inom6: number; inom12: number }>>;
}

export function nyttFacit(): Facit {
  return {
    klara: 0,
    rader: 0,
    hushållsmånader: {},
    belopp: {},
    återkomst: {},
    vuxnaUnderÅr: {},
    långvarigaUnderÅr: {},
    automatik: { möjliga: 0, automatiska: 0 },
    effekt: {},
  };
}
