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
import type { Db } from 'pg-boss';
import type { Schema } from './schema.ts';

/**
 * Kysely over a transaction that the job queue has opened and will commit together with the job: what is written through it and
 * the job's completion are one. Savepoints, nested transactions and streams are not for it.
 */
export function transactionOf(tx: Db): Transaction<Schema> {
  const connection: DatabaseConnection = {
    async executeQuery<R>({
      sql,
      parameters,
    }: {
      sql: string;
      parameters: readonly unknown[];
    }): Promise<QueryResult<R>> {
      const result = (await tx.executeSql(sql, [...parameters])) as {
        rows: R[];
        rowCount?: number | null;
        command?: string;
      };
      const changes = result.command !== undefined && result.command !== 'SELECT';
      return changes ? { rows: result.rows, numAffectedRows: BigInt(result.rowCount ?? 0) } : { rows: result.rows };
    },
    streamQuery() {
      throw new Error('A job cannot stream rows');
    },
  };
  const refuse = () => Promise.reject(new Error('The job is already in a transaction'));
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
