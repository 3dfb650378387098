import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable } from './tenant-table.ts';

/** The facts that figures are counted from (statistics/fakta.ts), and the board's own figures of inhabitants and posts. */
export const statistik: Migration = {
  async up(db: Kysely<never>) {
    const grund = `
      ursprung text not null check (ursprung in ('arenden', 'syntet')),
      kon text not null,
      aldersgrupp text not null,
      hushallstyp text not null,
      hinder text not null,
      distrikt text not null,
      spar text not null`;
    await createTenantTable(
      db,
      'stat_hushallsmanad',
      'manad, hushall',
      `
      manad date not null,
      hushall uuid not null,
      vuxna smallint not null,
      barn smallint not null,
      belopp121 bigint not null,
      belopp122 bigint not null,
      ny boolean not null,
      avslutad boolean not null,
      ${grund}`,
    );
    await createTenantTable(
      db,
      'stat_personmanad',
      'manad, person',
      `
      manad date not null,
      person uuid not null,
      hushall uuid not null,
      vuxen boolean not null,
      insatser text[] not null,
      ${grund}`,
    );
    await createTenantTable(
      db,
      'stat_personar',
      'ar, person',
      `
      ar smallint not null,
      person uuid not null,
      vuxen boolean not null,
      manader smallint not null,
      langvarigt boolean not null,
      mycket_langvarigt boolean not null,
      ${grund}`,
    );
    await createTenantTable(
      db,
      'stat_ansokan',
      'id',
      `
      id uuid not null,
      hushall uuid not null,
      slag text not null,
      inkommen timestamptz not null,
      beslutad timestamptz,
      sedd_till timestamptz not null,
      utfall text,
      avslagsgrund text,
      processuellt boolean not null,
      automatisk boolean not null,
      stopporsaker text[] not null,
      granskad boolean not null,
      granskad_fel boolean not null,
      andrad boolean not null,
      overklagad date,
      overklagandeutfall text,
      handlaggningsminuter integer,
      vantetid_timmar double precision generated always as
        ((extract(epoch from coalesce(beslutad, sedd_till) - inkommen) / 3600)::double precision) stored,
      vantedagar integer generated always as ((coalesce(beslutad, sedd_till) at time zone 'Europe/Stockholm')::date
        - (inkommen at time zone 'Europe/Stockholm')::date) stored,
      inom_dygn boolean generated always as (case
        when beslutad is not null then beslutad - inkommen <= interval '24 hours'
        when sedd_till - inkommen > interval '24 hours' then false end) stored,
      halvar smallint generated always as
        (case when extract(month from inkommen at time zone 'Europe/Stockholm') <= 6 then 1 else 2 end) stored,
      jamforgrupp text generated always as (hushallstyp || '/' || hinder) stored,
      ${grund}`,
    );
    await createTenantTable(
      db,
      'stat_period',
      'id',
      `
      id uuid not null,
      person uuid not null,
      fran date not null,
      till date,
      avslutsorsak text,
      ateransokt date,
      aterkom date,
      sedd_till date not null,
      forsta_aktivitet date,
      insatser text[] not null,
      steg_fran smallint,
      steg_till smallint,
      sedda_manader integer generated always as (${månaderMellan('till', 'sedd_till + 1')} - 1) stored,
      ateransokt_inom_ett_ar boolean generated always as (coalesce(ateransokt < till + interval '13 months', false)) stored,
      hallbar_3 boolean generated always as (coalesce(${månaderMellan('till', 'aterkom')} > 3, true)) stored,
      hallbar_6 boolean generated always as (coalesce(${månaderMellan('till', 'aterkom')} > 6, true)) stored,
      hallbar_12 boolean generated always as (coalesce(${månaderMellan('till', 'aterkom')} > 12, true)) stored,
      dagar_till_aktivitet integer generated always as
        (case when forsta_aktivitet is not null then greatest(forsta_aktivitet - fran, 0) end) stored,
      stegforflyttning smallint generated always as ((steg_till - steg_fran)::smallint) stored,
      ${grund}`,
    );
    await createTenantTable(
      db,
      'stat_insatsmanad',
      'manad, insats, ursprung',
      `
      manad date not null,
      insats text not null,
      steg text not null,
      omrade text not null,
      platser integer not null,
      upptagna integer not null,
      i_ko integer not null,
      borjat integer not null,
      kodagar integer not null,
      efterfragan integer generated always as (upptagna + i_ko) stored,
      kostnad bigint not null,
      ursprung text not null check (ursprung in ('arenden', 'syntet'))`,
    );
    await createTenantTable(
      db,
      'stat_handelse',
      'id',
      `
      id uuid not null,
      dag date not null,
      slag text not null,
      person uuid,
      insats text,
      utfall text,
      varde double precision,
      varde2 double precision,
      ${grund}`,
    );
    await createTenantTable(
      db,
      'stat_tjanster',
      'manad, distrikt',
      `
      manad date not null,
      distrikt text not null,
      arsarbetskrafter double precision not null check (arsarbetskrafter >= 0),
      anstallda integer not null check (anstallda >= 0)`,
    );
    await createTenantTable(
      db,
      'stat_befolkning',
      'ar, kon, aldersgrupp, distrikt',
      `
      ar smallint not null,
      kon text not null,
      aldersgrupp text not null,
      distrikt text not null,
      antal integer not null check (antal >= 0)`,
    );
    for (const table of ['hushallsmanad', 'personmanad', 'personar', 'ansokan', 'period', 'insatsmanad', 'handelse'])
      await readTenantOnce(db, `stat_${table}`);
    for (const [table, column] of TIDER)
      await sql.raw(`create index ${table}_${column} on ${table} (kommun, namnd, ${column})`).execute(db);
    await createTenantTable(db, 'stat_underlag', 'ursprung', `ursprung text not null, gjort timestamptz not null`);
    await createTenantTable(db, 'stat_version', '', 'nummer integer not null');
    await createTenantTable(
      db,
      'stat_svar',
      'nummer, nyckel',
      'nummer integer not null, nyckel text not null, svar bytea not null',
    );
    await createTenantTable(
      db,
      'stat_varde',
      'ursprung, dimension, varde',
      `ursprung text not null, dimension text not null, varde text not null`,
    );
  },
};

/** The fields of time that no key begins with. */
const TIDER = [
  ['stat_ansokan', 'inkommen'],
  ['stat_ansokan', 'beslutad'],
  ['stat_handelse', 'dag'],
  ['stat_period', 'till'],
] as const;

/**
 * The same row-level security as every table has, with the tenant read once a statement instead of once a row: a question reads millions
 * of rows (ADR 0033). And no foreign key to the board and no patterns for its keys, which would be tried for every row that is added; the
 * policy holds the rows to the transaction's board all the same.
 */
async function readTenantOnce(db: Kysely<never>, table: string): Promise<void> {
  const own = `kommun = (select current_setting('stegvis.kommun', true)) and namnd = (select current_setting('stegvis.namnd', true))`;
  await sql
    .raw(`
    alter policy egen_namnd on ${table} using (${own}) with check (${own});
    alter table ${table} drop constraint ${table}_kommun_namnd_fkey, drop constraint ${table}_kommun_check,
      drop constraint ${table}_namnd_check`)
    .execute(db);
}

/** Months from the month of one date to that of another. */
function månaderMellan(från: string, till: string): string {
  return `((extract(year from ${till}) - extract(year from ${från})) * 12 + extract(month from ${till}) - extract(month from ${från}))::integer`;
}
