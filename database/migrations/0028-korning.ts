import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** Long work that somebody has started, how far it has come, and what came of it. */
export const körning: Migration = {
  async up(db: Kysely<never>) {
    await createTenantTable(
      db,
      'korning',
      'id',
      `
      id uuid not null,
      slag text not null check (slag <> ''),
      rubrik text not null check (rubrik <> ''),
      parametrar jsonb not null,
      status text not null check (status in ('vantar', 'kor', 'klar', 'avbruten', 'fel')),
      klart integer not null default 0 check (klart >= 0),
      totalt integer not null default 0 check (totalt >= 0),
      moment text not null default '',
      resultat jsonb,
      felord text,
      startad_av jsonb not null,
      startad timestamptz not null,
      slutad timestamptz,
      check ((status = 'klar') = (resultat is not null)),
      check ((status = 'fel') = (felord is not null)),
      check ((status in ('klar', 'avbruten', 'fel')) = (slutad is not null))`,
    );
    await sql`create index korning_startad on korning (kommun, namnd, startad desc)`.execute(db);
  },
};
