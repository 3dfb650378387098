import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, references } from './tenant-table.ts';

/** What a requirement of activity is counted from, the decided requirements, and the letters about them. */
export const aktivitetskrav: Migration = {
  async up(db: Kysely<never>) {
    await createTenantTable(
      db,
      'kravuppgift',
      'id',
      `
      id uuid not null,
      person uuid not null,
      slag text not null check (slag in ('skolstudier', 'heltid', 'sjukforman', 'foraldraledig', 'formedlingsinsatser',
        'formaga', 'deltid', 'jobbsokande', 'ovriga-skyldigheter', 'skolar', 'tillsyn', 'sjukdom')),
      vad jsonb not null,
      fran date not null,
      till date check (till >= fran),
      uppgift_fran text not null check (uppgift_fran <> ''),
      styrkt text not null check (styrkt <> ''),
      registrerad timestamptz not null,
      av text not null check (av <> ''),
      upphord_fran date,
      upphord_tid timestamptz,
      upphord_av text,
      upphord_skal text,
      check (num_nulls(upphord_fran, upphord_tid, upphord_av, upphord_skal) in (0, 4)),
      check (till is not null or slag not in ('skolstudier', 'heltid', 'sjukforman', 'formedlingsinsatser')),
      ${references('person', 'person')}`,
    );
    await sql`create index kravuppgift_person on kravuppgift (kommun, namnd, person, fran)`.execute(db);
    await createTenantTable(
      db,
      'kravbeslut',
      'id',
      `
      id uuid not null,
      person uuid not null,
      grund text not null check (grund in ('12:4a', '12:4d', '12:4g')),
      fran text not null check (fran ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      till text check (till ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' and till >= fran),
      kvartar integer not null check (kvartar between 1 and 160),
      provning jsonb not null,
      plan uuid not null,
      plannummer integer not null check (plannummer > 0),
      skal text not null check (skal <> ''),
      beslutat timestamptz not null,
      av text not null check (av <> ''),
      upphort_fran text check (upphort_fran ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      upphort_tid timestamptz,
      upphort_av text,
      upphort_skal text,
      ersatt_av uuid,
      check (num_nulls(upphort_fran, upphort_tid, upphort_av, upphort_skal) in (0, 4)),
      ${references('person', 'person')},
      ${references('ersatt_av', 'kravbeslut')} deferrable initially deferred`,
    );
    await sql`create index kravbeslut_person on kravbeslut (kommun, namnd, person, beslutat)`.execute(db);
    await createTenantTable(
      db,
      'kravbrev',
      'id',
      `
      id uuid not null,
      krav uuid not null,
      mottagare uuid not null,
      slag text not null check (slag in ('krav', 'upphort')),
      skapat timestamptz not null,
      innehall jsonb not null,
      innehall_hash text not null,
      mall text not null,
      pdf bytea,
      unique (kommun, namnd, krav, slag),
      ${references('krav', 'kravbeslut')},
      ${references('mottagare', 'person')}`,
    );
  },
};
