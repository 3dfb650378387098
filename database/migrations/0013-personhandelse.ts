import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, makeAppendOnly, references } from './tenant-table.ts';

/** What has happened on each person's way to self-support. */
export const personhändelse: Migration = {
  async up(db: Kysely<never>) {
    await createTenantTable(
      db,
      'personhandelse',
      'id',
      `
      id uuid not null,
      person uuid not null,
      omrade text not null check (omrade in ('bedomning', 'spar', 'plan', 'aktivitetskrav', 'insats', 'deltagande',
        'nedsattning', 'uppfoljning', 'steg', 'samordning', 'avslut')),
      typ text not null check (typ ~ '^[a-z0-9-]+$'),
      tid timestamptz not null,
      text text not null check (text <> ''),
      synlig text not null check (synlig in ('person', 'handlaggare')),
      av text,
      ${references('person', 'person')}`,
    );
    await sql`create index personhandelse_person on personhandelse (kommun, namnd, person, tid)`.execute(db);
    await makeAppendOnly(db, 'personhandelse');
  },
};
