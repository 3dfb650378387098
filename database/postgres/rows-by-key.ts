import DataLoader from 'dataloader';
import { sql, type Transaction } from 'kysely';
import type { Schema } from '../schema.ts';
import type { Row } from './rows.ts';

/** How long questions are gathered: until everything that has come is handled. Nothing is remembered. */
export const UNTIL_THE_LOOP_TURNS = {
  cache: false,
  batchScheduleFn: (ask: () => void) => void setImmediate(ask),
} as const;

/**
 * The rows of a table that have a key in a column (`uuid`), in the given order. What is asked for before the event loop turns is asked
 * of the database at once, so that jobs side by side in one transaction do not each make a round trip. Nothing is remembered.
 */
export function rowsByKey<T extends keyof Schema & string>(
  trx: Transaction<Schema>,
  table: T,
  column: keyof Schema[T] & string,
  order: readonly (keyof Schema[T] & string)[] = [],
): (key: string) => Promise<Row<Schema[T]>[]> {
  const loader = new DataLoader<string, Row<Schema[T]>[]>(async (keys) => {
    const ordered = order.length === 0 ? sql`` : sql` order by ${sql.join(order.map((by) => sql.ref(by)))}`;
    const { rows } = await sql<Row<Schema[T]>>`
        select * from ${sql.table(table)} where ${sql.ref(column)} = any(${[...new Set(keys)]}::uuid[])${ordered}`.execute(
      trx,
    );
    const byKey = Map.groupBy(rows, (row) => (row as Record<string, unknown>)[column]);
    return keys.map((key) => byKey.get(key) ?? []);
  }, UNTIL_THE_LOOP_TURNS);
  return (key) => loader.load(key);
}

/** One insert of many rows instead of many inserts, when they are asked for before the event loop turns. */
export function together<R>(insert: (rows: readonly R[]) => Promise<void>): (rows: readonly R[]) => Promise<void> {
  const loader = new DataLoader<readonly R[], null>(async (lots) => {
    await insert(lots.flat());
    return lots.map(() => null);
  }, UNTIL_THE_LOOP_TURNS);
  return async (rows) => {
    if (rows.length > 0) await loader.load(rows);
  };
}

/** A question without a key, asked once by all who ask it before the event loop turns. */
export function askedOnce<R>(ask: () => Promise<R>): () => Promise<R> {
  const loader = new DataLoader<true, { readonly answer: R }>(async (askers) => {
    const answer = await ask();
    return askers.map(() => ({ answer }));
  }, UNTIL_THE_LOOP_TURNS);
  return async () => (await loader.load(true)).answer;
}
