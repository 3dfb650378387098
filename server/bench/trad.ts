import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTenant, openDatabase, openEmbeddedPostgres } from '@stegvis/database';
import { DEMOKOMMUN, startDemoregister } from '../demo/demo.ts';
import { PERSONAS, type Persona } from '../demo/personas.ts';
import { såDemokommun, såPersona, uppgifter } from '../demo/sa-demokommun.ts';
import { medborgarPort } from '../portar/medborgare.ts';
import { startaTråd } from '../trad/starta-trad.ts';

/** Milliseconds: half are at most p50, nineteen of twenty at most p95. */
export interface Fördelning {
  readonly antal: number;
  readonly p50: number;
  readonly p95: number;
}

export interface Trådmätning {
  /** From the last signature to the decision, one application at a time. */
  readonly inskickadTillBeslutad: Fördelning;
  /** Megabytes held by this process after all of it. */
  readonly minneMb: number;
}

const TESTNUMMER = [
  '199201012391',
  '199201022390',
  '199201022382',
  '199501012398',
  '199501022389',
  '199501022397',
  '199501032388',
  '199601012397',
  '199601012389',
  '199601022396',
  '199601022388',
  '199801012395',
  '199801022394',
  '199801022386',
  '200001012392',
  '200001022383',
  '200001022391',
  '200701012387',
  '200701022386',
  '200701022394',
];

/** Prints the thread, the start and the pages. */
export async function bench(): Promise<void> {
  console.log(JSON.stringify({ ...(await mätTråd()), ...(await mätServer()) }, null, 2));
}

/** How long the thread takes on the embedded database that waits for the disk. */
export async function mätTråd(): Promise<Trådmätning> {
  const folder = mkdtempSync(join(tmpdir(), 'stegvis-bench-'));
  const embedded = await openEmbeddedPostgres({ folder });
  const database = await openDatabase(embedded.url);
  const nu = () => new Date('2026-11-24T08:00:00Z');
  const { standIn, config: ssbtek, folkbokföring } = await startDemoregister(nu);
  const tenant = { kommun: DEMOKOMMUN.kod, nämnd: DEMOKOMMUN.nämndnyckel };
  const frö = { db: database.db, tenant, kommun: DEMOKOMMUN, ssbtek, nu };
  const system = <T>(work: Parameters<typeof inTenant<T>>[2]) =>
    inTenant(database.db, { ...tenant, aktör: { slag: 'system', id: 'bench' } }, work);
  try {
    await såDemokommun(frö);
    const [mall] = PERSONAS;
    const { jobs, jobb } = await startaTråd({ database, kommun: DEMOKOMMUN, ssbtek, folkbokföring, nu });
    const port = medborgarPort({
      db: database.db,
      tenant,
      kommun: DEMOKOMMUN,
      nu,
      jobb,
    });
    const times: number[] = [];
    for (const personnummer of TESTNUMMER) {
      const persona: Persona = {
        ...mall!,
        beslutadeMånader: 1,
        vuxna: [{ ...mall!.vuxna[0], personnummer, register: [], inskrivenHosArbetsförmedlingen: false }],
      };
      await system((x) => såPersona(x, frö, persona));
      const id = await system(async (x) => (await x.personer.findByPersonnummer(personnummer))!.id);
      const who = { id, förnamn: '' };
      const started = await port.starta(who, { slag: 'ateransokan', månad: '2026-12', medsökande: undefined });
      if (!started.ok) throw new Error(started.refusal.text);
      const saved = await port.spara(
        who,
        started.ansökan.id,
        uppgifter(persona, [id], started.ansökan.uppgifter),
        started.ansökan.version,
      );
      if (!saved.ok) throw new Error(saved.refusal.text);
      const t0 = performance.now();
      const sent = await port.skickaIn(who, saved.ansökan.id, saved.ansökan.version);
      if (!sent.ok) throw new Error(sent.refusal.text);
      while (!(await system((x) => x.beslut.findForAnsökan(saved.ansökan.id))))
        await new Promise((r) => setTimeout(r, 5));
      times.push(performance.now() - t0);
    }
    await jobs.stop();
    return { inskickadTillBeslutad: fördelning(times), minneMb: Math.round(process.memoryUsage().rss / 1e6) };
  } finally {
    await standIn.stop();
    await database.close();
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Servermätning {
  /** From the command to an address that answers: with an empty data folder, and with one that is there. */
  readonly förstaStartMs: number;
  readonly nästaStartMs: Fördelning;
  /** Requests a second with twenty at a time, and beside the static page. */
  readonly sidor: readonly { readonly sida: string; readonly perSekund: number; readonly kvot: number }[];
}

/** How fast the server starts and answers; the static page is the yardstick. */
export async function mätServer(): Promise<Servermätning> {
  const folder = mkdtempSync(join(tmpdir(), 'stegvis-bench-'));
  const start = async () => {
    const t0 = performance.now();
    const child = spawn(process.execPath, ['--import', './bin/tsx-hook.mjs', 'server/main.ts'], {
      cwd: join(import.meta.dirname, '../..'),
      env: { ...process.env, STEGVIS_DATA: folder, PORT: '0', DATABASE_URL: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const adress = await new Promise<string>((resolve, reject) => {
      let out = '';
      child.stdout.on('data', (data) => {
        out += data;
        const found = /igång: (\S+)/.exec(out)?.[1];
        if (found) resolve(found);
      });
      child.once('exit', () => reject(new Error('The server did not start')));
    });
    await fetch(`${adress}/halsa`);
    return { child, adress, ms: performance.now() - t0 };
  };
  const stop = (child: ChildProcess) =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  try {
    const first = await start();
    await stop(first.child);
    const later: number[] = [];
    for (let i = 0; i < 4; i++) {
      const again = await start();
      later.push(again.ms);
      await stop(again.child);
    }
    const { child, adress } = await start();
    const paths = [
      '/favicon.ico',
      '/',
      '/halsa',
      '/provberakning',
      '/provberakning?rakna=ja&manad=2026-12&vuxna=1&alder-1=35&lon-1=8000',
    ];
    const rates = [];
    for (const sida of paths) rates.push({ sida, perSekund: await rate(`${adress}${sida}`) });
    await stop(child);
    const static_ = rates[0]!.perSekund;
    return {
      förstaStartMs: Math.round(first.ms),
      nästaStartMs: fördelning(later),
      sidor: rates.map((r) => ({
        ...r,
        perSekund: Math.round(r.perSekund),
        kvot: Number((r.perSekund / static_).toFixed(2)),
      })),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rate(url: string, seconds = 3): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let done = 0;
  const t0 = performance.now();
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      while (performance.now() < end) {
        await (await fetch(url)).arrayBuffer();
        done++;
      }
    }),
  );
  return done / ((performance.now() - t0) / 1000);
}

function fördelning(values: readonly number[]): Fördelning {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!);
  return { antal: sorted.length, p50: at(0.5), p95: at(0.95) };
}
