import { createHash } from 'node:crypto';
import { indikator, type Statistikfråga } from '@stegvis/statistics';
import { sql, type Transaction } from 'kysely';
import { packJson, unpackJson } from '../packed.ts';
import type { Schema } from '../schema.ts';

/** How many milliseconds are left for counting; asked when it begins. An answer that is kept takes none of them. */
export type Räknetid = () => number;

/**
 * The answer to a question, counted once for each version of the facts and of the declaration: facts are made anew at night, and the same
 * pages are opened all day. Kept beside the facts under the same row-level security, and as unprotected as they are. Counting that takes
 * longer than `inom` is cancelled by PostgreSQL (57014), and with it the transaction.
 */
export async function sparatSvar<T>(
  trx: Transaction<Schema>,
  fråga: readonly unknown[],
  räkna: () => Promise<T>,
  inom?: Räknetid,
): Promise<T> {
  const version = await trx.selectFrom('stat_version').select('nummer').executeTakeFirst();
  const nummer = version?.nummer ?? 0;
  const nyckel = createHash('sha256').update(JSON.stringify(fråga)).digest('hex');
  const sparat = await trx
    .selectFrom('stat_svar')
    .select('svar')
    .where('nummer', '=', nummer)
    .where('nyckel', '=', nyckel)
    .executeTakeFirst();
  if (sparat !== undefined) return unpackJson(sparat.svar) as T;
  if (inom)
    await sql`select set_config('statement_timeout', ${String(Math.max(1, Math.round(inom())))}, true)`.execute(trx);
  const svar = await räkna();
  if (inom) await sql`set local statement_timeout to default`.execute(trx);
  await trx
    .insertInto('stat_svar')
    .values({ nummer, nyckel, svar: packJson(svar) })
    .onConflict((c) => c.doNothing())
    .execute();
  return svar;
}

/** The same question to the same declaration is the same text, in whatever order its parts were written. */
export function iOrdning({ indikator: id, från, till, tid, uppdelning, filter }: Statistikfråga): unknown[] {
  const valda = Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1));
  return [indikator(id), från, till, tid, uppdelning, valda];
}

/**
 * Says that the facts are others now. A question that was being counted meanwhile keeps its answer under the number before, where nobody
 * looks any more.
 */
export async function nyVersion(trx: Transaction<Schema>): Promise<void> {
  await sql`insert into stat_version (nummer) values (1) on conflict (kommun, namnd) do update set nummer = stat_version.nummer + 1`.execute(
    trx,
  );
  await trx.deleteFrom('stat_svar').execute();
}
