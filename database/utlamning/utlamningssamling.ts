import type { Beslut, Dag, Månad, Person, PersonId, Tidpunkt, Uppgifter, Utbetalning } from '@stegvis/casework';

export type Utlämningsslag = 'bistand' | 'avslutsorsaker';

/** One version of a record layout, as the municipality entered it; its content is read by the integration that uses it. */
export interface SparadPostbeskrivning {
  nyckel: string;
  /** 1, 2, 3 … */
  version: number;
  namn: string;
  slag: Utlämningsslag;
  innehåll: unknown;
  av: { id: string; namn: string };
  tid: Tidpunkt;
}

/** A file that was made for Socialstyrelsen. The month is the one it concerns; December's is the year's total file. */
export interface Utlämning {
  id: string;
  slag: Utlämningsslag;
  period: Månad;
  /** 1 for the first file of the period; a correction is the whole file again, 2, 3 … */
  version: number;
  beskrivning: string;
  beskrivningsversion: number;
  filnamn: string;
  rader: number;
  /** The rows that were left out: whose, and the faults that were left. */
  utelämnade: readonly { hushåll: string; fel: readonly string[] }[];
  /** Why they were left out; empty when none was. */
  skäl: string;
  /** SHA-256 of the bytes, hex; stays when the file has gone. */
  sha256: string;
  /** The day from which the content is taken away. */
  gallras: Dag;
  gallrad: Tidpunkt | undefined;
  /** Said by a person: the file has been left in the portal. */
  lämnad: { dag: Dag; av: string; tid: Tidpunkt } | undefined;
  av: { id: string; namn: string };
  tid: Tidpunkt;
}

/** A household with decisions about a month, as the case has it. */
export interface Biståndshushåll {
  ärende: string;
  månad: Månad;
  sökande: Person;
  medsökande: Person | undefined;
  /** The statement of the latest application for the month. */
  uppgifter: Uppgifter;
  /** Every decision about the month, in the order they were made. */
  beslut: readonly Beslut[];
  utbetalningar: readonly Pick<Utbetalning, 'beslut' | 'belopp' | 'status'>[];
}

/** What is delivered to Socialstyrelsen (SoL 15 kap. 2 §), and how. */
export interface Utlämningssamling {
  /** @throws Duplicate when somebody else has saved the version meanwhile */
  addBeskrivning(beskrivning: SparadPostbeskrivning): Promise<void>;
  /** The newest version of each, by name. */
  findBeskrivningar(): Promise<SparadPostbeskrivning[]>;
  findBeskrivning(nyckel: string, version?: number): Promise<SparadPostbeskrivning | undefined>;
  /** @throws Duplicate when somebody else has made the version meanwhile */
  add(utlämning: Utlämning, innehåll: Uint8Array): Promise<void>;
  find(id: string): Promise<Utlämning | undefined>;
  /** The newest period first, of one period the newest version first. */
  findAlla(): Promise<Utlämning[]>;
  /** Undefined when it has been taken away. */
  findInnehåll(id: string): Promise<Uint8Array | undefined>;
  /** Keeps that it was left in the portal. @throws VersionConflict when it was said already */
  lämna(id: string, lämnad: NonNullable<Utlämning['lämnad']>): Promise<void>;
  /** Takes away the content of one file, or of all that are due on the day; gives the number. */
  gallra(urval: { id: string } | { idag: Dag }, nu: Tidpunkt): Promise<number>;
  /** The households with a decision under 12 kap. 1 § about one of the months, by case number and month. */
  findBiståndshushåll(från: Månad, till: Månad): Promise<Biståndshushåll[]>;
  /** The persons among these who have a decision that grants something under 12 kap. 1 § for one of the months. */
  medBistånd(personer: readonly PersonId[], från: Månad, till: Månad): Promise<PersonId[]>;
}
