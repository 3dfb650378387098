import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, references } from './tenant-table.ts';

/** How long an application that is not decided has been open to staff, in all: who had it open is never kept. */
export const handläggningstid: Migration = {
  async up(db: Kysely<never>) {
    await createTenantTable(
      db,
      'handlaggningstid',
      'ansokan',
      `
      ansokan uuid not null,
      sekunder integer not null check (sekunder >= 0),
      ${references('ansokan', 'ansokan')}`,
    );
  },
};
