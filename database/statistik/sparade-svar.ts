import { createHash } from 'node:crypto';
import { indikator, type Råsvar, type Statistikfråga } from '@stegvis/statistics';
import { sql, type Transaction } from 'kysely';
import { packJson, unpackJson } from '../packed.ts';
import type { Schema } from '../schema.ts';

/**
 * The answer to a question, counted once for each version of the facts and of the declaration: facts are made anew at night, and the same
 * pages are opened all day. Kept beside the facts under the same row-level security, and as unprotected as they are.
 */
export async function sparatSvar(
  trx: Transaction<Schema>,
  fråga: Statistikfråga,
  räkna: () => Promise<Råsvar>,
): Promise<Råsvar> {
  const version = await trx.selectFrom('stat_version').select('nummer').executeTakeFirst();
  const nummer = version?.nummer ?? 0;
  const nyckel = createHash('sha256')
    .update(JSON.stringify([indikator(fråga.indikator), fråga]))
    .digest('hex');
  const sparat = await trx
    .selectFrom('stat_svar')
    .select('svar')
    .where('nummer', '=', nummer)
    .where('nyckel', '=', nyckel)
    .executeTakeFirst();
  if (sparat !== undefined) return { ...(unpackJson(sparat.svar) as Råsvar), fråga };
  const svar = await räkna();
  await trx
    .insertInto('stat_svar')
    .values({ nummer, nyckel, svar: packJson(svar) })
    .onConflict((c) => c.doNothing())
    .execute();
  return svar;
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
