import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createTestDatabase, inTenant, openDatabase, startJobs } from '@stegvis/database';
import { DEMOKOMMUN, startDemoregister } from '../demo/demo.ts';
import { PERSONAS, type Persona } from '../demo/personas.ts';
import { såDemokommun, såPersona, uppgifter } from '../demo/sa-demokommun.ts';
import { medborgarPort } from '../portar/medborgare.ts';
import { trådjobb } from './starta-trad.ts';

const ANTAL = 10;
const DÖDAR = 10;
const START = '2026-11-24T08:00:00Z';
/** Official test numbers of people the authorities' stand-in knows nothing of. */
const TESTNUMMER = [
  '199101012392',
  '199101012384',
  '199101022383',
  '199101032382',
  '199101032390',
  '198901012396',
  '198901012388',
  '198901022387',
  '198901022395',
  '198901032394',
];

test(`the server is killed at ${DÖDAR} random points: each application gets exactly one decision, one payment and one letter`, async (t) => {
  const closing: (() => unknown)[] = [];
  t.after(async () => {
    for (const close of closing.reverse()) await close();
  });
  const { url } = await createTestDatabase({ after: (close) => closing.push(close) });
  const database = await openDatabase(url);
  closing.push(() => database.close());
  const tenant = { kommun: DEMOKOMMUN.kod, nämnd: DEMOKOMMUN.nämndnyckel };
  const nu = () => new Date(START);
  const system = <T>(work: Parameters<typeof inTenant<T>>[2]) =>
    inTenant(database.db, { ...tenant, aktör: { slag: 'system', id: 'test' } }, work);

  const { standIn, config: ssbtek } = await startDemoregister(nu);
  const frö = { db: database.db, tenant, kommun: DEMOKOMMUN, ssbtek, nu };
  await såDemokommun(frö);
  const [mall] = PERSONAS;
  const hushåll = TESTNUMMER.slice(0, ANTAL).map(
    (personnummer): Persona => ({
      ...mall!,
      beslutadeMånader: 1,
      vuxna: [{ ...mall!.vuxna[0], personnummer, register: [], inskrivenHosArbetsförmedlingen: false }],
    }),
  );
  for (const persona of hushåll) await system((x) => såPersona(x, frö, persona));
  await standIn.stop();

  const queue = await startJobs(database, {});
  const port = medborgarPort({
    db: database.db,
    tenant,
    kommun: DEMOKOMMUN,
    nu,
    jobb: trådjobb(queue, nu, DEMOKOMMUN),
  });
  const ansökningar: string[] = [];
  for (const persona of hushåll) {
    const id = await system(async (x) => (await x.personer.findByPersonnummer(persona.vuxna[0].personnummer))!.id);
    const who = { id, förnamn: '' };
    const started = await port.starta(who, { slag: 'ateransokan', månad: '2026-12', medsökande: undefined });
    assert.ok(started.ok, JSON.stringify(started));
    const { ansökan } = started;
    const saved = await port.spara(who, ansökan.id, uppgifter(persona, [id], ansökan.uppgifter), ansökan.version);
    assert.ok(saved.ok, JSON.stringify(saved));
    const sent = await port.skickaIn(who, ansökan.id, saved.ansökan.version);
    assert.ok(sent.ok, JSON.stringify(sent));
    ansökningar.push(ansökan.id);
  }
  await queue.stop();

  const running: { child: ChildProcess; gone: Promise<void> }[] = [];
  const start = () => {
    const child = spawn(process.execPath, ['--import', './bin/tsx-hook.mjs', 'server/main.ts'], {
      cwd: join(import.meta.dirname, '../..'),
      env: { ...process.env, DATABASE_URL: url, PORT: '0', STEGVIS_KLOCKA: START },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const up = new Promise<void>((resolve) =>
      child.stdout!.on('data', (data) => String(data).includes('igång') && resolve()),
    );
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    running.push({ child, gone });
    return { child, up, gone };
  };
  closing.push(async () => {
    for (const { child, gone } of running) {
      child.kill('SIGKILL');
      await gone;
    }
  });

  for (let i = 0; i < DÖDAR; i++) {
    const { child, up, gone } = start();
    await Promise.race([up, gone]);
    await pause(Math.random() * 400);
    child.kill('SIGKILL');
    await gone;
  }
  start();
  const count = () =>
    system(async (x) => {
      const beslut = await Promise.all(ansökningar.map((id) => x.beslut.findForAnsökan(id)));
      const found = beslut.filter((b) => b !== undefined);
      const brev = await Promise.all(found.map((b) => x.brev.findForBeslut(b.id)));
      const utbetalningar = await x.utbetalningar.findAttBetala('9999-12-31');
      return {
        beslut: found.length,
        brev: brev.map((list) => list.length),
        utbetalningar: utbetalningar.map((u) => u.beslut),
        ids: found.map((b) => b.id),
      };
    });
  for (let i = 0; i < 600; i++) {
    const { beslut, brev } = await count();
    if (beslut === ANTAL && brev.every((n) => n === 1)) break;
    await pause(100);
  }
  const { beslut, brev, utbetalningar, ids } = await count();
  assert.equal(beslut, ANTAL);
  assert.deepEqual(brev, Array(ANTAL).fill(1));
  assert.deepEqual(utbetalningar.sort(), ids.sort());
});
