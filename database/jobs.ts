import type { Tenant } from '@stegvis/casework';
import DataLoader from 'dataloader';
import type { Transaction } from 'kysely';
import pg from 'pg';
import { fromKysely, type Job, PgBoss } from 'pg-boss';
import { enterTenant, type TenantTransaction } from './in-tenant.ts';
import type { Database } from './open-database.ts';
import { connectionConfig, inPipelinedTransaction, openPool } from './pipelined.ts';
import { UNTIL_THE_LOOP_TURNS } from './postgres/rows-by-key.ts';
import type { Schema } from './schema.ts';

/**
 * The steps of the thread, each a queue of its own:
 * - `hamta-registersvar`: asks the authorities, records the answers, enqueues the next
 * - `berakna-och-besluta`: calculates, proposes, and where nothing stops it decides and plans the payment in the same transaction
 * - `skapa-brev`: makes the letter of a decision
 * - `avisera`: tells a person that there is something new to read
 * - `underratta-arbetsformedlingen`: tells Arbetsförmedlingen that a person has been assigned activities
 * - `leverera-betalfil`: hands a released payment file to the bank's folder
 * - `kor`: long work somebody has started from a page
 */
export const JOBS = [
  'hamta-registersvar',
  'berakna-och-besluta',
  'skapa-brev',
  'avisera',
  'underratta-arbetsformedlingen',
  'leverera-betalfil',
  'kor',
] as const;
export type JobName = (typeof JOBS)[number];

/** What a job is about: ids only, never personal data. */
export interface JobData {
  /** An application's id, or for `skapa-brev` a decision's. */
  id: string;
}

/** One attempt at one job, inside the transaction that also completes it. */
export interface JobRun {
  tenant: TenantTransaction;
  data: JobData;
  /** 1 at the first attempt. */
  attempt: number;
  /** Aborted when the attempt has taken too long or the server is stopping. */
  signal: AbortSignal;
  /** Enqueues a next job, in the same transaction. */
  enqueue: Enqueue;
}

export type JobHandler = (run: JobRun) => Promise<void>;

/** What a job may do before its transaction: look things up in short transactions of their own, and ask others. */
export interface JobPreparation extends Pick<JobRun, 'data' | 'attempt' | 'signal'> {
  /** One short transaction, bound to the job's tenant. It commits by itself, whatever becomes of the job. */
  inTenant<T>(work: (tenant: TenantTransaction) => Promise<T>): Promise<T>;
}

/**
 * A job that asks somebody outside. `prepare` asks while no transaction is held, and may do so again when the process is killed
 * or the job fails; `run` records what came of it, in the transaction that completes the job, exactly once.
 */
export interface PreparedJobHandler<T = unknown> {
  prepare(preparation: JobPreparation): Promise<T>;
  run(run: JobRun, prepared: T): Promise<void>;
}

/** Enqueues a job in the transaction of `tenant`: it exists if and when the transaction commits. */
export type Enqueue = (
  tenant: TenantTransaction,
  name: JobName,
  data: JobData,
  options?: { afterSeconds?: number },
) => Promise<void>;

/** A job that was given up after its last attempt. */
export interface GivenUpJob extends Tenant {
  name: JobName;
  id: string;
  /** When it was given up. */
  at: Date;
}

export interface Jobs {
  enqueue: Enqueue;
  /** Jobs that failed at every attempt; somebody has to look. */
  findGivenUp(): Promise<GivenUpJob[]>;
  /** Lets running jobs finish, then stops. */
  stop(): Promise<void>;
}

export interface StartJobsOptions {
  /** Jobs of each kind at once in this process; 2 when left out. */
  concurrency?: number;
  /** Attempts at a job before it is given up; 12 when left out. */
  attempts?: number;
  /** Told about a failed attempt or a lost connection. */
  onFault?: (fault: unknown, job?: { name: string; data: JobData }) => void;
}

interface StoredJob extends JobData {
  kommun: string;
  namnd: string;
}

/** Attempts at a job before it is given up. */
export const JOB_ATTEMPTS = 12;

const GIVEN_UP = 'uppgivna';
/**
 * Jobs run side by side in one transaction, so that their statements share round trips; when one of them fails they are run again
 * one by one. The authorities are asked about that many at once by each worker.
 */
