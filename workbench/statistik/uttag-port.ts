import type { ActResult, Dag, Månad } from '@stegvis/casework';
import type {
  SkyddatSvar,
  Statistikfråga,
  Statistiknyckel,
  Uttag,
  Uttagsfråga,
  Uttagsleverans,
  Uttagsönskan,
} from '@stegvis/statistics';
import type { Medarbetare } from '../port.ts';

/** Thrown in place of an answer that takes longer than a page may: it is being counted in a run, and is there when it has ended. */
export class Räknas extends Error {
  readonly körning: string;

  constructor(körning: string) {
    super('The answer is being counted');
    this.name = 'Räknas';
    this.körning = körning;
  }
}

/** What can be chosen among: the values of every split, and the months there are facts for. */
export interface Statistikval {
  readonly idag: Dag;
  readonly omfång: { readonly från: Månad; readonly till: Månad } | undefined;
  /** The board's own values of its splits (districts, tracks, activities). */
  readonly värden: Readonly<Record<string, readonly string[]>>;
}

/** Figures for the pages, protected; and what somebody has saved of them. Somebody who may not read gets nothing, and it is logged. */
export interface Uttagsport {
  /**
   * Answers a question, protected. For somebody who may not read: an answer without cells. `syfte` is what is logged.
   * @throws Frågefel when the indicator does not allow the question, Räknas when it takes long
   */
  fråga(who: Medarbetare, fråga: Statistikfråga, syfte?: 'last' | 'hamtad'): Promise<SkyddatSvar>;
  /** Several questions at once, in their order. @throws Räknas when they take long */
  frågor(who: Medarbetare, frågor: readonly Statistikfråga[]): Promise<readonly SkyddatSvar[]>;
  statistikval(who: Medarbetare): Promise<Statistikval>;
  /** One's own extracts and those that others share, by name. */
  uttag(who: Medarbetare): Promise<readonly Uttag[]>;
  hittaUttag(
    who: Medarbetare,
    id: string,
  ): Promise<{ readonly uttag: Uttag; readonly leveranser: readonly Omit<Uttagsleverans, 'svar'>[] } | undefined>;
  /** Saves an extract: a new one, or the one of that id and version. */
  sparaUttag(
    who: Medarbetare,
    vad: { readonly id: string; readonly version: number } | undefined,
    fråga: Uttagsfråga,
    önskan: Uttagsönskan,
  ): Promise<ActResult<{ uttag: Uttag }>>;
  taBortUttag(who: Medarbetare, id: string, version: number): Promise<ActResult<object>>;
  leverans(
    who: Medarbetare,
    id: string,
    syfte?: 'last' | 'hamtad',
  ): Promise<{ readonly uttag: Uttag; readonly leverans: Uttagsleverans } | undefined>;
  nycklar(who: Medarbetare): Promise<readonly Statistiknyckel[]>;
  /** A new key for a program; its text is given once. */
  skapaNyckel(who: Medarbetare, namn: string): Promise<ActResult<{ text: string; nyckel: Statistiknyckel }>>;
  avslutaNyckel(who: Medarbetare, id: string): Promise<ActResult<object>>;
}
