import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, makeAppendOnly, references } from './tenant-table.ts';

/**
 * The point of the delegation order a requirement was decided under, the organisation that answers a hand-over on its own page, the
 * quarterly counts as they were reported to IVO, and a notice that could not be sent.
 */
export const vägenOchSjälvförsörjning: Migration = {
  async up(db: Kysely<never>) {
    await sql`alter table kravbeslut add column delegationspunkt text check (delegationspunkt <> '')`.execute(db);
    await sql`alter table overlamning add column mottagare uuid`.execute(db);
    await sql.raw(`alter table overlamning add ${references('mottagare', 'anordnare')}`).execute(db);
    await sql`create index overlamning_mottagare on overlamning (kommun, namnd, mottagare, skickad) where mottagare is not null`.execute(
      db,
    );
    await sql`alter table afuppgift drop constraint afuppgift_status_check, add constraint afuppgift_status_check
      check (status in ('att-utreda', 'inte-anmald', 'koad', 'pa-vag', 'kunde-inte', 'skickad'))`.execute(db);
    await createTenantTable(
      db,
      'ivorapport',
      'id',
      `
      id uuid not null,
      kvartal text not null check (kvartal ~ '^[0-9]{4}-[1-4]$'),
      nummer integer not null check (nummer > 0),
      rader jsonb not null,
      summa jsonb not null,
      underlag jsonb not null,
      csv text not null check (csv <> ''),
      skal text not null check (nummer = 1 or skal <> ''),
      av jsonb not null,
      tid timestamptz not null,
      unique (kommun, namnd, kvartal, nummer)`,
    );
    await makeAppendOnly(db, 'ivorapport');
  },
};
