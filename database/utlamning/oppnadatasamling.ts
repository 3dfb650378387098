import type { Månad, Tidpunkt } from '@stegvis/casework';
import type { Statistikfråga } from '@stegvis/statistics';

/** A series that the board has chosen to publish. */
export interface ÖppenSerie {
  nyckel: string;
  titel: string;
  beskrivning: string;
  /** The indicator, the splits and the filter; the months are those of the editions. */
  fråga: Omit<Statistikfråga, 'från' | 'till'>;
  status: 'publicerad' | 'tillbakadragen';
  version: number;
  av: { id: string; namn: string };
  tid: Tidpunkt;
}

/** One published cell as it was protected: text, so that what is hidden stays said in the same words. */
export interface ÖppenRad {
  period: string;
  grupper: readonly string[];
  varde: string;
}

/** Months that were published at one time. They are never counted again: what is out stays as it is. */
export interface ÖppenUtgåva {
  serie: string;
  nummer: number;
  från: Månad;
  till: Månad;
  rader: readonly ÖppenRad[];
  av: { id: string; namn: string };
  tid: Tidpunkt;
}

/** On which terms and by whom open data is published. */
export interface ÖppenInställning {
  nummer: number;
  licens: 'cc0' | 'cc-by';
  utgivare: string;
  epost: string;
  webbplats: string;
  av: { id: string; namn: string };
  tid: Tidpunkt;
}

export interface Öppnadatasamling {
  /** @throws Duplicate when there is a series with the key */
  addSerie(serie: ÖppenSerie): Promise<void>;
  /** Saves status and texts read at version n as version n + 1. @throws VersionConflict */
  saveSerie(serie: ÖppenSerie): Promise<void>;
  /** By title. */
  findSerier(): Promise<ÖppenSerie[]>;
  findSerie(nyckel: string): Promise<ÖppenSerie | undefined>;
  /** @throws Duplicate when somebody else has published meanwhile */
  addUtgåva(utgåva: ÖppenUtgåva): Promise<void>;
  /** Oldest first. */
  findUtgåvor(serie: string): Promise<ÖppenUtgåva[]>;
  /** @throws Duplicate when somebody else has saved meanwhile */
  addInställning(inställning: ÖppenInställning): Promise<void>;
  findInställning(): Promise<ÖppenInställning | undefined>;
}
