import type { PersonId } from '../person.ts';
import type { Dag, Tidpunkt } from '../tid.ts';

/** That a person is exempt from being enrolled within the board's days, and by which of the board's exemptions. */
export interface Inskrivningsundantag {
  id: string;
  person: PersonId;
  undantag: string;
  skäl: string;
  av: { id: string; namn: string };
  tid: Tidpunkt;
}

/** One person whose first application has come in, and what has come of it. */
export interface Inskrivningsläge {
  person: PersonId;
  /** The day of the first application. */
  inkommen: Dag;
  /** The first day in a track; undefined while there is none. */
  inskriven: Dag | undefined;
  undantag: string | undefined;
}
