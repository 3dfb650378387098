import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Applications for one need (tillägg, akut), and applications that close because nobody signed in time. */
export const ansökan: Migration = {
  async up(db: Kysely<never>) {
    await sql`
      alter table ansokan
        drop constraint ansokan_slag_check,
        add constraint ansokan_slag_check check (slag in ('nyansokan', 'ateransokan', 'tillagg', 'akut')),
        drop constraint ansokan_status_check,
        add constraint ansokan_status_check check (status in
          ('utkast', 'inskickad', 'inkommen', 'utreds', 'beslutad', 'avslutad', 'aterkallad', 'forfallen')),
        add constraint ansokan_ett_behov_en_person check (slag not in ('tillagg', 'akut') or medsokande is null)`.execute(
      db,
    );
    await sql`drop index ansokan_ett_utkast`.execute(db);
    await sql`
      create unique index ansokan_ett_utkast on ansokan (kommun, namnd, sokande, manad, (slag = 'tillagg'))
        where status = 'utkast'`.execute(db);
    await sql`
      create index ansokan_vantar_pa_underskrift on ansokan (kommun, namnd, inskickad) where status = 'inskickad'`.execute(
      db,
    );
  },
};
