// npm run bench:manad [-- --antal 10000] [--avvikande 0]
//
// A month: as many renewals as said have been signed and wait; measured from the start of the jobs until every application is decided
// or with a caseworker, the letters are fixed and the payment file is written. The last line is one JSON object.
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Database, inTenant, openDatabase, openEmbeddedPostgres, startJobs } from '@stegvis/database';
import { navet } from '@stegvis/integrations';
import { sql } from 'kysely';
import { DEMOKOMMUN, startDemoregister } from '../demo/demo.ts';
import { PERSONAS, type Persona } from '../demo/personas.ts';
import { såDemokommun, såPersona, uppgifter } from '../demo/sa-demokommun.ts';
import { handläggarPort } from '../portar/handlaggare.ts';
import { medborgarPort } from '../portar/medborgare.ts';
import { startaTråd, trådjobb } from '../trad/starta-trad.ts';
import { kopieraHushåll } from './kopiera-hushall.ts';
import { testnummer } from './testnummer.ts';

const MÅNAD = '2026-12';
const NU = new Date('2026-11-24T08:00:00Z');
const tenant = { kommun: DEMOKOMMUN.kod, nämnd: DEMOKOMMUN.nämndnyckel };

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
  const register = fork(join(import.meta.dirname, 'manad-register.ts'), [String(antal), String(avvikande)]);
  try {
    const [adresser] = (await once(register, 'message')) as [Adresser];
    const nu = () => NU;
    const källor = await registren(adresser);
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
    register.disconnect();
    await database.close();
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Adresser {
  readonly ssbtek: string;
  readonly folkbokföring: string;
}

/** What reaches the registers in the other process. */
async function registren({ ssbtek, folkbokföring }: Adresser) {
  const demo = await startDemoregister(() => NU);
  await demo.standIn.stop();
  return {
    ssbtek: { ...demo.config, url: ssbtek },
    folkbokföring: navet(
      { url: folkbokföring, organisationsnummer: '162120000000', beställningsId: '00000000-FO01-0001', svarMs: 5000 },
      { now: () => NU.toISOString(), kretsar: demo.kretsar },
    ),
  };
}

/** One household through the real acts, then as many copies of its rows as it takes, each with a job that waits. */
async function såMånaden(
  database: Database,
  källor: Awaited<ReturnType<typeof registren>>,
  antal: number,
): Promise<void> {
  const { standIn, config } = await startDemoregister(() => NU);
  const nummer = testnummer(antal);
  const mall: Persona = {
    ...PERSONAS[0]!,
    beslutadeMånader: 1,
    vuxna: [{ ...PERSONAS[0]!.vuxna[0], personnummer: nummer[0]! }],
  };
  const frö = { db: database.db, tenant, kommun: DEMOKOMMUN, ssbtek: config, nu: () => NU };
  await såDemokommun(frö);
  await system(database, (t) => såPersona(t, { ...frö, ...källor }, mall));
  await standIn.stop();
  const kö = await startJobs(database, {});
  const port = medborgarPort({
    db: database.db,
    tenant,
    kommun: DEMOKOMMUN,
    nu: () => NU,
    jobb: { ...trådjobb(kö, () => NU, DEMOKOMMUN), börja: async () => {} },
  });
  const id = await system(database, async (t) => (await t.personer.findByPersonnummer(nummer[0]!))!.id);
  const vem = { id, förnamn: '' };
  const started = done(await port.starta(vem, { slag: 'ateransokan', månad: MÅNAD, medsökande: undefined }));
  const saved = done(
    await port.spara(
      vem,
      started.ansökan.id,
      uppgifter(mall, [id], started.ansökan.uppgifter),
      started.ansökan.version,
    ),
  );
  const sent = done(await port.skickaIn(vem, saved.ansökan.id, saved.ansökan.version));
  const ansökningar = [sent.ansökan.id, ...(await kopieraHushåll(database, tenant, id, sent.ansökan.id, nummer))];
  for (let i = 0; i < ansökningar.length; i += 500)
    await system(database, async (t) => {
      for (const ansökan of ansökningar.slice(i, i + 500)) await kö.enqueue(t, 'hamta-registersvar', { id: ansökan });
    });
  await kö.stop();
  await sql`analyze`.execute(database.db);
}

async function räkna(database: Database) {
  const { rows } = await system(database, (t) =>
    sql<{ beslut: string; automatiska: string; stopp: string; brev: string }>`
      select
        (select count(*) from beslut where manad = ${MÅNAD}) as beslut,
        (select count(*) from beslut where manad = ${MÅNAD} and beslutsfattare->>'slag' = 'automatisk') as automatiska,
        (select count(distinct ansokan) from berakning join ansokan on ansokan.id = berakning.ansokan
          where manad = ${MÅNAD} and ansokan.status = 'utreds' and forslag->>'slag' <> 'automatiskt-bifall') as stopp,
        (select count(*) from brev join beslut on beslut.id = brev.beslut where beslut.manad = ${MÅNAD}) as brev`.execute(
      t.trx,
    ),
  );
  const [rad] = rows;
  return {
    beslut: Number(rad!.beslut),
    automatiska: Number(rad!.automatiska),
    stopp: Number(rad!.stopp),
    brev: Number(rad!.brev),
  };
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

const system = <T>(database: Database, work: Parameters<typeof inTenant<T>>[2]) =>
  inTenant(database.db, { ...tenant, aktör: { slag: 'system', id: 'bench' } }, work);

function done<T extends { ok: boolean }>(result: T): Extract<T, { ok: true }> {
  if (result.ok) return result as Extract<T, { ok: true }>;
  throw new Error(JSON.stringify((result as { refusal?: unknown }).refusal));
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { antal: { type: 'string', default: '10000' }, avvikande: { type: 'string', default: '0' } },
  });
  console.log(JSON.stringify(await mätMånad(Number(values.antal), Number(values.avvikande))));
  process.exit(0);
}
