import type { Månad, Tidpunkt } from '@stegvis/casework';
import type { Statistikfråga } from '../fraga.ts';

/** A series that the board has chosen to publish. */
export interface ÖppenSerie {
  nyckel: string;
  titel: string;
  beskrivning: string;
  /** The indicator, the splits and the filter; the months are those of the editions. */
  fråga: Omit<Statistikfråga, 'från' | 'till'>;
  /** The first month that is to be published. */
  start: Månad;
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
