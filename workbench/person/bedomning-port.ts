import type {
  ActResult,
  Bedömning,
  Bedömningsslag,
  Bedömningsutfall,
  Dag,
  GivetSvar,
  PersonId,
  Språkuppgift,
  Svarssida,
  Svarssätt,
} from '@stegvis/casework';
import type { Medarbetare } from '../port.ts';

/** Everything the page about a person's assessments shows. */
export interface Bedömningsbild {
  readonly idag: Dag;
  /** Newest first. */
  readonly bedömningar: readonly Bedömning[];
  /** When the next one of the kind is due, where one has been finished. */
  readonly frister: Readonly<Partial<Record<Bedömningsslag, { senast: Dag; försenad: boolean }>>>;
  /** Months with assistance in a row until now, and after how many the in-depth mapping is offered. */
  readonly biståndsmånader: number;
  readonly fördjupadEfter: number;
  /** What has been noted of the person's languages, newest first; and the interpreter she has asked for herself. */
  readonly språk: readonly Språkuppgift[];
  readonly tolk: string;
  /** The proposed day of the next assessment, by the board's settings. */
  readonly nästa: Readonly<Record<Bedömningsslag, Dag | undefined>>;
}

type Svar = Promise<ActResult<{ bedömning: Bedömning }>>;

/** The person's assessments, as staff work with them. */
export interface Bedömningsport {
  bedömningsbild(medarbetare: Medarbetare, person: PersonId): Promise<Bedömningsbild | undefined>;
  startaBedömning(medarbetare: Medarbetare, person: PersonId, slag: Bedömningsslag): Svar;
  svaraPåBedömning(
    medarbetare: Medarbetare,
    person: PersonId,
    bedömning: string,
    svar: { svar: readonly GivetSvar[]; sida: Svarssida; sätt: Svarssätt },
  ): Svar;
  svaraPåErbjudande(medarbetare: Medarbetare, person: PersonId, bedömning: string, ja: boolean): Svar;
  slutförBedömning(
    medarbetare: Medarbetare,
    person: PersonId,
    bedömning: string,
    input: { utfall: Bedömningsutfall | undefined; sammanfattning: string; nästaSenast: Dag | undefined },
  ): Svar;
  /** As it is written in the form; the act says what is wrong. */
  noteraSpråk(
    medarbetare: Medarbetare,
    person: PersonId,
    input: {
      nivå: string;
      sfi: { studieväg: string; kurs: string; läge: string };
      språk: string;
      tolk: string;
      grund: string;
      anteckning: string;
    },
  ): Promise<ActResult<object>>;
  avbrytBedömning(medarbetare: Medarbetare, person: PersonId, bedömning: string, skäl: string): Svar;
  /** Writes down the person's view for her. */
  läggTillSynpunkt(medarbetare: Medarbetare, person: PersonId, bedömning: string, text: string): Svar;
}
