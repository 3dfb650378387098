import type { ActResult, Anvisning, Insats } from '@stegvis/casework';
import type { Medborgare } from '../port.ts';

/** One of the person's own activities: what, where, when, whom to ask, and the place in the queue. */
export interface MinAktivitet {
  readonly anvisning: Anvisning;
  readonly insats: Insats;
  readonly anordnare: {
    readonly namn: string;
    readonly kontakt: string;
    readonly telefon: string;
    readonly epost: string;
  };
  readonly köplats: number | undefined;
}

/** The person's own activities. */
export interface MinAktivitetsport {
  /** Newest first. */
  minaAktiviteter(person: Medborgare): Promise<readonly MinAktivitet[]>;
  /** Says no to what was offered, with the reason in her own words. */
  avböjMinAktivitet(person: Medborgare, anvisning: string, skäl: string): Promise<ActResult<object>>;
}
