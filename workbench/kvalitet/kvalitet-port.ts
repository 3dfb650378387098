import type {
  ActResult,
  Aktgranskning,
  Arbetsgrupp,
  Avslut,
  Checklista,
  Dag,
  Granskningsomgång,
  Granskningsuppdrag,
  Kvalitetsavvikelse,
  Kvalitetsmönster,
  Kvalitetsåtgärd,
  Mönsterdel,
  Återkomstnotering,
  Öre,
} from '@stegvis/casework';
import type { Medarbetare } from '../port.ts';

type Vem = { readonly id: string; readonly namn: string };

export interface Omgångsrad {
  readonly omgång: Granskningsomgång;
  readonly antal: number;
  readonly klara: number;
}

/** A deviation in a list. Where the reader may not open the person it was seen at, the words are left out. */
export interface Kvalitetsavvikelserad {
  readonly avvikelse: Kvalitetsavvikelse;
  readonly dold: boolean;
  readonly försenade: number;
}

export interface Kvalitetsbild {
  readonly idag: Dag;
  /** Whether the reader works with quality; else only what is her own is here. */
  readonly hanterar: boolean;
  readonly fårDra: boolean;
  readonly fårÄndraChecklistor: boolean;
  readonly omgångar: readonly Omgångsrad[];
  /** Files the reader has begun and not finished. */
  readonly mina: readonly { readonly id: string; readonly ärendenummer: string; readonly omgång: string }[];
  readonly avvikelser: readonly Kvalitetsavvikelserad[];
  /** Measures that are overdue, or the reader's own that are to be done; the oldest first. */
  readonly åtgärder: readonly {
    readonly avvikelse: Kvalitetsavvikelse;
    readonly åtgärd: Kvalitetsåtgärd;
    readonly dold: boolean;
  }[];
}

export interface NyOmgångsbild {
  readonly idag: Dag;
  readonly checklistor: readonly Checklista[];
  readonly grupper: readonly Arbetsgrupp[];
  readonly granskare: readonly Vem[];
}

/** The rule as it was written in the form. */
export interface Omgångsval {
  readonly namn: string;
  readonly mall: string;
  readonly från: string;
  readonly till: string;
  readonly beslut: string;
  readonly utfall: string;
  readonly grupp: string;
  readonly baraÅterkomst: boolean;
  readonly sätt: string;
  readonly procent: string;
  readonly nummer: string;
  /** Empty: the server chooses. */
  readonly frö: string;
  readonly checklistor: readonly string[];
  readonly granskare: readonly string[];
  readonly senast: string;
}

/** One file of a round in the list. */
export interface Aktrad {
  readonly akt: Aktgranskning;
  /** Empty where the reader may not know whose it is. */
  readonly ärendenummer: string;
  readonly månad: string;
  readonly utfall: string;
  readonly beslutad: Dag;
  readonly dold: boolean;
  /** Why the reader may not review it. */
  readonly hinder: string | undefined;
}

export interface Omgångsbild {
  readonly idag: Dag;
  readonly omgång: Granskningsomgång;
  readonly checklistor: readonly Checklista[];
  readonly akter: readonly Aktrad[];
  readonly fårAvsluta: boolean;
}

export interface Aktbild {
  readonly idag: Dag;
  readonly omgång: Granskningsomgång;
  readonly rad: Aktrad;
  readonly checklistor: readonly Checklista[];
  readonly hushåll: string;
  readonly belopp: Öre;
  readonly motivering: string;
  readonly beslutsfattare: string;
  /** Adults of the application, for the links to their plans. */
  readonly vuxna: readonly { readonly id: string; readonly namn: string }[];
  /** The review of the automatic grant, which the statistics count; undefined where the decision is a person's. */
  readonly automatisk: { readonly uppdrag: Granskningsuppdrag | undefined } | undefined;
  readonly avvikelser: readonly Kvalitetsavvikelse[];
  /** The next file of the round that the reader may review. */
  readonly nästa: string | undefined;
}

export interface Automatutfall {
  readonly utfall: string;
  readonly slag: string;
  readonly text: string;
  readonly effekt: string;
  readonly belopp: Öre;
}

export interface Checklistbild {
  readonly checklistor: readonly Checklista[];
  /** Every version of the board's own, newest first. */
  readonly historik: readonly Checklista[];
  readonly fårÄndra: boolean;
}

export interface Gruppbild {
  readonly grupper: readonly Arbetsgrupp[];
  readonly personal: readonly Vem[];
  readonly fårÄndra: boolean;
}

/** What a deviation is reported at, as it came with the link. */
export interface Anmälningsläge {
  readonly idag: Dag;
  readonly gäller: string | undefined;
  readonly ansökan: string | undefined;
  readonly person: string | undefined;
  readonly akt: string | undefined;
  /** The question of the checklist that failed, with what the reviewer wrote. */
  readonly fråga: { readonly text: string; readonly skrivet: string } | undefined;
}

export interface Avvikelsebild {
  readonly idag: Dag;
  readonly avvikelse: Kvalitetsavvikelse;
  readonly hanterar: boolean;
  readonly jag: string;
  readonly personal: readonly Vem[];
  /** What it is about, in words, where it is about a case or person. */
  readonly gäller: string | undefined;
  /** Whether the reader may open the case, and the file in the review that it was seen in. */
  readonly kanÖppna: boolean;
  readonly kanÖppnaAkt: boolean;
}

