import type { PersonId } from './person.ts';
import type { Tidpunkt } from './tid.ts';

/** A letter to one adult about one decision. */
export interface Brev {
  id: string;
  beslut: string;
  ansökan: string;
  ärende: string;
  mottagare: PersonId;
  slag: 'beslut';
  skapat: Tidpunkt;
  /** The PDF as made. */
  pdf: Uint8Array;
}
