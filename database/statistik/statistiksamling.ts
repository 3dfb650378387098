import type { Månad, Tidpunkt } from '@stegvis/casework';
import type { Befolkning, Faktaparti, Råsvar, Statistikfråga, Tjänster, Ursprung } from '@stegvis/statistics';

import type { GrupperatSlut, Slutval } from './periodslut.ts';
import type { Räknetid } from './sparade-svar.ts';

/** The facts of the board's statistics: kept in tables of their own, made anew from the cases, and counted here. */
export interface Statistiksamling {
  /** Adds facts in bulk; a row that is there already is a Duplicate. */
  add(ursprung: Ursprung, parti: Partial<Faktaparti>): Promise<void>;
  /** Takes away the facts of one origin, all of them or from a month on. */
  clear(ursprung: Ursprung, från?: Månad): Promise<void>;
  /** Says when the facts of the origin were made. */
  setUnderlag(ursprung: Ursprung, gjort: Tidpunkt): Promise<void>;
  /** When the facts of the origin were made; undefined when they have not been. */
  findUnderlag(ursprung: Ursprung): Promise<Tidpunkt | undefined>;
  /** Counts. Not protected: never send it further than the server. Throws RangeError for a question the indicator does not allow. */
  räkna(fråga: Statistikfråga, inom?: Räknetid): Promise<Råsvar>;
  /** Adults' periods that ended in these months, for curves of return. Throws RangeError for a filter or split they do not have. */
  räknaPeriodslut(val: Slutval): Promise<GrupperatSlut[]>;
  /** The values that occur of a dimension, in the order of the alphabet. */
  värden(dimension: string): Promise<string[]>;
  /** The first and last month with facts; undefined when there are none. */
  omfång(): Promise<{ från: Månad; till: Månad } | undefined>;
  /** Saves the rows in place of those of the same years. */
  saveBefolkning(rader: readonly Befolkning[]): Promise<void>;
  findBefolkning(): Promise<Befolkning[]>;
  /** Saves the rows in place of those of the same months. */
  saveTjänster(rader: readonly Tjänster[]): Promise<void>;
  findTjänster(): Promise<Tjänster[]>;
}
