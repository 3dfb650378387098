import {
  type Beslut,
  type Beslutsfattare,
  type Beslutsform,
  beslutsform,
  type Kommunicering,
  type Utfall,
} from '@stegvis/casework';
import { sql, type Transaction } from 'kysely';
import { readJson, writeJson } from '../json-keys.ts';
import type { Beslutssamling } from '../repositories.ts';
import type { BeslutTable, Schema } from '../schema.ts';
import { found, insert, instant, type Row } from './rows.ts';

export function postgresBeslut(trx: Transaction<Schema>): Beslutssamling {
  return {
    add: (beslut) =>
      insert('Ett beslut om ansökan', () =>
        trx
          .insertInto('beslut')
          .values({
            id: beslut.id,
            ansokan: beslut.ansökan,
            arende: beslut.ärende,
            berakning: beslut.beräkning,
            manad: beslut.månad,
            utfall: beslut.utfall,
            belopp: beslut.belopp,
            beslutsfattare: writeJson(beslut.beslutsfattare),
            motivering: beslut.motivering,
            lagrum: [...beslut.lagrum],
            kommunicering: beslut.kommunicering ? writeJson(beslut.kommunicering) : 'null',
            beslutad: beslut.beslutad,
            nummer: beslutsform(beslut).nummer,
            del: beslutsform(beslut).del,
            form: beslut.form ? writeJson(beslut.form) : sql`null`,
          })
          .execute(),
      ),
    get: async (id) => {
      const row = await trx.selectFrom('beslut').selectAll().where('id', '=', id).executeTakeFirst();
      return readBeslut(found(row, 'Beslutet', id));
    },
    findForAnsökan: async (ansökan) => {
      const row = await trx
        .selectFrom('beslut')
        .selectAll()
        .where('ansokan', '=', ansökan)
        .where('del', 'in', ['hela', 'resten'])
        .orderBy('manad')
        .limit(1)
        .executeTakeFirst();
      return row && readBeslut(row);
    },
    findAllaForAnsökan: async (ansökan) => {
      const rows = await trx
        .selectFrom('beslut')
        .selectAll()
        .where('ansokan', '=', ansökan)
        .orderBy('nummer')
        .execute();
      return rows.map(readBeslut);
    },
    findForÄrende: async (ärende) => {
      const rows = await trx
        .selectFrom('beslut')
        .selectAll()
        .where('arende', '=', ärende)
        .orderBy('manad', 'desc')
        .orderBy('beslutad', 'desc')
        .execute();
      return rows.map(readBeslut);
    },
  };
}

export function readBeslut(row: Omit<Row<BeslutTable>, 'nummer' | 'del'>): Beslut {
  return {
    id: row.id,
    ansökan: row.ansokan,
    ärende: row.arende,
    beräkning: row.berakning,
    månad: row.manad,
    utfall: row.utfall as Utfall,
    belopp: row.belopp,
    beslutsfattare: readJson<Beslutsfattare>(row.beslutsfattare),
    motivering: row.motivering,
    lagrum: row.lagrum,
    kommunicering: readJson<Kommunicering | null>(row.kommunicering) ?? undefined,
    beslutad: instant(row.beslutad),
    ...(row.form ? { form: readJson<Beslutsform>(row.form) } : {}),
  };
}
