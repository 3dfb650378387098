import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, makeAppendOnly, references } from './tenant-table.ts';

/** Steps, obstacles to self-support, consents, plans with others, other benefits, what Arbetsförmedlingen is told, accounts to IVO. */
export const stegOchSamordning: Migration = {
  async up(db: Kysely<never>) {
    const av = `
      av jsonb not null,
      tid timestamptz not null`;
    await createTenantTable(
      db,
      'stegposition',
      'id',
      `
      id uuid not null,
      person uuid not null,
      steg text not null,
      dag date not null,
      kalla text not null check (kalla in ('bedomning', 'handlaggare')),
      skal text not null check (skal <> ''),
      ${av},
      ${references('person', 'person')}`,
    );
    await createTenantTable(
      db,
      'forsorjningshinder',
      'id',
      `
      id uuid not null,
      person uuid not null,
      hinder text not null check (hinder <> ''),
      fran date not null,
      skal text not null,
      ansokan uuid,
      ${av},
      ${references('person', 'person')},
      ${references('ansokan', 'ansokan')}`,
    );
    await createTenantTable(
      db,
      'samtycke',
      'id',
      `
      id uuid not null,
      person uuid not null,
      part text not null,
      vem text not null check (vem <> ''),
      uppgifter text[] not null check (cardinality(uppgifter) > 0),
      plan boolean not null,
      till date not null,
      givet jsonb not null,
      aterkallat jsonb,
      version integer not null,
      ${references('person', 'person')}`,
    );
    await createTenantTable(
      db,
      'sip',
      'id',
      `
      id uuid not null,
      person uuid not null,
      status text not null check (status in ('pagar', 'avslutad')),
      samtycken text[] not null check (cardinality(samtycken) > 0),
      behov text not null,
      deltagare jsonb not null,
      leder text not null check (leder in ('kommunen', 'regionen')),
      samordnare text not null,
      moten jsonb not null,
      atgarder jsonb not null,
      startad timestamptz not null,
      startad_av jsonb not null,
      avslut jsonb,
      version integer not null,
      check ((status = 'avslutad') = (avslut is not null)),
      ${references('person', 'person')}`,
    );
    await sql`create unique index sip_en_som_pagar on sip (kommun, namnd, person) where status = 'pagar'`.execute(db);
    await createTenantTable(
      db,
      'ersattningsarende',
      'id',
      `
      id uuid not null,
      person uuid not null,
      ersattning text not null,
      status text not null check (status in ('foreslagen', 'stod', 'sokt', 'beviljad', 'avslag', 'inte-aktuell')),
      steg jsonb not null check (jsonb_array_length(steg) > 0),
      version integer not null,
      unique (kommun, namnd, person, ersattning),
      ${references('person', 'person')}`,
    );
    await createTenantTable(
      db,
      'afuppgift',
      'id',
      `
      id uuid not null,
      person uuid not null,
      krav uuid not null,
      status text not null check (status in ('att-utreda', 'inte-anmald', 'koad', 'pa-vag', 'skickad')),
      grund text not null,
      skapad timestamptz not null,
      avslutad timestamptz,
      version integer not null,
      unique (kommun, namnd, krav),
      ${references('person', 'person')},
      ${references('krav', 'kravbeslut')}`,
    );
    await createTenantTable(
      db,
      'afsvar',
      'id',
      `
      id uuid not null,
      person uuid not null,
      begard date not null,
      begard_av text not null,
      fragor text[] not null check (cardinality(fragor) > 0),
      svar jsonb not null,
      ${av},
      ${references('person', 'person')}`,
    );
    await createTenantTable(
      db,
      'ivoredovisning',
      'id',
      `
      id uuid not null,
      nummer integer not null check (nummer > 0),
      anledning text not null check (anledning in ('vartannat-ar', 'vasentlig-forandring')),
      dag date not null,
      texter jsonb not null,
      siffror text[] not null,
      ${av},
      unique (kommun, namnd, nummer)`,
    );
    for (const table of ['stegposition', 'forsorjningshinder', 'afsvar', 'ivoredovisning'])
      await makeAppendOnly(db, table);
    for (const table of ['stegposition', 'forsorjningshinder', 'samtycke', 'sip', 'afuppgift', 'afsvar'])
      await sql.raw(`create index ${table}_person on ${table} (kommun, namnd, person)`).execute(db);
  },
};
