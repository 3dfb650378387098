import type { PersonId } from '../person.ts';
import type { Dag, Tidpunkt } from '../tid.ts';

/**
 * What kept an adult from supporting herself, from a day on: assessed at each application, for each adult by herself. Never changed;
 * the next one takes over.
 */
export interface Försörjningshinder {
  id: string;
  person: PersonId;
  /** A value of the list (`FÖRSÖRJNINGSHINDER`). */
  hinder: string;
  från: Dag;
  skäl: string;
  /** The application at which it was assessed; undefined when it was between applications. */
  ansökan: string | undefined;
  av: { id: string; namn: string };
  tid: Tidpunkt;
}

/** The obstacle that held on the day, of one person's; of several from the same day the one noted last. Undefined: not known. */
export function hindretDen(hinder: readonly Försörjningshinder[], dag: Dag): Försörjningshinder | undefined {
  return hinder
    .filter(({ från }) => från <= dag)
    .toSorted((a, b) => (a.från !== b.från ? (a.från < b.från ? 1 : -1) : a.tid < b.tid ? 1 : -1))[0];
}
