import type { ActResult, Dag, Ram, Ramkandidat, Ramrad } from '@stegvis/casework';
import type { Medarbetare } from './port.ts';

/** What the page about a household's individual frame shows. */
export interface Rambild {
  readonly ansökan: string;
  readonly ärendenummer: string;
  readonly vuxna: readonly { readonly namn: string }[];
  /** Every version, newest first. */
  readonly versioner: readonly Ram[];
  /** What can be in the frame, with what is in it now. `vem` is whose it is, where that is one person. */
  readonly kandidater: readonly (Ramkandidat & { readonly vem: string | undefined; readonly iRamen: boolean })[];
}

/** The staff's side of individual frames: what is normal for a household, so that automation can check against it. */
export interface Ramport {
  ram(medarbetare: Medarbetare, ansökan: string): Promise<Rambild | undefined>;
  /** Sets the frame anew; with no rows there is no frame any longer. */
  sättRam(
    medarbetare: Medarbetare,
    ansökan: string,
    val: { rader: readonly Ramrad[]; till: Dag; skäl: string; baseradPå: number },
  ): Promise<ActResult<{ ram: Ram }>>;
}
