import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, makeAppendOnly, references } from './tenant-table.ts';

/** File review, deviations and why people come back; inventories of the target group with the answers. */
export const kvalitetOchKartläggning: Migration = {
  async up(db: Kysely<never>) {
    await createTenantTable(
      db,
      'arbetsgrupp',
      'id',
      `
      id uuid not null,
      namn text not null check (namn <> ''),
      medlemmar text[] not null,
      version integer not null,
      unique (kommun, namnd, namn)`,
    );
    await createTenantTable(
      db,
      'checklista',
      'id, version',
      `
      id text not null,
      version integer not null check (version > 1),
      namn text not null,
      fragor jsonb not null check (jsonb_array_length(fragor) > 0),
      skal text not null,
      av jsonb not null,
      tid timestamptz not null`,
    );
    await createTenantTable(
      db,
      'granskningsomgang',
      'id',
      `
      id uuid not null,
      namn text not null,
      regel jsonb not null,
      fro integer not null,
      population integer not null check (population > 0),
      populationshash text not null,
      antal integer not null check (antal > 0),
      checklistor jsonb not null,
      granskare jsonb not null,
      senast date not null,
      av jsonb not null,
      dragen timestamptz not null,
      avslutad jsonb,
      version integer not null`,
    );
    await createTenantTable(
      db,
      'aktgranskning',
      'id',
      `
      id uuid not null,
      omgang uuid not null,
      ordning integer not null check (ordning > 0),
      beslut uuid not null,
      ansokan uuid not null,
      slag text not null,
      automatisk boolean not null,
      beslutsfattare text,
      grupp jsonb,
      status text not null check (status in ('att-granska', 'pagar', 'klar')),
      granskare jsonb,
      svar jsonb not null,
      sammanfattning text not null,
      paborjad timestamptz,
      klar timestamptz,
      version integer not null,
      check ((status = 'klar') = (klar is not null)),
      unique (kommun, namnd, omgang, beslut),
      ${references('omgang', 'granskningsomgang')},
      ${references('beslut', 'beslut')},
      ${references('ansokan', 'ansokan')}`,
    );
    await createTenantTable(
      db,
      'kvalitetsavvikelse',
      'id',
      `
      id uuid not null,
      nummer integer not null check (nummer > 0),
      rubrik text not null,
      vad text not null,
      process text not null,
      allvar text not null check (allvar in ('liten', 'mattlig', 'stor')),
      dag date not null,
      ansokan uuid,
      person uuid,
      akt uuid,
      granskningsfraga jsonb,
      anmald_av jsonb not null,
      anmald timestamptz not null,
      status text not null
        check (status in ('anmald', 'utreds', 'atgardas', 'foljs-upp', 'uppfoljd', 'avslutad', 'avskriven')),
      utredare jsonb,
      utredning jsonb,
      atgarder jsonb not null,
      uppfoljningar jsonb not null,
      avslut jsonb,
      version integer not null,
      unique (kommun, namnd, nummer),
      check ((status in ('avslutad', 'avskriven')) = (avslut is not null)),
      ${references('ansokan', 'ansokan')},
      ${references('person', 'person')},
      ${references('akt', 'aktgranskning')}`,
    );
    await createTenantTable(
      db,
      'aterkomstnotering',
      'id',
      `
      id uuid not null,
      person uuid not null,
      avslut uuid not null,
      orsaker text[] not null check (cardinality(orsaker) > 0),
      text text not null,
      av text not null,
      tid timestamptz not null,
      ${references('person', 'person')},
      ${references('avslut', 'avslut')}`,
    );
    await createTenantTable(
      db,
      'kartlaggning',
      'id',
      `
      id uuid not null,
      namn text not null,
      fran date not null,
      till date not null,
      regel jsonb not null,
      fragor jsonb not null check (jsonb_array_length(fragor) > 0),
      antal integer not null check (antal > 0),
      status text not null check (status in ('pagar', 'avslutad')),
      av jsonb not null,
      skapad timestamptz not null,
      avslutad jsonb,
      version integer not null,
      check (fran <= till),
      check ((status = 'avslutad') = (avslutad is not null))`,
    );
    await createTenantTable(
      db,
      'kartlaggningsperson',
      'kartlaggning, person',
      `
      kartlaggning uuid not null,
      person uuid not null,
      ${references('kartlaggning', 'kartlaggning')},
      ${references('person', 'person')}`,
    );
    await createTenantTable(
      db,
      'kartlaggningssvar',
      'kartlaggning, person, version',
      `
      kartlaggning uuid not null,
      person uuid not null,
      slag text not null check (slag in ('svarat', 'avbojt')),
      svar jsonb not null,
      ord text not null,
      av text not null,
      tid timestamptz not null,
      version integer not null check (version > 0),
      ${references('kartlaggning, person', 'kartlaggningsperson', 'kartlaggning, person')}`,
    );
    for (const table of ['checklista', 'aterkomstnotering', 'kartlaggningsperson', 'kartlaggningssvar'])
      await makeAppendOnly(db, table);
    await sql`
      create index aktgranskning_ansokan on aktgranskning (kommun, namnd, ansokan);
      create index aktgranskning_beslut on aktgranskning (kommun, namnd, beslut);
      create index kvalitetsavvikelse_ansokan on kvalitetsavvikelse (kommun, namnd, ansokan);
      create index kvalitetsavvikelse_person on kvalitetsavvikelse (kommun, namnd, person);
      create index kvalitetsavvikelse_akt on kvalitetsavvikelse (kommun, namnd, akt);
      create index aterkomstnotering_person on aterkomstnotering (kommun, namnd, person);
      create index aterkomstnotering_avslut on aterkomstnotering (kommun, namnd, avslut);
      create index kartlaggningsperson_person on kartlaggningsperson (kommun, namnd, person);
      create index kartlaggningssvar_person on kartlaggningssvar (kommun, namnd, person)`.execute(db);
  },
};
