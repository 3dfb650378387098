import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, makeAppendOnly, references } from './tenant-table.ts';

/** Record layouts and deliveries to Socialstyrelsen, and the series that the board publishes as open data. */
export const utlämning: Migration = {
  async up(db: Kysely<never>) {
    const av = `
      av jsonb not null,
      tid timestamptz not null`;
    await createTenantTable(
      db,
      'postbeskrivning',
      'nyckel, version',
      `
      nyckel text not null check (nyckel ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
      version integer not null check (version > 0),
      namn text not null check (namn <> ''),
      slag text not null check (slag in ('bistand', 'avslutsorsaker')),
      innehall jsonb not null,
      ${av}`,
    );
    await makeAppendOnly(db, 'postbeskrivning');
    await createTenantTable(
      db,
      'utlamning',
      'id',
      `
      id uuid not null,
      slag text not null check (slag in ('bistand', 'avslutsorsaker')),
      period text not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      version integer not null check (version > 0),
      beskrivning text not null,
      beskrivningsversion integer not null,
      filnamn text not null,
      rader integer not null check (rader >= 0),
      utelamnade jsonb not null,
      skal text not null,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      innehall bytea,
      gallras date not null,
      gallrad timestamptz,
      lamnad jsonb,
      ${av},
      unique (kommun, namnd, slag, period, version),
      check ((innehall is null) = (gallrad is not null)),
      ${references('beskrivning, beskrivningsversion', 'postbeskrivning', 'nyckel, version')}`,
    );
    await sql`create index utlamning_gallras on utlamning (kommun, namnd, gallras) where innehall is not null`.execute(
      db,
    );
    await createTenantTable(
      db,
      'oppen_serie',
      'nyckel',
      `
      nyckel text not null check (nyckel ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
      titel text not null check (titel <> ''),
      beskrivning text not null,
      fraga jsonb not null,
      start text not null check (start ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      status text not null check (status in ('publicerad', 'tillbakadragen')),
      version integer not null,
      ${av}`,
    );
    await createTenantTable(
      db,
      'oppen_utgava',
      'serie, nummer',
      `
      serie text not null,
      nummer integer not null check (nummer > 0),
      fran text not null check (fran ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      till text not null check (till ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      rader jsonb not null,
      ${av},
      check (fran <= till),
      ${references('serie', 'oppen_serie', 'nyckel')}`,
    );
    await makeAppendOnly(db, 'oppen_utgava');
    await createTenantTable(
      db,
      'oppen_installning',
      'nummer',
      `
      nummer integer not null check (nummer > 0),
      licens text not null check (licens in ('cc0', 'cc-by')),
      utgivare text not null check (utgivare <> ''),
      epost text not null check (epost <> ''),
      webbplats text not null check (webbplats <> ''),
      ${av}`,
    );
    await makeAppendOnly(db, 'oppen_installning');
  },
};
