import type { PersonId } from '../person.ts';
import type { Tidpunkt } from '../tid.ts';

/** A secret address to one person's calendar. Only the hash of its secret is kept; a withdrawn one never opens again. */
export interface Kalenderlänk {
  id: string;
  person: PersonId;
  /** SHA-256 of the secret, hex. */
  hash: string;
  skapad: Tidpunkt;
  återkallad: Tidpunkt | undefined;
}
