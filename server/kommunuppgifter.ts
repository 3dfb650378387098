import type { Kommuninfo } from '@stegvis/apply';
import type { Betalare } from '@stegvis/integrations';

/** The municipality and its board as pages, letters and payment files name them. */
export interface Kommunuppgifter extends Kommuninfo, Omit<Betalare, 'namn'> {
  /** Municipality code, four digits. */
  readonly kod: string;
  /** The board's key, ASCII. */
  readonly nämndnyckel: string;
}
