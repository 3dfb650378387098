import type {
  ActResult,
  Avvikelse,
  Betalfil,
  Dag,
  Delningsgrund,
  Giromottagare,
  Kontoändring,
  Månad,
  Utbetalning,
  Åtgärd,
  Öre,
} from '@stegvis/casework';
import type { Medarbetare } from './port.ts';

/** One payment in a list; a protected person's name is not given to those who may not have it. */
export interface Betalningsrad {
  readonly utbetalning: Utbetalning;
  readonly mottagare: string;
  readonly ärendenummer: string;
}

/** A file with who prepared and who released it, by name. */
export interface Betalfilsrad {
  readonly fil: Betalfil;
  readonly skapadAv: string;
  readonly släpptAv: string | undefined;
}

export interface Betalningsbild {
  readonly planerade: readonly Betalningsrad[];
  readonly filer: readonly Betalfilsrad[];
  /** Rejected and returned payments that have not been paid again. */
  readonly attBetalaIgen: readonly Betalningsrad[];
  /** Sent, the day and three bank days gone, and nothing heard. */
  readonly utanBesked: readonly Betalningsrad[];
  readonly ohanteradeAvvikelser: number;
  readonly väntandeKonton: number;
}

/** One file, with what it holds. */
export interface Betalfilsbild extends Betalfilsrad {
  readonly rader: readonly Betalningsrad[];
  /** Why this person may not release it, as a sentence; undefined when she may. */
  readonly hinder: string | undefined;
  /** Whether this person may fetch the file itself. */
  readonly fårHämta: boolean;
  /** The municipality's channel takes files from a folder. */
  readonly tillMapp: boolean;
  readonly utbetalningsdag: Dag | undefined;
}

/** One payment with its decision and the other payments of it. */
export interface Utbetalningsbild extends Betalningsrad {
  readonly alla: readonly Utbetalning[];
  readonly beslut: { readonly månad: Månad; readonly belopp: Öre };
  readonly fil: Betalfil | undefined;
  /** The account the person has stated last. */
  readonly senasteKonto: { readonly clearing: string; readonly nummer: string };
  /** Who did what, by name. */
  readonly namn: Readonly<Record<string, string>>;
}

export interface Avvikelserad extends Avvikelse {
  readonly id: string;
  readonly rapport: string;
  readonly inläst: string;
  readonly hanterad: (Åtgärd & { readonly namn: string }) | undefined;
  readonly rad: Betalningsrad | undefined;
}

export interface Återrapportbild {
  readonly rapporter: readonly {
    readonly id: string;
    readonly slag: string;
    readonly meddelandeId: string;
    readonly inläst: string;
    readonly av: string;
    readonly rader: number;
    readonly träffade: number;
    readonly främmande: number;
  }[];
  readonly avvikelser: readonly Avvikelserad[];
}

/** The payments of one day beside the decisions they come from. */
export interface Dagslista {
  readonly dag: Dag;
  readonly rader: readonly (Betalningsrad & {
    readonly månad: Månad;
    readonly beslutat: Öre;
    /** What the payments of the decision come to, on whatever day, those that failed or were stopped left out. */
    readonly utbetaltAvBeslutet: Öre;
  })[];
  /** Control sums by status, and of those that count. */
  readonly summor: readonly { readonly status: Utbetalning['status']; readonly antal: number; readonly summa: Öre }[];
  /** The day's files, and whether each holds exactly the payments that say they lie in it. */
  readonly filer: readonly { readonly fil: Betalfil; readonly stämmer: boolean }[];
}

export interface Kontoändringsrad {
  readonly ändring: Kontoändring;
  readonly person: string;
  readonly av: string;
  readonly egen: boolean;
}

/** What the pages about payments and accounts need. Every call is written to the audit log. */
export interface Betalningsport {
  betalningar(medarbetare: Medarbetare): Promise<Betalningsbild>;
  /** Prepares a file of every planned payment of the day. */
  skapaBetalfil(medarbetare: Medarbetare, utbetalningsdag: Dag): Promise<ActResult<{ fil: Betalfil }>>;
  betalfilsbild(medarbetare: Medarbetare, fil: string): Promise<Betalfilsbild | undefined>;
  /** A second person releases the file whose SHA-256 she has seen. */
  släppBetalfil(medarbetare: Medarbetare, fil: string, sett: string): Promise<ActResult<object>>;
  makuleraBetalfil(medarbetare: Medarbetare, fil: string, skäl: string): Promise<ActResult<object>>;
  /** A released file itself; every fetch is written down. */
  betalfil(medarbetare: Medarbetare, fil: string): Promise<{ readonly namn: string; readonly xml: string } | undefined>;
  utbetalning(medarbetare: Medarbetare, id: string): Promise<Utbetalningsbild | undefined>;
  stoppaUtbetalning(medarbetare: Medarbetare, id: string, skäl: string): Promise<ActResult<object>>;
  delaUtbetalning(
    medarbetare: Medarbetare,
    id: string,
    del: { belopp: Öre; giro: Giromottagare; grund: Pick<Delningsgrund, 'slag' | 'text'> },
  ): Promise<ActResult<object>>;
  /** Pays again; to the account the person has stated last, or to where it went where that was an invoice. */
  betalaIgen(medarbetare: Medarbetare, id: string): Promise<ActResult<{ id: string }>>;
  återrapporter(medarbetare: Medarbetare): Promise<Återrapportbild>;
  läsInÅterrapport(
    medarbetare: Medarbetare,
    fil: Uint8Array,
  ): Promise<ActResult<{ avvikelser: number; rader: number }>>;
  hanteraAvvikelse(medarbetare: Medarbetare, id: string, anteckning: string): Promise<ActResult<object>>;
  dagslista(medarbetare: Medarbetare, dag: Dag): Promise<Dagslista | undefined>;
  kontoändringar(medarbetare: Medarbetare): Promise<readonly Kontoändringsrad[]>;
  begärKontoändring(
    medarbetare: Medarbetare,
    val: { personnummer: string; clearing: string; nummer: string; legitimering: string },
  ): Promise<ActResult<object>>;
  avgörKontoändring(medarbetare: Medarbetare, id: string, svar: 'bekrafta' | 'avboj'): Promise<ActResult<object>>;
}
