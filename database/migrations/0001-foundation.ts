import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { createTenantTable, makeAppendOnly, references } from './tenant-table.ts';

const MONTH = `~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`;
const ONE_OF = (column: string, ...values: string[]) =>
  `check (${column} in (${values.map((v) => `'${v}'`).join(', ')}))`;

/** Everything the first thread needs: people, cases, applications, registers, calculations, decisions, payments, letters, audit. */
export const foundation: Migration = {
  async up(db: Kysely<never>) {
    await sql`
      create function vagra_andring() returns trigger language plpgsql as $$
      begin
        raise exception 'Raderna i % kan bara läggas till, inte ändras eller tas bort.', tg_table_name using errcode = 'restrict_violation';
      end $$`.execute(db);
    await people(db);
    await cases(db);
    await inquiry(db);
    await decisions(db);
    await traces(db);
  },
};

async function people(db: Kysely<never>): Promise<void> {
  await createTenantTable(
    db,
    'namnd',
    '',
    `
    kommunnamn text not null,
    namndnamn text not null,
    installningar jsonb not null default '{}'`,
  );
  await createTenantTable(
    db,
    'person',
    'id',
    `
    id uuid not null,
    personnummer text not null check (personnummer ~ '^[0-9]{12}$'),
    fornamn text not null,
    efternamn text not null,
    skyddad boolean not null,
    skapad timestamptz not null,
    unique (kommun, namnd, personnummer)`,
  );
  await createTenantTable(
    db,
    'anvandare',
    'id',
    `
    id uuid not null,
    inloggning text not null,
    namn text not null,
    titel text not null,
    roller text[] not null,
    aktiv boolean not null,
    unique (kommun, namnd, inloggning)`,
  );
  await createTenantTable(
    db,
    'session',
    'id_hash',
    `
    id_hash text not null check (id_hash ~ '^[0-9a-f]{64}$'),
    aktor_slag text not null ${ONE_OF('aktor_slag', 'person', 'anvandare')},
    aktor_id uuid not null,
    data jsonb not null,
    skapad timestamptz not null,
    giltig_till timestamptz not null`,
  );
  await createTenantTable(
    db,
    'delegation',
    'id',
    `
    id uuid not null,
    punkt text not null,
    text text not null,
    delegat jsonb not null,
    utfall text[] not null,
    fran date not null,
    till date,
    check (till is null or till >= fran)`,
  );
}

async function cases(db: Kysely<never>): Promise<void> {
  await createTenantTable(
    db,
    'arende',
    'id',
    `
    id uuid not null,
    nummer text not null,
    sokande uuid not null,
    medsokande uuid,
    status text not null ${ONE_OF('status', 'oppet', 'avslutat')},
    handlaggare uuid,
    oppnat timestamptz not null,
    version integer not null,
    unique (kommun, namnd, nummer),
    check (medsokande <> sokande),
    ${references('sokande', 'person')},
    ${references('medsokande', 'person')},
    ${references('handlaggare', 'anvandare')}`,
  );
  await createTenantTable(db, 'nummerserie', 'ar', 'ar integer not null, senaste integer not null');
  await createTenantTable(
    db,
    'bistandsmanad',
    'person, manad',
    `
    person uuid not null,
    manad text not null check (manad ${MONTH}),
    kalla text not null,
    ${references('person', 'person')}`,
  );
  await createTenantTable(
    db,
    'ansokan',
    'id',
    `
    id uuid not null,
    arende uuid not null,
    slag text not null ${ONE_OF('slag', 'nyansokan', 'ateransokan')},
    manad text not null check (manad ${MONTH}),
    sokande uuid not null,
    medsokande uuid,
    kanal text not null ${ONE_OF('kanal', 'webb', 'papper', 'disk', 'telefon')},
    status text not null ${ONE_OF('status', 'utkast', 'inskickad', 'inkommen', 'utreds', 'beslutad', 'avslutad', 'aterkallad')},
    uppgifter jsonb not null,
    skapad timestamptz not null,
    andrad timestamptz not null,
    inskickad timestamptz,
    inkommen timestamptz,
    version integer not null,
    unique (kommun, namnd, arende, id),
    check (medsokande <> sokande),
    check (inkommen is not null or status not in ('inkommen', 'utreds', 'beslutad', 'avslutad')),
    ${references('arende', 'arende')},
    ${references('sokande', 'person')},
    ${references('medsokande', 'person')}`,
  );
  await sql`create unique index ansokan_ett_utkast on ansokan (kommun, namnd, sokande, manad) where status = 'utkast'`.execute(
    db,
  );
  await sql`create index ansokan_ko on ansokan (kommun, namnd, inkommen) where status in ('inkommen', 'utreds')`.execute(
    db,
  );
  await sql`create index ansokan_sokande on ansokan (kommun, namnd, sokande, manad)`.execute(db);
  await sql`create index ansokan_medsokande on ansokan (kommun, namnd, medsokande, manad) where medsokande is not null`.execute(
    db,
  );
  await createTenantTable(
    db,
    'underskrift',
    'ansokan, person',
    `
    ansokan uuid not null,
    person uuid not null,
    tid timestamptz not null,
    metod text not null,
    avser text not null check (avser ~ '^[0-9a-f]{64}$'),
    meddelande text,
    onskar_handlaggare boolean not null,
    ${references('ansokan', 'ansokan')},
    ${references('person', 'person')}`,
  );
  await makeAppendOnly(db, 'underskrift');
}

