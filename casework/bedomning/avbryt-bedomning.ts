import type { Personhändelse } from '../person/personhandelse.ts';
import { type ActResult, refuse } from '../refusal.ts';
import type { Tidpunkt } from '../tid.ts';
import { type Bedömning, nästaBedömningsstatus } from './bedomning.ts';

/** Stops an assessment that is under way; what was answered is kept. Needs a reason. */
export function avbrytBedömning(
  bedömning: Bedömning,
  input: { händelse: string; skäl: string; av: { namn: string }; nu: Tidpunkt },
): ActResult<{ bedömning: Bedömning; events: Personhändelse[] }> {
  const status = nästaBedömningsstatus(bedömning.status, 'avbruten');
  if (status === undefined) return refuse('fel-status', 'Bedömningen är inte öppen.', 'Läs om sidan.');
  const skäl = input.skäl.trim();
  if (skäl === '')
    return refuse('skal-saknas', 'Skälet saknas.', 'Skriv varför bedömningen avbryts.', [
      { fält: 'avbrytSkal', text: 'Skriv varför bedömningen avbryts.' },
    ]);
  return {
    ok: true,
    bedömning: { ...bedömning, status, sparning: bedömning.sparning + 1 },
    events: [
      {
        id: input.händelse,
        person: bedömning.person,
        område: 'bedomning',
        typ: 'bedomning-avbruten',
        tid: input.nu,
        text: `En bedömning är avbruten: ${skäl}`,
        synlig: 'person',
        av: input.av.namn,
      },
    ],
  };
}
