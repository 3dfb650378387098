import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, makeAppendOnly, references } from './tenant-table.ts';

/**
 * Several decisions on an application, hearings and answers, proposals for a second person, transfers, what happens to a decision
 * afterwards, and letters whose content is fixed before their PDF is made.
 */
export const beslut: Migration = {
  async up(db: Kysely<never>) {
    await severalDecisions(db);
    await hearings(db);
    await proposals(db);
    await afterwards(db);
    await letters(db);
  },
};

async function severalDecisions(db: Kysely<never>): Promise<void> {
  await sql`
    alter table beslut
      add column nummer integer not null default 1 check (nummer > 0),
      add column del text not null default 'hela' check (del in ('hela', 'ostridig', 'resten', 'sarskilt')),
      add column form jsonb,
      drop constraint beslut_kommun_namnd_ansokan_key,
      drop constraint beslut_utfall_check,
      add constraint beslut_utfall_check
        check (utfall in ('bifall', 'delavslag', 'avslag', 'avvisning', 'avskrivning')),
      add constraint beslut_nummer unique (kommun, namnd, ansokan, nummer),
      add constraint beslut_automatiskt
        check (beslutsfattare ->> 'slag' <> 'automatisk' or (utfall = 'bifall' and nummer = 1 and form is null)),
      add constraint beslut_form check ((nummer = 1 and del = 'hela') or form is not null),
      add constraint beslut_utan_pengar check (utfall in ('bifall', 'delavslag') or belopp = 0)`.execute(db);
  await sql`create unique index beslut_avgor_en_gang on beslut (kommun, namnd, ansokan, manad) where del in ('hela', 'resten')`.execute(
    db,
  );
  await sql`create unique index beslut_ostridigt_en_gang on beslut (kommun, namnd, ansokan) where del = 'ostridig'`.execute(
    db,
  );
  await sql`alter table delegation add column villkor jsonb`.execute(db);
}

async function hearings(db: Kysely<never>): Promise<void> {
  await createTenantTable(
    db,
    'underrattelse',
    'id',
    `
    id uuid not null,
    ansokan uuid not null,
    arende uuid not null,
    berakning uuid not null,
    avsett_utfall text not null check (avsett_utfall in ('delavslag', 'avslag', 'avvisning', 'avskrivning')),
    avsett_belopp bigint not null check (avsett_belopp >= 0),
    skal text not null check (skal <> ''),
    uppgifter jsonb not null,
    mottagare uuid[] not null check (cardinality(mottagare) > 0),
    skickad timestamptz not null,
    svar_senast date not null,
    forlangningar jsonb not null default '[]',
    muntligt_nekat jsonb,
    atertagen jsonb,
    av jsonb not null,
    version integer not null,
    unique (kommun, namnd, ansokan, id),
    ${references('arende, ansokan', 'ansokan', 'arende, id')},
    ${references('ansokan, berakning', 'berakning', 'ansokan, id')}`,
  );
  await sql`create index underrattelse_ansokan on underrattelse (kommun, namnd, ansokan, skickad)`.execute(db);
  await sql`
    create function las_underrattelse() returns trigger language plpgsql as $$
    begin
      if (new.ansokan, new.berakning, new.avsett_utfall, new.avsett_belopp, new.skal, new.uppgifter, new.mottagare, new.skickad)
          is distinct from
          (old.ansokan, old.berakning, old.avsett_utfall, old.avsett_belopp, old.skal, old.uppgifter, old.mottagare, old.skickad)
        or new.svar_senast < old.svar_senast then
        raise exception 'Det som är skickat till den sökande kan inte ändras.' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger las_underrattelse before update on underrattelse for each row execute function las_underrattelse()`.execute(
    db,
  );
  await sql`create trigger bara_tillagg before delete on underrattelse for each row execute function vagra_andring()`.execute(
    db,
  );
  await createTenantTable(
    db,
    'yttrande',
    'id',
    `
    id uuid not null,
    underrattelse uuid not null,
    person uuid not null,
    slag text not null check (slag in ('skriftligt', 'muntligt', 'infor-namnden', 'avstar')),
    text text not null,
    vill_tala boolean not null,
    tid timestamptz not null,
    upptaget_av_id uuid,
    upptaget_av_namn text,
    check ((upptaget_av_id is null) = (upptaget_av_namn is null)),
    ${references('underrattelse', 'underrattelse')},
    ${references('person', 'person')},
    ${references('upptaget_av_id', 'anvandare')}`,
  );
  await sql`create index yttrande_underrattelse on yttrande (kommun, namnd, underrattelse, tid)`.execute(db);
  await makeAppendOnly(db, 'yttrande');
}

