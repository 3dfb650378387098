import type { Körning } from '@stegvis/statistics';
import type { Transaction } from 'kysely';
import type { Körningssamling } from '../repositories.ts';
import type { KorningTable, Schema } from '../schema.ts';
import { found, insert, instant, type Row } from './rows.ts';

export function postgresKörningar(trx: Transaction<Schema>): Körningssamling {
  const find = async (id: string) => {
    const row = await trx.selectFrom('korning').selectAll().where('id', '=', id).executeTakeFirst();
    return row && läs(row);
  };
  return {
    add: (k) =>
      insert('Körningen', () =>
        trx
          .insertInto('korning')
          .values({
            id: k.id,
            slag: k.slag,
            rubrik: k.rubrik,
            parametrar: JSON.stringify(k.parametrar),
            status: 'vantar',
            startad_av: JSON.stringify(k.startadAv),
            startad: k.startad,
          })
          .execute(),
      ),
    find,
    get: async (id) => found(await find(id), 'Körningen', id),
    findSenaste: async (antal) => {
      const rows = await trx
        .selectFrom('korning')
        .select([
          'id',
          'slag',
          'rubrik',
          'parametrar',
          'status',
          'klart',
          'totalt',
          'moment',
          'felord',
          'startad_av',
          'startad',
          'slutad',
        ])
        .orderBy('startad', 'desc')
        .limit(antal)
        .execute();
      return rows.map((row) => läs({ ...row, resultat: null }));
    },
    börja: async (id) => {
      const row = await trx
        .updateTable('korning')
        .set({ status: 'kor', klart: 0, totalt: 0, moment: '' })
        .where('id', '=', id)
        .where('status', 'in', ['vantar', 'kor'])
        .returningAll()
        .executeTakeFirst();
      return row && läs(row);
    },
    framsteg: async (id, { klart, totalt, moment }) => {
      const { numUpdatedRows } = await trx
        .updateTable('korning')
        .set({ klart: Math.trunc(klart), totalt: Math.trunc(totalt), moment })
        .where('id', '=', id)
        .where('status', '=', 'kor')
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    slutför: async (id, resultat, nu) => {
      const { numUpdatedRows } = await trx
        .updateTable('korning')
        .set(({ ref }) => ({
          status: 'klar',
          klart: ref('totalt'),
          moment: '',
          resultat: JSON.stringify(resultat ?? {}),
          slutad: nu,
        }))
        .where('id', '=', id)
        .where('status', '=', 'kor')
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    avbryt: async (id, nu) => {
      const { numUpdatedRows } = await trx
        .updateTable('korning')
        .set({ status: 'avbruten', slutad: nu })
        .where('id', '=', id)
        .where('status', 'in', ['vantar', 'kor'])
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    misslyckas: async (id, felord, nu) => {
      await trx
        .updateTable('korning')
        .set({ status: 'fel', felord, slutad: nu })
        .where('id', '=', id)
        .where('status', 'in', ['vantar', 'kor'])
        .execute();
    },
    misslyckasGamla: async (före, felord, nu) => {
      await trx
        .updateTable('korning')
        .set({ status: 'fel', felord, slutad: nu })
        .where('startad', '<', new Date(före))
        .where('status', 'in', ['vantar', 'kor'])
        .execute();
    },
    gallra: async (före) => {
      const { numDeletedRows } = await trx
        .deleteFrom('korning')
        .where('startad', '<', new Date(före))
        .where('status', 'in', ['klar', 'avbruten', 'fel'])
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

function läs(row: Omit<Row<KorningTable>, 'kommun' | 'namnd'>): Körning {
  return {
    id: row.id,
    slag: row.slag,
    rubrik: row.rubrik,
    parametrar: row.parametrar,
    status: row.status as Körning['status'],
    klart: row.klart,
    totalt: row.totalt,
    moment: row.moment,
    resultat: row.resultat ?? undefined,
    felord: row.felord ?? undefined,
    startadAv: row.startad_av as Körning['startadAv'],
    startad: instant(row.startad),
    slutad: row.slutad ? instant(row.slutad) : undefined,
  };
}
