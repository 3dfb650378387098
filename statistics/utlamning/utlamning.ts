import type { Dag, Månad, Tidpunkt } from '@stegvis/casework';

export type Utlämningsslag = 'bistand' | 'avslutsorsaker';

/** One version of a record layout, as the municipality entered it; its content is read by the integration that uses it. */
export interface SparadPostbeskrivning {
  nyckel: string;
  /** 1, 2, 3 … */
  version: number;
  namn: string;
  slag: Utlämningsslag;
  innehåll: unknown;
  av: { id: string; namn: string };
  tid: Tidpunkt;
}

/** A file that was made for Socialstyrelsen. The month is the one it concerns; December's is the year's total file. */
export interface Utlämning {
  id: string;
  slag: Utlämningsslag;
  period: Månad;
  /** 1 for the first file of the period; a correction is the whole file again, 2, 3 … */
  version: number;
  beskrivning: string;
  beskrivningsversion: number;
  filnamn: string;
  rader: number;
  /** The rows that were left out: whose, and the faults that were left. */
  utelämnade: readonly { hushåll: string; fel: readonly string[] }[];
  /** Why they were left out; empty when none was. */
  skäl: string;
  /** SHA-256 of the bytes, hex; stays when the file has gone. */
  sha256: string;
  /** The day from which the content is taken away. */
  gallras: Dag;
  gallrad: Tidpunkt | undefined;
  /** Said by a person: the file has been left in the portal. */
  lämnad: { dag: Dag; av: string; tid: Tidpunkt } | undefined;
  av: { id: string; namn: string };
  tid: Tidpunkt;
}
