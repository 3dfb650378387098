// npm run bench:manad [-- --antal 10000] [--avvikande 0]
//
// A month: as many renewals as said have been signed and wait; measured from the start of the jobs until every application is decided
// or with a caseworker, the letters are fixed and the payment files are written. The last line is one JSON object.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Database, openDatabase, openEmbeddedPostgres } from '@stegvis/database';
import { sql } from 'kysely';
import { DEMOKOMMUN } from '../demo/demo.ts';
import { handläggarPort } from '../portar/handlaggare.ts';
import { startaTråd } from '../trad/starta-trad.ts';
import { done, NU, registren, räkna, startaRegister, system, såMånaden, tenant } from './manadsdata.ts';

/** What a run gave. */
export interface Månadsmätning {
  readonly antal: number;
  readonly beslut: number;
  readonly automatiska: number;
  readonly stopp: number;
  readonly brev: number;
  readonly betalningar: number;
  readonly sekunder: number;
  readonly minneMb: number;
  /** Single-row commits a second by the same number of connections, measured on the same database just before. */
  readonly commitsPerSekund: number;
}

/** One month's run on an empty database of its own. @param avvikande how many in a hundred the registers know something new about */
export async function mätMånad(antal: number, avvikande: number): Promise<Månadsmätning> {
  const folder = mkdtempSync(join(tmpdir(), 'stegvis-manad-'));
  const embedded = await openEmbeddedPostgres({ folder });
  const database = await openDatabase(embedded.url, { connections: 20 });
  const register = await startaRegister(antal, avvikande);
  try {
    const nu = () => NU;
    const källor = await registren(register.adresser);
    await såMånaden(database, källor, antal);
    const commitsPerSekund = await mätCommits(database);
    const t0 = performance.now();
    const { jobs } = await startaTråd({ ...källor, database, kommun: DEMOKOMMUN, nu });
    let rad = await räkna(database);
    for (let visat = 0; rad.beslut + rad.stopp < antal || rad.brev < rad.beslut; rad = await räkna(database)) {
      await pause(500);
      if (performance.now() - visat < 10_000) continue;
      visat = performance.now();
      console.log(`${Math.round((visat - t0) / 1000)} s: ${rad.beslut} beslutade, ${rad.stopp} till handläggare`);
    }
    const betalningar = await betala(database);
    const sekunder = (performance.now() - t0) / 1000;
    await jobs.stop();
    return {
      antal,
      ...rad,
      betalningar,
      sekunder: Math.round(sekunder * 10) / 10,
      minneMb: Math.round(process.memoryUsage().rss / 1e6),
      commitsPerSekund,
    };
  } finally {
    register.process.disconnect();
    await database.close();
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts every planned payment in a file, day by day, as the staff do. */
async function betala(database: Database): Promise<number> {
  const port = handläggarPort({
    db: database.db,
    tenant,
    kommun: DEMOKOMMUN,
    nu: () => NU,
    jobb: { börja: async () => {}, efterBeslut: async () => {} },
  });
  const ekonom = await system(database, async (t) => (await t.organisation.findAnvändareByInloggning('ekonom'))!);
  const { planerade } = await port.betalningar(ekonom);
  let antal = 0;
  for (const dag of new Set(planerade.map((p) => p.utbetalning.utbetalningsdag))) {
    const made = done(await port.skapaBetalfil(ekonom, dag));
    antal += made.fil.antal;
  }
  return antal;
}

/** How fast the database commits one row at a time on four connections: what the disk and PostgreSQL can do at most. */
async function mätCommits(database: Database): Promise<number> {
  await sql`create table if not exists bench_commit (id uuid primary key)`.execute(database.db);
  let antal = 0;
  const slut = performance.now() + 3000;
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (; performance.now() < slut; antal++)
        await sql`insert into bench_commit values (${randomUUID()})`.execute(database.db);
    }),
  );
  await sql`drop table bench_commit`.execute(database.db);
  return Math.round(antal / 3);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { antal: { type: 'string', default: '10000' }, avvikande: { type: 'string', default: '0' } },
  });
  console.log(JSON.stringify(await mätMånad(Number(values.antal), Number(values.avvikande))));
  process.exit(0);
}
