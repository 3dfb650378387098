import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, references } from './tenant-table.ts';

/** Providers with their people and agreements, the catalogue of activities, and referrals to them. */
export const insats: Migration = {
  async up(db: Kysely<never>) {
    await createTenantTable(
      db,
      'anordnare',
      'id',
      `
      id uuid not null,
      namn text not null check (namn <> ''),
      slag text not null check (slag in ('egen', 'annan-namnd', 'foretag', 'forening', 'arbetsformedlingen', 'region')),
      kontakt jsonb not null,
      aktiv boolean not null,
      version integer not null,
      unique (kommun, namnd, namn)`,
    );
    await createTenantTable(
      db,
      'anordnaranvandare',
      'anvandare',
      `
      anvandare uuid not null,
      anordnare uuid not null,
      ${references('anvandare', 'anvandare')},
      ${references('anordnare', 'anordnare')}`,
    );
    await createTenantTable(
      db,
      'overenskommelse',
      'id',
      `
      id uuid not null,
      anordnare uuid not null,
      parter jsonb not null,
      resultat text not null check (resultat <> ''),
      fran date not null,
      till date not null check (till >= fran),
      kostnad bigint check (kostnad >= 0),
      tecknad timestamptz not null,
      tecknad_av jsonb not null,
      uppsagd jsonb,
      ${references('anordnare', 'anordnare')}`,
    );
    await sql`create index overenskommelse_anordnare on overenskommelse (kommun, namnd, anordnare, fran)`.execute(db);
    await createTenantTable(
      db,
      'insats',
      'id',
      `
      id uuid not null,
      anordnare uuid not null,
      namn text not null check (namn <> ''),
      beskrivning text not null,
      syften text[] not null check (syften <@ array['motivera', 'sprak', 'soka-arbete', 'arbetsplats', 'vard'] and cardinality(syften) > 0),
      omrade text not null check (omrade in ('arbete', 'sprak', 'halsa', 'studier', 'annat')),
      form text not null check (form in ('grupp', 'arbetsplats', 'valfardsjobb')),
      malgrupp text not null,
      kriterier text not null,
      villkor jsonb not null,
      sprak text[] not null,
      tillganglighet text not null,
      startdagar text[] not null,
      kvartar integer not null check (kvartar between 1 and 160),
      pass jsonb not null,
      adress text not null,
      ort text not null,
      platser integer not null check (platser > 0),
      kostnad bigint check (kostnad >= 0),
      stegtrappa text,
      utvecklingsomrade text not null,
      langst_manader integer not null check (langst_manader > 0),
      jobbsokarkvartar integer not null check (jobbsokarkvartar >= 0),
      utrymme text not null,
      skydd_arbetsmiljo text,
      skydd_forsakring text,
      forsakran jsonb,
      status text not null check (status in ('aktiv', 'stangd')),
      version integer not null,
      check (form <> 'arbetsplats' or (skydd_arbetsmiljo <> '' and skydd_forsakring <> '' and forsakran is not null)),
      ${references('anordnare', 'anordnare')}`,
    );
    await createTenantTable(
      db,
      'anvisning',
      'id',
      `
      id uuid not null,
      person uuid not null,
      insats uuid not null,
      anordnare uuid not null,
      grund text not null check (grund in ('12:4', '12:4a', '12:4d', '12:4g', 'frivillig')),
      krav uuid,
      samrad jsonb,
      status text not null check (status in ('foreslagen', 'nekad', 'i-ko', 'plats', 'pagar', 'avslutad', 'aterkallad')),
      fran date not null,
      till date not null check (till >= fran),
      kvartar integer not null check (kvartar between 1 and 160),
      pass jsonb not null,
      skal text not null check (skal <> ''),
      avsteg text,
      till_anordnaren text not null,
      foreslagen timestamptz not null,
      foreslagen_av jsonb not null,
      svar jsonb,
      ko jsonb,
      konummer integer,
      startad date,
      utfall jsonb,
      aterkallad jsonb,
      version integer not null,
      unique (kommun, namnd, insats, konummer),
      check ((ko is null) = (konummer is null)),
      check (grund <> '12:4' or samrad is not null),
      check ((krav is not null) = (grund in ('12:4a', '12:4d', '12:4g'))),
      check (status <> 'i-ko' or ko is not null),
      check ((status = 'avslutad') = (utfall is not null)),
      check ((status = 'aterkallad') = (aterkallad is not null)),
      ${references('person', 'person')},
      ${references('insats', 'insats')},
      ${references('anordnare', 'anordnare')},
      ${references('krav', 'kravbeslut')}`,
    );
    await sql`create index anvisning_person on anvisning (kommun, namnd, person, foreslagen)`.execute(db);
    await sql`create index anvisning_insats on anvisning (kommun, namnd, insats, foreslagen)`.execute(db);
    await sql`create index anvisning_anordnare on anvisning (kommun, namnd, anordnare, foreslagen)`.execute(db);
    await sql`create unique index anvisning_en_oppen on anvisning (kommun, namnd, person, insats)
      where status in ('foreslagen', 'i-ko', 'plats', 'pagar')`.execute(db);
  },
};