async function proposals(db: Kysely<never>): Promise<void> {
  await createTenantTable(
    db,
    'beslutsforslag',
    'id',
    `
    id uuid not null,
    ansokan uuid not null,
    arende uuid not null,
    beslut jsonb not null,
    roll text not null,
    foreslagen_av jsonb not null,
    foreslagen timestamptz not null,
    status text not null check (status in ('vantar', 'bekraftat', 'tillbakalamnat', 'tillbakataget')),
    avgjord_av jsonb,
    avgjord timestamptz,
    skal text,
    version integer not null,
    check ((status = 'vantar') = (avgjord is null)),
    check (avgjord_av is null or status = 'tillbakataget' or avgjord_av ->> 'id' <> foreslagen_av ->> 'id'),
    check (status <> 'tillbakalamnat' or skal <> ''),
    ${references('arende, ansokan', 'ansokan', 'arende, id')}`,
  );
  await sql`create unique index beslutsforslag_ett_i_taget on beslutsforslag (kommun, namnd, ansokan) where status = 'vantar'`.execute(
    db,
  );
  await createTenantTable(
    db,
    'overflyttning',
    'id',
    `
    id uuid not null,
    arende uuid not null,
    riktning text not null check (riktning in ('till-annan', 'hit')),
    till_kommun text not null check (till_kommun <> ''),
    begard date not null,
    skal jsonb not null,
    svar jsonb,
    ivo jsonb,
    overtagen date,
    atertagen date,
    av jsonb not null,
    tid timestamptz not null,
    version integer not null,
    ${references('arende', 'arende')}`,
  );
  await sql`create index overflyttning_arende on overflyttning (kommun, namnd, arende, tid)`.execute(db);
}

async function afterwards(db: Kysely<never>): Promise<void> {
  await createTenantTable(
    db,
    'verkstallighet',
    'id',
    `
    id bigint generated always as identity,
    beslut uuid not null,
    slag text not null check (slag in ('delgivet', 'verkstallt', 'avbrutet')),
    dag date not null,
    anteckning text not null,
    tid timestamptz not null,
    ${references('beslut', 'beslut')}`,
  );
  await sql`create index verkstallighet_beslut on verkstallighet (kommun, namnd, beslut, dag)`.execute(db);
  await makeAppendOnly(db, 'verkstallighet');
}

/** A letter is fixed when its content is; the PDF is filled in once, later. */
async function letters(db: Kysely<never>): Promise<void> {
  await sql`
    alter table brev
      add column underrattelse uuid,
      add column innehall jsonb,
      add column innehall_hash text check (innehall_hash ~ '^[0-9a-f]{64}$'),
      add column mall text,
      alter column beslut drop not null,
      alter column pdf drop not null,
      drop constraint brev_slag_check,
      add constraint brev_slag_check check (slag in ('beslut', 'underrattelse')),
      add constraint brev_om check (num_nonnulls(beslut, underrattelse) = 1 and (slag = 'beslut') = (beslut is not null)),
      add constraint brev_innehall check ((innehall is null) = (innehall_hash is null) and (innehall is null) = (mall is null)),
      add constraint brev_finns check (innehall is not null or pdf is not null),
      add constraint brev_underrattelse unique (kommun, namnd, underrattelse, mottagare),
      add foreign key (kommun, namnd, ansokan, underrattelse) references underrattelse (kommun, namnd, ansokan, id)`.execute(
    db,
  );
  await sql`create index brev_utan_pdf on brev (kommun, namnd, skapat) where pdf is null`.execute(db);
  await sql`
    create function las_brev() returns trigger language plpgsql as $$
    begin
      if old.pdf is not null or to_jsonb(new) - 'pdf' is distinct from to_jsonb(old) - 'pdf' then
        raise exception 'Ett brev kan inte ändras. Bara en pdf som inte är gjord kan fyllas i.' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db);
  await sql`drop trigger bara_tillagg on brev`.execute(db);
  await sql`create trigger bara_tillagg before delete on brev for each row execute function vagra_andring()`.execute(
    db,
  );
  await sql`create trigger las_brev before update on brev for each row execute function las_brev()`.execute(db);
}