const BATCH: Readonly<Record<JobName, number>> = {
  'hamta-registersvar': 25,
  'berakna-och-besluta': 25,
  'skapa-brev': 10,
  avisera: 1,
  'underratta-arbetsformedlingen': 1,
  'leverera-betalfil': 1,
  kor: 1,
};
/** Long work may take an hour, starts over when its process was killed, and is at last said to have failed. */
const LONG: Readonly<Partial<Record<JobName, { expireInSeconds: number; retryLimit: number }>>> = {
  kor: { expireInSeconds: 3600, retryLimit: 3 },
};
/** Held shared by every process that runs jobs; whoever gets it alone knows that no other is alive. */
const WORKER_LOCK = 5736479;

/**
 * Starts the job queue on the database and, given handlers, works on it. A job runs in one transaction with its own completion:
 * killed at any point it leaves nothing behind and runs again, and what it has done it has done exactly once.
 */
export async function startJobs(
  database: Database,
  handlers: Partial<Record<JobName, JobHandler | PreparedJobHandler>>,
  options: StartJobsOptions = {},
): Promise<Jobs> {
  const onFault = options.onFault ?? (() => {});
  const concurrency = options.concurrency ?? 2;
  const boss = new PgBoss({
    ...(connectionConfig(database.url) as { connectionString: string }),
    application_name: 'stegvis-jobs',
    max: concurrency * JOBS.length * 2 + 2,
    useListenNotify: true,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    schedule: false,
  });
  boss.on('error', (fault) => onFault(fault));
  await boss.start();
  await createQueues(boss, options.attempts ?? JOB_ATTEMPTS);

  const enqueue: Enqueue = async (tenant, name, data, { afterSeconds } = {}) => {
    const stored: StoredJob = { ...data, kommun: tenant.scope.kommun, namnd: tenant.scope.nämnd };
    await boss.send(name, stored, {
      db: fromKysely(tenant.trx),
      ...(afterSeconds ? { startAfter: afterSeconds } : {}),
    });
  };

  const working = JOBS.filter((name) => handlers[name]);
  const lock = working.length > 0 ? await recoverOrphans(boss, database.url) : undefined;
  const pool = openPool(database.url, { connections: concurrency * working.length + 2, onConnectionLost: onFault });
  for (const name of working) {
    const { prepare, run } = asPrepared(handlers[name]!);
    const failed = async (job: Job<StoredJob>, fault: unknown) => {
      onFault(fault, { name, data: { id: job.data.id } });
      await boss.fail(name, job, { message: String(fault) });
    };
    /** Runs jobs side by side in one transaction that also completes them; what fails in one undoes them all. */
    const together = (jobs: readonly Job<StoredJob>[], prepared: ReadonlyMap<string, unknown>) =>
      inPipelinedTransaction(pool, async (trx) => {
        const tenant = await tenantOf(jobs, trx);
        const done = await Promise.allSettled(
          jobs.map((job) => run(jobRun(job, tenant, enqueue), prepared.get(job.id))),
        );
        const fault = done.find((result) => result.status === 'rejected');
        if (fault) throw fault.reason;
        // The typings leave out what the statement gives: how many it settled.
        const { affected } = (await boss.complete(name, [...jobs], undefined, { db: fromKysely(trx) })) as unknown as {
          affected: number;
        };
        if (affected !== jobs.length) throw new Error(`A job ${name} has been taken over by somebody else`);
      });
    await boss.work<StoredJob>(
      name,
      {
        batchSize: BATCH[name],
        burstWhenBatchFull: true,
        localConcurrency: concurrency,
        pollingIntervalSeconds: 1,
        notifyPollingIntervalSeconds: 1,
      },
      async (jobs) => {
        const prepared = new Map<string, unknown>();
        const sideBySide = shortTransactions(pool);
        await Promise.all(
          jobs.map(async (job) => {
            const { data, signal, retryCount } = job;
            const inTenant: JobPreparation['inTenant'] = (work) => sideBySide(job, work);
            try {
              prepared.set(job.id, await prepare({ data: { id: data.id }, attempt: retryCount + 1, signal, inTenant }));
            } catch (fault) {
              await failed(job, fault);
            }
          }),
        );
        for (const ready of perTenant(jobs.filter((job) => prepared.has(job.id)))) {
          try {
            await together(ready, prepared);
          } catch (fault) {
            if (ready.length === 1) await failed(ready[0]!, fault);
            else for (const job of ready) await together([job], prepared).catch((own) => failed(job, own));
          }
        }
      },
    );
  }

  return {
    enqueue,
    findGivenUp: async () => {
      const jobs = await boss.findJobs<StoredJob>(GIVEN_UP);
      return jobs.map((job) => ({
        name: job.sourceName as JobName,
        id: job.data.id,
        kommun: job.data.kommun,
        nämnd: job.data.namnd,
        at: job.createdOn,
      }));
    },
    stop: async () => {
      await boss.stop({ graceful: true, timeout: 20_000, close: true });
      await pool.end();
      await lock?.end();
    },
  };
}

