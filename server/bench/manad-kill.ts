import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Database, openDatabase, openEmbeddedPostgres } from '@stegvis/database';
import { sql } from 'kysely';
import { MÅNAD, registren, räkna, startaProcess, startaRegister, system, såMånaden } from './manadsdata.ts';

/** How it ended after the kills. */
export interface Efteråt {
  readonly dödade: number;
  /** Kills that came when applications were still undecided. */
  readonly dödadeUnderArbete: number;
  /** What is not exactly once, in words; empty when all is well. */
  readonly fel: readonly string[];
}

/**
 * The month's run with the process that works on it killed at random points, and started again. In the end every application shall
 * have exactly one decision with its receipt, one letter and one payment of the decided amount.
 */
export async function dödaUnderMånaden(
  database: Database,
  { antal, gånger }: { antal: number; gånger: number },
): Promise<Efteråt> {
  const register = await startaRegister(antal, 0);
  let arbetare: ChildProcess | undefined;
  try {
    await såMånaden(database, await registren(register.adresser), antal);
    const starta = () =>
      startaProcess('manad-arbetare.ts', [database.url, register.adresser.ssbtek, register.adresser.folkbokföring]);
    let underArbete = 0;
    for (let i = 0; i < gånger; i++) {
      arbetare = starta();
      // Some are killed while they start, most while they work.
      if (i % 5 > 0) await once(arbetare, 'message');
      await pause(Math.random() * 700);
      if ((await räkna(database)).beslut < antal) underArbete++;
      arbetare.kill('SIGKILL');
      await once(arbetare, 'exit');
    }
    arbetare = starta();
    for (let i = 0; i < 1200 && (await räkna(database)).beslut < antal; i++) await pause(250);
    return { dödade: gånger, dödadeUnderArbete: underArbete, fel: await prövaAllt(database, antal) };
  } finally {
    arbetare?.kill('SIGKILL');
    register.process.disconnect();
  }
}

/** Everything of the month that is not exactly once. */
async function prövaAllt(database: Database, antal: number): Promise<string[]> {
  const { rows } = await system(database, (t) =>
    sql<{ vad: string; antal: number }>`
      with b as (select * from beslut where manad = ${MÅNAD})
      select 'beslut' as vad, count(*)::int as antal from b
      union all select 'ansökningar med beslut', count(distinct ansokan)::int from b
      union all select 'kvitton', count(*)::int from b join berakning k on k.id = b.berakning and k.kvitto is not null
      union all select 'brev', count(*)::int from b join brev on brev.beslut = b.id
      union all select 'utbetalningar', count(*)::int from b join utbetalning u on u.beslut = b.id
      union all select 'utbetalningar av hela beloppet', count(*)::int from b join utbetalning u on u.beslut = b.id and u.belopp = b.belopp
      union all select 'händelser om beslut', count(*)::int from b join handelse h on h.ansokan = b.ansokan and h.typ = 'beslut-fattat'
    `.execute(t.trx),
  );
  return rows.filter((row) => row.antal !== antal).map((row) => `${row.vad}: ${row.antal}, inte ${antal}`);
}

/** `npm run bench -- kill`: 500 applications and a hundred kills on the embedded database; one JSON line. */
export async function bench(): Promise<void> {
  const { mkdtempSync, rmSync } = await import('node:fs');
  const folder = mkdtempSync(join((await import('node:os')).tmpdir(), 'stegvis-kill-'));
  const embedded = await openEmbeddedPostgres({ folder });
  const database = await openDatabase(embedded.url);
  try {
    const t0 = performance.now();
    const slut = await dödaUnderMånaden(database, { antal: 500, gånger: 100 });
    console.log(JSON.stringify({ antal: 500, ...slut, sekunder: Math.round((performance.now() - t0) / 1000) }));
    if (slut.fel.length > 0) process.exitCode = 1;
  } finally {
    await database.close();
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
