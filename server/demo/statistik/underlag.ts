import type { TenantTransaction } from '@stegvis/database';
import { görUnderlag } from '../../trad/statistikunderlag/gor-underlag.ts';
import type { Frö } from '../sa-demokommun.ts';

/** Makes the facts of the demo's own households, as every night does. */
export async function såUnderlag(t: TenantTransaction, { nu }: Frö): Promise<void> {
  await görUnderlag(t, nu().toISOString());
}
