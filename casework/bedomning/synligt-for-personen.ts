import type { Bedömning } from './bedomning.ts';
import { frågorI } from './instrument.ts';
import { instrumentFör } from './instrumenten.ts';

/**
 * The assessment as it may be shown on the person's own page, which somebody at home may read: no answer to what is asked face to
 * face alone. She can read those with us.
 */
export function synligtFörPersonen(bedömning: Bedömning): Bedömning {
  const enrum = new Set(
    frågorI(instrumentFör(bedömning))
      .filter((f) => f.enrum)
      .map((f) => f.id),
  );
  return { ...bedömning, svar: bedömning.svar.filter((s) => !enrum.has(s.fråga)) };
}
