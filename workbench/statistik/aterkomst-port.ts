import type { Månad } from '@stegvis/casework';
import type { Återkomstkurva } from '@stegvis/statistics';
import type { Medarbetare } from '../port.ts';

/** Which periods: ended in these months, of these groups, and how they are split. */
export interface Återkomstval {
  readonly från: Månad;
  readonly till: Månad;
  readonly uppdelning: string | undefined;
  readonly filter: Readonly<Record<string, readonly string[]>>;
}

/** Curves of return, protected. The largest groups first; a group without a curve has too few. */
export interface Återkomstbild {
  readonly alla: Återkomstkurva | undefined;
  readonly grupper: readonly { readonly värde: string; readonly kurva: Återkomstkurva | undefined }[];
}

export interface Återkomstport {
  /** undefined for somebody who may not read statistics; the attempt is logged. */
  återkomst(who: Medarbetare, val: Återkomstval): Promise<Återkomstbild | undefined>;
}
