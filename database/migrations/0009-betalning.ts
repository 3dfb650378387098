import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, makeAppendOnly, references } from './tenant-table.ts';

/** Several payments of one decision, release by two people, the bank's reports with their differences, and changed accounts. */
export const betalning: Migration = {
  async up(db: Kysely<never>) {
    await utbetalningar(db);
    await filer(db);
    await rapporter(db);
    await konton(db);
  },
};

async function utbetalningar(db: Kysely<never>): Promise<void> {
  await sql`
    alter table utbetalning
      add column nummer integer not null default 1 check (nummer between 1 and 35),
      add column giro jsonb,
      add column grund jsonb,
      add column ersatter uuid,
      add column stopp jsonb,
      add column aterkallelse jsonb,
      add column bankbesked jsonb not null default '[]',
      drop constraint utbetalning_kommun_namnd_beslut_key,
      drop constraint utbetalning_status_check,
      add constraint utbetalning_status_check check (status in
        ('planerad', 'lagd-i-fil', 'skickad', 'utbetald', 'avvisad', 'stoppad', 'aterbetald')),
      add constraint utbetalning_beslut_nummer unique (kommun, namnd, beslut, nummer),
      add foreign key (kommun, namnd, ersatter) references utbetalning (kommun, namnd, id)`.execute(db);
  await sql`alter table utbetalning alter column nummer drop default, alter column bankbesked drop default`.execute(db);
  await sql`
    create index utbetalning_pa_vag on utbetalning (kommun, namnd, utbetalningsdag) where status = 'skickad'`.execute(
    db,
  );
  await sql`create index utbetalning_mottagare on utbetalning (kommun, namnd, mottagare, planerad)`.execute(db);
  await sql`
    create function hall_beslutets_summa() returns trigger language plpgsql as $$
    declare
      beslutat bigint;
      summa numeric;
    begin
      select belopp into strict beslutat from beslut
        where kommun = new.kommun and namnd = new.namnd and id = new.beslut for no key update;
      select coalesce(sum(belopp), 0) into summa from utbetalning
        where kommun = new.kommun and namnd = new.namnd and beslut = new.beslut
          and status not in ('avvisad', 'stoppad', 'aterbetald');
      if summa > beslutat then
        raise exception 'Utbetalningarna av beslutet blir mer än det som beslutades (utbetalning %).', new.nyckel
          using errcode = 'restrict_violation';
      end if;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger hall_beslutets_summa after insert or update of status on utbetalning
      for each row when (new.status not in ('avvisad', 'stoppad', 'aterbetald', 'utbetald'))
      execute function hall_beslutets_summa()`.execute(db);
}

