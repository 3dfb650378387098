import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, makeAppendOnly, references } from './tenant-table.ts';

/** What staff keep beside a case: journal, own reminders, who is in it, acknowledged warnings, substitutes, what came on paper. */
export const handläggning: Migration = {
  async up(db: Kysely<never>) {
    await createTenantTable(
      db,
      'journal',
      'id',
      `
      id uuid not null,
      arende uuid not null,
      ansokan uuid,
      slag text not null check (slag in ('anteckning', 'invandning', 'rattelse')),
      hande date not null,
      text text not null check (text <> ''),
      galler uuid,
      av_id uuid not null,
      av_namn text not null,
      skriven timestamptz not null,
      unique (kommun, namnd, arende, id),
      check (slag <> 'rattelse' or galler is not null),
      ${references('arende', 'arende')},
      ${references('arende, ansokan', 'ansokan', 'arende, id')},
      ${references('arende, galler', 'journal', 'arende, id')},
      ${references('av_id', 'anvandare')}`,
    );
    await sql`create index journal_arende on journal (kommun, namnd, arende, skriven)`.execute(db);
    await sql`create unique index journal_en_rattelse on journal (kommun, namnd, galler) where slag = 'rattelse'`.execute(
      db,
    );
    await makeAppendOnly(db, 'journal');

    await createTenantTable(
      db,
      'paminnelse',
      'id',
      `
      id uuid not null,
      ansokan uuid not null,
      for_anvandare uuid not null,
      dag date not null,
      text text not null check (text <> ''),
      skapad timestamptz not null,
      klar timestamptz,
      ${references('ansokan', 'ansokan')},
      ${references('for_anvandare', 'anvandare')}`,
    );
    await sql`create index paminnelse_att_gora on paminnelse (kommun, namnd, for_anvandare, dag) where klar is null`.execute(
      db,
    );

    await createTenantTable(
      db,
      'narvaro',
      'arende, anvandare',
      `
      arende uuid not null,
      anvandare uuid not null,
      sedan timestamptz not null,
      senast timestamptz not null,
      lamnade timestamptz,
      check (senast >= sedan),
      ${references('arende', 'arende')},
      ${references('anvandare', 'anvandare')}`,
    );

    await createTenantTable(
      db,
      'kvittens',
      'ansokan, varning',
      `
      ansokan uuid not null,
      varning text not null,
      av_id uuid not null,
      av_namn text not null,
      tid timestamptz not null,
      ${references('ansokan', 'ansokan')},
      ${references('av_id', 'anvandare')}`,
    );
    await makeAppendOnly(db, 'kvittens');

    await createTenantTable(
      db,
      'ersattare',
      'for_anvandare',
      `
      for_anvandare uuid not null,
      ersattare uuid not null,
      fran date not null,
      till date not null,
      check (till >= fran),
      check (ersattare <> for_anvandare),
      ${references('for_anvandare', 'anvandare')},
      ${references('ersattare', 'anvandare')}`,
    );

    await createTenantTable(
      db,
      'registrering',
      'ansokan',
      `
      ansokan uuid not null,
      mottagen timestamptz not null,
      av_id uuid not null,
      av_namn text not null,
      skapad timestamptz not null,
      ${references('ansokan', 'ansokan')},
      ${references('av_id', 'anvandare')}`,
    );
    await sql`create index arende_handlaggare on arende (kommun, namnd, handlaggare) where handlaggare is not null`.execute(
      db,
    );
  },
};
