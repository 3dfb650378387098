import type { Aktör, Tenant } from '@stegvis/casework';
import { type Kysely, sql, type Transaction } from 'kysely';
import { postgresRepositories } from './postgres-repositories.ts';
import type { Repositories } from './repositories.ts';
import type { Schema } from './schema.ts';

/** Whose data a transaction may touch, and who does it. */
export interface TenantScope extends Tenant {
  aktör: Aktör;
}

/** The repositories of one transaction, with the transaction itself for what they do not cover. */
export interface TenantTransaction extends Repositories {
  trx: Transaction<Schema>;
  scope: TenantScope;
}

/**
 * Runs `work` in one transaction that sees and writes only the rows of one board of one municipality: row-level security in the
 * database holds it there, whatever the queries say. Commits when `work` is done, rolls everything back when it throws.
 */
export async function inTenant<T>(
  db: Kysely<Schema>,
  scope: TenantScope,
  work: (tenant: TenantTransaction) => Promise<T>,
): Promise<T> {
  return await db.transaction().execute(async (trx) => work(await enterTenant(trx, scope)));
}

/** Binds a transaction that is already open to a tenant; for a job, whose transaction the queue has opened. */
export async function enterTenant(trx: Transaction<Schema>, scope: TenantScope): Promise<TenantTransaction> {
  await sql`select set_config('stegvis.kommun', ${scope.kommun}, true), set_config('stegvis.namnd', ${scope.nämnd}, true)`.execute(
    trx,
  );
  return { ...postgresRepositories(trx, scope), trx, scope };
}
