import type { Personhändelse } from '../person/personhandelse.ts';
import { type ActResult, refuse } from '../refusal.ts';
import type { Tidpunkt } from '../tid.ts';
import { type Genomförandeplan, nästaPlanstatus } from './genomforandeplan.ts';

/** Ends a plan that nothing takes the place of; it stays in the file. */
export function avslutaPlan(
  plan: Genomförandeplan,
  input: { händelse: string; skäl: string; av: string; nu: Tidpunkt },
): ActResult<{ plan: Genomförandeplan; events: Personhändelse[] }> {
  const status = nästaPlanstatus(plan.status, 'avslutad');
  if (!status)
    return refuse('fel-status', 'Planen gäller inte nu.', 'Bara en plan som är lämnad eller gäller kan avslutas.');
  const skäl = input.skäl.trim();
  if (skäl === '' || skäl.length > 1000)
    return refuse(
      'ofullstandig',
      'Skälet saknas eller är för långt.',
      'Skriv varför planen avslutas, högst 1 000 tecken.',
      [{ fält: 'skal', text: 'Skriv varför planen avslutas, högst 1 000 tecken.' }],
    );
  return {
    ok: true,
    plan: { ...plan, status, avslutad: { skäl, av: input.av, tid: input.nu }, version: plan.version + 1 },
    events: [
      {
        id: input.händelse,
        person: plan.person,
        område: 'plan',
        typ: 'plan-avslutad',
        tid: input.nu,
        text: 'Din plan är avslutad.',
        synlig: 'person',
        av: input.av,
      },
    ],
  };
}
