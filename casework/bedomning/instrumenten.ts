import type { Bedömning, Bedömningsslag } from './bedomning.ts';
import { fördjupad1 } from './instrument/fordjupad-1.ts';
import { framsteg1 } from './instrument/framsteg-1.ts';
import { inledande1 } from './instrument/inledande-1.ts';
import { type Instrument, instrumentschema } from './instrument.ts';

/**
 * Every instrument in every version that an assessment may name. A version that is here is never changed (a test holds each to its
 * hash); what is new is a new version in a file of its own.
 */
export const INSTRUMENT: readonly Instrument[] = [inledande1, fördjupad1, framsteg1].map((i) =>
  instrumentschema.parse(i),
);

/** The newest version for the kind of assessment. */
export function nyasteInstrument(slag: Bedömningsslag): Instrument {
  const alla = INSTRUMENT.filter((i) => i.slag === slag).sort((a, b) => b.version - a.version);
  if (!alla[0]) throw new RangeError(`Det finns inget instrument av slaget ${slag}.`);
  return alla[0];
}

/** The instrument in the version the assessment was made with. Throws RangeError when it is not there: nothing else may be shown. */
export function instrumentFör({ instrument, version }: Pick<Bedömning, 'instrument' | 'version'>): Instrument {
  const found = INSTRUMENT.find((i) => i.id === instrument && i.version === version);
  if (!found) throw new RangeError(`Instrumentet ${instrument} finns inte i version ${version}.`);
  return found;
}
