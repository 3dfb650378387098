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

/** What one fetch brought. Every value asked for, or nothing. */
export interface Koladasvar {
  readonly mått: readonly Koladamått[];
  readonly områden: readonly Koladaområde[];
  readonly värden: readonly Koladavärde[];
}

/** One fetch, asked for by a person or by the calendar. */
export interface Koladahämtning {
  readonly id: string;
  readonly begärd: Tidpunkt;
  /** Whose name stands on the page: a member of staff, or `kalendern`. */
  readonly begärdAv: string;
  readonly status: 'vantar' | 'klar' | 'misslyckad';
  readonly slutad: Tidpunkt | undefined;
  /** What went wrong, a Swedish sentence. */
  readonly felord: string | undefined;
  /** Values brought. */
  readonly antal: number;
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
