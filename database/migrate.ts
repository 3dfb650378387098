import { type Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { DatabaseOpenError } from './database-open-error.ts';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';

/**
 * Brings the tables up to date; several processes may do it at once. Nothing is changed when it fails.
 *
 * @throws DatabaseOpenError `nyare-schema` when a newer version has been here; the database's own error otherwise
 */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  await refuseNewerSchema(db);
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function refuseNewerSchema(db: Kysely<Schema>): Promise<void> {
  const { rows: found } = await sql<{
    present: boolean;
  }>`select to_regclass('kysely_migration') is not null as present`.execute(db);
  if (!found[0]?.present) return;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const unknown = rows.map((row) => row.name).filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0) {
    throw new DatabaseOpenError(
      'nyare-schema',
      `Databasen är uppgraderad av en nyare version av Stegvis (${unknown.join(', ')}). Starta den nyare versionen, ` +
        'eller läs in en säkerhetskopia från före uppgraderingen. Inget är ändrat.',
    );
  }
}
