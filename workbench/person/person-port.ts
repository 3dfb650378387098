import type { Personhändelse, PersonId } from '@stegvis/casework';
import type { Medarbetare } from '../port.ts';

/** Who a page is about, as every page about a person shows it. */
export interface Personhuvud {
  readonly id: PersonId;
  readonly namn: string;
  readonly personnummer: string;
  /** The newest application of the household, for those who handle money; undefined for others or when there is none. */
  readonly ansökan: string | undefined;
}

/** The person's frame: everything that has to do with one person on the way to self-support. */
export interface Personport {
  /** undefined when the person is not there or may not be opened by this member of staff; the attempt is logged either way. */
  personhuvud(medarbetare: Medarbetare, person: PersonId): Promise<Personhuvud | undefined>;
  /** Oldest first, what only staff see included. */
  personhändelser(medarbetare: Medarbetare, person: PersonId): Promise<readonly Personhändelse[]>;
}