async function inquiry(db: Kysely<never>): Promise<void> {
  await createTenantTable(
    db,
    'registerfragning',
    'id',
    `
    id uuid not null,
    ansokan uuid not null,
    person uuid not null,
    kallor text[] not null,
    skickad timestamptz not null,
    ${references('ansokan', 'ansokan')},
    ${references('person', 'person')}`,
  );
  await sql`create index registerfragning_ansokan on registerfragning (kommun, namnd, ansokan)`.execute(db);
  await createTenantTable(
    db,
    'registersvar',
    'fragning, kalla',
    `
    fragning uuid not null,
    kalla text not null,
    kvalitet text not null ${ONE_OF('kvalitet', 'svarat', 'inget-hos-oss', 'ej-kontrollerbar')},
    hamtad timestamptz not null,
    version text not null,
    fel jsonb,
    uppgifter jsonb not null,
    ${references('fragning', 'registerfragning')}`,
  );
  await createTenantTable(
    db,
    'justering',
    'id',
    `
    id uuid not null,
    ansokan uuid not null,
    rad text not null,
    slag text not null ${ONE_OF('slag', 'godkand-kostnad', 'raknat-belopp', 'rattad-uppgift', 'kontrollerad')},
    belopp bigint not null check (belopp >= 0),
    skal text not null check (skal <> ''),
    av_id uuid not null,
    av_namn text not null,
    tid timestamptz not null,
    ${references('ansokan', 'ansokan')}`,
  );
  await sql`create index justering_ansokan on justering (kommun, namnd, ansokan, tid)`.execute(db);
  await createTenantTable(
    db,
    'berakning',
    'id',
    `
    id uuid not null,
    ansokan uuid not null,
    nummer integer not null,
    utredning jsonb not null,
    resultat jsonb not null,
    forslag jsonb not null,
    skapad timestamptz not null,
    unique (kommun, namnd, ansokan, id),
    unique (kommun, namnd, ansokan, nummer),
    ${references('ansokan', 'ansokan')}`,
  );
  for (const table of ['registerfragning', 'registersvar', 'justering', 'berakning']) await makeAppendOnly(db, table);
}

