import type { Tidpunkt } from '@stegvis/casework';

/** All, women or men. */
export type Koladakön = 'T' | 'K' | 'M';

/** One value as Kolada has it, in the unit of its key figure; null where Kolada says that there is none. */
export interface Koladavärde {
  readonly kpi: string;
  /** The municipality's code, four digits; `0000` is the whole country. */
  readonly område: string;
  readonly år: number;
  readonly kön: Koladakön;
  readonly värde: number | null;
}

/** A key figure by its official name and definition. */
export interface Koladamått {
  readonly kpi: string;
  readonly titel: string;
  readonly beskrivning: string;
  readonly könsuppdelat: boolean;
}

/** A municipality (K) or a region (L). */
export interface Koladaområde {
  readonly id: string;
  readonly namn: string;
  readonly slag: 'K' | 'L';
}

/** What one fetch brought: every value asked for, or nothing. */
export interface Koladasvar {
  readonly mått: readonly Koladamått[];
  readonly områden: readonly Koladaområde[];
  readonly värden: readonly Koladavärde[];
  /** Key figures that were asked for and that Kolada no longer has. */
  readonly saknas: readonly string[];
}

/** Municipalities that the board compares itself with. */
export interface Jämförelsegrupp {
  readonly id: string;
  readonly namn: string;
  /** Municipality codes. */
  readonly områden: readonly string[];
  readonly av: { readonly id: string; readonly namn: string };
  readonly ändrad: Tidpunkt;
  readonly version: number;
}
