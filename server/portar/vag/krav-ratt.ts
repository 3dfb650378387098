import {
  type ActResult,
  type Aktivitetsbeslut,
  aktivitetsrätt,
  type Delegationspunkt,
  dagFör,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import type { Medarbetare } from '@stegvis/workbench';

/** The point of the delegation order that lets this member of staff decide, or the refusal. */
export async function krävRätt(
  t: TenantTransaction,
  who: Medarbetare,
  beslut: Aktivitetsbeslut,
  nu: string,
): Promise<ActResult<{ punkt: Delegationspunkt }>> {
  return aktivitetsrätt(await t.organisation.findDelegationspunkter(), who, beslut, dagFör(nu));
}
