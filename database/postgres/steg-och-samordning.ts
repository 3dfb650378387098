import type {
  AfSvar,
  AfUppgift,
  Ersättningsärende,
  Försörjningshinder,
  IvoFrystRapport,
  IvoRedovisning,
  Samtycke,
  Sip,
  Stegposition,
} from '@stegvis/casework';
import { sql, type Transaction } from 'kysely';
import { readJson, writeJson } from '../json-keys.ts';
import type {
  AfSvarssamling,
  AfUppgiftssamling,
  Ersättningssamling,
  Försörjningshindersamling,
  IvoSamling,
  Samtyckessamling,
  Sipsamling,
  Stegsamling,
} from '../repositories.ts';
import type { AfuppgiftTable, ErsattningsarendeTable, SamtyckeTable, Schema, SipTable } from '../schema.ts';
import { insert, instant, type Row, savedOne } from './rows.ts';

const json = (value: unknown) => (value === undefined ? sql<string>`null` : writeJson(value));
const maybe = <T>(value: unknown): T | undefined => readJson<T | null>(value) ?? undefined;

export function postgresSteg(trx: Transaction<Schema>): Stegsamling {
  return {
    add: async ({ källa, skäl, av, ...rest }) => {
      await trx
        .insertInto('stegposition')
        .values({ ...rest, kalla: källa, skal: skäl, av: writeJson(av) })
        .execute();
    },
    findForPersoner: async (personer) =>
      personer.length === 0
        ? []
        : (
            await trx
              .selectFrom('stegposition')
              .selectAll()
              .where('person', 'in', personer)
              .orderBy('dag', 'desc')
              .orderBy('tid', 'desc')
              .orderBy('id')
              .execute()
          ).map(
            (row): Stegposition => ({
              id: row.id,
              person: row.person,
              steg: row.steg,
              dag: row.dag,
              källa: row.kalla as Stegposition['källa'],
              skäl: row.skal,
              av: readJson(row.av),
              tid: instant(row.tid),
            }),
          ),
  };
}

export function postgresFörsörjningshinder(trx: Transaction<Schema>): Försörjningshindersamling {
  return {
    add: async (h) => {
      await trx
        .insertInto('forsorjningshinder')
        .values({
          id: h.id,
          person: h.person,
          hinder: h.hinder,
          fran: h.från,
          skal: h.skäl,
          ansokan: h.ansökan ?? null,
          av: writeJson(h.av),
          tid: h.tid,
        })
        .execute();
    },
    findForPersoner: async (personer) =>
      personer.length === 0
        ? []
        : (
            await trx
              .selectFrom('forsorjningshinder')
              .selectAll()
              .where('person', 'in', personer)
              .orderBy('fran', 'desc')
              .orderBy('tid', 'desc')
              .orderBy('id')
              .execute()
          ).map(
            (row): Försörjningshinder => ({
              id: row.id,
              person: row.person,
              hinder: row.hinder,
              från: row.fran,
              skäl: row.skal,
              ansökan: row.ansokan ?? undefined,
              av: readJson(row.av),
              tid: instant(row.tid),
            }),
          ),
  };
}

