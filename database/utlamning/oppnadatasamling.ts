import type { ÖppenInställning, ÖppenSerie, ÖppenUtgåva } from '@stegvis/statistics';

/** What the board has chosen to publish; what is out is never counted again. */
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
