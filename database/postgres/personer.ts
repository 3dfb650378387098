import type { Person } from '@stegvis/casework';
import type { Transaction } from 'kysely';
import type { Personer } from '../repositories.ts';
import type { PersonTable, Schema } from '../schema.ts';
import { found, insert, instant, type Row } from './rows.ts';
import { rowsByKey } from './rows-by-key.ts';

export function postgresPersoner(trx: Transaction<Schema>): Personer {
  const byId = rowsByKey(trx, 'person', 'id');
  const find = async (id: string) => {
    const [row] = await byId(id);
    return row && person(row);
  };
  return {
    add: (p) =>
      insert('Personen', () =>
        trx
          .insertInto('person')
          .values({
            id: p.id,
            personnummer: p.personnummer,
            fornamn: p.förnamn,
            efternamn: p.efternamn,
            skyddad: p.skyddad,
            skapad: p.skapad,
          })
          .execute(),
      ),
    get: async (id) => found(await find(id), 'Personen', id),
    find,
    findByPersonnummer: async (personnummer) => {
      const row = await trx
        .selectFrom('person')
        .selectAll()
        .where('personnummer', '=', personnummer)
        .executeTakeFirst();
      return row && person(row);
    },
    findMany: async (ids) => {
      if (ids.length === 0) return [];
      return (await Promise.all([...new Set(ids)].map(byId))).flat().map(person);
    },
    addBiståndsmånader: async (id, månader, källa) => {
      if (månader.length === 0) return;
      await trx
        .insertInto('bistandsmanad')
        .values(månader.map((manad) => ({ person: id, manad, kalla: källa })))
        .onConflict((on) => on.doNothing())
        .execute();
    },
  };
}

function person(row: Row<PersonTable>): Person {
  return {
    id: row.id,
    personnummer: row.personnummer,
    förnamn: row.fornamn,
    efternamn: row.efternamn,
    skyddad: row.skyddad,
    skapad: instant(row.skapad),
  };
}
