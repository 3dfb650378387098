import type { ActResult, Möte, Mötesanteckning, MötestidMedBokade } from '@stegvis/casework';
import type { Medborgare } from '../port.ts';

export interface MinaMöten {
  /** The instant of reading. */
  readonly nu: string;
  /** Latest first. */
  readonly möten: readonly Möte[];
  /** What was agreed and what is next; only the notes that hold, without what is for staff. */
  readonly anteckningar: readonly Omit<Mötesanteckning, 'egen'>[];
  /** Free times, the earliest first. */
  readonly lediga: readonly MötestidMedBokade[];
  /** Who the case manager is; undefined while there is none. */
  readonly samordnare: { readonly namn: string; readonly ersättare: string | undefined } | undefined;
  /** The last day of after-care, when the way has ended. */
  readonly eftervårdTill: string | undefined;
}

/** The person's own meetings and the times she can book. */
export interface MinMötesport {
  minaMöten(person: Medborgare): Promise<MinaMöten>;
  /** Books a published time; with `istället` the meeting she has is moved there. */
  bokaMittMöte(
    person: Medborgare,
    val: { tid: string; istället: string | undefined; ansökan: string | undefined },
  ): Promise<ActResult<{ möte: Möte }>>;
  avbokaMittMöte(person: Medborgare, möte: string): Promise<ActResult<{ möte: Möte }>>;
}
