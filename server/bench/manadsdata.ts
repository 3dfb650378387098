import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Database, inTenant, startJobs } from '@stegvis/database';
import { navet } from '@stegvis/integrations';
import { sql } from 'kysely';
import { DEMOKOMMUN, startDemoregister } from '../demo/demo.ts';
import { PERSONAS, type Persona } from '../demo/personas.ts';
import { såDemokommun, såPersona, uppgifter } from '../demo/sa-demokommun.ts';
import { medborgarPort } from '../portar/medborgare.ts';
import { trådjobb } from '../trad/starta-trad.ts';
import { kopieraHushåll } from './kopiera-hushall.ts';
import { testnummer } from './testnummer.ts';

/** The month applied for, the day it is, and the board, in measurements and the kill test. */
export const MÅNAD = '2026-12';
export const NU = new Date('2026-11-24T08:00:00Z');
export const tenant = { kommun: DEMOKOMMUN.kod, nämnd: DEMOKOMMUN.nämndnyckel };

/** Where the registers' stand-ins answer, in their own process. */
export interface Adresser {
  readonly ssbtek: string;
  readonly folkbokföring: string;
}

/** Another process of the benchmark, that is no test even where a test starts it. */
export function startaProcess(fil: string, argument: string[]): ChildProcess {
  return fork(join(import.meta.dirname, fil), argument, {
    execArgv: process.execArgv.filter((val) => !val.startsWith('--test')),
  });
}

/** Starts the stand-ins for so many households; `avvikande` in a hundred have a payment they have not told about. */
export async function startaRegister(
  antal: number,
  avvikande: number,
): Promise<{ adresser: Adresser; process: ChildProcess }> {
  const register = startaProcess('manad-register.ts', [String(antal), String(avvikande)]);
  const [adresser] = (await once(register, 'message')) as [Adresser];
  return { adresser, process: register };
}

/** What reaches the registers in the other process. */
export async function registren({ ssbtek, folkbokföring }: Adresser) {
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

/** One household through the real acts, then as many copies of its rows as it takes, each with a job that waits. Gives the applications. */
export async function såMånaden(
  database: Database,
  källor: Awaited<ReturnType<typeof registren>>,
  antal: number,
): Promise<string[]> {
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
  return ansökningar;
}

/** How far the month has come. */
export async function räkna(database: Database) {
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

export const system = <T>(database: Database, work: Parameters<typeof inTenant<T>>[2]) =>
  inTenant(database.db, { ...tenant, aktör: { slag: 'system', id: 'bench' } }, work);

export function done<T extends { ok: boolean }>(result: T): Extract<T, { ok: true }> {
  if (result.ok) return result as Extract<T, { ok: true }>;
  throw new Error(JSON.stringify((result as { refusal?: unknown }).refusal));
}
