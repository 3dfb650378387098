import { type Kravbeslut, type Kravbrev, type Kravuppgift, ärUndantag } from '@stegvis/casework';
import type { Transaction } from 'kysely';
import type { Kravbeslutssamling, Kravbrevssamling, Kravundantagssamling, Kravuppgifter } from '../repositories.ts';
import type { KravbeslutTable, KravbrevTable, KravuppgiftTable, Schema } from '../schema.ts';
import { found, instant, type Row, savedOne } from './rows.ts';

export function postgresKravuppgifter(trx: Transaction<Schema>): Kravuppgifter {
  return {
    add: async (u) => {
      await trx
        .insertInto('kravuppgift')
        .values({
          id: u.id,
          person: u.person,
          slag: u.vad.slag,
          vad: JSON.stringify(u.vad),
          fran: u.från,
          till: u.till ?? null,
          uppgift_fran: u.uppgiftFrån,
          styrkt: u.styrkt,
          registrerad: u.registrerad,
          av: u.av,
        })
        .execute();
    },
    upphör: async (u) => {
      const slut = u.upphörd;
      const saved = await trx
        .updateTable('kravuppgift')
        .set({
          upphord_fran: slut?.från ?? null,
          upphord_tid: slut?.tid ?? null,
          upphord_av: slut?.av ?? null,
          upphord_skal: slut?.skäl ?? null,
        })
        .where('id', '=', u.id)
        .where('upphord_fran', 'is', null)
        .executeTakeFirst();
      savedOne(saved, 'Uppgiften', u.id);
    },
    findForPersoner: async (personer) => {
      if (personer.length === 0) return [];
      const rows = await trx
        .selectFrom('kravuppgift')
        .selectAll()
        .where('person', 'in', personer)
        .orderBy('registrerad', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(readUppgift);
    },
  };
}

export function postgresKravundantag(trx: Transaction<Schema>): Kravundantagssamling {
  const uppgifter = postgresKravuppgifter(trx);
  return { findForPersoner: async (personer) => (await uppgifter.findForPersoner(personer)).filter(ärUndantag) };
}

export function postgresKravbeslut(trx: Transaction<Schema>): Kravbeslutssamling {
  return {
    add: async (b) => {
      await trx
        .insertInto('kravbeslut')
        .values({
          id: b.id,
          person: b.person,
          grund: b.grund,
          fran: b.från,
          till: b.till ?? null,
          kvartar: b.timmarPerVecka * 4,
          provning: JSON.stringify(b.prövning),
          plan: b.plan.id,
          plannummer: b.plan.nummer,
          skal: b.skäl,
          beslutat: b.beslutat,
          av: b.av,
          delegationspunkt: b.delegationspunkt ?? null,
        })
        .execute();
    },
    upphör: async (b) => {
      const slut = b.upphört;
      const saved = await trx
        .updateTable('kravbeslut')
        .set({
          upphort_fran: slut?.från ?? null,
          upphort_tid: slut?.tid ?? null,
          upphort_av: slut?.av ?? null,
          upphort_skal: slut?.skäl ?? null,
          ersatt_av: slut?.ersattAv ?? null,
        })
        .where('id', '=', b.id)
        .where((eb) => eb.or([eb('upphort_fran', 'is', null), eb('upphort_fran', '>', slut?.från ?? '')]))
        .executeTakeFirst();
      savedOne(saved, 'Kravet', b.id);
    },
    findForPersoner: async (personer) => {
      if (personer.length === 0) return [];
      const rows = await trx
        .selectFrom('kravbeslut')
        .selectAll()
        .where('person', 'in', personer)
        .orderBy('beslutat', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(readBeslut);
    },
    findGällande: async (från, till) => {
      const rows = await trx
        .selectFrom('kravbeslut')
        .selectAll()
        .where('fran', '<=', till)
        .where((eb) => eb.or([eb('till', 'is', null), eb('till', '>=', från)]))
        .where((eb) => eb.or([eb('upphort_fran', 'is', null), eb('upphort_fran', '>', från)]))
        .orderBy('beslutat', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(readBeslut);
    },
  };
}

export function postgresKravbrev(trx: Transaction<Schema>): Kravbrevssamling {
  return {
    add: async (brev) => {
      await trx
        .insertInto('kravbrev')
        .values({
          id: brev.id,
          krav: brev.krav,
          mottagare: brev.mottagare,
          slag: brev.slag,
          skapat: brev.skapat,
          innehall: JSON.stringify(brev.innehåll.data),
          innehall_hash: brev.innehåll.hash,
          mall: brev.innehåll.mall,
          pdf: brev.pdf ? Buffer.from(brev.pdf) : null,
        })
        .execute();
    },
    get: async (id) =>
      readBrev(
        found(await trx.selectFrom('kravbrev').selectAll().where('id', '=', id).executeTakeFirst(), 'Brevet', id),
      ),
    setPdf: async (id, pdf) => {
      await trx
        .updateTable('kravbrev')
        .set({ pdf: Buffer.from(pdf) })
        .where('id', '=', id)
        .where('pdf', 'is', null)
        .execute();
    },
    findForPersoner: async (personer) => {
      if (personer.length === 0) return [];
      const rows = await trx
        .selectFrom('kravbrev')
        .select(['id', 'krav', 'mottagare', 'slag', 'skapat'])
        .where('mottagare', 'in', personer)
        .orderBy('skapat', 'desc')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({ ...row, slag: row.slag as Kravbrev['slag'], skapat: instant(row.skapat) }));
    },
  };
}

function readUppgift(row: Row<KravuppgiftTable>): Kravuppgift {
  return {
    id: row.id,
    person: row.person,
    vad: row.vad as Kravuppgift['vad'],
    från: row.fran,
    till: row.till ?? undefined,
    uppgiftFrån: row.uppgift_fran,
    styrkt: row.styrkt,
    registrerad: instant(row.registrerad),
    av: row.av,
    upphörd:
      row.upphord_fran === null || row.upphord_tid === null
        ? undefined
        : {
            från: row.upphord_fran,
            tid: instant(row.upphord_tid),
            av: row.upphord_av ?? '',
            skäl: row.upphord_skal ?? '',
          },
  };
}

function readBeslut(row: Row<KravbeslutTable>): Kravbeslut {
  return {
    id: row.id,
    person: row.person,
    grund: row.grund as Kravbeslut['grund'],
    från: row.fran,
    till: row.till ?? undefined,
    timmarPerVecka: row.kvartar / 4,
    prövning: row.provning as Kravbeslut['prövning'],
    plan: { id: row.plan, nummer: row.plannummer },
    skäl: row.skal,
    beslutat: instant(row.beslutat),
    av: row.av,
    ...(row.delegationspunkt === null ? {} : { delegationspunkt: row.delegationspunkt }),
    upphört:
      row.upphort_fran === null || row.upphort_tid === null
        ? undefined
        : {
            från: row.upphort_fran,
            tid: instant(row.upphort_tid),
            av: row.upphort_av ?? '',
            skäl: row.upphort_skal ?? '',
            ersattAv: row.ersatt_av ?? undefined,
          },
  };
}

function readBrev(row: Row<KravbrevTable>): Kravbrev {
  return {
    id: row.id,
    krav: row.krav,
    mottagare: row.mottagare,
    slag: row.slag as Kravbrev['slag'],
    skapat: instant(row.skapat),
    innehåll: { data: row.innehall, mall: row.mall, hash: row.innehall_hash },
    pdf: row.pdf === null ? undefined : new Uint8Array(row.pdf),
  };
}
