import type {
  Aktgranskning,
  Arbetsgrupp,
  Checklista,
  Granskningsomgång,
  Kartläggning,
  Kartläggningssvar,
  Kvalitetsavvikelse,
  Urvalskandidat,
  Återkomstnotering,
} from '@stegvis/casework';
import { sql, type Transaction } from 'kysely';
import { jsonWith } from '../json-keys.ts';
import type { Kartläggningssamling, Kvalitetssamling, Återkomstsamling } from '../kvalitet/kvalitetssamlingar.ts';
import type {
  AktgranskningTable,
  GranskningsomgangTable,
  KartlaggningssvarTable,
  KartlaggningTable,
  KvalitetsavvikelseTable,
  Schema,
} from '../schema.ts';
import { insert, instant, type Row, savedOne } from './rows.ts';

const { readJson, writeJson } = jsonWith([
  'från',
  'baraÅterkomst',
  'sätt',
  'åtgärder',
  'minstMånader',
  'månad',
  'frågor',
]);
const json = (value: unknown) => (value === undefined ? sql<string>`null` : writeJson(value));
const maybe = <T>(value: unknown): T | undefined => readJson<T | null>(value) ?? undefined;

export function postgresKvalitet(trx: Transaction<Schema>): Kvalitetssamling {
  return {
    findChecklistor: async () =>
      (await trx.selectFrom('checklista').selectAll().orderBy('id').orderBy('version').execute()).map(
        (row): Checklista => ({
          id: row.id,
          version: row.version,
          namn: row.namn,
          frågor: readJson(row.fragor),
          skäl: row.skal,
          av: readJson(row.av),
          tid: instant(row.tid),
        }),
      ),
    addChecklista: (c) =>
      insert('Checklistan', () =>
        trx
          .insertInto('checklista')
          .values({
            id: c.id,
            version: c.version,
            namn: c.namn,
            fragor: writeJson(c.frågor),
            skal: c.skäl,
            av: writeJson(c.av),
            tid: c.tid!,
          })
          .execute(),
      ),
    findArbetsgrupper: async () =>
      (await trx.selectFrom('arbetsgrupp').selectAll().orderBy('namn').execute()).map(
        ({ id, namn, medlemmar, version }): Arbetsgrupp => ({ id, namn, medlemmar, version }),
      ),
    addArbetsgrupp: (g) =>
      insert('Arbetsgruppen', () =>
        trx
          .insertInto('arbetsgrupp')
          .values({ ...g, medlemmar: [...g.medlemmar] })
          .execute(),
      ),
    saveArbetsgrupp: (g) =>
      insert('Arbetsgruppen', async () =>
        savedOne(
          await trx
            .updateTable('arbetsgrupp')
            .set({ namn: g.namn, medlemmar: [...g.medlemmar], version: g.version })
            .where('id', '=', g.id)
            .where('version', '=', g.version - 1)
            .executeTakeFirst(),
          'Arbetsgruppen',
          g.id,
        ),
      ),
    findKandidater: async (från, till) => {
      const { rows } = await sql<{
        beslut: string;
        ansokan: string;
        beslutad: Date;
        automatisk: boolean;
        utfall: string;
        slag: string;
        beslutsfattare: string | null;
        aterkomst: boolean;
      }>`
        select b.id as beslut, b.ansokan, b.beslutad, b.beslutsfattare ->> 'slag' = 'automatisk' as automatisk, b.utfall, a.slag,
          b.beslutsfattare ->> 'id' as beslutsfattare,
          exists (select 1 from avslut s
            where s.person in (a.sokande, a.medsokande)
              and s.dag < (a.inkommen at time zone 'Europe/Stockholm')::date
              and (a.inkommen at time zone 'Europe/Stockholm')::date <= s.dag + interval '12 months') as aterkomst
        from beslut b join ansokan a on a.kommun = b.kommun and a.namnd = b.namnd and a.id = b.ansokan
        where b.del in ('hela', 'resten')
          and b.beslutad >= (${från}::date at time zone 'Europe/Stockholm')
          and b.beslutad < ((${till}::date + 1) at time zone 'Europe/Stockholm')
        order by b.beslutad, b.id`.execute(trx);
      return rows.map(
        (row): Urvalskandidat => ({
          beslut: row.beslut,
          ansökan: row.ansokan,
          beslutad: instant(row.beslutad),
          automatisk: row.automatisk,
          utfall: row.utfall,
          slag: row.slag,
          beslutsfattare: row.beslutsfattare ?? undefined,
          återkomst: row.aterkomst,
        }),
      );
    },
    addOmgång: async (o, akter) => {
      await trx
        .insertInto('granskningsomgang')
        .values({
          id: o.id,
          namn: o.namn,
          regel: writeJson(o.regel),
          fro: o.frö,
          population: o.population,
          populationshash: o.populationshash,
          antal: o.antal,
          checklistor: writeJson(o.checklistor),
          granskare: writeJson(o.granskare),
          senast: o.senast,
          av: writeJson(o.av),
          dragen: o.dragen,
          avslutad: json(o.avslutad),
          version: o.version,
        })
        .execute();
      await trx
        .insertInto('aktgranskning')
        .values(
          akter.map((a) => ({
            id: a.id,
            omgang: a.omgång,
            ordning: a.ordning,
            beslut: a.beslut,
            ansokan: a.ansökan,
            slag: a.slag,
            automatisk: a.automatisk,
            beslutsfattare: a.beslutsfattare ?? null,
            grupp: json(a.grupp),
            ...aktensLäge(a),
          })),
        )
        .execute();
    },
    findOmgång: async (id) => {
      const row = await trx.selectFrom('granskningsomgang').selectAll().where('id', '=', id).executeTakeFirst();
      return row && läsOmgång(row);
    },
    findOmgångar: async () =>
      (await trx.selectFrom('granskningsomgang').selectAll().orderBy('dragen', 'desc').orderBy('id').execute()).map(
        läsOmgång,
      ),
    saveOmgång: async (o) =>
      savedOne(
        await trx
          .updateTable('granskningsomgang')
          .set({ avslutad: json(o.avslutad), version: o.version })
          .where('id', '=', o.id)
          .where('version', '=', o.version - 1)
          .executeTakeFirst(),
        'Granskningsomgången',
        o.id,
      ),
    findAkt: async (id) => {
      const row = await trx.selectFrom('aktgranskning').selectAll().where('id', '=', id).executeTakeFirst();
      return row && läsAkt(row);
    },
    findAkter: async (urval) => {
      const alla = trx.selectFrom('aktgranskning').selectAll();
      const valda =
        'omgång' in urval
          ? alla.where('omgang', '=', urval.omgång)
          : alla.where('klar', '>=', new Date(urval.klaraFrån)).where('klar', '<', new Date(urval.klaraTill));
      return (await valda.orderBy('omgang').orderBy('ordning').execute()).map(läsAkt);
    },
    räknaAkter: async () => {
      const { rows } = await sql<{ omgang: string; antal: number; klara: number }>`
        select omgang, count(*)::int as antal, count(*) filter (where status = 'klar')::int as klara
        from aktgranskning group by omgang`.execute(trx);
      return rows.map(({ omgang, antal, klara }) => ({ omgång: omgang, antal, klara }));
    },
    saveAkt: async (a) =>
      savedOne(
        await trx
          .updateTable('aktgranskning')
          .set(aktensLäge(a))
          .where('id', '=', a.id)
          .where('version', '=', a.version - 1)
          .executeTakeFirst(),
        'Aktgranskningen',
        a.id,
      ),
    nästaAvvikelsenummer: async () => {
      await sql`select 1 from namnd for update`.execute(trx);
      const { rows } = await sql<{ nummer: number }>`
        select coalesce(max(nummer), 0) + 1 as nummer from kvalitetsavvikelse`.execute(trx);
      return rows[0]!.nummer;
    },
    addAvvikelse: (a) =>
      insert('Avvikelsen', () =>
        trx
          .insertInto('kvalitetsavvikelse')
          .values({
            id: a.id,
            nummer: a.nummer,
            rubrik: a.rubrik,
            vad: a.vad,
            process: a.process,
            allvar: a.allvar,
            dag: a.dag,
            ansokan: a.ansökan ?? null,
            person: a.person ?? null,
            akt: a.granskning?.akt ?? null,
            granskningsfraga: json(a.granskning && { checklista: a.granskning.checklista, fråga: a.granskning.fråga }),
            anmald_av: writeJson(a.anmäld.av),
            anmald: a.anmäld.tid,
            ...avvikelsensLäge(a),
          })
          .execute(),
      ),
    findAvvikelse: async (id) => {
      const row = await trx.selectFrom('kvalitetsavvikelse').selectAll().where('id', '=', id).executeTakeFirst();
      return row && läsAvvikelse(row);
    },
    findAvvikelser: async () =>
      (await trx.selectFrom('kvalitetsavvikelse').selectAll().orderBy('nummer', 'desc').execute()).map(läsAvvikelse),
    findAvvikelserForAkt: async (akt) =>
      (await trx.selectFrom('kvalitetsavvikelse').selectAll().where('akt', '=', akt).orderBy('nummer').execute()).map(
        läsAvvikelse,
      ),
    saveAvvikelse: async (a) =>
      savedOne(
        await trx
          .updateTable('kvalitetsavvikelse')
          .set(avvikelsensLäge(a))
          .where('id', '=', a.id)
          .where('version', '=', a.version - 1)
          .executeTakeFirst(),
        'Avvikelsen',
        a.id,
      ),
  };
}

