import type { Dimension } from './dimension.ts';

/** The tables of facts; `fakta.ts` says what a row is, `falt.ts` which fields it has. */
export type Faktatabell =
  | 'hushallsmanad'
  | 'personmanad'
  | 'personar'
  | 'ansokan'
  | 'period'
  | 'insatsmanad'
  | 'handelse';

/** A condition on one field (`falt.ts`) of a row; several hold together. A row without a value fulfils none but `finns: false`. */
export interface Villkor {
  readonly fält: string;
  readonly är?: string | number | boolean | readonly string[];
  readonly minst?: number;
  readonly högst?: number;
  /** true: there is a value; false: there is none. */
  readonly finns?: boolean;
}

/** How rows become one number. */
export type Uttryck =
  | { readonly räkna: 'rader'; readonly där?: readonly Villkor[] }
  | { readonly räkna: 'olika'; readonly fält: string; readonly där?: readonly Villkor[] }
  | { readonly summa: string; readonly där?: readonly Villkor[] }
  | { readonly medel: string; readonly där?: readonly Villkor[] }
  | { readonly percentil: number; readonly fält: string; readonly där?: readonly Villkor[] };

/**
 * What a figure is divided by: rows of the same table; rows of another (`tid` is its field of time, and both must have every split);
 * inhabitants on 31 December (the mean of the years of the period; the year before where the year has none yet); or full-time posts
 * (the mean of the months of the period). The last two come from the board's own files and can only be split as these are.
 */
export type Nämnare =
  | Uttryck
  | { readonly källa: Faktatabell; readonly tid: string; readonly uttryck: Uttryck }
  | { readonly befolkning: 'alla' | 'vuxna' | 'barn' }
  | { readonly tjänster: 'arsarbetskrafter' };

export const OMRÅDEN = {
  bistand: 'Bistånd och hushåll',
  varaktighet: 'Långvarigt bistånd och återkomst',
  handlaggning: 'Ansökan och beslut',
  automatik: 'Automatiska beslut',
  arbetssatt: 'Tid, möten och likabehandling',
  vagen: 'Vägen till egen försörjning',
  rapportering: 'Rapporter enligt lag',
} as const;
export type Område = keyof typeof OMRÅDEN;

export type Enhet =
  | 'personer'
  | 'hushall'
  | 'barn'
  | 'ansokningar'
  | 'beslut'
  | 'kr'
  | 'procent'
  | 'dagar'
  | 'timmar'
  | 'minuter'
  | 'antal';

/** One figure, declared once: page, API, files and tests all read this. */
export interface Indikator {
  /** ASCII, never changed once it is out. */
  readonly id: string;
  readonly namn: string;
  /** What it says, in one plain sentence. */
  readonly mening: string;
  readonly område: Område;
  readonly källa: Faktatabell;
  /** The field that says when a row belongs, and the shortest period it may be shown for. */
  readonly tid: { readonly fält: string; readonly kortast: 'manad' | 'kvartal' | 'ar' };
  readonly täljare: Uttryck;
  /** Absent: the figure is the numerator itself. A percentage is 100 times the ratio. */
  readonly nämnare?: Nämnare;
  /** It says something of the work of staff: nothing is said of groups of fewer than five of them, and never of one. */
  readonly personalgrupp?: true;
  readonly enhet: Enhet;
  /** How it may be split; the first seven are `DIMENSIONER`, more can be the indicator's own fields. */
  readonly uppdelningar: readonly (Dimension | (string & {}))[];
  /** What is left out, and why. */
  readonly utelämnar: string;
  /** Whose definition it is: a law, Kolada's number, or our own. */
  readonly definition: string;
  /** Whether a higher figure is better, worse, or neither; never used to rank people. */
  readonly riktning: 'hogre-ar-battre' | 'lagre-ar-battre' | 'ingen';
}
