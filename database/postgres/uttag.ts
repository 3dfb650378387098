import type { Statistiknyckel, Uttag, Uttagsleverans } from '@stegvis/statistics';
import type { Transaction } from 'kysely';
import { jsonWith } from '../json-keys.ts';
import { VersionConflict } from '../repository-errors.ts';
import type { Schema, StatistiknyckelTable, UttagsleveransTable, UttagTable } from '../schema.ts';
import type { Uttagssamling } from '../statistik/uttagssamling.ts';
import { insert, instant, type Row, savedOne } from './rows.ts';

const { readJson, writeJson } = jsonWith([
  'från',
  'månader',
  'värde',
  'nämnarunderlag',
  'gräns',
  'underlagFrån',
  'överlappar',
  'anmärkningar',
]);

export function postgresUttag(trx: Transaction<Schema>): Uttagssamling {
  const values = ({ id, namn, fråga, ägare, delat, schema, nästa, skapad, version }: Uttag) => ({
    id,
    namn,
    fraga: writeJson(fråga),
    agare: ägare.id,
    agarnamn: ägare.namn,
    delat,
    schema,
    nasta: nästa ?? null,
    skapad,
    version,
  });
  return {
    add: async (uttag) => {
      await trx.insertInto('uttag').values(values(uttag)).execute();
    },
    save: async (uttag) => {
      const { id, version, ...rest } = values(uttag);
      const result = await trx
        .updateTable('uttag')
        .set({ ...rest, version })
        .where('id', '=', id)
        .where('version', '=', version - 1)
        .executeTakeFirst();
      savedOne(result, 'uttag', id);
    },
    remove: async (id, version) => {
      const { numDeletedRows } = await trx
        .deleteFrom('uttag')
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst();
      if (numDeletedRows !== 1n) throw new VersionConflict('uttag', id);
    },
    find: async (id) => {
      const row = await trx.selectFrom('uttag').selectAll().where('id', '=', id).executeTakeFirst();
      return row && uttag(row);
    },
    findFör: async (användare) => {
      const rows = await trx
        .selectFrom('uttag')
        .selectAll()
        .where((e) => e.or([e('agare', '=', användare), e('delat', '=', true)]))
        .orderBy('namn')
        .orderBy('id')
        .execute();
      return rows.map(uttag);
    },
    findAttKöra: async (dag) =>
      (await trx.selectFrom('uttag').selectAll().where('nasta', '<=', dag).orderBy('id').execute()).map(uttag),
    addLeverans: ({ id, uttag, dag, svar, gjord }) =>
      insert('Leveransen', () =>
        trx
          .insertInto('uttagsleverans')
          .values({ id, uttag, dag, svar: writeJson(svar), gjord })
          .execute(),
      ),
    findLeveranser: async (id) => {
      const rows = await trx
        .selectFrom('uttagsleverans')
        .select(['id', 'uttag', 'dag', 'gjord'])
        .where('uttag', '=', id)
        .orderBy('dag', 'desc')
        .execute();
      return rows.map(({ gjord, ...row }) => ({ ...row, gjord: instant(gjord) }));
    },
    findLeverans: async (id) => {
      const row = await trx.selectFrom('uttagsleverans').selectAll().where('id', '=', id).executeTakeFirst();
      return row && leverans(row);
    },
    gallraLeveranser: async (före) => {
      await trx.deleteFrom('uttagsleverans').where('dag', '<', före).execute();
    },
    addNyckel: async ({ användare, avslutad, ...rest }) => {
      await trx
        .insertInto('statistiknyckel')
        .values({ ...rest, anvandare: användare, avslutad: avslutad ?? null })
        .execute();
    },
    findNycklar: async (användare) => {
      const rows = await trx
        .selectFrom('statistiknyckel')
        .selectAll()
        .where('anvandare', '=', användare)
        .where('avslutad', 'is', null)
        .orderBy('skapad', 'desc')
        .execute();
      return rows.map(nyckel);
    },
    findNyckel: async (kontrollsumma, dag) => {
      const row = await trx
        .selectFrom('statistiknyckel')
        .selectAll()
        .where('kontrollsumma', '=', kontrollsumma)
        .where('avslutad', 'is', null)
        .where('till', '>=', dag)
        .executeTakeFirst();
      return row && nyckel(row);
    },
    avslutaNyckel: async (id, användare, tid) => {
      const { numUpdatedRows } = await trx
        .updateTable('statistiknyckel')
        .set({ avslutad: tid })
        .where('id', '=', id)
        .where('anvandare', '=', användare)
        .where('avslutad', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

function uttag(row: Row<UttagTable>): Uttag {
  return {
    id: row.id,
    namn: row.namn,
    fråga: readJson(row.fraga),
    ägare: { id: row.agare, namn: row.agarnamn },
    delat: row.delat,
    schema: row.schema as Uttag['schema'],
    nästa: row.nasta ?? undefined,
    skapad: instant(row.skapad),
    version: row.version,
  };
}

function leverans(row: Row<UttagsleveransTable>): Uttagsleverans {
  return { id: row.id, uttag: row.uttag, dag: row.dag, svar: readJson(row.svar), gjord: instant(row.gjord) };
}

function nyckel(row: Row<StatistiknyckelTable>): Statistiknyckel {
  return {
    id: row.id,
    namn: row.namn,
    användare: row.anvandare,
    kontrollsumma: row.kontrollsumma,
    skapad: instant(row.skapad),
    till: row.till,
    avslutad: row.avslutad === null ? undefined : instant(row.avslutad),
  };
}
