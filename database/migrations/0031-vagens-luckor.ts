import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, makeAppendOnly, references } from './tenant-table.ts';

/**
 * A referral that the person has declined; numbers in a queue that can change places with one another within a transaction; and a
 * person's languages as they were noted, the latest holds.
 */
export const vägensLuckor: Migration = {
  async up(db: Kysely<never>) {
    await sql`
      alter table anvisning
        drop constraint anvisning_status_check,
        drop constraint anvisning_kommun_namnd_insats_konummer_key,
        add column avbojd jsonb,
        add constraint anvisning_status_check check
          (status in ('foreslagen', 'nekad', 'avbojd', 'i-ko', 'plats', 'pagar', 'avslutad', 'aterkallad')),
        add constraint anvisning_avbojd_check check ((status = 'avbojd') = (avbojd is not null)),
        add constraint anvisning_konummer_key unique (kommun, namnd, insats, konummer) deferrable initially immediate`.execute(
      db,
    );
    await createTenantTable(
      db,
      'sprakuppgift',
      'id',
      `
      id uuid not null,
      person uuid not null,
      niva text check (niva in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2')),
      sfi jsonb,
      sprak text[] not null,
      tolk text not null,
      grund text not null check (grund in ('intyg', 'bedomning', 'personen')),
      anteckning text not null,
      av jsonb not null,
      tid timestamptz not null,
      ${references('person', 'person')}`,
    );
    await sql`create index sprakuppgift_person on sprakuppgift (kommun, namnd, person, tid)`.execute(db);
    await makeAppendOnly(db, 'sprakuppgift');
  },
};
