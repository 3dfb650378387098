import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, references } from './tenant-table.ts';

/** Saved extracts, what has been delivered by their schedules, and the keys that programs fetch figures with. */
export const uttag: Migration = {
  async up(db: Kysely<never>) {
    await createTenantTable(
      db,
      'uttag',
      'id',
      `
      id uuid not null,
      namn text not null check (namn <> ''),
      fraga jsonb not null,
      agare uuid not null,
      agarnamn text not null,
      delat boolean not null,
      schema text not null check (schema in ('inget', 'vecka', 'manad')),
      nasta date,
      skapad timestamptz not null,
      version integer not null,
      check ((schema = 'inget') = (nasta is null)),
      ${references('agare', 'anvandare')}`,
    );
    await createTenantTable(
      db,
      'uttagsleverans',
      'id',
      `
      id uuid not null,
      uttag uuid not null,
      dag date not null,
      svar jsonb not null,
      gjord timestamptz not null,
      unique (kommun, namnd, uttag, dag),
      ${references('uttag', 'uttag')} on delete cascade`,
    );
    await createTenantTable(
      db,
      'statistiknyckel',
      'id',
      `
      id uuid not null,
      namn text not null check (namn <> ''),
      anvandare uuid not null,
      kontrollsumma text not null check (kontrollsumma ~ '^[0-9a-f]{64}$'),
      skapad timestamptz not null,
      till date not null,
      avslutad timestamptz,
      unique (kommun, namnd, kontrollsumma),
      ${references('anvandare', 'anvandare')}`,
    );
    await sql`create index uttag_nasta on uttag (kommun, namnd, nasta) where nasta is not null`.execute(db);
  },
};
