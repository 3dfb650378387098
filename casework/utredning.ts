import type { Avgöranden, underlagsschema } from '@stegvis/rules';
import type { z } from 'zod';
import type { Öre } from './belopp.ts';
import type { Källa } from './registersvar.ts';
import type { Dag, Tidpunkt } from './tid.ts';

/**
 * What a caseworker has settled by hand in one row, with the reason.
 * - `godkand-kostnad`: what is found reasonable of a cost
 * - `raknat-belopp`: what is counted of an income or asset, whatever was received
 * - `rattad-uppgift`: what was really received; the rules then treat it as they treat the type (jobbstimulans on wages)
 * - `kontrollerad`: what was found out by hand where a register could not answer; 0 when there was nothing
 */
export type Justeringsslag = 'godkand-kostnad' | 'raknat-belopp' | 'rattad-uppgift' | 'kontrollerad';

export interface Justering {
  id: string;
  ansökan: string;
  /** Row id in the comparison. */
  rad: string;
  slag: Justeringsslag;
  belopp: Öre;
  skäl: string;
  av: { id: string; namn: string };
  tid: Tidpunkt;
}

/** What the register says in a row: an amount, nothing, cannot be told, or that no register is asked about the type. */
export type Registerbesked =
  | { slag: 'belopp'; belopp: Öre }
  | { slag: 'inget' }
  | { slag: 'ej-kontrollerbar' }
  | { slag: 'fragas-inte' };

/** One row of 'Du skrev · Registren säger · Räknat · Godkänt'. */
export interface Jämförelserad {
  /** `kostnad:<id>`, `inkomst:<person>:<typ>`, `inkomst:<person>:<typ>:<id>`, `tillgang:<id>` or `lucka:<person>:<källa>`. */
  id: string;
  grupp: 'kostnad' | 'inkomst' | 'tillgang' | 'lucka';
  typ: string;
  /** What the row is called on the page. */
  benämning: string;
  /** Whose it is: adult or child; undefined for the household's. */
  person: string | undefined;
  /** Stated by the applicant; undefined when nothing was stated. */
  skrev: Öre | undefined;
  register: Registerbesked;
  källa: Källa | undefined;
  /** What the machine counts; undefined when a person must settle it. */
  räknat: Öre | undefined;
  /** What counts in the end: the caseworker's amount, else the machine's. */
  godkänt: Öre | undefined;
  /** By the person's own words: this month's statement, else what the register says of an income counted before. */
  egenUppgift: Öre | undefined;
  /** Counted in the latest decision, for comparison. */
  förra: Öre | undefined;
  /** What the register says was paid in the comparison month, two months before the one applied for; undefined when nothing. */
  innan?: Öre | undefined;
  /** The day it was paid, where one is known. */
  utbetald: Dag | undefined;
  /** Own statement and register do not say the same. */
  skiljer: boolean;
  /** Register less statement, in öre; undefined when there is nothing to compare. */
  skillnad: Öre | undefined;
  /** What a person must know or do, in a sentence; undefined when nothing. */
  fråga: string | undefined;
  justering: Justering | undefined;
}

/** The facts of one household and month in the exchange format, as they are before `läsUnderlag` has accepted them. */
export type Underlagsdata = z.input<typeof underlagsschema>;

/** An inquiry: the facts as they count, where each came from, and what is still open. */
export interface Utredning {
  underlag: Underlagsdata;
  /** Who has settled which amount in the underlag, when and why; becomes part of the receipt. */
  avgöranden: Avgöranden;
  /** The same household by the person's own words: own statement wherever there is one. */
  egetUnderlag: Underlagsdata;
  jämförelse: Jämförelserad[];
  /** Rows that a register should have answered and that nobody has settled: nothing may be decided. */
  luckor: Jämförelserad[];
}
