import type { ActResult, Inställningsgrupp, Inställningsändring } from '@stegvis/casework';
import type { Medarbetare } from './port.ts';

/** A group of settings as a form: the texts of its fields; tables of boxes as lists. */
export type Inställningsfält = Readonly<Record<string, string | readonly string[]>>;

export interface Inställningsbild {
  readonly grupp: Inställningsgrupp;
  readonly fält: Inställningsfält;
  /** What the settings are compared with when they are saved: a change by somebody else in between is not overwritten. */
  readonly sett: string;
  /** Newest first. */
  readonly historik: readonly Inställningsändring[];
  readonly fårÄndra: boolean;
}

/** What the pages about the board's settings need. */
export interface Inställningsport {
  inställningar(medarbetare: Medarbetare, grupp: Inställningsgrupp): Promise<Inställningsbild | undefined>;
  sparaInställningar(
    medarbetare: Medarbetare,
    val: { grupp: Inställningsgrupp; fält: Inställningsfält; sett: string; skäl: string },
  ): Promise<ActResult<object>>;
}