export function postgresÅterkomster(trx: Transaction<Schema>): Återkomstsamling {
  return {
    add: async (n) => {
      await trx
        .insertInto('aterkomstnotering')
        .values({ ...n, orsaker: [...n.orsaker] })
        .execute();
    },
    findForPersoner: async (personer) =>
      personer.length === 0
        ? []
        : (
            await trx
              .selectFrom('aterkomstnotering')
              .selectAll()
              .where('person', 'in', personer)
              .orderBy('tid', 'desc')
              .orderBy('id')
              .execute()
          ).map(
            (row): Återkomstnotering => ({
              id: row.id,
              person: row.person,
              avslut: row.avslut,
              orsaker: row.orsaker as Återkomstnotering['orsaker'],
              text: row.text,
              av: row.av,
              tid: instant(row.tid),
            }),
          ),
    findÅterkomster: async (från, till) => {
      const { rows } = await sql<{ person: string; dag: string; skal: string; orsaker: string[] | null }>`
        select distinct on (t.avslut) t.person, to_char(t.dag, 'YYYY-MM-DD') as dag, t.skal, n.orsaker
        from (${tillbaka}) t
          left join lateral (select orsaker from aterkomstnotering n where n.avslut = t.avslut order by n.tid desc limit 1) n on true
        where t.dag between ${från}::date and ${till}::date
          and not exists (select 1 from (${tillbaka}) f where f.avslut = t.avslut and f.dag < t.dag)
        order by t.avslut, t.dag`.execute(trx);
      return rows
        .map(({ person, dag, skal, orsaker }) => ({ person, dag, skäl: skal, orsaker: orsaker ?? [] }))
        .sort((a, b) => a.dag.localeCompare(b.dag));
    },
    findTillbaka: async (personer) => {
      if (personer.length === 0) return [];
      const { rows } = await sql<{ person: string; avslut: string; dag: string }>`
        select distinct on (t.person) t.person, t.avslut, to_char(t.dag, 'YYYY-MM-DD') as dag
        from (${tillbaka}) t where t.person = any(${[...personer]}::uuid[])
        order by t.person, t.slut desc, t.dag`.execute(trx);
      return rows;
    },
  };
}

