import type { Meddelande } from '@stegvis/casework';
import type { Transaction } from 'kysely';
import type { Meddelanden } from '../repositories.ts';
import type { MeddelandeTable, Schema } from '../schema.ts';
import { insert, instant, type Row } from './rows.ts';

export function postgresMeddelanden(trx: Transaction<Schema>): Meddelanden {
  return {
    add: (m) =>
      insert('Meddelandet', () =>
        trx
          .insertInto('meddelande')
          .values({
            id: m.id,
            arende: m.ärende,
            ansokan: m.ansökan ?? null,
            person: m.person,
            riktning: m.riktning,
            av_id: m.av?.id ?? null,
            av_namn: m.av?.namn ?? null,
            text: m.text,
            skickat: m.skickat,
            last: m.läst ?? null,
          })
          .execute(),
      ),
    findForPerson: async (person, ärende) => {
      let query = trx.selectFrom('meddelande').selectAll().where('person', '=', person).orderBy('nummer');
      if (ärende !== undefined) query = query.where('arende', '=', ärende);
      return (await query.execute()).map(meddelande);
    },
    markeraLästa: async ({ person, ärende, läsare, nu }) => {
      let query = trx
        .updateTable('meddelande')
        .set({ last: nu })
        .where('person', '=', person)
        .where('riktning', '=', läsare === 'person' ? 'fran-oss' : 'till-oss')
        .where('last', 'is', null);
      if (ärende !== undefined) query = query.where('arende', '=', ärende);
      return Number((await query.executeTakeFirst()).numUpdatedRows);
    },
    räknaOlästa: async (ärenden) => {
      if (ärenden.length === 0) return new Map();
      const rows = await trx
        .selectFrom('meddelande')
        .select(({ fn }) => ['arende', fn.countAll<number>().as('antal')])
        .where('arende', 'in', [...ärenden])
        .where('riktning', '=', 'till-oss')
        .where('last', 'is', null)
        .groupBy('arende')
        .execute();
      return new Map(rows.map((row) => [row.arende, Number(row.antal)]));
    },
  };
}

function meddelande(row: Row<MeddelandeTable>): Meddelande {
  return {
    id: row.id,
    ärende: row.arende,
    ansökan: row.ansokan ?? undefined,
    person: row.person,
    riktning: row.riktning as Meddelande['riktning'],
    av: row.av_id === null || row.av_namn === null ? undefined : { id: row.av_id, namn: row.av_namn },
    text: row.text,
    skickat: instant(row.skickat),
    läst: row.last ? instant(row.last) : undefined,
  };
}
