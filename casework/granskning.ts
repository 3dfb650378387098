import type { Tidpunkt } from './tid.ts';

/** Who did something. */
export type Aktör = { slag: 'person' | 'anvandare'; id: string } | { slag: 'system'; id: string };

/** One line in the audit log: who did or read what, when, about whom and for which purpose (SoPUL 10 §). */
export interface Granskningspost {
  tid: Tidpunkt;
  aktör: Aktör;
  /** What was done, a code: `ansokan.last`, `beslut.fattat`. */
  handling: string;
  /** About whom. */
  person: string | undefined;
  /** Which object: kind and id. */
  objekt: { slag: string; id: string } | undefined;
  /** Why: the task or page. */
  ändamål: string;
  utfall: 'tillaten' | 'nekad';
}