/** Each day somebody applied or was opened again within twelve months of her newest exit before it. */
const tillbaka = sql`
  select s.person, s.id as avslut, s.skal, s.dag as slut, (a.inkommen at time zone 'Europe/Stockholm')::date as dag
  from avslut s join ansokan a on a.kommun = s.kommun and a.namnd = s.namnd and s.person in (a.sokande, a.medsokande)
  where a.inkommen is not null and (a.inkommen at time zone 'Europe/Stockholm')::date > s.dag
    and (a.inkommen at time zone 'Europe/Stockholm')::date <= s.dag + interval '12 months'
  union all
  select s.person, s.id, s.skal, s.dag, ((s.ateroppnat ->> 'tid')::timestamptz at time zone 'Europe/Stockholm')::date
  from avslut s where s.ateroppnat is not null
    and ((s.ateroppnat ->> 'tid')::timestamptz at time zone 'Europe/Stockholm')::date > s.dag
    and ((s.ateroppnat ->> 'tid')::timestamptz at time zone 'Europe/Stockholm')::date <= s.dag + interval '12 months'`;

export function postgresKartläggningar(trx: Transaction<Schema>): Kartläggningssamling {
  const senasteSvar = (where: ReturnType<typeof sql>) => sql<Row<KartlaggningssvarTable>>`
    select distinct on (kartlaggning, person) * from kartlaggningssvar where ${where}
    order by kartlaggning, person, version desc`;
  return {
    findPersoner: async ({ månad, minstMånader }) => {
      const { rows } = await sql<{ person: string }>`
        with manader as (
          select person, manad from bistandsmanad
          union
          select v.person, a.manad
          from beslut b join ansokan a on a.kommun = b.kommun and a.namnd = b.namnd and a.id = b.ansokan
            cross join lateral (select a.sokande as person union select a.medsokande where a.medsokande is not null) v
          where b.utfall in ('bifall', 'delavslag') and b.belopp > 0 and b.form ->> 'sarskilt' is null
        )
        select person from manader
        where manad > to_char(to_date(${månad}, 'YYYY-MM') - interval '12 months', 'YYYY-MM') and manad <= ${månad}
        group by person
        having count(distinct manad) >= ${minstMånader} and bool_or(manad = ${månad})
        order by person`.execute(trx);
      return rows.map(({ person }) => person);
    },
    add: async (k, personer) => {
      await trx
        .insertInto('kartlaggning')
        .values({
          id: k.id,
          namn: k.namn,
          fran: k.från,
          till: k.till,
          regel: writeJson(k.regel),
          fragor: writeJson(k.frågor),
          antal: k.antal,
          status: k.status,
          av: writeJson(k.av),
          skapad: k.skapad,
          avslutad: json(k.avslutad),
          version: k.version,
        })
        .execute();
      await sql`insert into kartlaggningsperson (kartlaggning, person)
        select ${k.id}::uuid, unnest(${[...personer]}::uuid[])`.execute(trx);
    },
    find: async (id) => {
      const row = await trx.selectFrom('kartlaggning').selectAll().where('id', '=', id).executeTakeFirst();
      return row && läsKartläggning(row);
    },
    findAlla: async () =>
      (await trx.selectFrom('kartlaggning').selectAll().orderBy('skapad', 'desc').orderBy('id').execute()).map(
        läsKartläggning,
      ),
    save: async (k) =>
      savedOne(
        await trx
          .updateTable('kartlaggning')
          .set({ status: k.status, avslutad: json(k.avslutad), version: k.version })
          .where('id', '=', k.id)
          .where('version', '=', k.version - 1)
          .executeTakeFirst(),
        'Kartläggningen',
        k.id,
      ),
    findDeltagare: async (id) =>
      (
        await trx
          .selectFrom('kartlaggningsperson')
          .select('person')
          .where('kartlaggning', '=', id)
          .orderBy('person')
          .execute()
      ).map(({ person }) => person),
    findSvar: async (id) => (await senasteSvar(sql`kartlaggning = ${id}::uuid`).execute(trx)).rows.map(läsSvar),
    addSvar: (s) =>
      insert('Svaret', () =>
        trx
          .insertInto('kartlaggningssvar')
          .values({
            kartlaggning: s.kartläggning,
            person: s.person,
            slag: s.slag,
            svar: JSON.stringify(s.svar),
            ord: s.ord,
            av: s.av,
            tid: s.tid,
            version: s.version,
          })
          .execute(),
      ),
    findForPersoner: async (personer) => {
      if (personer.length === 0) return [];
      const rader = await trx
        .selectFrom('kartlaggningsperson as p')
        .innerJoin('kartlaggning as k', 'k.id', 'p.kartlaggning')
        .selectAll('k')
        .select('p.person as personen')
        .where('p.person', 'in', personer)
        .orderBy('k.skapad', 'desc')
        .orderBy('k.id')
        .execute();
      const svar = (await senasteSvar(sql`person = any(${[...personer]}::uuid[])`).execute(trx)).rows.map(läsSvar);
      return rader.map((row) => ({
        person: row.personen,
        kartläggning: läsKartläggning(row),
        svar: svar.find((s) => s.person === row.personen && s.kartläggning === row.id),
      }));
    },
  };
}

