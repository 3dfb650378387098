import type { ActResult, Dag, PersonId, Stegaktivitet, Stegposition, Stegsträcka, Stegtrappa } from '@stegvis/casework';
import type { Medarbetare } from '../port.ts';

/** What the page about a person's steps shows. */
export interface Stegbild {
  readonly idag: Dag;
  readonly trappa: Stegtrappa;
  readonly linje: readonly Stegsträcka[];
  readonly aktiviteter: readonly Stegaktivitet[];
  /** Newest first. */
  readonly positioner: readonly Stegposition[];
}

/** What the pages about steps need. */
export interface Stegport {
  stegbild(medarbetare: Medarbetare, person: PersonId): Promise<Stegbild | undefined>;
  noteraSteg(
    medarbetare: Medarbetare,
    person: PersonId,
    input: { steg: string; dag: Dag | undefined; källa: string; skäl: string },
  ): Promise<ActResult<object>>;
}
