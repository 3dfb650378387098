import type { Tidpunkt } from '@stegvis/casework';
import type { Statistikfråga } from '../fraga.ts';

/** What a cell says that may not be shown. Why it is hidden is never told: that would itself say something. */
export const SKYDDAD = 'skyddad';

/** A figure that may be shown, or the mark that it may not. */
export type Skyddat = number | typeof SKYDDAD;

/** One cell as it leaves the server. */
export interface SkyddadCell {
  /** `2026-10`, `2026-kv4`, `2026` or `hela`. */
  readonly period: string;
  /** One value per split, in the order of the question; `ALLA` in the margins. */
  readonly grupper: readonly string[];
  /** In the unit of the indicator, rounded. */
  readonly värde: Skyddat;
  /** How many the numerator rests on, rounded down to the base. */
  readonly underlag: Skyddat;
  /** How many the denominator rests on, rounded down to the base; undefined where there is none. */
  readonly nämnarunderlag: Skyddat | undefined;
  /** Why there is no figure, when that has nothing to do with persons: the board's own file lacks the year. */
  readonly saknas?: string | undefined;
}

/** An answer that may leave the server. Page, API and file show these values and no others. */
export interface SkyddatSvar {
  readonly fråga: Statistikfråga;
  /** Every period and every value of the splits, also those with nobody: a row that is missing would tell too. */
  readonly celler: readonly SkyddadCell[];
  /** The limit under which a number is hidden, and the base that counts are rounded down to. */
  readonly gräns: number;
  readonly underlagFrån: Tidpunkt | undefined;
  readonly överlappar: boolean;
  /** What a reader must know about how it was counted, as Swedish sentences. */
  readonly anmärkningar: readonly string[];
}