function läsOmgång(row: Row<GranskningsomgangTable>): Granskningsomgång {
  return {
    id: row.id,
    namn: row.namn,
    regel: readJson(row.regel),
    frö: row.fro,
    population: row.population,
    populationshash: row.populationshash,
    antal: row.antal,
    checklistor: readJson(row.checklistor),
    granskare: readJson(row.granskare),
    senast: row.senast,
    av: readJson(row.av),
    dragen: instant(row.dragen),
    avslutad: maybe(row.avslutad),
    version: row.version,
  };
}

function aktensLäge(a: Aktgranskning) {
  return {
    status: a.status,
    granskare: json(a.granskare),
    svar: writeJson(a.svar),
    sammanfattning: a.sammanfattning,
    paborjad: a.påbörjad ?? null,
    klar: a.klar ?? null,
    version: a.version,
  };
}

function läsAkt(row: Row<AktgranskningTable>): Aktgranskning {
  return {
    id: row.id,
    omgång: row.omgang,
    ordning: row.ordning,
    beslut: row.beslut,
    ansökan: row.ansokan,
    slag: row.slag,
    automatisk: row.automatisk,
    beslutsfattare: row.beslutsfattare ?? undefined,
    grupp: maybe(row.grupp),
    status: row.status as Aktgranskning['status'],
    granskare: maybe(row.granskare),
    svar: readJson(row.svar),
    sammanfattning: row.sammanfattning,
    påbörjad: row.paborjad ? instant(row.paborjad) : undefined,
    klar: row.klar ? instant(row.klar) : undefined,
    version: row.version,
  };
}

