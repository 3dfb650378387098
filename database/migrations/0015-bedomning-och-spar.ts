import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, makeAppendOnly, references } from './tenant-table.ts';

/** Assessments, the municipality's tracks, each person's places in them, hand-overs, and exemptions from being enrolled in time. */
export const bedömningOchSpår: Migration = {
  async up(db: Kysely<never>) {
    await createTenantTable(
      db,
      'bedomning',
      'id',
      `
      id uuid not null,
      person uuid not null,
      instrument text not null check (instrument ~ '^[a-z0-9-]+$'),
      version integer not null check (version > 0),
      slag text not null check (slag in ('inledande', 'fordjupad', 'framsteg')),
      status text not null check (status in ('erbjuden', 'pagar', 'slutford', 'avbojd', 'avbruten')),
      paborjad timestamptz not null,
      paborjad_av text,
      slutford timestamptz,
      svar jsonb not null,
      resultat jsonb,
      nasta_senast date,
      synpunkter jsonb not null,
      sparning integer not null,
      check ((status = 'slutford') = (slutford is not null)),
      ${references('person', 'person')}`,
    );
    await sql`create index bedomning_person on bedomning (kommun, namnd, person, paborjad)`.execute(db);
    await sql`create unique index bedomning_en_oppen on bedomning (kommun, namnd, person, slag)
      where status in ('erbjuden', 'pagar')`.execute(db);
    await createTenantTable(
      db,
      'sparinstallning',
      'version',
      `
      version integer not null check (version > 0),
      spar jsonb not null,
      skal text not null check (skal <> ''),
      av text not null,
      av_namn text not null,
      tid timestamptz not null`,
    );
    await makeAppendOnly(db, 'sparinstallning');
    await createTenantTable(
      db,
      'sparplacering',
      'id',
      `
      id uuid not null,
      person uuid not null,
      spar text not null,
      namn text not null,
      organisation text not null,
      uppfoljningsrytm text not null check (uppfoljningsrytm in ('veckovis', 'varannan-vecka', 'manadsvis')),
      bara_jobbsokande boolean not null,
      fran date not null,
      till date check (till >= fran),
      slutar date check (slutar >= fran),
      installning integer not null,
      bedomning uuid,
      forslag jsonb,
      avsteg text,
      skal text not null,
      beslutad timestamptz not null,
      beslutad_av jsonb not null,
      avslutsskal text,
      version integer not null,
      ${references('person', 'person')},
      ${references('bedomning', 'bedomning')}`,
    );
    await sql`create unique index sparplacering_ett_spar on sparplacering (kommun, namnd, person) where till is null`.execute(
      db,
    );
    await sql`create index sparplacering_person on sparplacering (kommun, namnd, person, fran)`.execute(db);
    await createTenantTable(
      db,
      'overlamning',
      'id',
      `
      id uuid not null,
      person uuid not null,
      till text not null check (till <> ''),
      mottagarslag text not null check (mottagarslag in ('annan-namnd', 'ansvarig-socialnamnd', 'annan')),
      arende text not null,
      grund text not null check (grund in ('samtycke', '15:8', '15:9')),
      uppgifter text[] not null,
      text text not null,
      samtycke jsonb,
      begaran jsonb,
      svar_senast date not null,
      status text not null check (status in ('skickad', 'mottagen', 'nekad', 'aterkallad')),
      svar jsonb,
      skickad timestamptz not null,
      skickad_av jsonb not null,
      version integer not null,
      check (grund <> 'samtycke' or samtycke is not null),
      check (grund = 'samtycke' or begaran is not null),
      ${references('person', 'person')}`,
    );
    await sql`create index overlamning_person on overlamning (kommun, namnd, person, skickad)`.execute(db);
    await createTenantTable(
      db,
      'inskrivningsundantag',
      'id',
      `
      id uuid not null,
      person uuid not null,
      undantag text not null check (undantag <> ''),
      skal text not null,
      av jsonb not null,
      tid timestamptz not null,
      ${references('person', 'person')}`,
    );
    await makeAppendOnly(db, 'inskrivningsundantag');
  },
};
