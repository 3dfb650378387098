import type { Personhändelse } from '../person/personhandelse.ts';
import { type ActResult, refuse } from '../refusal.ts';
import type { Tidpunkt } from '../tid.ts';
import { type Bedömning, nästaBedömningsstatus } from './bedomning.ts';

/** Says yes or no to the in-depth mapping. A no has no consequence and needs no reason. */
export function svaraPåErbjudande(
  bedömning: Bedömning,
  input: { händelse: string; ja: boolean; av: { namn: string } | undefined; nu: Tidpunkt },
): ActResult<{ bedömning: Bedömning; events: Personhändelse[] }> {
  const status = nästaBedömningsstatus(bedömning.status, input.ja ? 'paborjad' : 'avbojd');
  if (bedömning.status !== 'erbjuden' || status === undefined)
    return refuse('fel-status', 'Erbjudandet är redan besvarat.', 'Läs om sidan.');
  return {
    ok: true,
    bedömning: { ...bedömning, status, sparning: bedömning.sparning + 1 },
    events: [
      {
        id: input.händelse,
        person: bedömning.person,
        område: 'bedomning',
        typ: input.ja ? 'bedomning-paborjad' : 'bedomning-avbojd',
        tid: input.nu,
        text: input.ja
          ? 'Du har sagt ja till en fördjupad kartläggning.'
          : 'Du har sagt nej till en fördjupad kartläggning. Det påverkar inte ditt bistånd.',
        synlig: 'person',
        av: input.av?.namn,
      },
    ],
  };
}
