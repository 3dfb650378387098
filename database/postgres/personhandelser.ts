import type { Personhändelse, Personområde } from '@stegvis/casework';
import type { Transaction } from 'kysely';
import type { Personhändelser } from '../repositories.ts';
import type { Schema } from '../schema.ts';
import { instant } from './rows.ts';

export function postgresPersonhändelser(trx: Transaction<Schema>): Personhändelser {
  return {
    add: async (händelser) => {
      if (händelser.length === 0) return;
      await trx
        .insertInto('personhandelse')
        .values(
          händelser.map((h) => ({
            id: h.id,
            person: h.person,
            omrade: h.område,
            typ: h.typ,
            tid: h.tid,
            text: h.text,
            synlig: h.synlig,
            av: h.av ?? null,
          })),
        )
        .execute();
    },
    findForPerson: async (person) => {
      const rows = await trx
        .selectFrom('personhandelse')
        .selectAll()
        .where('person', '=', person)
        .orderBy('tid')
        .orderBy('id')
        .execute();
      return rows.map(
        (row): Personhändelse => ({
          id: row.id,
          person: row.person,
          område: row.omrade as Personområde,
          typ: row.typ,
          tid: instant(row.tid),
          text: row.text,
          synlig: row.synlig as Personhändelse['synlig'],
          av: row.av ?? undefined,
        }),
      );
    },
  };
}
