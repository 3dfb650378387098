import type { Månad, Tidpunkt } from '@stegvis/casework';

/** One figure of the report, as it is printed; protected before it came here. */
export interface Rapportsiffra {
  readonly indikator: string;
  readonly namn: string;
  /** `oktober 2026`; figures that a month is too short for are about a longer time. */
  readonly period: string;
  readonly nu: string;
  /** The period before; `–` where there is none. Of other municipalities: the median. */
  readonly före: string;
  /** The same period a year before. Of other municipalities: the lowest and the highest. */
  readonly åretFöre: string;
}

/** A sentence that a published rule has made. */
export interface Rapportmening {
  /** The rule's id, explained in the handbook. */
  readonly regel: string;
  readonly text: string;
}

export interface Rapportavsnitt {
  readonly id: string;
  readonly rubrik: string;
  readonly siffror: readonly Rapportsiffra[];
  /** What changed and what stands out; empty: nothing did. */
  readonly meningar: readonly Rapportmening[];
  /** What should be said about the figures: what is hidden, what is not there. */
  readonly upplysningar: readonly string[];
  /** The unit head's own words; empty when nothing has been written. */
  readonly kommentar: string;
}

/** A report to the board about one month, whole: page and PDF are made of this and nothing else. */
export interface Nämndrapport {
  readonly månad: Månad;
  readonly kommun: string;
  readonly nämnd: string;
  /** When the facts were last made. */
  readonly underlagFrån: Tidpunkt | undefined;
  /** Groups and values smaller than this are not shown. */
  readonly gräns: number;
  readonly avsnitt: readonly Rapportavsnitt[];
}

/** What the unit head has written to one part of a month's report. */
export interface Rapportkommentar {
  readonly månad: Månad;
  readonly avsnitt: string;
  readonly text: string;
  readonly av: { readonly id: string; readonly namn: string };
  readonly tid: Tidpunkt;
  readonly version: number;
}

/** A report that is kept as it was. */
export interface FrystRapport {
  readonly månad: Månad;
  /** 1 for the first; a later one replaces it and says why, and both are kept. */
  readonly nummer: number;
  readonly frusen: Tidpunkt;
  readonly av: { readonly id: string; readonly namn: string };
  readonly skäl: string | undefined;
  readonly innehåll: Nämndrapport;
  /** The letter that the PDF is made of, kept beside the report so that a later version of the program sets the same one. */
  readonly brev: unknown;
  /** SHA-256 of the letter. */
  readonly hash: string;
}

/** The heads of a part's figures after the name; comparison with others has its own. */
export function rapportkolumner(avsnitt: string): readonly string[] {
  return avsnitt === 'andra-kommuner'
    ? ['År', 'Kommunen', 'Gruppens median', 'Gruppens lägsta och högsta']
    : ['Period', 'Nu', 'Perioden före', 'Året före'];
}
