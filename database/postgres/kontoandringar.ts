import type { Kontouppgift, Kontoändring } from '@stegvis/casework';
import type { Transaction } from 'kysely';
import type { Kontoändringar } from '../repositories.ts';
import type { KontoandringTable, Schema } from '../schema.ts';
import { insert, instant, type Row, savedOne } from './rows.ts';
import { rowsByKey } from './rows-by-key.ts';

export function postgresKontoändringar(trx: Transaction<Schema>): Kontoändringar {
  const byPerson = rowsByKey(trx, 'kontoandring', 'person', ['skapad', 'id']);
  const oldestFirst = () => trx.selectFrom('kontoandring').selectAll().orderBy('skapad').orderBy('id');
  return {
    add: (ändring) =>
      insert('Kontoändringen', () =>
        trx
          .insertInto('kontoandring')
          .values({
            id: ändring.id,
            person: ändring.person,
            konto: JSON.stringify(ändring.konto),
            satt: ändring.sätt,
            av: ändring.av,
            legitimering: ändring.legitimering ?? null,
            skapad: ändring.skapad,
            version: ändring.version,
            ...columns(ändring),
          })
          .execute(),
      ),
    find: async (id) => {
      const row = await trx.selectFrom('kontoandring').selectAll().where('id', '=', id).executeTakeFirst();
      return row && read(row);
    },
    findForPersoner: async (personer) =>
      (await Promise.all([...new Set(personer)].map(byPerson)))
        .flat()
        .sort((a, b) => a.skapad.getTime() - b.skapad.getTime())
        .map(read),
    findVäntande: async () => (await oldestFirst().where('status', '=', 'vantar-pa-andra').execute()).map(read),
    save: async (ändring) => {
      const result = await trx
        .updateTable('kontoandring')
        .set({ ...columns(ändring), version: ändring.version })
        .where('id', '=', ändring.id)
        .where('version', '=', ändring.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Kontoändringen', ändring.id);
    },
  };
}

function columns(ändring: Kontoändring) {
  return {
    status: ändring.status,
    bekraftad: json(ändring.bekräftad),
    galler_fran: ändring.gällerFrån ?? null,
    aviserad: json(ändring.aviserad),
  };
}

/** Stored JSON; undefined is SQL null, which kysely's type of a JSON column has no word for. */
function json(value: unknown): string {
  return (value === undefined ? null : JSON.stringify(value)) as string;
}

function read(row: Row<KontoandringTable>): Kontoändring {
  return {
    id: row.id,
    person: row.person,
    konto: row.konto as Kontouppgift,
    sätt: row.satt as Kontoändring['sätt'],
    status: row.status as Kontoändring['status'],
    av: row.av,
    legitimering: row.legitimering ?? undefined,
    bekräftad: (row.bekraftad as Kontoändring['bekräftad'] | null) ?? undefined,
    skapad: instant(row.skapad),
    gällerFrån: row.galler_fran ? instant(row.galler_fran) : undefined,
    aviserad: (row.aviserad as Kontoändring['aviserad'] | null) ?? undefined,
    version: row.version,
  };
}
