import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, makeAppendOnly, references } from './tenant-table.ts';

/** How automation is governed: its mode, reviews of what it decided, the delegation order's history and lists, settings, problems. */
export const automatik: Migration = {
  async up(db: Kysely<never>) {
    await mode(db);
    await reviews(db);
    await delegationOrder(db);
    await createTenantTable(
      db,
      'installningsandring',
      'id',
      `
      id uuid not null,
      grupp text not null,
      fore jsonb not null,
      efter jsonb not null,
      skal text not null check (skal <> ''),
      av_id uuid not null,
      av_namn text not null,
      tid timestamptz not null`,
    );
    await makeAppendOnly(db, 'installningsandring');
    await createTenantTable(
      db,
      'problemrapport',
      'id',
      `
      id uuid not null,
      sida text not null,
      version text not null,
      webblasare text not null,
      text text not null check (text <> ''),
      tid timestamptz not null`,
    );
    await makeAppendOnly(db, 'problemrapport');
  },
};

async function mode(db: Kysely<never>): Promise<void> {
  await createTenantTable(
    db,
    'lagesbyte',
    'id',
    `
    id uuid not null,
    fran text not null check (fran in ('av', 'skugga', 'pa')),
    till text not null check (till in ('av', 'skugga', 'pa')),
    skal text not null check (skal <> ''),
    foreslagen_av uuid not null,
    foreslagen_namn text not null,
    foreslagen timestamptz not null,
    provade integer not null,
    lika integer not null check (lika <= provade),
    status text not null check (status in ('vantar', 'genomfort', 'avbojt')),
    avgjord_av uuid,
    avgjord_namn text,
    avgjord timestamptz,
    avgjord_skal text,
    check ((status = 'vantar') = (avgjord is null)),
    constraint lagesbyte_tva_personer check (till <> 'pa' or status <> 'genomfort' or avgjord_av <> foreslagen_av)`,
  );
  await sql`create unique index lagesbyte_ett_i_taget on lagesbyte (kommun, namnd) where status = 'vantar'`.execute(db);
  await sql`
    create function las_lagesbyte() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or old.status <> 'vantar'
        or (new.id, new.fran, new.till, new.skal, new.foreslagen_av, new.foreslagen, new.provade, new.lika)
          is distinct from (old.id, old.fran, old.till, old.skal, old.foreslagen_av, old.foreslagen, old.provade, old.lika) then
        raise exception 'Ett lägesbyte kan inte ändras i efterhand.' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger las_lagesbyte before update or delete on lagesbyte for each row execute function las_lagesbyte()`.execute(
    db,
  );
}

async function reviews(db: Kysely<never>): Promise<void> {
  await createTenantTable(
    db,
    'granskningsuppdrag',
    'id',
    `
    id uuid not null,
    beslut uuid not null,
    ansokan uuid not null,
    procent integer not null check (procent between 5 and 100),
    draget timestamptz not null,
    resultat jsonb,
    atgard jsonb,
    unique (kommun, namnd, beslut),
    check (atgard is null or resultat ->> 'utfall' = 'fel'),
    ${references('ansokan, beslut', 'beslut', 'ansokan, id')}`,
  );
  await sql`create index granskningsuppdrag_ogranskat on granskningsuppdrag (kommun, namnd, draget) where resultat is null`.execute(
    db,
  );
  await sql`
    create function las_granskning() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE'
        or (new.id, new.beslut, new.ansokan, new.procent, new.draget)
          is distinct from (old.id, old.beslut, old.ansokan, old.procent, old.draget)
        or (old.resultat is not null and new.resultat is distinct from old.resultat)
        or (old.atgard is not null and new.atgard is distinct from old.atgard) then
        raise exception 'En granskning kan inte ändras i efterhand.' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger las_granskning before update or delete on granskningsuppdrag for each row execute function las_granskning()`.execute(
    db,
  );
}

async function delegationOrder(db: Kysely<never>): Promise<void> {
  await sql`
    alter table delegation
      drop constraint delegation_check,
      add constraint delegation_dagar check (till is null or till >= fran - 1),
      add constraint delegation_automatisk check (
        delegat ->> 'slag' <> 'automatisk'
        or (utfall = array['bifall'] and not coalesce(villkor -> 'bestammelser' @> '["12:2"]', false)))`.execute(db);
  await sql`
    create function las_delegation() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE'
        or (new.id, new.punkt, new.text, new.delegat - 'paslagen', new.utfall, new.fran, new.villkor)
          is distinct from (old.id, old.punkt, old.text, old.delegat - 'paslagen', old.utfall, old.fran, old.villkor) then
        raise exception 'Punkt % i delegationsordningen kan bara få en sista dag. En ny lydelse är en ny rad.', old.punkt
          using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger las_delegation before update or delete on delegation for each row execute function las_delegation()`.execute(
    db,
  );
  await createTenantTable(
    db,
    'delegationsandring',
    'id',
    `
    id uuid not null,
    version uuid not null,
    punkt text not null,
    vad text not null check (vad in ('tillagd', 'ny-lydelse', 'upphavd')),
    stod text not null check (stod <> ''),
    av_id uuid not null,
    av_namn text not null,
    tid timestamptz not null,
    ${references('version', 'delegation')}`,
  );
  await makeAppendOnly(db, 'delegationsandring');
  await createTenantTable(
    db,
    'delegationsanmalan',
    'id',
    `
    id uuid not null,
    fran date not null,
    tom date not null check (tom >= fran),
    antal integer not null check (antal > 0),
    automatiska integer not null check (automatiska between 0 and antal),
    skapad_av uuid not null,
    skapad_namn text not null,
    skapad timestamptz not null,
    anmald jsonb`,
  );
  await createTenantTable(
    db,
    'anmalt_beslut',
    'beslut',
    `
    beslut uuid not null,
    anmalan uuid not null,
    ${references('beslut', 'beslut')},
    ${references('anmalan', 'delegationsanmalan')}`,
  );
  await sql`create index anmalt_beslut_anmalan on anmalt_beslut (kommun, namnd, anmalan)`.execute(db);
  await makeAppendOnly(db, 'anmalt_beslut');
}
