import type { Dag, Tidpunkt } from '@stegvis/casework';

/** A key that a program fetches figures with, for one member of staff. The key itself is shown once and never kept. */
export interface Statistiknyckel {
  readonly id: string;
  readonly namn: string;
  readonly användare: string;
  /** SHA-256 of the key, in hexadecimal. */
  readonly kontrollsumma: string;
  readonly skapad: Tidpunkt;
  /** The last day it can be used. */
  readonly till: Dag;
  readonly avslutad: Tidpunkt | undefined;
}

/** How long a key can be used. */
export const NYCKEL_DAGAR = 365;
export const FLEST_NYCKLAR = 5;