async function decisions(db: Kysely<never>): Promise<void> {
  await createTenantTable(
    db,
    'beslut',
    'id',
    `
    id uuid not null,
    ansokan uuid not null,
    arende uuid not null,
    berakning uuid not null,
    manad text not null check (manad ${MONTH}),
    utfall text not null ${ONE_OF('utfall', 'bifall', 'delavslag', 'avslag')},
    belopp bigint not null check (belopp >= 0),
    beslutsfattare jsonb not null,
    motivering text not null check (motivering <> ''),
    lagrum text[] not null,
    kommunicering jsonb,
    kvitto jsonb not null,
    beslutad timestamptz not null,
    unique (kommun, namnd, ansokan),
    unique (kommun, namnd, ansokan, id),
    check (beslutsfattare ->> 'slag' <> 'automatisk' or utfall = 'bifall'),
    ${references('arende, ansokan', 'ansokan', 'arende, id')},
    ${references('ansokan, berakning', 'berakning', 'ansokan, id')}`,
  );
  await sql`create index beslut_arende on beslut (kommun, namnd, arende, manad)`.execute(db);
  await makeAppendOnly(db, 'beslut');

  await createTenantTable(
    db,
    'betalfil',
    'id',
    `
    id uuid not null,
    meddelande_id text not null,
    skapad timestamptz not null,
    skapad_av text not null,
    antal integer not null check (antal > 0),
    summa bigint not null check (summa > 0),
    innehall text,
    unique (kommun, namnd, meddelande_id)`,
  );
  await createTenantTable(
    db,
    'utbetalning',
    'id',
    `
    id uuid not null,
    beslut uuid not null,
    ansokan uuid not null,
    arende uuid not null,
    mottagare uuid not null,
    konto jsonb not null,
    belopp bigint not null check (belopp > 0),
    utbetalningsdag date not null,
    nyckel text not null check (length(nyckel) <= 35),
    status text not null ${ONE_OF('status', 'planerad', 'lagd-i-fil', 'skickad', 'utbetald', 'avvisad', 'stoppad')},
    betalfil uuid,
    planerad timestamptz not null,
    version integer not null,
    unique (kommun, namnd, beslut),
    unique (kommun, namnd, nyckel),
    check ((betalfil is null) = (status in ('planerad', 'stoppad'))),
    ${references('ansokan, beslut', 'beslut', 'ansokan, id')},
    ${references('arende, ansokan', 'ansokan', 'arende, id')},
    ${references('mottagare', 'person')},
    ${references('betalfil', 'betalfil')}`,
  );
  await sql`create index utbetalning_att_betala on utbetalning (kommun, namnd, utbetalningsdag) where status = 'planerad'`.execute(
    db,
  );
  await sql`create index utbetalning_betalfil on utbetalning (kommun, namnd, betalfil) where betalfil is not null`.execute(
    db,
  );
  await sql`
    create function las_betalning() returns trigger language plpgsql as $$
    begin
      if tg_table_name = 'betalfil' then
        if (new.meddelande_id, new.antal, new.summa, new.skapad) is distinct from (old.meddelande_id, old.antal, old.summa, old.skapad)
          or (old.innehall is not null and new.innehall is distinct from old.innehall) then
          raise exception 'Betalfil % är bestämd och kan inte ändras.', old.meddelande_id using errcode = 'restrict_violation';
        end if;
      elsif (new.beslut, new.belopp, new.nyckel) is distinct from (old.beslut, old.belopp, old.nyckel)
        or (old.betalfil is not null and (new.betalfil, new.konto, new.mottagare, new.utbetalningsdag)
          is distinct from (old.betalfil, old.konto, old.mottagare, old.utbetalningsdag)) then
        raise exception 'Utbetalning % ligger i en fil eller hör till ett beslut och kan inte ändras så.', old.nyckel using errcode = 'restrict_violation';
      end if;
      return new;
    end $$`.execute(db);
  for (const table of ['betalfil', 'utbetalning']) {
    await sql`create trigger las_betalning before update on ${sql.raw(table)} for each row execute function las_betalning()`.execute(
      db,
    );
    await sql`create trigger bara_tillagg before delete on ${sql.raw(table)} for each row execute function vagra_andring()`.execute(
      db,
    );
  }

  await createTenantTable(
    db,
    'brev',
    'id',
    `
    id uuid not null,
    beslut uuid not null,
    ansokan uuid not null,
    arende uuid not null,
    mottagare uuid not null,
    slag text not null ${ONE_OF('slag', 'beslut')},
    skapat timestamptz not null,
    pdf bytea not null,
    unique (kommun, namnd, beslut, mottagare, slag),
    ${references('ansokan, beslut', 'beslut', 'ansokan, id')},
    ${references('arende, ansokan', 'ansokan', 'arende, id')},
    ${references('mottagare', 'person')}`,
  );
  await makeAppendOnly(db, 'brev');
}

async function traces(db: Kysely<never>): Promise<void> {
  await createTenantTable(
    db,
    'handelse',
    'id',
    `
    id bigint generated always as identity,
    arende uuid not null,
    ansokan uuid not null,
    typ text not null,
    tid timestamptz not null,
    text text not null,
    synlig text not null ${ONE_OF('synlig', 'alla', 'handlaggare', 'person')},
    synlig_person uuid,
    check ((synlig = 'person') = (synlig_person is not null)),
    ${references('arende, ansokan', 'ansokan', 'arende, id')},
    ${references('synlig_person', 'person')}`,
  );
  await sql`create index handelse_arende on handelse (kommun, namnd, arende, id)`.execute(db);
  await makeAppendOnly(db, 'handelse');
  await createTenantTable(
    db,
    'granskningslogg',
    'id',
    `
    id bigint generated always as identity,
    tid timestamptz not null,
    aktor_slag text not null ${ONE_OF('aktor_slag', 'person', 'anvandare', 'system')},
    aktor_id text not null,
    handling text not null,
    person uuid,
    objekt_slag text,
    objekt_id text,
    andamal text not null,
    utfall text not null ${ONE_OF('utfall', 'tillaten', 'nekad')},
    check ((objekt_slag is null) = (objekt_id is null))`,
  );
  await sql`create index granskningslogg_person on granskningslogg (kommun, namnd, person, tid) where person is not null`.execute(
    db,
  );
  await sql`create index granskningslogg_tid on granskningslogg (kommun, namnd, tid)`.execute(db);
  await makeAppendOnly(db, 'granskningslogg');
}