export function postgresSamtycken(trx: Transaction<Schema>): Samtyckessamling {
  const läs = (row: Row<SamtyckeTable>): Samtycke => ({
    id: row.id,
    person: row.person,
    part: row.part as Samtycke['part'],
    vem: row.vem,
    uppgifter: row.uppgifter as Samtycke['uppgifter'][number][],
    plan: row.plan,
    till: row.till,
    givet: readJson(row.givet),
    återkallat: maybe(row.aterkallat),
    version: row.version,
  });
  return {
    add: async (s) => {
      await trx
        .insertInto('samtycke')
        .values({
          id: s.id,
          person: s.person,
          part: s.part,
          vem: s.vem,
          uppgifter: [...s.uppgifter],
          plan: s.plan,
          till: s.till,
          givet: writeJson(s.givet),
          aterkallat: json(s.återkallat),
          version: s.version,
        })
        .execute();
    },
    save: async (s) => {
      const result = await trx
        .updateTable('samtycke')
        .set({ aterkallat: json(s.återkallat), version: s.version })
        .where('id', '=', s.id)
        .where('version', '=', s.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Samtycket', s.id);
    },
    find: async (id) => {
      const row = await trx.selectFrom('samtycke').selectAll().where('id', '=', id).executeTakeFirst();
      return row && läs(row);
    },
    findForPersoner: async (personer) =>
      personer.length === 0
        ? []
        : (
            await trx
              .selectFrom('samtycke')
              .selectAll()
              .where('person', 'in', personer)
              .orderBy(sql`givet->>'tid'`, 'desc')
              .orderBy('id')
              .execute()
          ).map(läs),
  };
}

export function postgresSip(trx: Transaction<Schema>): Sipsamling {
  const kolumner = (s: Sip) => ({
    status: s.status,
    samtycken: [...s.samtycken],
    behov: s.behov,
    deltagare: writeJson(s.deltagare),
    leder: s.leder,
    samordnare: s.samordnare,
    moten: writeJson(s.möten),
    atgarder: writeJson(s.åtgärder),
    avslut: json(s.avslut),
    version: s.version,
  });
  const läs = (row: Row<SipTable>): Sip => ({
    id: row.id,
    person: row.person,
    status: row.status as Sip['status'],
    samtycken: row.samtycken,
    behov: row.behov,
    deltagare: readJson(row.deltagare),
    leder: row.leder as Sip['leder'],
    samordnare: row.samordnare,
    möten: readJson(row.moten),
    åtgärder: readJson(row.atgarder),
    startad: instant(row.startad),
    startadAv: readJson(row.startad_av),
    avslut: maybe(row.avslut),
    version: row.version,
  });
  return {
    add: (s) =>
      insert('Planen tillsammans med andra', () =>
        trx
          .insertInto('sip')
          .values({
            id: s.id,
            person: s.person,
            startad: s.startad,
            startad_av: writeJson(s.startadAv),
            ...kolumner(s),
          })
          .execute(),
      ),
    save: async (s) => {
      const result = await trx
        .updateTable('sip')
        .set(kolumner(s))
        .where('id', '=', s.id)
        .where('version', '=', s.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Planen tillsammans med andra', s.id);
    },
    find: async (id) => {
      const row = await trx.selectFrom('sip').selectAll().where('id', '=', id).executeTakeFirst();
      return row && läs(row);
    },
    findForPersoner: async (personer) =>
      personer.length === 0
        ? []
        : (
            await trx
              .selectFrom('sip')
              .selectAll()
              .where('person', 'in', personer)
              .orderBy('startad', 'desc')
              .orderBy('id')
              .execute()
          ).map(läs),
  };
}

export function postgresErsättningar(trx: Transaction<Schema>): Ersättningssamling {
  const läs = (row: Row<ErsattningsarendeTable>): Ersättningsärende => ({
    id: row.id,
    person: row.person,
    ersättning: row.ersattning,
    status: row.status as Ersättningsärende['status'],
    steg: readJson(row.steg),
    version: row.version,
  });
  return {
    add: (e) =>
      insert('Ersättningen', () =>
        trx
          .insertInto('ersattningsarende')
          .values({
            id: e.id,
            person: e.person,
            ersattning: e.ersättning,
            status: e.status,
            steg: writeJson(e.steg),
            version: e.version,
          })
          .execute(),
      ),
    save: async (e) => {
      const result = await trx
        .updateTable('ersattningsarende')
        .set({ status: e.status, steg: writeJson(e.steg), version: e.version })
        .where('id', '=', e.id)
        .where('version', '=', e.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Ersättningen', e.id);
    },
    findForPersoner: async (personer) =>
      personer.length === 0
        ? []
        : (
            await trx
              .selectFrom('ersattningsarende')
              .selectAll()
              .where('person', 'in', personer)
              .orderBy('ersattning')
              .orderBy('id')
              .execute()
          ).map(läs),
  };
}

export function postgresAfUppgifter(trx: Transaction<Schema>): AfUppgiftssamling {
  const läs = (row: Row<AfuppgiftTable>): AfUppgift => ({
    id: row.id,
    person: row.person,
    krav: row.krav,
    status: row.status as AfUppgift['status'],
    grund: row.grund,
    skapad: instant(row.skapad),
    avslutad: row.avslutad ? instant(row.avslutad) : undefined,
    version: row.version,
  });
  return {
    add: (u) =>
      insert('Uppgiften till Arbetsförmedlingen', () =>
        trx
          .insertInto('afuppgift')
          .values({ ...u, avslutad: u.avslutad ?? null })
          .execute(),
      ),
    save: async (u) => {
      const result = await trx
        .updateTable('afuppgift')
        .set({ status: u.status, grund: u.grund, avslutad: u.avslutad ?? null, version: u.version })
        .where('id', '=', u.id)
        .where('version', '=', u.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Uppgiften till Arbetsförmedlingen', u.id);
    },
    find: async (id) => {
      const row = await trx.selectFrom('afuppgift').selectAll().where('id', '=', id).executeTakeFirst();
      return row && läs(row);
    },
    findForPersoner: async (personer) =>
      personer.length === 0
        ? []
        : (
            await trx
              .selectFrom('afuppgift')
              .selectAll()
              .where('person', 'in', personer)
              .orderBy('skapad', 'desc')
              .orderBy('id')
              .execute()
          ).map(läs),
    findAttUtreda: async () =>
      (
        await trx
          .selectFrom('afuppgift')
          .selectAll()
          .where('status', 'in', ['att-utreda', 'kunde-inte'])
          .orderBy('skapad')
          .orderBy('id')
          .execute()
      ).map(läs),
    findKöade: async (högst) =>
      (
        await trx
          .selectFrom('afuppgift')
          .selectAll()
          .where('status', '=', 'koad')
          .orderBy('skapad')
          .orderBy('id')
          .limit(högst)
          .execute()
      ).map(läs),
    findKravUtanBesked: async (högst) => {
      const { rows } = await sql<{ person: string; krav: string }>`
        select distinct a.person, a.krav from anvisning a
        where a.grund in ('12:4a', '12:4d') and a.status <> 'nekad'
          and not exists (select 1 from afuppgift u
            where u.kommun = a.kommun and u.namnd = a.namnd and u.krav = a.krav and u.status in ('koad', 'pa-vag', 'skickad'))
        order by a.person, a.krav limit ${högst}`.execute(trx);
      return rows;
    },
  };
}

export function postgresAfSvar(trx: Transaction<Schema>): AfSvarssamling {
  return {
    add: async (s) => {
      await trx
        .insertInto('afsvar')
        .values({
          id: s.id,
          person: s.person,
          begard: s.begärd,
          begard_av: s.begärdAv,
          fragor: [...s.frågor],
          svar: writeJson(s.svar),
          av: writeJson(s.av),
          tid: s.tid,
        })
        .execute();
    },
    findForPersoner: async (personer) =>
      personer.length === 0
        ? []
        : (
            await trx
              .selectFrom('afsvar')
              .selectAll()
              .where('person', 'in', personer)
              .orderBy('tid', 'desc')
              .orderBy('id')
              .execute()
          ).map(
            (row): AfSvar => ({
              id: row.id,
              person: row.person,
              begärd: row.begard,
              begärdAv: row.begard_av,
              frågor: row.fragor as AfSvar['frågor'][number][],
              svar: readJson(row.svar),
              av: readJson(row.av),
              tid: instant(row.tid),
            }),
          ),
  };
}

export function postgresIvo(trx: Transaction<Schema>): IvoSamling {
  return {
    findAnvisade: async ({ från, till }) => {
      const { rows } = await sql<{ person: string; grund: '12:4a' | '12:4d'; dag: string; insats: string }>`
        select a.person, a.grund, to_char(a.foreslagen at time zone 'Europe/Stockholm', 'YYYY-MM-DD') as dag,
          i.namn as insats
        from anvisning a join insats i on i.kommun = a.kommun and i.namnd = a.namnd and i.id = a.insats
        where a.grund in ('12:4a', '12:4d') and a.status <> 'nekad'
          and (a.foreslagen at time zone 'Europe/Stockholm')::date between ${från} and ${till}
        order by a.foreslagen, a.id`.execute(trx);
      return rows;
    },
    räknaPlaner: async () => {
      const { rows } = await sql<{ antal: number }>`
        select count(distinct plan)::int as antal from kravbeslut`.execute(trx);
      return rows[0]?.antal ?? 0;
    },
    addRapport: (r) =>
      insert('Rapporten till IVO', () =>
        trx
          .insertInto('ivorapport')
          .values({
            id: r.id,
            kvartal: r.kvartal,
            nummer: r.nummer,
            rader: JSON.stringify(r.rader.map(({ hinder, ...rad }) => ({ hinder: hinder ?? null, ...rad }))),
            summa: JSON.stringify(r.summa),
            underlag: JSON.stringify(
              r.underlag.map(({ räkning, hinder, ...rad }) => ({ rakning: räkning, hinder: hinder ?? null, ...rad })),
            ),
            csv: r.csv,
            skal: r.skäl,
            av: writeJson(r.av),
            tid: r.tid,
          })
          .execute(),
      ),
    findRapporter: async (kvartal) =>
      (
        await trx
          .selectFrom('ivorapport')
          .selectAll()
          .where('kvartal', '=', kvartal)
          .orderBy('nummer', 'desc')
          .execute()
      ).map(
        (row): IvoFrystRapport => ({
          id: row.id,
          kvartal: row.kvartal,
          nummer: row.nummer,
          rader: (row.rader as (Omit<IvoFrystRapport['rader'][number], 'hinder'> & { hinder: string | null })[]).map(
            ({ hinder, ...rad }) => ({ hinder: hinder ?? undefined, ...rad }),
          ),
          summa: row.summa as IvoFrystRapport['summa'],
          underlag: (
            row.underlag as (Omit<IvoFrystRapport['underlag'][number], 'hinder' | 'räkning'> & {
              hinder: string | null;
              rakning: IvoFrystRapport['underlag'][number]['räkning'];
            })[]
          ).map(({ rakning, hinder, ...rad }) => ({ räkning: rakning, hinder: hinder ?? undefined, ...rad })),
          csv: row.csv,
          skäl: row.skal,
          av: readJson(row.av),
          tid: instant(row.tid),
        }),
      ),
    addRedovisning: (r) =>
      insert('Redovisningen', () =>
        trx
          .insertInto('ivoredovisning')
          .values({ ...r, texter: writeJson(r.texter), siffror: [...r.siffror], av: writeJson(r.av) })
          .execute(),
      ),
    findRedovisningar: async () =>
      (await trx.selectFrom('ivoredovisning').selectAll().orderBy('nummer', 'desc').execute()).map(
        (row): IvoRedovisning => ({
          id: row.id,
          nummer: row.nummer,
          anledning: row.anledning as IvoRedovisning['anledning'],
          dag: row.dag,
          texter: readJson(row.texter),
          siffror: row.siffror,
          av: readJson(row.av),
          tid: instant(row.tid),
        }),
      ),
  };
}
