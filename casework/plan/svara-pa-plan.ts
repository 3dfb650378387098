import type { Personhändelse } from '../person/personhandelse.ts';
import { type ActResult, refuse } from '../refusal.ts';
import type { Tidpunkt } from '../tid.ts';
import { type Genomförandeplan, nästaPlanstatus, type Planväg } from './genomforandeplan.ts';

const LÄNGSTA = 5000;

/**
 * The person's answer: she agrees, or says what she disagrees with. Both are written down and neither is overruled; the version that held
 * before is replaced. Staff may note an answer that was given on paper or in a conversation.
 */
export function svaraPåPlan(
  plan: Genomförandeplan,
  planer: readonly Genomförandeplan[],
  input: {
    händelse: string;
    instämmer: boolean;
    synpunkt: string;
    hur: Planväg['hur'];
    språk: string | undefined;
    /** Who of staff noted it; undefined when the person did it herself. */
    av: string | undefined;
    nu: Tidpunkt;
  },
): ActResult<{ plan: Genomförandeplan; ersatt: Genomförandeplan | undefined; events: Personhändelse[] }> {
  const status = nästaPlanstatus(plan.status, input.instämmer ? 'instämmer' : 'instämmer inte');
  if (!status)
    return refuse(
      'fel-status',
      'Planen väntar inte på svar.',
      'Läs om sidan. Säg till om du vill ändra något i planen.',
    );
  const synpunkt = input.synpunkt.trim();
  if (!input.instämmer && synpunkt === '')
    return refuse('ofullstandig', 'Det står inte vad du vill ändra.', 'Skriv det med egna ord.', [
      { fält: 'synpunkt', text: 'Skriv vad du inte håller med om.' },
    ]);
  if (synpunkt.length > LÄNGSTA)
    return refuse('for-lang', 'Texten är för lång.', `Skriv högst ${LÄNGSTA} tecken.`, [
      { fält: 'synpunkt', text: `Skriv högst ${LÄNGSTA} tecken. Nu är det ${synpunkt.length}.` },
    ]);
  const före = planer.find((p) => p.id !== plan.id && (p.status === 'overenskommen' || p.status === 'oense'));
  return {
    ok: true,
    plan: {
      ...plan,
      status,
      synpunkt: synpunkt === '' ? plan.synpunkt : synpunkt,
      svar: { instämmer: input.instämmer, hur: input.hur, språk: input.språk, av: input.av, tid: input.nu },
      version: plan.version + 1,
    },
    ersatt: före && { ...före, status: 'ersatt', version: före.version + 1 },
    events: [
      {
        id: input.händelse,
        person: plan.person,
        område: 'plan',
        typ: input.instämmer ? 'plan-overenskommen' : 'plan-oense',
        tid: input.nu,
        text: input.instämmer ? 'Du håller med om planen.' : 'Du har skrivit vad du inte håller med om i planen.',
        synlig: 'person',
        av: input.av,
      },
    ],
  };
}
