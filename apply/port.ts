import type {
  ActResult,
  Ansökan,
  Ansökansslag,
  Beslut,
  Dag,
  Händelse,
  Kontouppgift,
  Månad,
  PersonId,
  Svar,
  Utbetalning,
  Ärende,
} from '@stegvis/casework';
import type { Beräkning, Underlag } from '@stegvis/rules';

/** Who reads the page. */
export interface Medborgare {
  readonly id: PersonId;
  /** First name, for the log-out link. */
  readonly förnamn: string;
}

/** The municipality whose pages they are. */
export interface Kommuninfo {
  readonly namn: string;
  /** The board that decides. */
  readonly nämnd: string;
  readonly telefon: string;
  readonly telefontid: string;
}

/** A person as the other adult may see her. */
export interface Vuxen {
  readonly id: PersonId;
  readonly namn: string;
}

/** One application on the overview. */
export interface Ansökansrad {
  readonly ansökan: Ansökan;
  readonly beslut: Beslut | undefined;
  readonly utbetalning: Utbetalning | undefined;
}

export interface Översikt {
  readonly ärenden: readonly Ärende[];
  /** Newest first. */
  readonly ansökningar: readonly Ansökansrad[];
  /** Applications that wait for this person's own signature. */
  readonly attSkrivaUnder: readonly Ansökan[];
}

/** What may be started now, as it is proposed from what is known. */
export interface Startförslag {
  /** Protected identity: the person is led to a caseworker, in the words everybody in need of help gets. */
  readonly tillHandläggare: boolean;
  readonly slag: Ansökansslag;
  readonly månader: readonly Månad[];
  readonly föreslagenMånad: Månad;
  /** The latest application, which a renewal is prefilled from. */
  readonly föregående: Ansökan | undefined;
  /** A draft that is already begun. */
  readonly utkast: Ansökan | undefined;
}

/** Everything a citizen may see about one application of her own. */
export interface Ansökansbild {
  readonly ansökan: Ansökan;
  readonly ärende: Ärende;
  readonly vuxna: readonly Vuxen[];
  readonly händelser: readonly Händelse[];
  readonly beslut: Beslut | undefined;
  /** The calculation the decision rests on. */
  readonly beräkning: Beräkning | undefined;
  /** The facts it was made from, for trying other figures. */
  readonly underlag: Underlag | undefined;
  readonly utbetalning: Utbetalning | undefined;
  /** Answer within 24 hours: the instant, when the application has come in and is not decided. */
  readonly svarSenast: string | undefined;
}

/**
 * What the citizen's pages need from the rest of the system; the server gives it, tests give it in memory.
 * Every call is made as the logged-in person: somebody else's application is `undefined`, never an error that tells it exists.
 */
export interface MedborgarPort {
  readonly kommun: Kommuninfo;
  idag(): Dag;
  översikt(person: Medborgare): Promise<Översikt>;
  startförslag(person: Medborgare): Promise<Startförslag>;
  /**
   * Starts a draft; `medsökande` is the other adult's personnummer, twelve digits. `slag` is what the person chose.
   */
  starta(
    person: Medborgare,
    val: { slag: Ansökansslag; månad: Månad; medsökande: { personnummer: string } | undefined },
  ): Promise<ActResult<{ ansökan: Ansökan }>>;
  hämta(person: Medborgare, ansökan: string): Promise<Ansökansbild | undefined>;
  spara(
    person: Medborgare,
    ansökan: string,
    svar: { [K in keyof Svar]: Svar[K] | undefined },
    baseradPå: number,
  ): Promise<ActResult<{ ansökan: Ansökan }>>;
  /** Says whether clearing and number can be an account, with the bank's name. */
  läsKonto(konto: Omit<Kontouppgift, 'innehavare'>): { ok: true; bank: string } | { ok: false; fel: string };
  /** Sends in a draft and signs it as this person. */
  skickaIn(person: Medborgare, ansökan: string, baseradPå: number): Promise<ActResult<{ ansökan: Ansökan }>>;
  /** The other adult signs what she has read; `avser` is the hash of that document. */
  signera(
    person: Medborgare,
    ansökan: string,
    val: { avser: string; meddelande: string | undefined; önskarHandläggare: boolean },
  ): Promise<ActResult<{ ansökan: Ansökan }>>;
  återkalla(person: Medborgare, ansökan: string): Promise<ActResult<{ ansökan: Ansökan }>>;
  /** The decision letter as PDF. */
  brev(person: Medborgare, beslut: string): Promise<Uint8Array | undefined>;
  /** What was sent in, as PDF. */
  kvitto(person: Medborgare, ansökan: string): Promise<Uint8Array | undefined>;
}
