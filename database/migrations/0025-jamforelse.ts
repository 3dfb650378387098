import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, makeAppendOnly } from './tenant-table.ts';

/** What has been fetched from Kolada, whom the board compares itself with, and its monthly reports with their comments. */
export const jämförelse: Migration = {
  async up(db: Kysely<never>) {
    await createTenantTable(
      db,
      'koladamatt',
      'kpi',
      `
      kpi text not null check (kpi ~ '^[NU][0-9]{5}$'),
      titel text not null,
      beskrivning text not null,
      konsuppdelat boolean not null,
      hamtad timestamptz not null`,
    );
    await createTenantTable(
      db,
      'koladaomrade',
      'id',
      `
      id text not null check (id ~ '^[0-9]{4}$'),
      namn text not null check (namn <> ''),
      slag text not null check (slag in ('K', 'L')),
      hamtad timestamptz not null`,
    );
    await createTenantTable(
      db,
      'koladavarde',
      'kpi, omrade, ar, kon',
      `
      kpi text not null check (kpi ~ '^[NU][0-9]{5}$'),
      omrade text not null check (omrade ~ '^[0-9]{4}$'),
      ar smallint not null,
      kon text not null check (kon in ('T', 'K', 'M')),
      varde double precision,
      hamtad timestamptz not null`,
    );
    await createTenantTable(
      db,
      'jamforelsegrupp',
      'id',
      `
      id uuid not null,
      namn text not null check (namn <> ''),
      omraden text[] not null check (cardinality(omraden) > 0),
      av jsonb not null,
      andrad timestamptz not null,
      version integer not null`,
    );
    await createTenantTable(
      db,
      'rapportkommentar',
      'manad, avsnitt',
      `
      manad date not null,
      avsnitt text not null check (avsnitt <> ''),
      text text not null,
      av jsonb not null,
      tid timestamptz not null,
      version integer not null`,
    );
    await createTenantTable(
      db,
      'namndrapport',
      'manad, nummer',
      `
      manad date not null,
      nummer integer not null check (nummer > 0),
      frusen timestamptz not null,
      av jsonb not null,
      skal text,
      innehall jsonb not null,
      brev jsonb not null,
      hash text not null,
      check (nummer = 1 or skal is not null)`,
    );
    await makeAppendOnly(db, 'namndrapport');
  },
};
