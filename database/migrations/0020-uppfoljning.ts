import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, makeAppendOnly, references } from './tenant-table.ts';

const KLOCKSLAG = `~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`;
const SLAG = `text not null check (slag in ('mote', 'telefon', 'video', 'hembesok'))`;

/** Case managers, their absences, published times, meetings with notes, and exits. */
export const uppföljning: Migration = {
  async up(db: Kysely<never>) {
    await createTenantTable(
      db,
      'samordnarskap',
      'id',
      `
      id uuid not null,
      person uuid not null,
      anvandare text not null,
      namn text not null,
      fran date not null,
      till date check (till >= fran),
      skal text not null,
      av text not null check (av <> ''),
      tid timestamptz not null,
      version integer not null,
      ${references('person', 'person')}`,
    );
    await sql`create unique index samordnarskap_en on samordnarskap (kommun, namnd, person) where till is null`.execute(
      db,
    );
    await sql`create index samordnarskap_anvandare on samordnarskap (kommun, namnd, anvandare) where till is null`.execute(
      db,
    );
    await createTenantTable(
      db,
      'samordnarfranvaro',
      'id',
      `
      id uuid not null,
      anvandare text not null,
      fran date not null,
      till date not null check (till >= fran),
      ersattare text not null,
      ersattare_namn text not null,
      av text not null check (av <> ''),
      tid timestamptz not null`,
    );
    await makeAppendOnly(db, 'samordnarfranvaro');
    await createTenantTable(
      db,
      'motestid',
      'id',
      `
      id uuid not null,
      samordnare text not null,
      namn text not null,
      slag ${SLAG},
      dag date not null,
      fran text not null check (fran ${KLOCKSLAG}),
      till text not null check (till ${KLOCKSLAG} and till > fran),
      plats text not null,
      antal integer not null check (antal between 1 and 50),
      stangd boolean not null,
      version integer not null`,
    );
    await sql`create index motestid_dag on motestid (kommun, namnd, dag)`.execute(db);
    await createTenantTable(
      db,
      'mote',
      'id',
      `
      id uuid not null,
      person uuid not null,
      samordnare text not null,
      namn text not null,
      slag ${SLAG},
      dag date not null,
      fran text not null check (fran ${KLOCKSLAG}),
      till text not null check (till ${KLOCKSLAG} and till > fran),
      plats text not null,
      syfte text not null,
      status text not null check (status in ('bokat', 'hallet', 'uteblivet', 'avbokat', 'ombokat')),
      motestid uuid,
      ansokan uuid,
      bokat_av text,
      bokat timestamptz not null,
      andrat_skal text,
      pamint timestamptz,
      version integer not null,
      ${references('person', 'person')},
      ${references('motestid', 'motestid')},
      ${references('ansokan', 'ansokan')}`,
    );
    await sql`create index mote_person on mote (kommun, namnd, person, dag)`.execute(db);
    await sql`create index mote_dag on mote (kommun, namnd, dag) where status = 'bokat'`.execute(db);
    await sql`create unique index mote_en_bokning on mote (kommun, namnd, motestid, person) where status = 'bokat'`.execute(
      db,
    );
    await createTenantTable(
      db,
      'motesanteckning',
      'id',
      `
      id uuid not null,
      mote uuid not null,
      person uuid not null,
      overenskommet text not null,
      nasta text not null,
      nasta_kontakt date,
      egen text not null,
      av text not null check (av <> ''),
      tid timestamptz not null,
      rattar uuid,
      skal text,
      check ((rattar is null) = (skal is null)),
      unique (kommun, namnd, rattar),
      ${references('mote', 'mote')},
      ${references('rattar', 'motesanteckning')},
      ${references('person', 'person')}`,
    );
    await sql`create index motesanteckning_person on motesanteckning (kommun, namnd, person, tid)`.execute(db);
    await makeAppendOnly(db, 'motesanteckning');
    await createTenantTable(
      db,
      'avslut',
      'id',
      `
      id uuid not null,
      person uuid not null,
      skal text not null check (skal ~ '^[a-z-]+$'),
      till text not null,
      dag date not null,
      varaktighet text not null check (varaktighet ~ '^[a-z-]+$'),
      eftervard_till date check (eftervard_till > dag),
      spar text,
      av text not null check (av <> ''),
      tid timestamptz not null,
      ateroppnat jsonb,
      version integer not null,
      ${references('person', 'person')}`,
    );
    await sql`create unique index avslut_ett_gallande on avslut (kommun, namnd, person) where ateroppnat is null`.execute(
      db,
    );
    await sql`create index avslut_dag on avslut (kommun, namnd, dag)`.execute(db);
  },
};
