import type { Månad, Tidpunkt } from '@stegvis/casework';
import type {
  FrystRapport,
  Jämförelsegrupp,
  Koladamått,
  Koladaområde,
  Koladasvar,
  Koladavärde,
  Rapportkommentar,
  Statistikfråga,
} from '@stegvis/statistics';
import type { Räknetid } from './sparade-svar.ts';
import type { Gruppspridning } from './spridning.ts';

/** What has been fetched from Kolada, and whom the board compares itself with. */
export interface Jämförelsesamling {
  /**
   * Keeps a whole answer: key figures and areas by id, and for every key figure in it all its values instead of those that were there.
   * Key figures that are not in the answer keep theirs.
   */
  saveKolada(svar: Koladasvar, hämtad: Tidpunkt): Promise<void>;
  /** How far the values behind a mean or a percentile lie apart, group by group; not protected, see `spridning`. */
  spridning(fråga: Statistikfråga, inom?: Räknetid): Promise<Gruppspridning[]>;
  findMått(): Promise<(Koladamått & { readonly hämtad: Tidpunkt })[]>;
  /** By name. */
  findOmråden(): Promise<Koladaområde[]>;
  /** By key figure, area, year and sex. */
  findVärden(kpi: readonly string[], områden: readonly string[]): Promise<Koladavärde[]>;
  /** By name. */
  findGrupper(): Promise<Jämförelsegrupp[]>;
  addGrupp(grupp: Jämförelsegrupp): Promise<void>;
  /** The version has been raised by one. @throws VersionConflict */
  saveGrupp(grupp: Jämförelsegrupp): Promise<void>;
  removeGrupp(id: string, version: number): Promise<void>;
}

/** The monthly reports to the board. */
export interface Rapportsamling {
  findKommentarer(månad: Månad): Promise<Rapportkommentar[]>;
  /** Adds or replaces; the version is the one before plus one, 1 for the first. @throws VersionConflict */
  saveKommentar(kommentar: Rapportkommentar): Promise<void>;
  /** @throws Duplicate when somebody else has frozen the same number */
  addRapport(rapport: FrystRapport): Promise<void>;
  findRapport(månad: Månad, nummer: number): Promise<FrystRapport | undefined>;
  /** Newest month and number first, without what they hold. */
  findRapporter(): Promise<Omit<FrystRapport, 'innehåll' | 'brev'>[]>;
}
