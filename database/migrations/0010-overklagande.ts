import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, makeAppendOnly, references } from './tenant-table.ts';

/**
 * What follows a decision: when the person got it, appeals with the file that went to the court, requests about decisions, corrections,
 * decisions that change others, recovery, and the letters about them.
 */
export const överklagande: Migration = {
  async up(db: Kysely<never>) {
    await sql`
      alter table beslut
        drop constraint beslut_del_check,
        add constraint beslut_del_check check (del in ('hela', 'ostridig', 'resten', 'sarskilt', 'andring'))`.execute(
      db,
    );
    await appeals(db);
    await requests(db);
    await recovery(db);
    await letters(db);
  },
};

async function appeals(db: Kysely<never>): Promise<void> {
  await createTenantTable(
    db,
    'delfaende',
    'beslut, person',
    `
    beslut uuid not null,
    person uuid not null,
    tid timestamptz not null,
    ${references('beslut', 'beslut')},
    ${references('person', 'person')}`,
  );
  await makeAppendOnly(db, 'delfaende');
  await createTenantTable(
    db,
    'overklagande',
    'id',
    `
    id uuid not null,
    beslut uuid not null,
    ansokan uuid not null,
    arende uuid not null,
    klagande uuid not null,
    andring text not null,
    skal text not null,
    kanal text not null check (kanal in ('webb', 'papper', 'muntligt')),
    inkom timestamptz not null,
    vill_ha_hjalp boolean not null,
    registrerat_av jsonb,
    fick_del jsonb,
    sista_dag date,
    avvisningen uuid,
    status text not null check (status in ('inkommet', 'omprovas', 'att-overlamna', 'overlamnat', 'att-verkstalla',
      'avvisat', 'andrat', 'aterkallat', 'avslutat')),
    tidsprovning jsonb,
    omprovning jsonb,
    overlamnat jsonb,
    dom jsonb,
    version integer not null,
    unique (kommun, namnd, ansokan, id),
    check (andring <> '' or vill_ha_hjalp),
    check (kanal = 'webb' or registrerat_av is not null),
    check (status <> 'avvisat' or tidsprovning is not null),
    ${references('ansokan, beslut', 'beslut', 'ansokan, id')},
    ${references('arende, ansokan', 'ansokan', 'arende, id')},
    ${references('klagande', 'person')},
    ${references('avvisningen', 'overklagande')}`,
  );
  await sql`create index overklagande_ansokan on overklagande (kommun, namnd, ansokan, inkom)`.execute(db);
  await sql`create index overklagande_oppna on overklagande (kommun, namnd, inkom)
    where status in ('inkommet', 'omprovas', 'att-overlamna', 'overlamnat', 'att-verkstalla')`.execute(db);
  await sql`
    create function las_overklagande() returns trigger language plpgsql as $$
    begin
      if (new.beslut, new.ansokan, new.arende, new.klagande, new.andring, new.skal, new.kanal, new.inkom, new.registrerat_av,
          new.fick_del, new.sista_dag, new.avvisningen) is distinct from
          (old.beslut, old.ansokan, old.arende, old.klagande, old.andring, old.skal, old.kanal, old.inkom, old.registrerat_av,
          old.fick_del, old.sista_dag, old.avvisningen) then
        raise exception 'Det som har överklagats och när kan inte ändras.' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db);
  await sql`create trigger las_overklagande before update on overklagande for each row execute function las_overklagande()`.execute(
    db,
  );
  await sql`create trigger bara_tillagg before delete on overklagande for each row execute function vagra_andring()`.execute(
    db,
  );
  await createTenantTable(
    db,
    'domstolsakt',
    'id',
    `
    id uuid not null,
    overklagande uuid not null,
    ansokan uuid not null,
    innehall jsonb not null,
    utelamnat jsonb not null,
    sidor integer not null check (sidor > 0),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    skapad timestamptz not null,
    pdf bytea not null,
    ${references('ansokan, overklagande', 'overklagande', 'ansokan, id')}`,
  );
  await sql`create index domstolsakt_overklagande on domstolsakt (kommun, namnd, overklagande, skapad)`.execute(db);
  await makeAppendOnly(db, 'domstolsakt');
}

async function requests(db: Kysely<never>): Promise<void> {
  await createTenantTable(
    db,
    'beslutsbegaran',
    'id',
    `
    id uuid not null,
    slag text not null check (slag in ('omprovning', 'fel-uppgift')),
    beslut uuid not null,
    ansokan uuid not null,
    arende uuid not null,
    person uuid not null,
    rad text,
    text text not null,
    begard timestamptz not null,
    svar jsonb,
    version integer not null,
    ${references('ansokan, beslut', 'beslut', 'ansokan, id')},
    ${references('arende, ansokan', 'ansokan', 'arende, id')},
    ${references('person', 'person')}`,
  );
  await sql`create index beslutsbegaran_ansokan on beslutsbegaran (kommun, namnd, ansokan, begard)`.execute(db);
  await sql`create index beslutsbegaran_oppna on beslutsbegaran (kommun, namnd, begard) where svar is null`.execute(db);
  await createTenantTable(
    db,
    'rattelse',
    'id',
    `
    id uuid not null,
    beslut uuid not null,
    ansokan uuid not null,
    arende uuid not null,
    fore text not null check (fore <> ''),
    efter text not null check (efter <> ''),
    skal text not null check (skal <> ''),
    av jsonb not null,
    tid timestamptz not null,
    unique (kommun, namnd, ansokan, id),
    ${references('ansokan, beslut', 'beslut', 'ansokan, id')},
    ${references('arende, ansokan', 'ansokan', 'arende, id')}`,
  );
  await sql`create index rattelse_beslut on rattelse (kommun, namnd, beslut, tid)`.execute(db);
  await makeAppendOnly(db, 'rattelse');
}

async function recovery(db: Kysely<never>): Promise<void> {
  await createTenantTable(
    db,
    'aterkrav',
    'id',
    `
    id uuid not null,
    arende uuid not null,
    ansokan uuid not null,
    beslut uuid not null,
    person uuid not null,
    grund text not null check (grund in ('orsakat', 'borde-insett', 'forskott', 'arbetskonflikt', 'hindrad-att-forfoga',
      'villkor-om-aterbetalning')),
    lagrum text not null,
    omstandighet text not null check (omstandighet <> ''),
    belopp bigint not null check (belopp > 0),
    kostnad_uppkom date not null,
    tale_senast date not null,
    status text not null check (status in ('uppmarksammat', 'utreds', 'kommunicerat', 'beslutat', 'betalplan', 'forfallet',
      'talan', 'betalat', 'avslutat')),
    lage jsonb not null,
    oppnat timestamptz not null,
    oppnat_av jsonb not null,
    version integer not null,
    unique (kommun, namnd, ansokan, id),
    ${references('ansokan, beslut', 'beslut', 'ansokan, id')},
    ${references('arende, ansokan', 'ansokan', 'arende, id')},
    ${references('person', 'person')}`,
  );
  await sql`create index aterkrav_person on aterkrav (kommun, namnd, person)`.execute(db);
  await sql`create index aterkrav_oppna on aterkrav (kommun, namnd, tale_senast) where status not in ('betalat', 'avslutat')`.execute(
    db,
  );
}

/** Letters about an appeal, a correction or a claim, one of a kind to each person. */
async function letters(db: Kysely<never>): Promise<void> {
  await sql`
    alter table brev
      add column overklagande uuid,
      add column rattelse uuid,
      add column aterkrav uuid,
      drop constraint brev_slag_check,
      add constraint brev_slag_check check (slag in ('beslut', 'underrattelse', 'overklagande-mottaget', 'avvisat-overklagande',
        'rattelse', 'aterkrav-underlag', 'aterkrav-beslut')),
      drop constraint brev_om,
      add constraint brev_om check (
        num_nonnulls(beslut, underrattelse, overklagande, rattelse, aterkrav) = 1
        and (slag = 'beslut') = (beslut is not null)
        and (slag = 'underrattelse') = (underrattelse is not null)
        and (slag = 'rattelse') = (rattelse is not null)),
      add constraint brev_overklagande unique (kommun, namnd, overklagande, mottagare, slag),
      add constraint brev_rattelse unique (kommun, namnd, rattelse, mottagare),
      add constraint brev_aterkrav unique (kommun, namnd, aterkrav, mottagare, slag),
      add foreign key (kommun, namnd, ansokan, overklagande) references overklagande (kommun, namnd, ansokan, id),
      add foreign key (kommun, namnd, ansokan, rattelse) references rattelse (kommun, namnd, ansokan, id),
      add foreign key (kommun, namnd, ansokan, aterkrav) references aterkrav (kommun, namnd, ansokan, id)`.execute(db);
}
