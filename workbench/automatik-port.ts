import type {
  ActResult,
  Automatikinställningar,
  Automatikläge,
  Dag,
  Granskningsuppdrag,
  Lägesbyte,
  Månad,
  Problemrapport,
  Skuggfall,
  Stoppkod,
  Styrning,
  Tidpunkt,
  Öre,
  Överensstämmelse,
} from '@stegvis/casework';
import type { Medarbetare } from './port.ts';

/** How far automation goes, and what speaks for going further. */
export interface Automatikbild {
  readonly läge: Automatikläge;
  /** Undefined when the board has settings that cannot be read: then nothing is automatic. */
  readonly inställningar: Automatikinställningar | undefined;
  readonly styrning: Styrning;
  /** Since the present shadow period began. */
  readonly överensstämmelse: Överensstämmelse;
  readonly sedan: Tidpunkt | undefined;
  /** What is lacking before it may be switched on, in sentences. */
  readonly brister: readonly string[];
  readonly väntande: Lägesbyte | undefined;
  /** Newest first. */
  readonly byten: readonly Lägesbyte[];
  readonly ogranskade: number;
  readonly attÅtgärda: number;
}

/** A shadow proposal and whether the reader may open the application. */
export interface Skuggrad extends Skuggfall {
  readonly utslag: 'lika' | 'olika' | 'vantar';
  readonly skillnad: readonly string[];
  /** The application is protected, and the reader may not see its number or open it. */
  readonly dold: boolean;
}

export interface Skuggbild {
  readonly överensstämmelse: Överensstämmelse;
  readonly perMånad: readonly {
    readonly månad: Månad;
    readonly prövade: number;
    readonly lika: number;
    readonly procent: number;
  }[];
  readonly olika: readonly Skuggrad[];
  readonly väntar: number;
  readonly stopp: readonly { readonly kod: Stoppkod; readonly antal: number; readonly somBeräknat: number }[];
  /** The same for those drawn for review before the decision. */
  readonly föreBeslut: Överensstämmelse;
}

/** One drawn decision in the queue. */
export interface Granskningsrad {
  readonly uppdrag: Granskningsuppdrag;
  readonly ärendenummer: string;
  readonly månad: Månad;
  readonly belopp: Öre;
  readonly beslutat: Dag;
  /** Why the reader may not review it, as a sentence. */
  readonly hinder: string | undefined;
}

export interface Granskningsbild {
  readonly väntar: readonly Granskningsrad[];
  /** Found wrong, and nothing done about it yet. */
  readonly attÅtgärda: readonly Granskningsrad[];
  readonly granskade: readonly Granskningsrad[];
  /** By month of the decision: automatic grants, drawn, reviewed, wrong. */
  readonly perMånad: readonly {
    readonly månad: Månad;
    readonly automatiska: number;
    readonly dragna: number;
    readonly granskade: number;
    readonly fel: number;
  }[];
  readonly procent: number | undefined;
}

export interface Räknarbild {
  readonly månader: readonly Månad[];
  /** Applications that each reason stopped, newest month first; the share is of those calculated for a person or decided that month. */
  readonly stopp: readonly {
    readonly kod: Stoppkod;
    readonly perMånad: Readonly<Record<Månad, { readonly antal: number; readonly okänt: number }>>;
    readonly antal: number;
    readonly okänt: number;
  }[];
  readonly beslut: readonly {
    readonly månad: Månad;
    readonly antal: number;
    readonly automatiska: number;
    readonly medianMinuter: number | undefined;
    readonly medianMinuterAutomatiska: number | undefined;
  }[];
  readonly väntar: { readonly antal: number; readonly äldst: Tidpunkt | undefined };
}

/** What the pages about automation need. Undefined or refused for those who may not; every call is written to the audit log. */
export interface Automatikport {
  automatik(medarbetare: Medarbetare): Promise<Automatikbild | undefined>;
  bytLäge(medarbetare: Medarbetare, val: { till: Automatikläge; skäl: string }): Promise<ActResult<object>>;
  avgörLäge(
    medarbetare: Medarbetare,
    val: { id: string; svar: 'bekrafta' | 'avboj'; skäl: string },
  ): Promise<ActResult<object>>;
  skugga(medarbetare: Medarbetare): Promise<Skuggbild | undefined>;
  granskningar(medarbetare: Medarbetare): Promise<Granskningsbild | undefined>;
  granska(
    medarbetare: Medarbetare,
    id: string,
    val: { utfall: string; slag: string; text: string; effekt: string; belopp: Öre },
  ): Promise<ActResult<object>>;
  åtgärda(medarbetare: Medarbetare, id: string, text: string): Promise<ActResult<object>>;
  räknare(medarbetare: Medarbetare): Promise<Räknarbild | undefined>;
  rapporteraProblem(
    medarbetare: Medarbetare,
    val: { sida: string; useragent: string; text: string },
  ): Promise<ActResult<object>>;
  problemrapporter(medarbetare: Medarbetare): Promise<readonly Problemrapport[] | undefined>;
  /** Only in the practice municipality. */
  readonly övning?: { börjaOm(medarbetare: Medarbetare): Promise<void> } | undefined;
}
