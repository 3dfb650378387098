import type { Brevkopia } from '../brev.ts';
import type { PersonId } from '../person.ts';
import type { Tidpunkt } from '../tid.ts';

/** The letter about a requirement or its end: what it says is fixed with the decision, the PDF is made of it and kept. */
export interface Kravbrev {
  id: string;
  krav: string;
  mottagare: PersonId;
  slag: 'krav' | 'upphort';
  skapat: Tidpunkt;
  innehåll: Brevkopia;
  pdf: Uint8Array | undefined;
}
