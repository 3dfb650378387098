import type {
  ActResult,
  Ansökansslag,
  Ansökansstatus,
  Anteckningsslag,
  Dag,
  Ersättare,
  Kanal,
  Månad,
  Nästa,
  Påminnelse,
  Stopporsak,
  Tidpunkt,
} from '@stegvis/casework';
import type { Medarbetare } from './port.ts';

/** The 24-hour clock in whole minutes since the last signature, without and with the time spent waiting for the applicant. */
export interface Klocka {
  readonly minuterGått: number;
  readonly minuterMedPauser: number;
  readonly läge: 'går' | 'pausad' | 'stannad';
}

/** One application in the queue. */
export interface Körad {
  readonly ansökan: string;
  readonly ärendenummer: string;
  readonly nästa: Nästa;
  /** What the household is called in the queue; 'Skyddad person' for those who may not open it. */
  readonly benämning: string;
  readonly månad: Månad;
  /** An adult is back within twelve months of an exit; never said of a protected person to those who may not open her. */
  readonly tillbaka: boolean;
  readonly slag: Ansökansslag;
  readonly kanal: Kanal;
  /** Why it stopped, in the order of the closed list. */
  readonly stopp: readonly Stopporsak[];
  /** undefined until all adults have signed. */
  readonly klocka: Klocka | undefined;
  readonly handläggare: { readonly id: string; readonly namn: string } | undefined;
  /** The reader's own, or of a colleague the reader stands in for. */
  readonly min: boolean;
  readonly olästa: number;
  /** The last day of the request that waits for the applicant. */
  readonly svarSenast: Dag | undefined;
}

/** A colleague that a case can be handed over to. */
export interface Kollega {
  readonly id: string;
  readonly namn: string;
  readonly titel: string;
}

/** Somebody else who has the case open. */
export interface Närvarokollega {
  readonly namn: string;
  readonly sedan: Tidpunkt;
  readonly senast: Tidpunkt;
}

/** A reminder with the application it is about. */
export interface Påminnelserad {
  readonly påminnelse: Påminnelse;
  readonly ärendenummer: string;
  readonly benämning: string;
}

/** What the reader is responsible for. */
export interface MittArbete {
  readonly ärenden: readonly {
    readonly nummer: string;
    readonly benämning: string;
    /** The newest application, to open. */
    readonly ansökan: string | undefined;
    readonly månad: Månad | undefined;
    readonly status: Ansökansstatus | undefined;
    /** Whose it is, when the reader stands in for somebody. */
    readonly för: string | undefined;
  }[];
  readonly påminnelser: readonly Påminnelserad[];
  readonly kollegor: readonly Kollega[];
  readonly ersättare: Ersättare | undefined;
  /** The colleagues the reader stands in for today, by name. */
  readonly ersätter: readonly string[];
}

/** A case found by search. */
export interface Sökträff {
  readonly nummer: string;
  readonly benämning: string;
  readonly ansökningar: readonly { readonly id: string; readonly månad: Månad; readonly status: Ansökansstatus }[];
}

/** The caseworker's daily work beside the decisions. */
export interface Handläggningsport {
  /** Makes the reader responsible. */
  ta(medarbetare: Medarbetare, ansökan: string): Promise<ActResult<object>>;
  /**
   * Gives the reader the next application to settle: the own first, then one that nobody has; undefined when none waits. After the
   * application `efter` where the reader comes from one, and from the beginning again after the last.
   */
  taNästa(medarbetare: Medarbetare, efter?: string): Promise<string | undefined>;
  lämnaÖver(medarbetare: Medarbetare, ansökan: string, till: string): Promise<ActResult<object>>;
  /** Acknowledges warnings by their ids. */
  kvittera(medarbetare: Medarbetare, ansökan: string, varningar: readonly string[]): Promise<ActResult<object>>;
  skrivAnteckning(
    medarbetare: Medarbetare,
    ansökan: string,
    val: { slag: Anteckningsslag; hände: Dag; text: string; gäller: string | undefined },
  ): Promise<ActResult<object>>;
  skapaPåminnelse(
    medarbetare: Medarbetare,
    ansökan: string,
    val: { dag: Dag; text: string },
  ): Promise<ActResult<object>>;
  avslutaPåminnelse(medarbetare: Medarbetare, påminnelse: string): Promise<ActResult<object>>;
  /** Says that the reader has the application open, and gives who else has; undefined when it may not be opened. */
  närvara(medarbetare: Medarbetare, ansökan: string): Promise<readonly Närvarokollega[] | undefined>;
  lämna(medarbetare: Medarbetare, ansökan: string): Promise<void>;
  mittArbete(medarbetare: Medarbetare): Promise<MittArbete>;
  /** Sets who stands in for the reader; undefined ends it. */
  sättErsättare(
    medarbetare: Medarbetare,
    val: { ersättare: string; från: Dag; till: Dag } | undefined,
  ): Promise<ActResult<object>>;
  /** Cases by number or personnummer (twelve figures); those that the reader may not open are left out. */
  sök(medarbetare: Medarbetare, text: string): Promise<readonly Sökträff[]>;
}
