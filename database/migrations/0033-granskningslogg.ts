import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What one member of staff has read and done, newest first. */
export const granskningslogg: Migration = {
  async up(db: Kysely<never>) {
    await sql`create index granskningslogg_aktor on granskningslogg (kommun, namnd, aktor_id, tid)`.execute(db);
  },
};
