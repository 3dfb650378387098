import type {
  ActResult,
  Akutuppgift,
  Ansökan,
  Ansökansförslag,
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
import type { Dokumentport } from './dokument-port.ts';
import type { Kontoport } from './konto-port.ts';
import type { MinaSidorPort } from './mina-sidor-port.ts';
import type { Överklagandeport } from './overklagande-port.ts';
import type { MinVägport } from './vagen/min-vag-port.ts';
import type { Yttrandeport } from './yttrande-port.ts';

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
export type Startförslag = Ansökansförslag;

/** What a person has chosen on the first page. */
export interface Startval {
  readonly slag: Ansökansförslag['slag'];
  readonly månad: Månad;
  /** The other adult: by personnummer (twelve digits), or the same as in the application that the proposal builds on. */
  readonly medsökande: { readonly personnummer: string } | 'samma' | undefined;
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
  /** When it closes by itself unless every adult has signed; undefined when it does not wait for a signature. */
  readonly underskriftSenast: string | undefined;
}

/**
 * What the citizen's pages need from the rest of the system; the server gives it, tests give it in memory.
 * Every call is made as the logged-in person: somebody else's application is `undefined`, never an error that tells it exists.
 */
export interface MedborgarPort extends Yttrandeport, Överklagandeport, Dokumentport, Kontoport, MinaSidorPort {
  readonly kommun: Kommuninfo;
  /** The person's own part of the way to self-support. */
  readonly väg: MinVägport;
  idag(): Dag;
  översikt(person: Medborgare): Promise<Översikt>;
  startförslag(person: Medborgare): Promise<Startförslag>;
  /** Starts a draft of what the person chose. */
  starta(person: Medborgare, val: Startval): Promise<ActResult<{ ansökan: Ansökan }>>;
  /** Asks for help today; `belopp` in öre where it is known. It lies with a person at once. */
  begärAkutHjälp(
    person: Medborgare,
    val: { akut: Akutuppgift; belopp: number | undefined },
  ): Promise<ActResult<{ ansökan: Ansökan }>>;
  /** The person no longer lives with the other adult of the case: each has an own case from now on. */
  separera(person: Medborgare, ärende: string): Promise<ActResult<{ ärende: Ärende }>>;
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
