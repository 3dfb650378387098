import type { Begäransslag, Beslutsbegäran, Domstolsakt, Rättelse, Överklagande } from '@stegvis/casework';
import { sql, type Transaction } from 'kysely';
import { readJson, writeJson } from '../json-keys.ts';
import type { Överklagandesamling } from '../repositories.ts';
import type { BeslutsbegaranTable, DomstolsaktTable, OverklagandeTable, RattelseTable, Schema } from '../schema.ts';
import { found, insert, instant, type Row, savedOne } from './rows.ts';

const json = (value: unknown) => (value === undefined ? sql<string>`null` : writeJson(value));
const maybe = <T>(value: unknown): T | undefined => readJson<T | null>(value) ?? undefined;

export function postgresÖverklaganden(trx: Transaction<Schema>): Överklagandesamling {
  return {
    noteraDelfående: async (beslut, person, tid) => {
      await trx
        .insertInto('delfaende')
        .values({ beslut, person, tid })
        .onConflict((oc) => oc.columns(['kommun', 'namnd', 'beslut', 'person']).doNothing())
        .execute();
    },
    findDelfåenden: async (beslut) => {
      if (beslut.length === 0) return [];
      const rows = await trx.selectFrom('delfaende').selectAll().where('beslut', 'in', beslut).execute();
      return rows.map((row) => ({ beslut: row.beslut, person: row.person, tid: instant(row.tid) }));
    },
    add: (ö) =>
      insert('Överklagandet', () =>
        trx
          .insertInto('overklagande')
          .values({
            id: ö.id,
            beslut: ö.beslut,
            ansokan: ö.ansökan,
            arende: ö.ärende,
            klagande: ö.klagande,
            andring: ö.ändring,
            skal: ö.skäl,
            kanal: ö.kanal,
            inkom: ö.inkom,
            vill_ha_hjalp: ö.villHaHjälp,
            registrerat_av: json(ö.registreratAv),
            fick_del: json(ö.fickDel),
            sista_dag: ö.sistaDag ?? null,
            avvisningen: ö.avvisningen ?? null,
            version: ö.version,
            ...changeable(ö),
          })
          .execute(),
      ),
    find: async (id) => {
      const row = await trx.selectFrom('overklagande').selectAll().where('id', '=', id).executeTakeFirst();
      return row && readÖverklagande(row);
    },
    findForAnsökan: async (ansökan) => {
      const rows = await trx
        .selectFrom('overklagande')
        .selectAll()
        .where('ansokan', '=', ansökan)
        .orderBy('inkom')
        .orderBy('id')
        .execute();
      return rows.map(readÖverklagande);
    },
    findÖppna: async () => {
      const rows = await trx
        .selectFrom('overklagande')
        .selectAll()
        .where('status', 'in', ['inkommet', 'omprovas', 'att-overlamna', 'overlamnat', 'att-verkstalla'])
        .orderBy('inkom')
        .orderBy('id')
        .execute();
      return rows.map(readÖverklagande);
    },
    save: async (ö) => {
      const result = await trx
        .updateTable('overklagande')
        .set({ ...changeable(ö), version: ö.version })
        .where('id', '=', ö.id)
        .where('version', '=', ö.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Överklagandet', ö.id);
    },
    addAkt: async (akt, pdf) => {
      await trx
        .insertInto('domstolsakt')
        .values({
          id: akt.id,
          overklagande: akt.överklagande,
          ansokan: akt.ansökan,
          innehall: writeJson(akt.innehåll),
          utelamnat: writeJson(akt.utelämnat),
          sidor: akt.sidor,
          sha256: akt.sha256,
          skapad: akt.skapad,
          pdf: Buffer.from(pdf),
        })
        .execute();
    },
    findAkt: async (överklagande) => {
      const row = await trx
        .selectFrom('domstolsakt')
        .select(['id', 'overklagande', 'ansokan', 'innehall', 'utelamnat', 'sidor', 'sha256', 'skapad'])
        .where('overklagande', '=', överklagande)
        .orderBy('skapad', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && readAkt(row);
    },
    getAktPdf: async (id) => {
      const row = await trx.selectFrom('domstolsakt').select('pdf').where('id', '=', id).executeTakeFirst();
      return new Uint8Array(found(row, 'Akten', id).pdf);
    },
    addBegäran: (b) =>
      insert('Begäran', () =>
        trx
          .insertInto('beslutsbegaran')
          .values({
            id: b.id,
            slag: b.slag,
            beslut: b.beslut,
            ansokan: b.ansökan,
            arende: b.ärende,
            person: b.person,
            rad: b.rad ?? null,
            text: b.text,
            begard: b.begärd,
            svar: json(b.svar),
            version: b.version,
          })
          .execute(),
      ),
    findBegäran: async (id) => {
      const row = await trx.selectFrom('beslutsbegaran').selectAll().where('id', '=', id).executeTakeFirst();
      return row && readBegäran(row);
    },
    findBegärandenForAnsökan: async (ansökan) => {
      const rows = await trx
        .selectFrom('beslutsbegaran')
        .selectAll()
        .where('ansokan', '=', ansökan)
        .orderBy('begard')
        .orderBy('id')
        .execute();
      return rows.map(readBegäran);
    },
    findÖppnaBegäranden: async () => {
      const rows = await trx
        .selectFrom('beslutsbegaran')
        .selectAll()
        .where('svar', 'is', null)
        .orderBy('begard')
        .orderBy('id')
        .execute();
      return rows.map(readBegäran);
    },
    saveBegäran: async (b) => {
      const result = await trx
        .updateTable('beslutsbegaran')
        .set({ svar: json(b.svar), version: b.version })
        .where('id', '=', b.id)
        .where('version', '=', b.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Begäran', b.id);
    },
    addRättelse: (r) =>
      insert('Rättelsen', () =>
        trx
          .insertInto('rattelse')
          .values({
            id: r.id,
            beslut: r.beslut,
            ansokan: r.ansökan,
            arende: r.ärende,
            fore: r.före,
            efter: r.efter,
            skal: r.skäl,
            av: writeJson(r.av),
            tid: r.tid,
          })
          .execute(),
      ),
    findRättelserForAnsökan: async (ansökan) => {
      const rows = await trx
        .selectFrom('rattelse')
        .selectAll()
        .where('ansokan', '=', ansökan)
        .orderBy('tid')
        .orderBy('id')
        .execute();
      return rows.map(readRättelse);
    },
  };
}

function changeable(ö: Överklagande) {
  return {
    status: ö.status,
    tidsprovning: json(ö.tidsprövning),
    omprovning: json(ö.omprövning),
    overlamnat: json(ö.överlämnat),
    dom: json(ö.dom),
  };
}

function readÖverklagande(row: Row<OverklagandeTable>): Överklagande {
  const tid = maybe<NonNullable<Överklagande['tidsprövning']>>(row.tidsprovning);
  const omprövning = maybe<NonNullable<Överklagande['omprövning']>>(row.omprovning);
  const dom = maybe<NonNullable<Överklagande['dom']>>(row.dom);
  return {
    id: row.id,
    beslut: row.beslut,
    ansökan: row.ansokan,
    ärende: row.arende,
    klagande: row.klagande,
    ändring: row.andring,
    skäl: row.skal,
    kanal: row.kanal as Överklagande['kanal'],
    inkom: instant(row.inkom),
    villHaHjälp: row.vill_ha_hjalp,
    registreratAv: maybe(row.registrerat_av),
    fickDel: maybe(row.fick_del),
    sistaDag: row.sista_dag ?? undefined,
    avvisningen: row.avvisningen ?? undefined,
    status: row.status as Överklagande['status'],
    tidsprövning: tid && { ...tid, ursäkt: tid.ursäkt, punkt: tid.punkt },
    omprövning: omprövning && { ...omprövning, nyttBeslut: omprövning.nyttBeslut },
    överlämnat: maybe(row.overlamnat),
    dom: dom && { ...dom, belopp: dom.belopp, verkställtGenom: dom.verkställtGenom },
    version: row.version,
  };
}

function readAkt(row: Omit<Row<DomstolsaktTable>, 'pdf' | 'kommun' | 'namnd'>): Domstolsakt {
  return {
    id: row.id,
    överklagande: row.overklagande,
    ansökan: row.ansokan,
    innehåll: readJson(row.innehall),
    utelämnat: readJson(row.utelamnat),
    sidor: row.sidor,
    sha256: row.sha256,
    skapad: instant(row.skapad),
  };
}

function readBegäran(row: Row<BeslutsbegaranTable>): Beslutsbegäran {
  const svar = maybe<NonNullable<Beslutsbegäran['svar']>>(row.svar);
  return {
    id: row.id,
    slag: row.slag as Begäransslag,
    beslut: row.beslut,
    ansökan: row.ansokan,
    ärende: row.arende,
    person: row.person,
    rad: row.rad ?? undefined,
    text: row.text,
    begärd: instant(row.begard),
    svar: svar && { ...svar, nyttBeslut: svar.nyttBeslut },
    version: row.version,
  };
}

function readRättelse(row: Row<RattelseTable>): Rättelse {
  return {
    id: row.id,
    beslut: row.beslut,
    ansökan: row.ansokan,
    ärende: row.arende,
    före: row.fore,
    efter: row.efter,
    skäl: row.skal,
    av: readJson(row.av),
    tid: instant(row.tid),
  };
}
