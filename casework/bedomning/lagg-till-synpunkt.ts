import type { Personhändelse } from '../person/personhandelse.ts';
import { type ActResult, refuse } from '../refusal.ts';
import type { Tidpunkt } from '../tid.ts';
import { type Bedömning, nästaBedömningsstatus } from './bedomning.ts';

/** Adds the person's own view to an assessment, also after it is finished. Nothing of the assessment is changed by it. */
export function läggTillSynpunkt(
  bedömning: Bedömning,
  input: { händelse: string; text: string; upptagen: { namn: string } | undefined; nu: Tidpunkt },
): ActResult<{ bedömning: Bedömning; events: Personhändelse[] }> {
  if (nästaBedömningsstatus(bedömning.status, 'synpunkt') === undefined)
    return refuse('fel-status', 'Bedömningen är avslutad.', 'Skriv ett meddelande till oss i stället.');
  const text = input.text.replace(/\r\n/g, '\n').trim();
  if (text === '' || text.length > 4000)
    return refuse('ofullstandig', 'Synpunkten saknas eller är för lång.', 'Skriv 1–4 000 tecken.', [
      { fält: 'synpunkt', text: 'Skriv vad du tycker, högst 4 000 tecken.' },
    ]);
  return {
    ok: true,
    bedömning: {
      ...bedömning,
      synpunkter: [...bedömning.synpunkter, { text, tid: input.nu, upptagen: input.upptagen?.namn }],
      sparning: bedömning.sparning + 1,
    },
    events: [
      {
        id: input.händelse,
        person: bedömning.person,
        område: 'bedomning',
        typ: 'synpunkt-lamnad',
        tid: input.nu,
        text: 'Du har lagt till vad du tycker om bedömningen.',
        synlig: 'person',
        av: input.upptagen?.namn,
      },
    ],
  };
}
