import { type ActResult, refuse } from '../refusal.ts';
import type { Genomförandeplan, Planinnehåll } from './genomforandeplan.ts';
import { type Plangrund, plankontroll } from './plankontroll.ts';

/** Writes in a draft. What cannot stand in a plan is refused at its field, and nothing is saved. */
export function skrivPlan(
  plan: Genomförandeplan,
  innehåll: Planinnehåll,
  grund: Plangrund,
): ActResult<{ plan: Genomförandeplan }> {
  if (plan.status !== 'utkast')
    return refuse(
      'inte-utkast',
      'Planen är lämnad till personen och ändras inte.',
      'Gör en ny version. Den tidigare finns kvar.',
    );
  const fält = plankontroll(plan.id, innehåll, grund);
  if (fält.length > 0) return refuse('fel-i-planen', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  return { ok: true, plan: { ...plan, ...innehåll, version: plan.version + 1 } };
}
