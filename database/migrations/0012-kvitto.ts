import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The receipt of a decision is its calculation's, kept once, where the calculation is. */
export const kvitto: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`alter table beslut drop column kvitto`.execute(db);
  },
};
