import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, makeAppendOnly, references } from './tenant-table.ts';

/** Marks of attendance, what the person and staff say of an absence, certificates, and secret addresses to a calendar. */
export const deltagande: Migration = {
  async up(db: Kysely<never>) {
    await createTenantTable(
      db,
      'deltagandemark',
      'id',
      `
      id uuid not null,
      anvisning uuid not null,
      person uuid not null,
      dag date not null,
      slag text not null check (slag in ('deltog', 'annan-aktivitet', 'giltig-franvaro', 'franvaro', 'sjuk-med-intyg', 'sjuk-utan-intyg')),
      kvartar integer not null check (kvartar between 1 and 96),
      av text not null check (av <> ''),
      tid timestamptz not null,
      rattar uuid,
      skal text,
      check ((rattar is null) = (skal is null)),
      unique (kommun, namnd, rattar),
      ${references('anvisning', 'anvisning')},
      ${references('rattar', 'deltagandemark')},
      ${references('person', 'person')}`,
    );
    await sql`create unique index deltagandemark_ett_forsta on deltagandemark (kommun, namnd, anvisning, dag) where rattar is null`.execute(
      db,
    );
    await sql`create index deltagandemark_person on deltagandemark (kommun, namnd, person, dag)`.execute(db);
    await makeAppendOnly(db, 'deltagandemark');
    await createTenantTable(
      db,
      'franvaroforklaring',
      'id',
      `
      id uuid not null,
      person uuid not null,
      anvisning uuid not null,
      dag date not null,
      skal text not null check (skal in ('sjuk', 'barn', 'arbete', 'vard', 'myndighet', 'resa', 'annat')),
      text text not null,
      tid timestamptz not null,
      ${references('anvisning', 'anvisning')},
      ${references('person', 'person')}`,
    );
    await sql`create index franvaroforklaring_person on franvaroforklaring (kommun, namnd, person, dag)`.execute(db);
    await makeAppendOnly(db, 'franvaroforklaring');
    await createTenantTable(
      db,
      'franvarobedomning',
      'id',
      `
      id uuid not null,
      person uuid not null,
      mark uuid not null,
      giltig boolean not null,
      skal text not null check (skal <> ''),
      av text not null check (av <> ''),
      tid timestamptz not null,
      ${references('mark', 'deltagandemark')},
      ${references('person', 'person')}`,
    );
    await sql`create index franvarobedomning_person on franvarobedomning (kommun, namnd, person, tid)`.execute(db);
    await makeAppendOnly(db, 'franvarobedomning');
    await createTenantTable(
      db,
      'lakarintyg',
      'id',
      `
      id uuid not null,
      person uuid not null,
      fran date not null,
      till date not null check (till >= fran),
      inlamning text not null check (inlamning in ('dokument', 'mote', 'post')),
      anmalt timestamptz not null,
      last_av text,
      last timestamptz,
      version integer not null,
      check ((last is null) = (last_av is null)),
      ${references('person', 'person')}`,
    );
    await sql`create index lakarintyg_person on lakarintyg (kommun, namnd, person, fran)`.execute(db);
    await createTenantTable(
      db,
      'intygsbeslut',
      'id',
      `
      id uuid not null,
      person uuid not null,
      slag text not null check (slag in ('begart', 'undantag')),
      fran date not null,
      till date not null check (till >= fran),
      skal text not null check (skal <> ''),
      av text not null check (av <> ''),
      tid timestamptz not null,
      ${references('person', 'person')}`,
    );
    await sql`create index intygsbeslut_person on intygsbeslut (kommun, namnd, person, fran)`.execute(db);
    await makeAppendOnly(db, 'intygsbeslut');
    await createTenantTable(
      db,
      'kalenderlank',
      'id',
      `
      id uuid not null,
      person uuid not null,
      hash text not null check (hash ~ '^[0-9a-f]{64}$'),
      skapad timestamptz not null,
      aterkallad timestamptz,
      unique (kommun, namnd, hash),
      ${references('person', 'person')}`,
    );
    await sql`create unique index kalenderlank_en_oppen on kalenderlank (kommun, namnd, person) where aterkallad is null`.execute(
      db,
    );
  },
};