async function createQueues(boss: PgBoss, attempts: number): Promise<void> {
  await boss.createQueue(GIVEN_UP, { retentionSeconds: 365 * 24 * 3600 });
  for (const name of JOBS) {
    const settings = {
      retryLimit: attempts - 1,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 300,
      expireInSeconds: 120,
      heartbeatSeconds: 10,
      deadLetter: GIVEN_UP,
      notify: true,
      ...LONG[name],
    };
    await boss.createQueue(name, settings);
    await boss.updateQueue(name, settings);
  }
}

function jobRun(job: Job<StoredJob>, tenant: TenantTransaction, enqueue: Enqueue): JobRun {
  return { tenant, data: { id: job.data.id }, attempt: job.retryCount + 1, signal: job.signal, enqueue };
}

function asPrepared(handler: JobHandler | PreparedJobHandler): PreparedJobHandler {
  return typeof handler === 'function' ? { prepare: async () => undefined, run: handler } : handler;
}

const tenantKey = ({ data }: Job<StoredJob>): string => `${data.kommun} ${data.namnd}`;

/** Jobs of one board at a time: a transaction is bound to one. */
function perTenant(jobs: readonly Job<StoredJob>[]): Job<StoredJob>[][] {
  return [...Map.groupBy(jobs, tenantKey).values()];
}

/**
 * Short transactions of jobs that are prepared at the same time: what is asked for before the event loop turns shares one, and is
 * done again each in its own when something in it fails.
 */
function shortTransactions(
  pool: pg.Pool,
): <T>(job: Job<StoredJob>, work: (tenant: TenantTransaction) => Promise<T>) => Promise<T> {
  type Asked = { job: Job<StoredJob>; work: (tenant: TenantTransaction) => Promise<unknown> };
  const inOne = (asked: readonly Asked[]) =>
    inPipelinedTransaction(pool, async (trx) => {
      const tenant = await tenantOf(
        asked.map(({ job }) => job),
        trx,
      );
      const done = await Promise.allSettled(asked.map(({ work }) => work(tenant)));
      return done.map((result) => {
        if (result.status === 'rejected') throw result.reason;
        return result.value;
      });
    });
  const loader = new DataLoader<Asked, { value: unknown }>(async (asked) => {
    const results = new Map<Asked, { value: unknown } | Error>();
    for (const same of Map.groupBy(asked, ({ job }) => tenantKey(job)).values()) {
      const values = await inOne(same).catch(() => undefined);
      if (values) for (const [i, one] of same.entries()) results.set(one, { value: values[i] });
      else
        for (const one of same)
          results.set(
            one,
            await inOne([one]).then(
              ([value]) => ({ value }),
              (fault) => (fault instanceof Error ? fault : new Error(String(fault))),
            ),
          );
    }
    return asked.map((one) => results.get(one)!);
  }, UNTIL_THE_LOOP_TURNS);
  return async <T>(job: Job<StoredJob>, work: (tenant: TenantTransaction) => Promise<T>) =>
    (await loader.load({ job, work })).value as T;
}

/** The transaction bound to the tenant of the jobs, which is the same for all of them. */
async function tenantOf(jobs: readonly Job<StoredJob>[], trx: Transaction<Schema>): Promise<TenantTransaction> {
  const [{ name, data }] = jobs as [Job<StoredJob>];
  return enterTenant(trx, { kommun: data.kommun, nämnd: data.namnd, aktör: { slag: 'system', id: name } });
}

/**
 * Takes back the jobs of processes that were killed. When no other process works, everything marked as running is orphaned and is
 * put back at once; otherwise the heartbeat finds it within some seconds. Gives the connection whose lock says that we are alive.
 */
async function recoverOrphans(boss: PgBoss, url: string): Promise<pg.Client> {
  const client = new pg.Client(connectionConfig(url));
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [WORKER_LOCK]);
  if (rows[0]?.alone) {
    const { rows: orphans } = await client.query<{ name: string; ids: string[] }>(
      `select name, array_agg(id::text) as ids from pgboss.job where state = 'active' and name = any($1) group by name`,
      [JOBS],
    );
    for (const { name, ids } of orphans)
      await boss.fail(name, ids, { message: 'The process that ran the job was killed' });
  }
  await client.query('select pg_advisory_lock_shared($1)', [WORKER_LOCK]);
  if (rows[0]?.alone) await client.query('select pg_advisory_unlock($1)', [WORKER_LOCK]);
  return client;
}
