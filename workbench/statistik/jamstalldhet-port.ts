import type { Månad, Tidpunkt } from '@stegvis/casework';
import type { Indikator, Könsjämförelse, Område } from '@stegvis/statistics';
import type { Medarbetare } from '../port.ts';

/** Which households are looked at. */
export type Hushållsurval = 'alla' | 'med-barn' | 'utan-barn';

/** What a figure is about: the last twelve months there are facts for, or one calendar year. */
export interface Könsval {
  readonly område: Område | 'alla';
  readonly hushåll: Hushållsurval;
  /** undefined: the last twelve months. */
  readonly år: number | undefined;
}

export interface Könsrad {
  readonly indikator: Indikator;
  readonly jämförelse: Könsjämförelse;
  /** The months that are counted, both included. */
  readonly från: Månad;
  readonly till: Månad;
}

/** Women's and men's figures side by side. */
export interface Könsbild {
  readonly val: Könsval;
  /** Whole calendar years there are facts for, newest first. */
  readonly åren: readonly number[];
  readonly rader: readonly Könsrad[];
  /** Indicators of the area that cannot be split as is asked, by name. */
  readonly utan: readonly string[];
  /** Children in households with long-term assistance in the last whole years, by type of household; empty when there are no facts. */
  readonly barn: readonly Barnrad[];
  readonly underlagFrån: Tidpunkt | undefined;
  readonly gräns: number;
}

/** Children of one kind of household in a year; protected. */
export interface Barnrad {
  readonly år: number;
  readonly hushållstyp: string;
  readonly barn: number | 'skyddad';
  /** Share of the children with assistance in the year, percent. */
  readonly andel: number | 'skyddad';
}

/** One figure in detail: by age and household beneath, and over the years. */
export interface Könsdetalj {
  readonly rad: Könsrad;
  readonly delar: readonly {
    readonly dimension: 'aldersgrupp' | 'hushallstyp';
    readonly rader: readonly { readonly namn: string; readonly jämförelse: Könsjämförelse }[];
  }[];
  readonly åren: readonly { readonly år: number; readonly jämförelse: Könsjämförelse }[];
  readonly gräns: number;
}

export interface Jämställdhetsport {
  /** undefined for somebody who may not read statistics. Logged. */
  könsbild(who: Medarbetare, val: Könsval): Promise<Könsbild | undefined>;
  /** undefined also when there is no such indicator or it cannot be split by sex. Logged. */
  könsdetalj(who: Medarbetare, indikator: string, val: Könsval): Promise<Könsdetalj | undefined>;
}
