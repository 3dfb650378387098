import type {
  Deltagandemark,
  Frånvarobedömning,
  Frånvaroförklaring,
  Intygsbeslut,
  Kalenderlänk,
  Läkarintyg,
} from '@stegvis/casework';
import type { Transaction } from 'kysely';
import type { Deltagandesamling } from '../repositories.ts';
import type {
  DeltagandemarkTable,
  FranvarobedomningTable,
  FranvaroforklaringTable,
  IntygsbeslutTable,
  KalenderlankTable,
  LakarintygTable,
  Schema,
} from '../schema.ts';
import { insert, instant, type Row, savedOne } from './rows.ts';

/** Hours are stored as quarters of an hour. */
const KVARTAR = 4;

export function postgresDeltagande(trx: Transaction<Schema>): Deltagandesamling {
  const märken = () =>
    trx.selectFrom('deltagandemark').selectAll().orderBy('dag', 'desc').orderBy('tid', 'desc').orderBy('id');
  return {
    add: async (nya) => {
      if (nya.length === 0) return;
      await insert('Markeringen', () =>
        trx
          .insertInto('deltagandemark')
          .values(
            nya.map((m) => ({
              id: m.id,
              anvisning: m.anvisning,
              person: m.person,
              dag: m.dag,
              slag: m.slag,
              kvartar: m.timmar * KVARTAR,
              av: m.av,
              tid: m.tid,
              rattar: m.rättar?.mark ?? null,
              skal: m.rättar?.skäl ?? null,
            })),
          )
          .execute(),
      );
    },
    findForPersoner: async (personer) =>
      personer.length === 0 ? [] : (await märken().where('person', 'in', personer).execute()).map(läsMark),
    findForAnvisningar: async (anvisningar) =>
      anvisningar.length === 0 ? [] : (await märken().where('anvisning', 'in', anvisningar).execute()).map(läsMark),
    addFörklaring: async (f) => {
      await trx
        .insertInto('franvaroforklaring')
        .values({
          id: f.id,
          person: f.person,
          anvisning: f.anvisning,
          dag: f.dag,
          skal: f.skäl,
          text: f.text,
          tid: f.tid,
        })
        .execute();
    },
    findFörklaringar: async (personer) =>
      personer.length === 0
        ? []
        : (
            await trx
              .selectFrom('franvaroforklaring')
              .selectAll()
              .where('person', 'in', personer)
              .orderBy('tid', 'desc')
              .orderBy('id')
              .execute()
          ).map(läsFörklaring),
    addBedömning: async (b) => {
      await trx
        .insertInto('franvarobedomning')
        .values({ id: b.id, person: b.person, mark: b.mark, giltig: b.giltig, skal: b.skäl, av: b.av, tid: b.tid })
        .execute();
    },
    findBedömningar: async (personer) =>
      personer.length === 0
        ? []
        : (
            await trx
              .selectFrom('franvarobedomning')
              .selectAll()
              .where('person', 'in', personer)
              .orderBy('tid', 'desc')
              .orderBy('id')
              .execute()
          ).map(läsBedömning),
    addIntyg: async (i) => {
      await trx
        .insertInto('lakarintyg')
        .values({
          id: i.id,
          person: i.person,
          fran: i.från,
          till: i.till,
          inlamning: i.inlämning,
          anmalt: i.anmält,
          last_av: i.läst?.av ?? null,
          last: i.läst?.tid ?? null,
          version: i.version,
        })
        .execute();
    },
    saveIntyg: async (i) => {
      const result = await trx
        .updateTable('lakarintyg')
        .set({ last_av: i.läst?.av ?? null, last: i.läst?.tid ?? null, version: i.version })
        .where('id', '=', i.id)
        .where('version', '=', i.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Läkarintyget', i.id);
    },
    findIntyg: async (personer) =>
      personer.length === 0
        ? []
        : (
            await trx
              .selectFrom('lakarintyg')
              .selectAll()
              .where('person', 'in', personer)
              .orderBy('fran', 'desc')
              .orderBy('id')
              .execute()
          ).map(läsIntyg),
    addIntygsbeslut: async (b) => {
      await trx
        .insertInto('intygsbeslut')
        .values({
          id: b.id,
          person: b.person,
          slag: b.slag,
          fran: b.från,
          till: b.till,
          skal: b.skäl,
          av: b.av,
          tid: b.tid,
        })
        .execute();
    },
    findIntygsbeslut: async (personer) =>
      personer.length === 0
        ? []
        : (
            await trx
              .selectFrom('intygsbeslut')
              .selectAll()
              .where('person', 'in', personer)
              .orderBy('tid', 'desc')
              .orderBy('id')
              .execute()
          ).map(läsIntygsbeslut),
    addLänk: (l) =>
      insert('Kalenderlänken', () =>
        trx
          .insertInto('kalenderlank')
          .values({ id: l.id, person: l.person, hash: l.hash, skapad: l.skapad, aterkallad: l.återkallad ?? null })
          .execute(),
      ),
    återkallaLänk: async (l) => {
      await trx
        .updateTable('kalenderlank')
        .set({ aterkallad: l.återkallad ?? null })
        .where('id', '=', l.id)
        .where('aterkallad', 'is', null)
        .execute();
    },
    findLänk: async (person) => {
      const row = await trx
        .selectFrom('kalenderlank')
        .selectAll()
        .where('person', '=', person)
        .where('aterkallad', 'is', null)
        .executeTakeFirst();
      return row && läsLänk(row);
    },
    findLänkByHash: async (hash) => {
      const row = await trx
        .selectFrom('kalenderlank')
        .selectAll()
        .where('hash', '=', hash)
        .where('aterkallad', 'is', null)
        .executeTakeFirst();
      return row && läsLänk(row);
    },
  };
}

function läsMark(row: Row<DeltagandemarkTable>): Deltagandemark {
  return {
    id: row.id,
    anvisning: row.anvisning,
    person: row.person,
    dag: row.dag,
    slag: row.slag as Deltagandemark['slag'],
    timmar: row.kvartar / KVARTAR,
    av: row.av,
    tid: instant(row.tid),
    rättar: row.rattar === null || row.skal === null ? undefined : { mark: row.rattar, skäl: row.skal },
  };
}

function läsFörklaring(row: Row<FranvaroforklaringTable>): Frånvaroförklaring {
  return {
    id: row.id,
    person: row.person,
    anvisning: row.anvisning,
    dag: row.dag,
    skäl: row.skal as Frånvaroförklaring['skäl'],
    text: row.text,
    tid: instant(row.tid),
  };
}

function läsBedömning(row: Row<FranvarobedomningTable>): Frånvarobedömning {
  return {
    id: row.id,
    person: row.person,
    mark: row.mark,
    giltig: row.giltig,
    skäl: row.skal,
    av: row.av,
    tid: instant(row.tid),
  };
}

function läsIntyg(row: Row<LakarintygTable>): Läkarintyg {
  return {
    id: row.id,
    person: row.person,
    från: row.fran,
    till: row.till,
    inlämning: row.inlamning as Läkarintyg['inlämning'],
    anmält: instant(row.anmalt),
    läst: row.last === null || row.last_av === null ? undefined : { av: row.last_av, tid: instant(row.last) },
    version: row.version,
  };
}

function läsIntygsbeslut(row: Row<IntygsbeslutTable>): Intygsbeslut {
  return {
    id: row.id,
    person: row.person,
    slag: row.slag as Intygsbeslut['slag'],
    från: row.fran,
    till: row.till,
    skäl: row.skal,
    av: row.av,
    tid: instant(row.tid),
  };
}

function läsLänk(row: Row<KalenderlankTable>): Kalenderlänk {
  return {
    id: row.id,
    person: row.person,
    hash: row.hash,
    skapad: instant(row.skapad),
    återkallad: row.aterkallad === null ? undefined : instant(row.aterkallad),
  };
}
