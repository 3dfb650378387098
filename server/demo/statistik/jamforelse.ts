import { randomUUID } from 'node:crypto';
import { flyttaMånad } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { DEMOGRUPP, demokolada } from '../demokolada.ts';
import type { Frö } from '../sa-demokommun.ts';

/** The made-up municipalities that the demo compares itself with, and a comment in last month's report. */
export async function såJämförelse(t: TenantTransaction, { kommun, nu }: Frö): Promise<void> {
  const tid = nu().toISOString();
  const av = { id: 'demo', namn: 'Enhetschef' };
  await t.jämförelse.saveKolada(demokolada(kommun, nu().getUTCFullYear()), tid);
  await t.jämförelse.addGrupp({
    id: randomUUID(),
    namn: 'Påhittade exempelkommuner',
    områden: DEMOGRUPP,
    av,
    ändrad: tid,
    version: 1,
  });
  await t.nämndrapporter.saveKommentar({
    månad: flyttaMånad(tid.slice(0, 7), -1),
    avsnitt: 'vantetid',
    text: 'Vi följer väntan vecka för vecka under hösten och berättar mer i nästa rapport.',
    av,
    tid,
    version: 1,
  });
}
