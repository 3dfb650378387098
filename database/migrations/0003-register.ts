import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, makeAppendOnly, references } from './tenant-table.ts';

const KVALITET = `kvalitet text not null check (kvalitet in ('svarat', 'inget-hos-oss', 'ej-kontrollerbar'))`;

/** Answers as they came, for a short time; what population and account registers said; the board's settings for asking. */
export const register: Migration = {
  async up(db: Kysely<never>) {
    await createTenantTable(
      db,
      'ratt_registersvar',
      'fragning',
      `
      fragning uuid not null,
      innehall bytea not null,
      gallras timestamptz not null,
      ${references('fragning', 'registerfragning')}`,
    );
    await sql`create index ratt_registersvar_gallras on ratt_registersvar (kommun, namnd, gallras)`.execute(db);
    await createTenantTable(
      db,
      'folkbokforingssvar',
      'id',
      `
      id uuid not null,
      ansokan uuid not null,
      person uuid not null,
      ${KVALITET},
      hamtad timestamptz not null,
      version text not null,
      fel jsonb,
      uppgift jsonb,
      check ((kvalitet = 'svarat') = (uppgift is not null and jsonb_typeof(uppgift) = 'object')),
      ${references('ansokan', 'ansokan')},
      ${references('person', 'person')}`,
    );
    await sql`create index folkbokforingssvar_ansokan on folkbokforingssvar (kommun, namnd, ansokan)`.execute(db);
    await createTenantTable(
      db,
      'kontokontroll',
      'id',
      `
      id uuid not null,
      ansokan uuid not null,
      person uuid not null,
      clearing text not null,
      nummer text not null,
      ${KVALITET},
      egen boolean,
      hamtad timestamptz not null,
      version text not null,
      fel jsonb,
      check ((kvalitet = 'svarat') = (egen is not null)),
      ${references('ansokan', 'ansokan')},
      ${references('person', 'person')}`,
    );
    await sql`create index kontokontroll_ansokan on kontokontroll (kommun, namnd, ansokan)`.execute(db);
    await createTenantTable(
      db,
      'registerinstallning',
      'id',
      `
      id uuid not null,
      rattslig_grund_tns text check (rattslig_grund_tns <> ''),
      rattslig_grund_miv text check (rattslig_grund_miv <> ''),
      raa_svar_dagar integer not null check (raa_svar_dagar between 1 and 90),
      lagtext text check (lagtext <> ''),
      av_id uuid not null,
      av_namn text not null,
      satt timestamptz not null`,
    );
    for (const table of ['folkbokforingssvar', 'kontokontroll', 'registerinstallning']) await makeAppendOnly(db, table);
  },
};
