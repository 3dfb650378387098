import type { PersonId } from './person.ts';
import type { Tidpunkt } from './tid.ts';

/** A letter to one adult: about a decision, what is intended before one, an appeal, a correction or a claim. */
export interface Brev {
  id: string;
  beslut: string | undefined;
  underrättelse: string | undefined;
  ansökan: string;
  ärende: string;
  mottagare: PersonId;
  /** What it is about where that is neither. */
  överklagande?: string | undefined;
  rättelse?: string | undefined;
  återkrav?: string | undefined;
  slag:
    | 'beslut'
    | 'underrattelse'
    | 'overklagande-mottaget'
    | 'avvisat-overklagande'
    | 'rattelse'
    | 'aterkrav-underlag'
    | 'aterkrav-beslut';
  skapat: Tidpunkt;
  /** What it says, fixed when the letter is made; undefined for letters made before content was kept. */
  innehåll: Brevkopia | undefined;
  /** The PDF of exactly that content; undefined until somebody reads it or the job has come to it. Never changed once made. */
  pdf: Uint8Array | undefined;
}

/** A letter's content as it stands, with what it takes to make the same PDF of it. */
export interface Brevkopia {
  /** Structured text, keys in ASCII: what the template is given. */
  data: unknown;
  /** Which version of the template it was written for. */
  mall: string;
  /** SHA-256 of the data as stored, hex. */
  hash: string;
}