async function filer(db: Kysely<never>): Promise<void> {
  await sql`
    alter table betalfil
      add column format text not null default 'pain.001.001.03' check (format in ('pain.001.001.03', 'pain.001.001.09')),
      add column status text not null default 'skapad' check (status in ('skapad', 'slappt', 'makulerad')),
      add column sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
      add column slappt timestamptz,
      add column slappt_av text,
      add column makulerad jsonb,
      add column leverans jsonb,
      add constraint betalfil_tva_personer check (slappt_av <> skapad_av),
      add constraint betalfil_slappt check ((status = 'slappt') = (slappt is not null and slappt_av is not null)),
      add constraint betalfil_makulerad check ((status = 'makulerad') = (makulerad is not null)),
      add constraint betalfil_leverans check (leverans is null or status = 'slappt')`.execute(db);
  await sql`alter table betalfil alter column format drop default, alter column status drop default`.execute(db);
  await sql`
    create or replace function las_betalning() returns trigger language plpgsql as $$
    declare
      filstatus text;
    begin
      if tg_table_name = 'betalfil' then
        if (new.meddelande_id, new.antal, new.summa, new.skapad, new.skapad_av, new.format)
            is distinct from (old.meddelande_id, old.antal, old.summa, old.skapad, old.skapad_av, old.format)
          or (old.innehall is not null and (new.innehall, new.sha256) is distinct from (old.innehall, old.sha256))
          or (old.status <> 'skapad' and (new.status, new.slappt, new.slappt_av, new.makulerad)
            is distinct from (old.status, old.slappt, old.slappt_av, old.makulerad)) then
          raise exception 'Betalfil % är bestämd och kan inte ändras.', old.meddelande_id using errcode = 'restrict_violation';
        end if;
        return new;
      end if;
      if (new.beslut, new.belopp, new.nyckel, new.nummer, new.giro, new.ersatter)
          is distinct from (old.beslut, old.belopp, old.nyckel, old.nummer, old.giro, old.ersatter)
        or (old.betalfil is not null and (new.konto, new.mottagare, new.utbetalningsdag)
          is distinct from (old.konto, old.mottagare, old.utbetalningsdag))
        or (old.betalfil is not null and new.betalfil is distinct from old.betalfil
          and not (new.betalfil is null and old.status = 'lagd-i-fil' and new.status = 'planerad')) then
        raise exception 'Utbetalning % ligger i en fil eller hör till ett beslut och kan inte ändras så.', old.nyckel using errcode = 'restrict_violation';
      end if;
      if old.status = 'lagd-i-fil' and new.status <> old.status then
        select status into filstatus from betalfil where kommun = old.kommun and namnd = old.namnd and id = old.betalfil;
        if (new.status = 'planerad' and filstatus is distinct from 'makulerad')
          or (new.status <> 'planerad' and filstatus is distinct from 'slappt') then
          raise exception 'Utbetalning % ligger i en fil som inte är släppt.', old.nyckel using errcode = 'restrict_violation';
        end if;
      end if;
      return new;
    end $$`.execute(db);
}

async function rapporter(db: Kysely<never>): Promise<void> {
  await createTenantTable(
    db,
    'aterrapport',
    'id',
    `
    id uuid not null,
    slag text not null check (slag in ('pain.002', 'camt.053', 'camt.054')),
    meddelande_id text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    innehall bytea not null,
    inlast timestamptz not null,
    av text not null,
    rader integer not null,
    traffade integer not null,
    frammande integer not null,
    unique (kommun, namnd, sha256)`,
  );
  await makeAppendOnly(db, 'aterrapport');
  await createTenantTable(
    db,
    'avvikelse',
    'id',
    `
    id uuid not null,
    aterrapport uuid not null,
    slag text not null check (slag in ('okand-utbetalning', 'okand-fil', 'fel-belopp', 'fel-valuta', 'avvisad', 'aterbetald',
      'ovantat-lage', 'tva-ganger')),
    bankens_namn text not null,
    utbetalning uuid,
    vantat bigint,
    rapporterat bigint,
    kod text,
    text text,
    hanterad jsonb,
    ${references('aterrapport', 'aterrapport')},
    ${references('utbetalning', 'utbetalning')}`,
  );
  await sql`create index avvikelse_ohanterad on avvikelse (kommun, namnd, aterrapport) where hanterad is null`.execute(
    db,
  );
}

async function konton(db: Kysely<never>): Promise<void> {
  await createTenantTable(
    db,
    'kontoandring',
    'id',
    `
    id uuid not null,
    person uuid not null,
    konto jsonb not null,
    satt text not null check (satt in ('e-legitimation', 'ansokan', 'besok')),
    status text not null check (status in ('vantar-pa-andra', 'galler', 'avbojd')),
    av text not null,
    legitimering text,
    bekraftad jsonb,
    skapad timestamptz not null,
    galler_fran timestamptz,
    aviserad jsonb,
    version integer not null,
    check ((status = 'galler') = (galler_fran is not null)),
    check (satt <> 'besok' or legitimering <> ''),
    check (satt <> 'besok' or status <> 'galler' or bekraftad ->> 'av' <> av),
    ${references('person', 'person')}`,
  );
  await sql`create index kontoandring_person on kontoandring (kommun, namnd, person, skapad)`.execute(db);
}
