import type { PersonId } from '../person.ts';
import type { Tidpunkt } from '../tid.ts';

/** What an event on a person's way to self-support is about; the folder of the same name holds its acts. */
export type Personområde =
  | 'bedomning'
  | 'spar'
  | 'plan'
  | 'aktivitetskrav'
  | 'insats'
  | 'deltagande'
  | 'nedsattning'
  | 'uppfoljning'
  | 'steg'
  | 'samordning'
  | 'avslut';

/**
 * One line in the append-only list of what has happened on one person's way to self-support, in words that she understands. It
 * belongs to the person and never to the household: the other adult does not see it.
 */
export interface Personhändelse {
  id: string;
  person: PersonId;
  område: Personområde;
  /** ASCII, past tense: `plan-overenskommen`. */
  typ: string;
  tid: Tidpunkt;
  text: string;
  /** Whether the person sees it on the own page; otherwise staff alone. */
  synlig: 'person' | 'handlaggare';
  /** Who did it, by name; undefined when it was the system. */
  av: string | undefined;
}
