import type { Månad, Tidpunkt } from '@stegvis/casework';

/** What somebody wants to see. `uppdelning` has none, one or two ways to split. */
export interface Statistikfråga {
  readonly indikator: string;
  readonly från: Månad;
  readonly till: Månad;
  readonly tid: 'manad' | 'kvartal' | 'ar' | 'hela';
  readonly uppdelning: readonly string[];
  /** For each dimension the values that are kept. */
  readonly filter: Readonly<Record<string, readonly string[]>>;
}

/** The mark of a margin: all values of the split together. */
export const ALLA = '*';

/** One cell of an answer before it is protected. */
export interface Råcell {
  /** `2026-10`, `2026-kv4`, `2026` or `hela`. */
  readonly period: string;
  /** One value per split, in the order of the question; `ALLA` in the margins. */
  readonly grupper: readonly string[];
  /** In the unit of the indicator; öre are kronor here. */
  readonly täljare: number;
  readonly nämnare: number | undefined;
  /** null where nothing can be said (nobody in the denominator). */
  readonly värde: number | null;
  /** How many persons or households the numerator and the denominator rest on: what protection looks at. */
  readonly underlag: number;
  readonly nämnarunderlag: number | undefined;
  /** Why the value is null, as a Swedish sentence; undefined when there is a value. */
  readonly saknas?: string | undefined;
}

/** The answer as counted: with every margin, not yet protected. It never leaves the server like this. */
export interface Råsvar {
  readonly fråga: Statistikfråga;
  readonly celler: readonly Råcell[];
  /** When the facts were last made. */
  readonly underlagFrån: Tidpunkt | undefined;
  /** Groups overlap (a person can be in several activities), so that they do not add up to the margin. */
  readonly överlappar: boolean;
  /** What a reader must know about how it was counted, as Swedish sentences. */
  readonly anmärkningar: readonly string[];
}
