import type {
  ActResult,
  Ansökan,
  Beslut,
  Dag,
  Fältfel,
  Granskningspost,
  Händelse,
  Journalanteckning,
  Jämförelserad,
  Kommunicering,
  Komplettering,
  Kvittens,
  Nedsättningsärende,
  PersonId,
  Påminnelse,
  Registersvar,
  Roll,
  Stopporsak,
  Tidpunkt,
  Utbetalning,
  Utfall,
  Varning,
  Ärende,
  Öre,
} from '@stegvis/casework';
import type { Beräkning } from '@stegvis/rules';
import type { Återkravsport } from './aterkrav-port.ts';
import type { Automatikport } from './automatik-port.ts';
import type { Beslutsport } from './beslut-port.ts';
import type { Betalningsport } from './betalning-port.ts';
import type { Delegationsport } from './delegation-port.ts';
import type { Dokumentport } from './dokument-port.ts';
import type { Handläggningsport, Klocka, Kollega, Körad, Närvarokollega } from './handlaggning-port.ts';
import type { Inställningsport } from './installningar-port.ts';
import type { Meddelandeport } from './meddelande-port.ts';
import type { Överklagandeport } from './overklagande-port.ts';
import type { Ramport } from './ram-port.ts';
import type { Registerport } from './register-port.ts';
import type { Registreringsport } from './registrering-port.ts';
import type { Statistikport } from './statistik/statistik-port.ts';
import type { Vägport } from './vag-port.ts';

/** The member of staff who reads the page. */
export interface Medarbetare {
  readonly id: string;
  readonly namn: string;
  readonly titel: string;
  readonly roller: readonly Roll[];
}

/** Everything about one application on the caseworker's page. */
export interface Ärendebild {
  readonly ansökan: Ansökan;
  readonly ärende: Ärende;
  readonly vuxna: readonly { readonly id: PersonId; readonly namn: string; readonly personnummer: string }[];
  readonly klocka: Klocka | undefined;
  readonly tidigareBeslut: readonly Beslut[];
  readonly registersvar: readonly { readonly person: PersonId; readonly svar: readonly Registersvar[] }[];
  readonly jämförelse: readonly Jämförelserad[];
  /** undefined while the registers have not answered, or when the law has no rule for the month. */
  /** Which stored calculation it is, for the decision; undefined when there is none. */
  readonly beräkningId: string | undefined;
  readonly beräkning: Beräkning | undefined;
  /** Why there is no calculation, as a sentence. */
  readonly ingenBeräkning: string | undefined;
  readonly stopp: readonly Stopporsak[];
  readonly händelser: readonly Händelse[];
  readonly beslut: Beslut | undefined;
  readonly utbetalning: Utbetalning | undefined;
  /** What the calculation leads to: a grant of less than the person's own words is a refusal of the rest. undefined until it can be decided. */
  readonly avsett: { readonly utfall: Utfall; readonly belopp: Öre } | undefined;
  /** Matters of refusal or reduction for one of the adults: open ones, and those decided with this application. */
  readonly nedsättningar: readonly Nedsättningsärende[];
  /** Who is responsible, by name. */
  readonly ansvarig: { readonly namn: string; readonly jag: boolean } | undefined;
  readonly varningar: readonly Varning[];
  readonly kvittenser: readonly Kvittens[];
  readonly journal: readonly Journalanteckning[];
  /** The reader's own about this application, not yet done. */
  readonly påminnelser: readonly Påminnelse[];
  /** Who else has the case open. */
  readonly närvarande: readonly Närvarokollega[];
  readonly kollegor: readonly Kollega[];
  /** Who wrote it in and when the paper came; undefined when the applicant did. */
  readonly registrering: { readonly av: string; readonly mottagen: Tidpunkt } | undefined;
  /** Answers that the paper lacked. */
  readonly saknas: readonly Fältfel[];
  readonly kompletteringar: readonly Komplettering[];
  readonly olästa: number;
  /** When this was read: what a later save is compared with. */
  readonly läst: Tidpunkt;
}

/** A line of the audit log, with the name of the member of staff and the case it concerns, where there are such. */
export interface Loggrad extends Granskningspost {
  readonly nummer: string;
  readonly namn: string | undefined;
  readonly ärendenummer: string | undefined;
}

/** Which lines of the audit log; `före` is the number of the line that the page before ended with. */
export interface Loggval {
  readonly ärende?: string | undefined;
  readonly medarbetare?: string | undefined;
  /** The first and the last day, both counted. */
  readonly från?: Dag | undefined;
  readonly till?: Dag | undefined;
  readonly nekade: boolean;
  readonly före?: string | undefined;
}

export interface Loggbild {
  /** Newest first. */
  readonly rader: readonly Loggrad[];
  /** Whether there are older lines. */
  readonly fler: boolean;
  /** Everybody who can be chosen, by name. */
  readonly medarbetare: readonly { readonly id: string; readonly namn: string }[];
}

/**
 * What the staff's pages need from the rest of the system; the server gives it, tests give it in memory.
 * A case with protected identity is `undefined` for those who may not open it. Every call is written to the audit log.
 */
export interface HandläggarPort
  extends Överklagandeport,
    Återkravsport,
    Automatikport,
    Delegationsport,
    Inställningsport,
    Beslutsport,
    Betalningsport,
    Dokumentport,
    Handläggningsport,
    Registreringsport,
    Meddelandeport,
    Ramport,
    Registerport {
  readonly kommun: { readonly namn: string; readonly nämnd: string };
  /** Everything about the way to self-support. */
  readonly väg: Vägport;
  readonly statistik: Statistikport;
  idag(): Dag;
  kö(medarbetare: Medarbetare): Promise<readonly Körad[]>;
  hämta(medarbetare: Medarbetare, ansökan: string): Promise<Ärendebild | undefined>;
  /** Settles one or more rows, each with a reason, all or none; the calculation is made again. */
  ändraBelopp(
    medarbetare: Medarbetare,
    ansökan: string,
    val: { ändringar: readonly { rad: string; belopp: Öre; skäl: string }[]; baseradPå: number },
  ): Promise<ActResult<object>>;
  /** Asks the registers again. */
  frågaIgen(medarbetare: Medarbetare, ansökan: string): Promise<ActResult<object>>;
  besluta(
    medarbetare: Medarbetare,
    ansökan: string,
    val: {
      /** What the caseworker saw when deciding; refused when the calculation has changed since. */
      sett: { beräkningId: string; utfall: Utfall; belopp: Öre };
      motivering: string;
      kommunicering: Kommunicering | undefined;
      /** Warnings that are acknowledged with the decision, by their ids. */
      kvitterade: readonly string[];
      baseradPå: number;
    },
  ): Promise<ActResult<{ beslut: Beslut }>>;
  /** The decision letter of an application, as PDF. */
  brev(medarbetare: Medarbetare, ansökan: string): Promise<Uint8Array | undefined>;
  /** The audit log, at most so many lines; undefined for those who may not read it. `fil` says in the log that they were taken out. */
  granskning(
    medarbetare: Medarbetare,
    val: Loggval,
    sätt: { readonly högst: number; readonly fil: boolean },
  ): Promise<Loggbild | undefined>;
}
