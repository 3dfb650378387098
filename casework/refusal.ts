/** Why an act was refused: a code for machines, a Swedish sentence for people, and what can be done instead. */
export interface Refusal {
  kod: string;
  text: string;
  /** What is allowed instead, as a sentence. */
  tillåtet: string;
  /** The answers that are wrong or missing, where the refusal is about answers. */
  fält?: Fältfel[];
}

/** One wrong or missing answer: the path in the statement (`barn.0.fodd`) and what to do. */
export interface Fältfel {
  fält: string;
  text: string;
}

export type Refused = { ok: false; refusal: Refusal };
export type Done<T> = { ok: true } & T;
/** What every act returns: the new state and the events that happened, or a refusal. */
export type ActResult<T> = Done<T> | Refused;

export function refuse(kod: string, text: string, tillåtet: string, fält?: Fältfel[]): Refused {
  return { ok: false, refusal: fält ? { kod, text, tillåtet, fält } : { kod, text, tillåtet } };
}
