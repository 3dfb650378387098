import type { Beslut, Dag, Månad, Person, PersonId, Tidpunkt, Uppgifter, Utbetalning } from '@stegvis/casework';
import type { SparadPostbeskrivning, Utlämning } from '@stegvis/statistics';

/** A household with decisions about a month, as the case has it. */
export interface Biståndshushåll {
  ärende: string;
  /** The case's number, `2026-1`. */
  nummer: string;
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
