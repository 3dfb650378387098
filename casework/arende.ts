import type { PersonId } from './person.ts';
import type { Tidpunkt } from './tid.ts';

export type Ärendestatus = 'oppet' | 'avslutat';

/** The case of one household: what all its applications belong to. */
export interface Ärende {
  id: string;
  /** The number people say: `2026-4417`. */
  nummer: string;
  sökande: PersonId;
  medsökande: PersonId | undefined;
  status: Ärendestatus;
  /** The responsible caseworker, when somebody has taken the case. */
  handläggare: string | undefined;
  öppnat: Tidpunkt;
  version: number;
}
