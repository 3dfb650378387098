import type { PersonId } from '../person.ts';
import type { Dag, Tidpunkt } from '../tid.ts';

/** One step of the functional ladder. */
export interface Trappsteg {
  /** ASCII, never reused for another step. */
  id: string;
  namn: string;
  /** What one does there, to the person. */
  om: string;
}

/** The functional ladder of a municipality, the lowest step first: between three and ten steps. */
export type Stegtrappa = readonly Trappsteg[];

/** Where a position comes from: an activity that runs, or what a member of staff has noted after an assessment or a meeting. */
export type Stegkälla = 'aktivitet' | 'bedomning' | 'handlaggare';

/** A step that somebody has noted for a person from a day on. Says what she does, never how well. Never changed. */
export interface Stegposition {
  id: string;
  person: PersonId;
  steg: string;
  dag: Dag;
  källa: Exclude<Stegkälla, 'aktivitet'>;
  skäl: string;
  av: { id: string; namn: string };
  tid: Tidpunkt;
}
