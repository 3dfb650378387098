import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, references } from './tenant-table.ts';

/** Requests for completion, messages, contact details, and notices that are to be sent. */
export const minaSidor: Migration = {
  async up(db: Kysely<never>) {
    await createTenantTable(
      db,
      'komplettering',
      'id',
      `
      id uuid not null,
      arende uuid not null,
      ansokan uuid not null,
      person uuid not null,
      punkter jsonb not null,
      skal text not null check (skal <> ''),
      foljd text not null check (foljd <> ''),
      senast date not null,
      status text not null check (status in ('oppen', 'utgangen', 'besvarad', 'aterkallad')),
      begard timestamptz not null,
      av_id uuid not null,
      av_namn text not null,
      avslutad timestamptz,
      kan_inte_mer boolean not null,
      pamind timestamptz,
      last timestamptz,
      version integer not null,
      check ((avslutad is not null) = (status in ('besvarad', 'aterkallad'))),
      ${references('arende, ansokan', 'ansokan', 'arende, id')},
      ${references('person', 'person')}`,
    );
    await sql`create index komplettering_ansokan on komplettering (kommun, namnd, ansokan)`.execute(db);
    await sql`create index komplettering_person on komplettering (kommun, namnd, person)`.execute(db);
    await sql`create index komplettering_oppen on komplettering (kommun, namnd, senast) where status = 'oppen'`.execute(
      db,
    );
    await createTenantTable(
      db,
      'meddelande',
      'id',
      `
      id uuid not null,
      nummer bigint generated always as identity,
      arende uuid not null,
      ansokan uuid,
      person uuid not null,
      riktning text not null check (riktning in ('till-oss', 'fran-oss')),
      av_id uuid,
      av_namn text,
      text text not null check (text <> ''),
      skickat timestamptz not null,
      last timestamptz,
      check ((av_id is not null) = (riktning = 'fran-oss') and (av_namn is not null) = (riktning = 'fran-oss')),
      ${references('arende', 'arende')},
      ${references('arende, ansokan', 'ansokan', 'arende, id')},
      ${references('person', 'person')}`,
    );
    await sql`create index meddelande_trad on meddelande (kommun, namnd, arende, person, nummer)`.execute(db);
    await sql`create index meddelande_person on meddelande (kommun, namnd, person)`.execute(db);
    await sql`create index meddelande_olast on meddelande (kommun, namnd, arende) where last is null`.execute(db);
    await sql`
      create function las_meddelande() returns trigger language plpgsql as $$
      begin
        if (to_jsonb(new) - 'last') is distinct from (to_jsonb(old) - 'last') or (old.last is not null and new.last is distinct from old.last) then
          raise exception 'Meddelande % är skickat och kan inte ändras.', old.id using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`.execute(db);
    await sql`create trigger las_meddelande before update on meddelande for each row execute function las_meddelande()`.execute(
      db,
    );
    for (const table of ['meddelande', 'komplettering'])
      await sql`create trigger bara_tillagg before delete on ${sql.raw(table)} for each row execute function vagra_andring()`.execute(
        db,
      );
    await createTenantTable(
      db,
      'kontaktuppgift',
      'person',
      `
      person uuid not null,
      telefon text not null,
      epost text not null,
      avisering text not null check (avisering in ('ingen', 'sms', 'epost')),
      saker_kontakt text not null,
      tolk text not null,
      andrad timestamptz not null,
      version integer not null,
      ${references('person', 'person')}`,
    );
    await createTenantTable(
      db,
      'avisering',
      'id',
      `
      id uuid not null,
      person uuid not null,
      skapad timestamptz not null,
      status text not null check (status in ('ny', 'koad', 'skickad', 'avstadd')),
      kanal text check (kanal in ('sms', 'epost')),
      avslutad timestamptz,
      ${references('person', 'person')}`,
    );
    await sql`create index avisering_ny on avisering (kommun, namnd, skapad) where status = 'ny'`.execute(db);
  },
};