export type Avvikelseakt =
  | { readonly gör: 'tilldela'; readonly utredare: string }
  | { readonly gör: 'utred'; readonly orsaker: readonly string[]; readonly text: string }
  | { readonly gör: 'atgard'; readonly text: string; readonly ansvarig: string; readonly senast: string }
  | { readonly gör: 'gjort'; readonly åtgärd: string; readonly text: string }
  | { readonly gör: 'folj-upp'; readonly effekt: string; readonly text: string }
  | { readonly gör: 'avsluta' | 'avskriv'; readonly text: string };

export interface Mönsterbild {
  readonly del: Mönsterdel;
  readonly från: Dag;
  readonly till: Dag;
  readonly akter: number;
  readonly mönster: readonly Kvalitetsmönster[];
  /** Files whose group is too small to be shown, and so in no part. */
  readonly utanGrupp: number;
}

export interface Kvalitetsår {
  readonly år: number;
  readonly idag: Dag;
  readonly omgångar: readonly Omgångsrad[];
  readonly akter: number;
  readonly akterMedBrist: number;
  readonly mönster: Kvalitetsmönster['frågor'];
  readonly avvikelser: readonly Kvalitetsavvikelserad[];
  /** Counts of the deviations reported in the year, by what they are called. */
  readonly perProcess: readonly (readonly [string, number])[];
  readonly perOrsak: readonly (readonly [string, number])[];
  /** Automatic grants of the year that were drawn and looked at. */
  readonly automatiska: { readonly granskade: number; readonly fel: number };
  /** Persons who came back within a year of an exit; undefined where it is protected. */
  readonly återkomster: {
    readonly antal: number | undefined;
    readonly orsaker: readonly (readonly [string, number | undefined])[];
  };
}

/** That a person is back within twelve months of an exit. Information to staff, never a reason to decide one way or the other. */
export interface Tillbakabild {
  readonly avslut: Avslut;
  readonly notering: Återkomstnotering | undefined;
}

type Svar<T = object> = Promise<ActResult<T>>;

/** File review, deviations and what they change. Every read is logged. `undefined`: not there, or not for this reader. */
export interface Kvalitetsport {
  kvalitetsbild(who: Medarbetare): Promise<Kvalitetsbild | undefined>;
  nyOmgång(who: Medarbetare): Promise<NyOmgångsbild | undefined>;
  draOmgång(who: Medarbetare, val: Omgångsval): Svar<{ omgång: Granskningsomgång }>;
  omgångsbild(who: Medarbetare, id: string): Promise<Omgångsbild | undefined>;
  /** Draws again, and says whether the same comes out. */
  kontrolleraUrval(
    who: Medarbetare,
    id: string,
  ): Promise<{ samma: boolean; population: number; skillnad: number } | undefined>;
  avslutaOmgång(who: Medarbetare, id: string, slutsats: string): Svar;
  aktbild(who: Medarbetare, id: string): Promise<Aktbild | undefined>;
  svaraIAkt(
    who: Medarbetare,
    id: string,
    val: {
      readonly version: number;
      readonly svar: readonly { checklista: string; fråga: string; svar: string; text: string }[];
      readonly sammanfattning: string;
      readonly automatisk: Automatutfall | undefined;
      readonly slutför: boolean;
    },
  ): Svar;
  lämnaAkt(who: Medarbetare, id: string): Svar;
  checklistor(who: Medarbetare): Promise<Checklistbild | undefined>;
  ändraChecklista(
    who: Medarbetare,
    id: string,
    val: {
      readonly version: number;
      readonly frågor: readonly { id: string | undefined; text: string; grund: string }[];
      readonly skäl: string;
    },
  ): Svar;
  arbetsgrupper(who: Medarbetare): Promise<Gruppbild | undefined>;
  sparaArbetsgrupp(
    who: Medarbetare,
    val: { readonly id: string; readonly namn: string; readonly medlemmar: readonly string[] },
  ): Svar;
  anmälningsläge(
    who: Medarbetare,
    från: {
      readonly ansökan?: string | undefined;
      readonly person?: string | undefined;
      readonly akt?: string | undefined;
      readonly checklista?: string | undefined;
      readonly fråga?: string | undefined;
    },
  ): Promise<Anmälningsläge | undefined>;
  anmälAvvikelse(
    who: Medarbetare,
    val: {
      readonly rubrik: string;
      readonly vad: string;
      readonly process: string;
      readonly allvar: string;
      readonly dag: string;
      readonly ansökan: string | undefined;
      readonly person: string | undefined;
      readonly akt: string | undefined;
      readonly checklista: string | undefined;
      readonly fråga: string | undefined;
    },
  ): Svar<{ avvikelse: Kvalitetsavvikelse }>;
  avvikelsebild(who: Medarbetare, id: string): Promise<Avvikelsebild | undefined>;
  avvikelseakt(who: Medarbetare, id: string, val: Avvikelseakt): Svar;
  mönsterbild(who: Medarbetare, del: Mönsterdel, år: number): Promise<Mönsterbild | undefined>;
  kvalitetsår(who: Medarbetare, år: number): Promise<Kvalitetsår | undefined>;
  noteraÅterkomst(
    who: Medarbetare,
    person: string,
    val: { readonly orsaker: readonly string[]; readonly text: string },
  ): Svar;
}
