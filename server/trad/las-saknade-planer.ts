import { gällandePlan, type Månad, type Person, planSaknas } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { läsKravfakta, pröva } from '../portar/vag/aktivitetskrav.ts';

/** A person whose plan should have been there, and the month it was to be made in. */
export interface SaknadPlan {
  readonly person: Person;
  readonly skulleGöras: Månad;
}

/** Those of the persons on whom activity shall be required in the month (SoL 12 kap. 4 a §) and who have no plan that holds (4 e §). */
export async function läsSaknadePlaner(
  t: TenantTransaction,
  personer: readonly Person[],
  månad: Månad,
): Promise<readonly SaknadPlan[]> {
  const planer = await t.planer.findForPersoner(personer.map(({ id }) => id));
  const saknade: SaknadPlan[] = [];
  for (const person of personer) {
    const egna = planer.filter((plan) => plan.person === person.id);
    if ((gällandePlan(egna)?.till ?? '') >= `${månad}-01`) continue;
    const fakta = await läsKravfakta(t, person);
    const skulleGöras = planSaknas(egna, fakta.biståndsmånader, månad);
    if (skulleGöras === undefined) continue;
    const svar = pröva(fakta, månad);
    if ('krav' in svar && svar.krav === 'ska') saknade.push({ person, skulleGöras });
  }
  return saknade;
}
