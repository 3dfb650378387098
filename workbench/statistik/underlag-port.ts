import type { Refused, Tidpunkt } from '@stegvis/casework';
import type { Befolkning, Tjänster } from '@stegvis/statistics';
import type { Medarbetare } from '../port.ts';

/** The board's own files. */
export const INLÄSNINGAR = {
  befolkning: {
    namn: 'Invånare',
    om: 'Invånare den 31 december, ur SCB:s befolkningsstatistik. Behövs för kronor per invånare och andelar av befolkningen.',
    kolumner: 'ar;kon;aldersgrupp;distrikt;antal',
    exempel: '2025;kvinna;18-24;;1204',
  },
  tjanster: {
    namn: 'Tjänster',
    om: 'Handläggarnas årsarbetskrafter varje månad, och hur många som har dem. Behövs för möten per årsarbetskraft.',
    kolumner: 'manad;distrikt;arsarbetskrafter;anstallda',
    exempel: '2026-10;;12,5;14',
  },
} as const;
export type Inläsningsslag = keyof typeof INLÄSNINGAR;

export interface Underlagsbild {
  /** When the facts were made of the cases and of the synthetic municipality; undefined: never. */
  readonly gjort: { readonly ärenden: Tidpunkt | undefined; readonly syntet: Tidpunkt | undefined };
  readonly befolkning: readonly Befolkning[];
  readonly tjänster: readonly Tjänster[];
  /** The districts as they are written in the form. */
  readonly distrikt: string;
  readonly fårÄndra: boolean;
}

/** What the statistics are counted from: the board's own files, its districts, and making the facts again. */
export interface Underlagsport {
  /** undefined for those who may not read statistics. */
  underlagsbild(who: Medarbetare): Promise<Underlagsbild | undefined>;
  /** Reads a file in, all of it or nothing; `rader` is the number of rows. */
  läsInFil(who: Medarbetare, slag: Inläsningsslag, text: string): Promise<{ ok: true; rader: number } | Refused>;
  sparaDistrikt(who: Medarbetare, text: string): Promise<{ ok: true } | Refused>;
  /** Starts making the facts again; gives the run. */
  görOmUnderlag(who: Medarbetare): Promise<{ ok: true; körning: string } | Refused>;
}
