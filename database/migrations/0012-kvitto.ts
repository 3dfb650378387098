import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * The receipt of a decision is its calculation's, kept once, packed, where the calculation is (database/packed.ts). Calculations from
 * before have theirs inside the result.
 */
export const kvitto: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql`alter table beslut drop column kvitto`.execute(db);
    await sql`alter table berakning add column kvitto bytea`.execute(db);
  },
};
