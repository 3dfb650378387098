import type { Månad } from '@stegvis/casework';
import type { Räknetid } from './sparade-svar.ts';

/** What is asked: who began the activity in these months (both counted). */
export interface Effekturval {
  readonly insats: string;
  readonly från: Månad;
  readonly till: Månad;
  /** For each who began, so many like her at most are taken, by chance that does not know how it went for them. */
  readonly jämförPer: number;
}

/** One who began in the month, or one like her. What came after is as it is known. */
export interface Effektrad {
  readonly person: string;
  readonly deltog: boolean;
  /** Recorded when the month began: sex, age group, household type, group of obstacles, track, months of assistance before (by band) and whether she was in another activity. */
  readonly bakgrund: string;
  readonly månad: Månad;
  /** The last month of the period; undefined while it goes on. */
  readonly till: Månad | undefined;
  readonly avslutsorsak: string | undefined;
  /** The first month from `månad` on, in the period, that she moved up a step of the ladder. */
  readonly stegUppåt: Månad | undefined;
}

/** Who began an activity and people like them, for the careful comparison (statistics/effekt). */
export interface Effektsamling {
  /** Groups are those with both kinds of rows; those who began and had nobody like them are there too. */
  findJämförbara(urval: Effekturval, inom?: Räknetid): Promise<Effektrad[]>;
}
