import { flyttaMånad } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { type Syntetkommun, syntetiskaFakta, syntetiskaTjänster, syntetiskBefolkning } from '@stegvis/statistics';
import { sql } from 'kysely';
import type { Frö } from '../sa-demokommun.ts';

/** The size of the demo's synthetic municipality, and its seed. */
const HUSHÅLL = 320;
const ÅR = 4;
const FRÖ = 2026;

/** Facts of a municipality that does not exist, up to the month before the clock's, so that the figures have something to show. */
export async function såSyntet(t: TenantTransaction, { nu }: Frö): Promise<void> {
  // `stegvis syntet` may have been there first.
  if ((await t.statistik.findUnderlag('syntet')) !== undefined) return;
  const till = flyttaMånad(nu().toISOString().slice(0, 7), -1);
  const kommun: Syntetkommun = { frö: FRÖ, hushåll: HUSHÅLL, från: flyttaMånad(till, 1 - 12 * ÅR), till };
  for (const parti of syntetiskaFakta(kommun)) await t.statistik.add('syntet', parti);
  await t.statistik.saveBefolkning(syntetiskBefolkning(kommun));
  await t.statistik.saveTjänster(syntetiskaTjänster(kommun));
  await t.statistik.setUnderlag('syntet', nu().toISOString());
  // The planner is to know the new rows at once.
  await sql`analyze stat_hushallsmanad, stat_personmanad, stat_period, stat_ansokan, stat_handelse`.execute(t.trx);
}
