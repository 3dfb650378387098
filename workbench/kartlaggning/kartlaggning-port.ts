import type { ActResult, Dag, Kartläggning, Kartläggningssvar } from '@stegvis/casework';
import type { Skyddat } from '@stegvis/statistics';
import type { Medarbetare } from '../port.ts';

/** How many have answered; saying no is an answer. Exact to those who work with the list, protected in the result. */
export interface Svarsfrekvens {
  readonly antal: Skyddat;
  readonly svarat: Skyddat;
  readonly avböjt: Skyddat;
}

export interface Kartläggningslista {
  readonly idag: Dag;
  readonly fårStarta: boolean;
  readonly kartläggningar: readonly { readonly kartläggning: Kartläggning; readonly frekvens: Svarsfrekvens }[];
}

/** One person in an inventory. */
export interface Kartläggningsrad {
  readonly person: string;
  readonly namn: string;
  readonly personnummer: string;
  readonly samordnare: string | undefined;
  readonly min: boolean;
  readonly svar: Kartläggningssvar | undefined;
}

export interface Kartläggningsbild {
  readonly idag: Dag;
  readonly kartläggning: Kartläggning;
  readonly frekvens: Svarsfrekvens;
  /** Those the reader may open and who have not answered; her own first. */
  readonly kvar: readonly Kartläggningsrad[];
  readonly fårAvsluta: boolean;
  readonly fårSeResultat: boolean;
}

/** One question's answers, small numbers protected. Columns: all, women, men, and each age group. */
export interface Frågeresultat {
  readonly fråga: string;
  readonly flera: boolean;
  readonly rader: readonly { readonly val: string; readonly tal: readonly Skyddat[] }[];
}

export interface Kartläggningsresultat {
  readonly kartläggning: Kartläggning;
  readonly frekvens: Svarsfrekvens;
  /** What the columns count, the first is all. */
  readonly kolumner: readonly string[];
  readonly gräns: number;
  readonly frågor: readonly Frågeresultat[];
}

export interface Svarsbild {
  readonly idag: Dag;
  readonly kartläggning: Kartläggning;
  readonly namn: string;
  readonly person: string;
  readonly svar: Kartläggningssvar | undefined;
}

/** Inventories of the target group. Answers are read by those who follow the person; the result is about groups alone. */
export interface Kartläggningsport {
  kartläggningar(who: Medarbetare): Promise<Kartläggningslista | undefined>;
  startaKartläggning(
    who: Medarbetare,
    val: {
      readonly namn: string;
      readonly från: string;
      readonly till: string;
      readonly månad: string;
      readonly minstMånader: string;
      readonly frågor: string;
    },
  ): Promise<ActResult<{ kartläggning: Kartläggning }>>;
  kartläggningsbild(who: Medarbetare, id: string, vems: 'mina' | 'alla'): Promise<Kartläggningsbild | undefined>;
  svarsbild(who: Medarbetare, id: string, person: string): Promise<Svarsbild | undefined>;
  svaraPåKartläggning(
    who: Medarbetare,
    id: string,
    person: string,
    val: {
      readonly slag: string;
      readonly svar: Readonly<Record<string, readonly string[]>>;
      readonly ord: string;
      readonly version: number;
    },
  ): Promise<ActResult<object>>;
  avslutaKartläggning(who: Medarbetare, id: string): Promise<ActResult<object>>;
  kartläggningsresultat(who: Medarbetare, id: string): Promise<Kartläggningsresultat | undefined>;
}
