import type { Språkuppgift } from '@stegvis/casework';
import { sql, type Transaction } from 'kysely';
import { readJson, writeJson } from '../json-keys.ts';
import type { Språkuppgiftssamling } from '../repositories.ts';
import type { Schema } from '../schema.ts';
import { insert, instant } from './rows.ts';

export function postgresSpråkuppgifter(trx: Transaction<Schema>): Språkuppgiftssamling {
  return {
    add: async (u) => {
      await insert('Språkuppgiften', () =>
        trx
          .insertInto('sprakuppgift')
          .values({
            id: u.id,
            person: u.person,
            niva: u.nivå ?? null,
            sfi: u.sfi ? writeJson(u.sfi) : sql<string>`null`,
            sprak: [...u.språk],
            tolk: u.tolk,
            grund: u.grund,
            anteckning: u.anteckning,
            av: writeJson(u.av),
            tid: u.tid,
          })
          .execute(),
      );
    },
    findForPersoner: async (personer) => {
      if (personer.length === 0) return [];
      const rows = await trx
        .selectFrom('sprakuppgift')
        .selectAll()
        .where('person', 'in', personer)
        .orderBy('tid', 'desc')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        person: row.person,
        nivå: (row.niva ?? undefined) as Språkuppgift['nivå'],
        sfi: readJson<Språkuppgift['sfi'] | null>(row.sfi) ?? undefined,
        språk: row.sprak,
        tolk: row.tolk,
        grund: row.grund as Språkuppgift['grund'],
        anteckning: row.anteckning,
        av: readJson(row.av),
        tid: instant(row.tid),
      }));
    },
  };
}
