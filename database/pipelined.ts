import type { Writable } from 'node:stream';
import {
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type Transaction,
} from 'kysely';
import pg from 'pg';
import { pgTypes } from './pg-types.ts';
import type { Schema } from './schema.ts';

export interface OpenDatabaseOptions {
  /** Most connections at once; 10 when left out. */
  connections?: number;
  /** How long to wait for a free connection, in milliseconds; 10 000 when left out. */
  connectionWait?: number;
  /** Told about a connection that was lost while idle; the pool makes a new one by itself. */
  onConnectionLost?: (fault: Error) => void;
}

/** Settings every connection of ours has, pg-boss's too: the same types, UTC, ISO dates, and an end to runaway statements. */
export function connectionConfig(url: string): pg.PoolConfig {
  return {
    connectionString: url,
    types: pgTypes,
    application_name: 'stegvis',
    connectionTimeoutMillis: 10_000,
    options: '-c timezone=UTC -c datestyle=ISO -c statement_timeout=60000 -c lock_timeout=15000',
  };
}

/**
 * A pool of connections to a database. Statements sent at the same time on a connection share a round trip, and one that comes again
 * is not parsed and planned again.
 */
export function openPool(url: string, options: OpenDatabaseOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    ...connectionConfig(url),
    max: options.connections ?? 10,
    ...(options.connectionWait === undefined ? {} : { connectionTimeoutMillis: options.connectionWait }),
    pipeline: true,
    Client: PreparingClient,
  } as pg.PoolConfig);
  pool.on('error', (fault) => options.onConnectionLost?.(fault));
  return pool;
}

/**
 * One transaction in which statements may be under way side by side: Kysely's own transactions send a statement only when the one
 * before is answered. Commits when `work` is done, rolls everything back when it throws.
 */
export async function inPipelinedTransaction<T>(
  pool: pg.Pool,
  work: (trx: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: unknown;
  try {
    await client.query('begin');
    const result = await work(kyselyOver(client));
    await client.query('commit');
    return result;
  } catch (fault) {
    await client.query('rollback').catch((lost: unknown) => {
      broken = lost;
    });
    throw fault;
  } finally {
    client.release(broken !== undefined);
  }
}

function kyselyOver(client: pg.PoolClient): Transaction<Schema> {
  const connection: DatabaseConnection = {
    async executeQuery<R>({
      sql,
      parameters,
    }: {
      sql: string;
      parameters: readonly unknown[];
    }): Promise<QueryResult<R>> {
      const { rows, rowCount, command } = await client.query(sql, [...parameters]);
      return CHANGES.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows };
    },
    streamQuery() {
      throw new Error('A pipelined transaction cannot stream rows');
    },
  };
  const refuse = () => Promise.reject(new Error('It is already in a transaction'));
  const driver: Driver = {
    init: () => Promise.resolve(),
    acquireConnection: () => Promise.resolve(connection),
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: () => Promise.resolve(),
    destroy: () => Promise.resolve(),
  };
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }) as Transaction<Schema>;
}

const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** Statements kept prepared on one connection at most: those that are made in ever new shapes do not fill the server's memory. */
const MOST_PREPARED = 500;

/** Names every statement with values, so that the server prepares it the first time and only runs it after that. */
class PreparingClient extends pg.Client {
  readonly #names = new Map<string, string>();
  #waiting = false;

  override query(...args: unknown[]): never {
    this.#sendTogether();
    const [text, values] = args;
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? this.#name(text) : undefined;
    const rest = name === undefined ? args : [{ text, values, name }, ...args.slice(2)];
    return (super.query as (...args: unknown[]) => never).apply(this, rest);
  }

  /** What is asked before the event loop turns goes in one write to the server. */
  #sendTogether(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    const { stream } = (this as unknown as { connection: { stream: Writable } }).connection;
    stream.cork();
    setImmediate(() => {
      this.#waiting = false;
      stream.uncork();
    });
  }

  #name(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= MOST_PREPARED) return known;
    const name = `s${this.#names.size + 1}`;
    this.#names.set(text, name);
    return name;
  }
}