function avvikelsensLäge(a: Kvalitetsavvikelse) {
  return {
    status: a.status,
    utredare: json(a.utredare),
    utredning: json(a.utredning),
    atgarder: writeJson(a.åtgärder),
    uppfoljningar: writeJson(a.uppföljningar),
    avslut: json(a.avslut),
    version: a.version,
  };
}

function läsAvvikelse(row: Row<KvalitetsavvikelseTable>): Kvalitetsavvikelse {
  const fråga = maybe<{ checklista?: string; fråga?: string }>(row.granskningsfraga);
  return {
    id: row.id,
    nummer: row.nummer,
    rubrik: row.rubrik,
    vad: row.vad,
    process: row.process as Kvalitetsavvikelse['process'],
    allvar: row.allvar as Kvalitetsavvikelse['allvar'],
    dag: row.dag,
    ansökan: row.ansokan ?? undefined,
    person: row.person ?? undefined,
    granskning: row.akt === null ? undefined : { akt: row.akt, checklista: fråga?.checklista, fråga: fråga?.fråga },
    anmäld: { av: readJson(row.anmald_av), tid: instant(row.anmald) },
    status: row.status as Kvalitetsavvikelse['status'],
    utredare: maybe(row.utredare),
    utredning: maybe(row.utredning),
    åtgärder: readJson(row.atgarder),
    uppföljningar: readJson(row.uppfoljningar),
    avslut: maybe(row.avslut),
    version: row.version,
  };
}

function läsKartläggning(row: Row<KartlaggningTable>): Kartläggning {
  return {
    id: row.id,
    namn: row.namn,
    från: row.fran,
    till: row.till,
    regel: readJson(row.regel),
    frågor: readJson(row.fragor),
    antal: row.antal,
    status: row.status as Kartläggning['status'],
    av: readJson(row.av),
    skapad: instant(row.skapad),
    avslutad: maybe(row.avslutad),
    version: row.version,
  };
}

function läsSvar(row: Row<KartlaggningssvarTable>): Kartläggningssvar {
  return {
    kartläggning: row.kartlaggning,
    person: row.person,
    slag: row.slag as Kartläggningssvar['slag'],
    svar: row.svar as Kartläggningssvar['svar'],
    ord: row.ord,
    av: row.av,
    tid: instant(row.tid),
    version: row.version,
  };
}
