import type {
  ActResult,
  Ansökan,
  Beslut,
  Betalfil,
  Dag,
  Granskningspost,
  Händelse,
  Jämförelserad,
  Kommunicering,
  Månad,
  PersonId,
  Registersvar,
  Roll,
  Stopporsak,
  Utbetalning,
  Utfall,
  Ärende,
  Öre,
} from '@stegvis/casework';
import type { Beräkning } from '@stegvis/rules';

/** The member of staff who reads the page. */
export interface Medarbetare {
  readonly id: string;
  readonly namn: string;
  readonly titel: string;
  readonly roller: readonly Roll[];
}

/** What must happen next with an application; the queue is grouped by it. */
export type Nästa = 'ta-stallning' | 'vantar-pa-register';

export interface Körad {
  readonly ansökan: string;
  readonly ärendenummer: string;
  readonly nästa: Nästa;
  /** What the household is called in the queue; 'Skyddad person' for those who may not open it. */
  readonly benämning: string;
  readonly månad: Månad;
  readonly slag: Ansökan['slag'];
  /** Why it stopped, in the order of the closed list. */
  readonly stopp: readonly Stopporsak[];
  readonly klocka: Klocka | undefined;
  readonly handläggare: string | undefined;
  readonly min: boolean;
}

/** The 24-hour clock: minutes gone since the last signature, and whether it runs. */
export interface Klocka {
  readonly minuterGått: number;
  readonly läge: 'går' | 'pausad' | 'stannad';
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
}

export interface Betalningsbild {
  readonly planerade: readonly {
    readonly utbetalning: Utbetalning;
    readonly mottagare: string;
    readonly ärendenummer: string;
  }[];
  readonly filer: readonly Betalfil[];
}

/**
 * What the staff's pages need from the rest of the system; the server gives it, tests give it in memory.
 * A case with protected identity is `undefined` for those who may not open it. Every call is written to the audit log.
 */
export interface HandläggarPort {
  readonly kommun: { readonly namn: string; readonly nämnd: string };
  idag(): Dag;
  kö(medarbetare: Medarbetare): Promise<readonly Körad[]>;
  hämta(medarbetare: Medarbetare, ansökan: string): Promise<Ärendebild | undefined>;
  ta(medarbetare: Medarbetare, ansökan: string): Promise<ActResult<object>>;
  /** Settles one row with a reason; the calculation is made again. */
  ändraBelopp(
    medarbetare: Medarbetare,
    ansökan: string,
    ändring: { rad: string; belopp: number; skäl: string; baseradPå: number },
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
      baseradPå: number;
    },
  ): Promise<ActResult<{ beslut: Beslut }>>;
  /** The decision letter of an application, as PDF. */
  brev(medarbetare: Medarbetare, ansökan: string): Promise<Uint8Array | undefined>;
  betalningar(medarbetare: Medarbetare): Promise<Betalningsbild>;
  /** Puts every planned payment of the day in one file. */
  skapaBetalfil(medarbetare: Medarbetare, utbetalningsdag: Dag): Promise<ActResult<{ fil: Betalfil }>>;
  betalfil(medarbetare: Medarbetare, fil: string): Promise<{ readonly namn: string; readonly xml: string } | undefined>;
  /** The audit log, newest first; only for those who may read it. */
  granskning(medarbetare: Medarbetare, filter: { ärende: string | undefined }): Promise<readonly Granskningspost[]>;
}
