import type { Kravbeslut, Kravbrev } from '@stegvis/casework';
import type { Medborgare } from '../port.ts';

/** What the person sees of the requirements on her. */
export interface MittKrav {
  /** The one that holds now or begins later; undefined when there is none. */
  readonly krav: Kravbeslut | undefined;
  /** Earlier ones, newest first. */
  readonly tidigare: readonly Kravbeslut[];
  /** Newest first. */
  readonly brev: readonly Omit<Kravbrev, 'innehåll' | 'pdf'>[];
}

export interface MinKravport {
  mittKrav(person: Medborgare): Promise<MittKrav>;
  /** The letter as PDF; undefined when it is not hers. */
  mittKravbrev(person: Medborgare, brev: string): Promise<Uint8Array | undefined>;
}
