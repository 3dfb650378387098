import type { Komplettering, Kompletteringspunkt, Kompletteringsstatus } from '@stegvis/casework';
import type { Transaction } from 'kysely';
import type { Kompletteringar } from '../repositories.ts';
import type { KompletteringTable, Schema } from '../schema.ts';
import { found, insert, instant, type Row, savedOne } from './rows.ts';

export function postgresKompletteringar(trx: Transaction<Schema>): Kompletteringar {
  const read = () => trx.selectFrom('komplettering').selectAll('komplettering').orderBy('begard').orderBy('id');
  const find = async (id: string) => {
    const row = await read().where('id', '=', id).executeTakeFirst();
    return row && komplettering(row);
  };
  return {
    add: (k) =>
      insert('Begäran', () =>
        trx
          .insertInto('komplettering')
          .values({
            id: k.id,
            arende: k.ärende,
            ansokan: k.ansökan,
            person: k.person,
            skal: k.skäl,
            foljd: k.följd,
            senast: k.senast,
            begard: k.begärd,
            av_id: k.av.id,
            av_namn: k.av.namn,
            ...changes(k),
          })
          .execute(),
      ),
    get: async (id) => found(await find(id), 'Begäran', id),
    find,
    findForAnsökningar: async (ansökningar) =>
      ansökningar.length === 0
        ? []
        : (
            await read()
              .where('ansokan', 'in', [...ansökningar])
              .execute()
          ).map(komplettering),
    findForPerson: async (person) => (await read().where('person', '=', person).execute()).map(komplettering),
    findÖppna: async () =>
      (
        await read()
          .innerJoin('ansokan', (on) => on.onRef('ansokan.id', '=', 'komplettering.ansokan'))
          .where('komplettering.status', '=', 'oppen')
          .where('ansokan.status', 'in', ['inkommen', 'utreds'])
          .clearOrderBy()
          .orderBy('komplettering.senast')
          .execute()
      ).map(komplettering),
    markeraLästa: async (ansökan, nu) => {
      await trx
        .updateTable('komplettering')
        .set({ last: nu })
        .where('ansokan', '=', ansökan)
        .where('last', 'is', null)
        .execute();
    },
    save: async (k) =>
      savedOne(
        await trx
          .updateTable('komplettering')
          .set(changes(k))
          .where('id', '=', k.id)
          .where('version', '=', k.version - 1)
          .executeTakeFirst(),
        'Begäran',
        k.id,
      ),
  };
}

function changes(k: Komplettering) {
  return {
    punkter: JSON.stringify(k.punkter),
    status: k.status,
    avslutad: k.avslutad ?? null,
    kan_inte_mer: k.kanInteMer,
    pamind: k.påmind ?? null,
    last: k.läst ?? null,
    version: k.version,
  };
}

function komplettering(row: Row<KompletteringTable>): Komplettering {
  return {
    id: row.id,
    ärende: row.arende,
    ansökan: row.ansokan,
    person: row.person,
    punkter: (row.punkter as Kompletteringspunkt[]).map((p) => ({ ...p, svar: p.svar })),
    skäl: row.skal,
    följd: row.foljd,
    senast: row.senast,
    status: row.status as Kompletteringsstatus,
    begärd: instant(row.begard),
    av: { id: row.av_id, namn: row.av_namn },
    avslutad: row.avslutad ? instant(row.avslutad) : undefined,
    kanInteMer: row.kan_inte_mer,
    påmind: row.pamind ? instant(row.pamind) : undefined,
    läst: row.last ? instant(row.last) : undefined,
    version: row.version,
  };
}
