import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, makeAppendOnly, references } from './tenant-table.ts';

/** Individual frames: what is normal for a household, every version kept. And stop reasons by month, for the counters. */
export const ramar: Migration = {
  async up(db: Kysely<never>) {
    await createTenantTable(
      db,
      'ram',
      'id',
      `
      id uuid not null,
      arende uuid not null,
      nummer integer not null check (nummer > 0),
      rader jsonb not null,
      till date not null,
      skal text not null check (skal <> ''),
      av_id uuid not null,
      av_namn text not null,
      tid timestamptz not null,
      unique (kommun, namnd, arende, nummer),
      ${references('arende', 'arende')},
      ${references('av_id', 'anvandare')}`,
    );
    await makeAppendOnly(db, 'ram');
    await sql`create index berakning_skapad on berakning (kommun, namnd, skapad)`.execute(db);
  },
};
