import type { ActResult, Dag, Deltagandedag, Läkarintyg, Månadsunderlag } from '@stegvis/casework';
import type { Medborgare } from '../port.ts';

/** One thing in the person's week. */
export interface Veckopost {
  readonly dag: Dag;
  readonly från: string;
  readonly till: string;
  readonly vad: string;
  readonly var: string;
  /** The referral, when it is an activity that an absence can be explained for. */
  readonly anvisning: string | undefined;
}

/** The person's own weeks, absences and month. */
export interface MinVecka {
  readonly idag: Dag;
  /** From the Monday of this week to the Sunday of next, in order. */
  readonly poster: readonly Veckopost[];
  /** Hours a week set aside for seeking work, which the person places herself. */
  readonly jobbsökartimmar: number | undefined;
  /** Days that somebody has marked as absence, the latest first, with the name of the activity. */
  readonly frånvaro: readonly { readonly dag: Deltagandedag; readonly vad: string }[];
  readonly intyg: readonly Läkarintyg[];
  readonly månad: Månadsunderlag;
  readonly prenumererar: boolean;
  /** The application whose documents a certificate can be added to. */
  readonly ansökan: string | undefined;
}

/** The person's own weeks. */
export interface MinVeckoport {
  minVecka(person: Medborgare): Promise<MinVecka>;
  /** The absences that wait for the person's own words, the latest first. */
  oförklaradFrånvaro(person: Medborgare): Promise<MinVecka['frånvaro']>;
  förklaraFrånvaro(
    person: Medborgare,
    anvisning: string,
    dag: string,
    svar: { skäl: string; text: string },
  ): Promise<ActResult<object>>;
  lämnaIntyg(person: Medborgare, intyg: { från: string; till: string; inlämning: string }): Promise<ActResult<object>>;
  /** Makes a secret address, given once; an earlier one is withdrawn. */
  skapaKalenderlänk(person: Medborgare): Promise<{ hemlighet: string }>;
  återkallaKalenderlänk(person: Medborgare): Promise<void>;
  /** What the address shows: days and times only; undefined when the secret is wrong or withdrawn. */
  kalenderflöde(
    hemlighet: string,
  ): Promise<readonly { id: string; dag: Dag; från: string; till: string }[] | undefined>;
}
