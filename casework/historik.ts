import type { Öre } from './belopp.ts';
import type { PersonId } from './person.ts';
import type { Månad } from './tid.ts';
import type { Ansökansstatus } from './ansokan.ts';
import type { Inkomsttyp } from './uppgifter.ts';

/** The household as it was decided for a month: what must be the same for it to count as unchanged. */
export interface Hushållsbild {
  vuxna: readonly PersonId[];
  sambor: boolean;
  barn: readonly { fodd: string; dagar: number | undefined; skolungdom: boolean }[];
  personerIBostaden: number;
}

/** A decision of an earlier month, with what was counted then. */
export interface TidigareBeslut {
  ansökan: string;
  månad: Månad;
  utfall: 'bifall' | 'delavslag' | 'avslag';
  belopp: Öre;
  hushåll: Hushållsbild;
  inkomster: readonly { person: string; typ: Inkomsttyp; netto: Öre }[];
}

/** What is known from before about the adults of an application. */
export interface Historik {
  /** Decisions for any of the adults, newest month first. */
  beslut: readonly TidigareBeslut[];
  /** Applications for any of the adults other than this one, drafts and withdrawn ones included. */
  ansökningar: readonly { ansökan: string; månad: Månad; status: Ansökansstatus }[];
  /** Months with decided försörjningsstöd in any municipality, per adult. */
  biståndsmånader: Readonly<Record<PersonId, readonly Månad[]>>;
  /** First month of a running two-year period of jobbstimulans, per adult, where an authority has established it. */
  jobbstimulansFrån: Readonly<Record<PersonId, Månad>>;
}

/** No history: nobody in the household is known from before. */
export const INGEN_HISTORIK: Historik = { beslut: [], ansökningar: [], biståndsmånader: {}, jobbstimulansFrån: {} };
