import type { ActResult, Beslut, Månad, UnderrättelseMedSvar, Yttrandeläge } from '@stegvis/casework';
import type { Medborgare } from './port.ts';

/** What a person is told before a decision, as she alone may see it. */
export interface Yttrandebild {
  readonly ansökan: string;
  readonly ärendenummer: string;
  readonly månad: Månad;
  readonly hörs: UnderrättelseMedSvar;
  readonly läge: Yttrandeläge;
  /** Whether an answer can still be given: until the decision. */
  readonly kanSvara: boolean;
  /** What is decided meanwhile: the part that nobody disputes. */
  readonly första: Beslut | undefined;
}

/** The applicant's answer before a decision. */
export interface Yttrandeport {
  yttrande(person: Medborgare, ansökan: string): Promise<Yttrandebild | undefined>;
  lämnaYttrande(
    person: Medborgare,
    ansökan: string,
    svar: { text: string; avstår: boolean; villTalaInförNämnden: boolean },
  ): Promise<ActResult<object>>;
  /** What was sent, as PDF. */
  underlag(person: Medborgare, ansökan: string): Promise<Uint8Array | undefined>;
}
