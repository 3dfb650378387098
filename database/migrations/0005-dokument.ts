import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, references } from './tenant-table.ts';

/** Documents from applicants: what is known of them, the files, the page pictures, and the questions that decide which are needed. */
export const dokument: Migration = {
  async up(db: Kysely<never>) {
    await createTenantTable(
      db,
      'dokument',
      'id',
      `
      id uuid not null,
      arende uuid not null,
      ansokan uuid not null,
      plats text not null,
      begaran uuid,
      uppladdad_av uuid not null,
      privat boolean not null,
      filnamn text not null check (length(filnamn) <= 120),
      format text not null check (format in ('jpeg', 'png', 'webp', 'pdf')),
      storlek integer not null check (storlek > 0),
      hash text not null check (hash ~ '^[0-9a-f]{64}$'),
      kontroll text not null check (kontroll in ('inte-kontrollerad', 'ren', 'skadlig')),
      kontrollerad timestamptz,
      sidor integer not null check (sidor >= 0),
      uppladdad timestamptz not null,
      hor_inte_hit jsonb,
      version integer not null,
      check (plats <> 'sjukdom' or privat),
      check ((kontroll = 'inte-kontrollerad') = (kontrollerad is null)),
      check ((kontroll = 'skadlig') = (sidor = 0)),
      ${references('arende, ansokan', 'ansokan', 'arende, id')},
      ${references('uppladdad_av', 'person')}`,
    );
    await sql`create index dokument_ansokan on dokument (kommun, namnd, ansokan, uppladdad)`.execute(db);
    await sql`create index dokument_okontrollerade on dokument (kommun, namnd, uppladdad) where kontroll = 'inte-kontrollerad'`.execute(
      db,
    );
    await createTenantTable(
      db,
      'dokumentfil',
      'dokument',
      `
      dokument uuid not null,
      innehall bytea not null check (octet_length(innehall) between 1 and 52428800),
      ${references('dokument', 'dokument')} on delete cascade`,
    );
    await createTenantTable(
      db,
      'dokumentsida',
      'dokument, sida',
      `
      dokument uuid not null,
      sida integer not null check (sida > 0),
      bild bytea not null check (octet_length(bild) between 1 and 10485760),
      ${references('dokument', 'dokument')} on delete cascade`,
    );
    await createTenantTable(
      db,
      'dokumentsvar',
      'ansokan, person, fraga',
      `
      ansokan uuid not null,
      person uuid not null,
      fraga text not null check (fraga in ('sjuk-mer-an-sju-dagar')),
      svar boolean not null,
      tid timestamptz not null,
      ${references('ansokan', 'ansokan')},
      ${references('person', 'person')}`,
    );
    await sql`
      create function las_dokument() returns trigger language plpgsql as $$
      begin
        if (new.arende, new.ansokan, new.uppladdad_av, new.filnamn, new.format, new.storlek, new.hash, new.uppladdad)
          is distinct from (old.arende, old.ansokan, old.uppladdad_av, old.filnamn, old.format, old.storlek, old.hash, old.uppladdad)
          or (old.kontroll = 'skadlig' and new.kontroll <> 'skadlig') then
          raise exception 'Ett mottaget dokument kan inte bytas ut.' using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`.execute(db);
    await sql`create trigger las_dokument before update on dokument for each row execute function las_dokument()`.execute(
      db,
    );
  },
};
