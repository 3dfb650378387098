import type {
  ActResult,
  Dag,
  Deltagandemark,
  Intygsbeslut,
  Läkarintyg,
  Månad,
  Månadsunderlag,
  Pass,
} from '@stegvis/casework';
import type { Medarbetare } from '../port.ts';

/** One person's attendance in a month as staff see it. */
export interface Deltagandebild {
  readonly idag: Dag;
  readonly underlag: Månadsunderlag;
  /** Names of activities and providers by referral. */
  readonly anvisningar: readonly { readonly id: string; readonly insats: string; readonly anordnare: string }[];
  /** Every mark of the month, replaced ones included, newest first. */
  readonly historik: readonly Deltagandemark[];
  readonly intyg: readonly Läkarintyg[];
  readonly intygsbeslut: readonly Intygsbeslut[];
}

/** What a decision about certificates is written as. */
export interface Intygsbeslutsuppgift {
  readonly slag: string;
  readonly från: string;
  readonly till: string;
  readonly skäl: string;
}

/** One participant as the provider sees her: a name, times, and what to think of. Nothing else. */
export interface Deltagare {
  readonly anvisning: string;
  /** A neutral label when her identity is protected. */
  readonly namn: string;
  readonly insats: string;
  readonly från: Dag;
  readonly till: Dag;
  readonly startad: boolean;
  readonly pass: readonly Pass[];
  readonly tänkPå: string;
  /** Whom to call. */
  readonly kontakt: { readonly namn: string | undefined; readonly telefon: string };
}

/** One planned day of one participant. */
export interface Deltagardag {
  readonly deltagare: Deltagare;
  readonly dag: Dag;
  readonly pass: readonly Pass[];
  readonly timmar: number;
  readonly mark: Deltagandemark | undefined;
}

/** What a provider has one week. */
export interface Deltagarvecka {
  readonly idag: Dag;
  readonly anordnare: string;
  readonly deltagare: readonly Deltagare[];
  readonly dagar: readonly Deltagardag[];
}

/** One line of a marking form; an empty kind on a day without mark leaves it not marked. */
export interface Markrad {
  readonly anvisning: string;
  readonly dag: string;
  readonly slag: string;
  readonly timmar: number | undefined;
}

/** Attendance: what a provider marks, and what staff read and assess. */
export interface Deltagandeport {
  /** The provider's own participants from one day to another; undefined for somebody who belongs to no provider. */
  deltagarvecka(medarbetare: Medarbetare, från: Dag, till: Dag): Promise<Deltagarvecka | undefined>;
  /** One participant with her marks, newest first; undefined for another provider's, and the attempt is logged. */
  deltagaren(
    medarbetare: Medarbetare,
    anvisning: string,
  ): Promise<{ idag: Dag; deltagare: Deltagare; märken: readonly Deltagandemark[] } | undefined>;
  /** Marks and corrects in one; of a refusal nothing is kept, and its fields are `<fält>-<anvisning>`. */
  markera(
    medarbetare: Medarbetare,
    rader: readonly Markrad[],
    skäl: string,
  ): Promise<ActResult<{ nya: number; rättade: number }>>;
  deltagandebild(
    medarbetare: Medarbetare,
    person: string,
    månad: Månad | undefined,
  ): Promise<Deltagandebild | undefined>;
  bedömFrånvaro(
    medarbetare: Medarbetare,
    person: string,
    mark: string,
    bedömning: { giltig: boolean | undefined; skäl: string },
  ): Promise<ActResult<object>>;
  läsIntyg(medarbetare: Medarbetare, person: string, intyg: string): Promise<ActResult<object>>;
  beslutaOmIntyg(medarbetare: Medarbetare, person: string, uppgift: Intygsbeslutsuppgift): Promise<ActResult<object>>;
}
