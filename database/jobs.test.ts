import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { inTenant } from './in-tenant.ts';
import { type JobRun, type Jobs, type PreparedJobHandler, startJobs } from './jobs.ts';
import { openTestDatabase, testScope } from './open-test-database.ts';
import { sampleAnsökan, samplePerson, sampleÄrende } from './sample-rows.ts';

const database = await openTestDatabase({ after });
const { db } = database;

async function newAnsökningar(antal: number): Promise<string[]> {
  return inTenant(db, testScope, async (r) => {
    const ids: string[] = [];
    for (let i = 0; i < antal; i++) {
      const person = samplePerson();
      await r.personer.add(person);
      const ärende = await r.ärenden.add(sampleÄrende(person.id));
      const ansökan = sampleAnsökan(ärende);
      await r.ansökningar.add(ansökan);
      ids.push(ansökan.id);
    }
    return ids;
  });
}

/** A handler that tells when it has run to the end the given number of times. */
function counting(
  times: number,
  handle: (run: JobRun) => Promise<void>,
): { handler: (run: JobRun) => Promise<void>; done: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let left = times;
  return {
    done: promise,
    handler: async (run) => {
      await handle(run);
      if (--left === 0) resolve();
    },
  };
}

async function count(table: 'beslut' | 'utbetalning' | 'brev' | 'handelse' | 'bistandsmanad'): Promise<number> {
  return inTenant(
    db,
    testScope,
    async ({ trx }) =>
      (await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table)}`.execute(trx)).rows[0]!.rows,
  );
}

describe('durable jobs', () => {
  let jobs: Jobs | undefined;
  const stop = async () => {
    await jobs?.stop();
    jobs = undefined;
  };

  it('exist only when the transaction that enqueued them commits', async () => {
    const [kept, dropped] = await newAnsökningar(2);
    const seen: string[] = [];
    const work = counting(1, async ({ data }) => void seen.push(data.id));
    jobs = await startJobs(database, { 'skapa-brev': work.handler });
    await assert.rejects(
      inTenant(db, testScope, async (tenant) => {
        await jobs!.enqueue(tenant, 'skapa-brev', { id: dropped! });
        throw new Error('rolled back');
      }),
      /rolled back/,
    );
    await inTenant(db, testScope, (tenant) => jobs!.enqueue(tenant, 'skapa-brev', { id: kept! }));
    await work.done;
    await stop();
    assert.deepEqual(seen, [kept]);
  });

  it('leave nothing of a failed attempt behind, and the next attempt does it once', async () => {
    const [id] = await newAnsökningar(1);
    const faults: unknown[] = [];
    const attempts: number[] = [];
    const work = counting(1, async ({ tenant, data, attempt }) => {
      attempts.push(attempt);
      const ansökan = await tenant.ansökningar.get(data.id);
      await tenant.händelser.add([
        {
          ärende: ansökan.ärende,
          ansökan: ansökan.id,
          typ: 'ansokan-beraknad',
          tid: ansökan.skapad,
          text: `Försök ${attempt}`,
          synlig: 'handlaggare',
        },
      ]);
      if (attempt === 1) throw new Error('first attempt fails');
    });
    jobs = await startJobs(
      database,
      { 'berakna-och-besluta': work.handler },
      { onFault: (fault) => faults.push(fault) },
    );
    await inTenant(db, testScope, (tenant) => jobs!.enqueue(tenant, 'berakna-och-besluta', { id: id! }));
    await work.done;
    await stop();
    const texts = await inTenant(db, testScope, async (r) =>
      (await r.händelser.findForÄrende((await r.ansökningar.get(id!)).ärende)).map((h) => h.text),
    );
    assert.deepEqual([attempts, texts, faults.map(String)], [[1, 2], ['Försök 2'], ['Error: first attempt fails']]);
  });

  it('that fail do not take others in the same batch with them, also when the database itself refuses', async () => {
    const ids = await newAnsökningar(6);
    const bad = ids[2]!;
    const failed = Promise.withResolvers<void>();
    const handler = async ({ tenant, data }: JobRun) => {
      if (data.id === bad) await tenant.beslut.get('not a uuid');
      await tenant.personer.addBiståndsmånader((await tenant.ansökningar.get(data.id)).sökande, ['2026-01'], data.id);
    };
    const starting = await startJobs(database, {});
    await inTenant(db, testScope, async (tenant) => {
      for (const id of ids) await starting.enqueue(tenant, 'skapa-brev', { id });
    });
    await starting.stop();
    jobs = await startJobs(database, { 'skapa-brev': handler }, { concurrency: 1, onFault: () => failed.resolve() });
    await failed.promise;
    await stop();
    const { rows: done } = await inTenant(db, testScope, ({ trx }) =>
      sql<{ kalla: string }>`select kalla from bistandsmanad where manad = '2026-01'`.execute(trx),
    );
    assert.deepEqual(done.map(({ kalla }) => kalla).sort(), ids.filter((id) => id !== bad).sort());
    const { rows } = await sql<{
      state: string;
    }>`select state::text from pgboss.job where name = 'skapa-brev' and state <> 'completed'`.execute(db);
    assert.deepEqual(rows, [{ state: 'retry' }]);
    await sql`delete from pgboss.job where state <> 'completed'`.execute(db);
  });

  it('that fail at every attempt lie where somebody sees them', async () => {
    const [id] = await newAnsökningar(1);
    const failed = Promise.withResolvers<void>();
    const handler = async () => {
      throw new Error('never works');
    };
    jobs = await startJobs(database, { 'skapa-brev': handler }, { attempts: 1, onFault: () => failed.resolve() });
    await inTenant(db, testScope, (tenant) => jobs!.enqueue(tenant, 'skapa-brev', { id: id! }));
    await failed.promise;
    const look = await startJobs(database, {});
    await stop();
    const given = await look.findGivenUp();
    await look.stop();
    assert.deepEqual(
      given.map(({ at, ...job }) => [job, at instanceof Date]),
      [[{ name: 'skapa-brev', id, kommun: testScope.kommun, nämnd: testScope.nämnd }, true]],
    );
    await sql`delete from pgboss.job where state <> 'completed'`.execute(db);
  });

  it('prepare without a transaction, and record once what was prepared, also when the first recording fails', async () => {
    const [good, bad] = await newAnsökningar(2);
    const prepared: string[] = [];
    const transactions: number[] = [];
    const recorded = new Set<string>();
    const done = Promise.withResolvers<void>();
    const handler: PreparedJobHandler<string> = {
      prepare: async ({ data, attempt, inTenant: read }) => {
        prepared.push(data.id);
        const { status } = await read((tenant) => tenant.ansökningar.get(data.id));
        const { rows } = await sql<{ open: number }>`
          select count(*)::int as open from pg_stat_activity
          where datname = current_database() and state like 'idle in transaction%'`.execute(db);
        transactions.push(rows[0]!.open);
        return `${status} ${attempt}`;
      },
      run: async ({ tenant, data }, text) => {
        const ansökan = await tenant.ansökningar.get(data.id);
        const event = { ärende: ansökan.ärende, ansökan: data.id, typ: 'register-svarat' as const, text };
        await tenant.händelser.add([{ ...event, tid: ansökan.skapad, synlig: 'alla' }]);
        if (text.endsWith('1') && data.id === bad) throw new Error('first recording fails');
        recorded.add(`${data.id === bad ? 'bad' : 'good'} ${text}`);
        if (recorded.size === 2) done.resolve();
      },
    };
    const starting = await startJobs(database, {});
    await inTenant(db, testScope, async (tenant) => {
      for (const id of [good!, bad!]) await starting.enqueue(tenant, 'hamta-registersvar', { id });
    });
    await starting.stop();
    jobs = await startJobs(database, { 'hamta-registersvar': handler }, { concurrency: 1 });
    await done.promise;
    await stop();
    assert.deepEqual(prepared.toSorted(), [good, bad, bad].toSorted());
    assert.deepEqual([...recorded].sort(), ['bad utreds 2', 'good utreds 1']);
    assert.ok(Math.max(...transactions) <= 1, `transactions open while asking: ${transactions}`);
    const { rows } = await sql<{
      left: number;
    }>`select count(*)::int as left from pgboss.job where state < 'completed'`.execute(db);
    assert.equal(rows[0]!.left, 0);
    const { rows: events } = await inTenant(db, testScope, ({ trx }) =>
      sql<{ text: string }>`select text from handelse where typ = 'register-svarat' order by text`.execute(trx),
    );
    assert.deepEqual(
      events.map((e) => e.text),
      ['utreds 1', 'utreds 2'],
    );
  });

  it('give exactly one decision, one payment and one letter, however often the process is killed', async () => {
    const ids = await newAnsökningar(20);
    const before = await count('beslut');
    const starting = await startJobs(database, {});
    await inTenant(db, testScope, async (tenant) => {
      for (const id of ids) await starting.enqueue(tenant, 'hamta-registersvar', { id });
    });
    await starting.stop();
    let kills = 0;
    for (const steps of [3, 17, 40]) {
      const child = run();
      if (!(await stepsTaken(child, steps))) break;
      child.kill('SIGKILL');
      await once(child, 'exit');
      kills++;
    }
    assert.ok(kills === 3);
    const last = run();
    await Promise.race([
      allDone(),
      once(last, 'exit').then(() => assert.fail('the process ended before everything was done')),
    ]);
    last.kill('SIGKILL');
    await once(last, 'exit');
    assert.deepEqual([await count('beslut'), await count('utbetalning'), await count('brev')], [before + 20, 20, 20]);
    const { rows } = await inTenant(db, testScope, ({ trx }) =>
      sql<{
        rows: number;
      }>`select count(*) as rows from handelse where typ = 'register-svarat' and text = 'Svar'`.execute(trx),
    );
    assert.equal(rows[0]!.rows, 20);
  });

  function run(): ChildProcess {
    return spawn(
      process.execPath,
      [
        ...process.execArgv.filter((a) => !a.startsWith('--test')),
        fileURLToPath(new URL('jobs-under-kill.ts', import.meta.url)),
        database.url,
      ],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
  }

  /** Resolves when the process has taken that many steps; false when it ended before. */
  function stepsTaken(child: ChildProcess, steps: number): Promise<boolean> {
    return new Promise((resolve) => {
      let taken = 0;
      child.stdout!.on('data', (chunk: Buffer) => {
        taken += chunk.toString().replace('ready ', '').length;
        if (taken >= steps) resolve(true);
      });
      child.once('exit', () => resolve(false));
    });
  }

  /** Resolves when nothing is left to do. */
  async function allDone(): Promise<void> {
    for (;;) {
      const { rows } = await sql<{
        left: number;
      }>`select count(*) as left from pgboss.job where state < 'completed'`.execute(db);
      if (rows[0]!.left === 0) return;
      await pause(50);
    }
  }
});
