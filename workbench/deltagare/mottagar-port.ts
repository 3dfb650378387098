import type { ActResult, Dag, MottagenÖverlämning } from '@stegvis/casework';
import type { Medarbetare } from '../port.ts';

/** What a receiving organisation sees: the hand-overs to it, each with what its ground allows. */
export interface Mottagarbild {
  readonly idag: Dag;
  readonly mottagare: string;
  /** Newest first. `namn` is undefined where nothing may be read, and for a person with protected identity. */
  readonly överlämningar: readonly (MottagenÖverlämning & { readonly namn: string | undefined })[];
}

/** The receiving organisation's own page; every look is logged. */
export interface Mottagarport {
  /** Undefined: the member of staff belongs to no organisation in the register. */
  mottagnaÖverlämningar(medarbetare: Medarbetare): Promise<Mottagarbild | undefined>;
  svaraSomMottagare(
    medarbetare: Medarbetare,
    överlämning: string,
    svar: { ja: boolean; skäl: string },
  ): Promise<ActResult<object>>;
}
