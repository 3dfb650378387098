import { dagFör, type Ärende, type Ärendestatus } from '@stegvis/casework';
import { sql, type Transaction } from 'kysely';
import type { Ärenden } from '../repositories.ts';
import type { ArendeTable, Schema } from '../schema.ts';
import { found, insert, instant, type Row, savedOne } from './rows.ts';
import { rowsByKey } from './rows-by-key.ts';

export function postgresÄrenden(trx: Transaction<Schema>): Ärenden {
  const byId = rowsByKey(trx, 'arende', 'id');
  const find = async (id: string) => {
    const [row] = await byId(id);
    return row && ärende(row);
  };
  return {
    add: async (nytt) => {
      const år = Number(dagFör(nytt.öppnat).slice(0, 4));
      const { senaste } = await trx
        .insertInto('nummerserie')
        .values({ ar: år, senaste: 1 })
        .onConflict((on) =>
          on.columns(['kommun', 'namnd', 'ar']).doUpdateSet({ senaste: sql`nummerserie.senaste + 1` }),
        )
        .returning('senaste')
        .executeTakeFirstOrThrow();
      const added: Ärende = {
        ...nytt,
        nummer: `${år}-${senaste}`,
        status: 'oppet',
        handläggare: undefined,
        version: 1,
      };
      await insert('Ärendet', () =>
        trx
          .insertInto('arende')
          .values({ id: added.id, nummer: added.nummer, version: 1, ...columns(added) })
          .execute(),
      );
      return added;
    },
    get: async (id) => found(await find(id), 'Ärendet', id),
    find,
    findByNummer: async (nummer) => {
      const row = await trx.selectFrom('arende').selectAll().where('nummer', '=', nummer).executeTakeFirst();
      return row && ärende(row);
    },
    findNummer: async (personer) => {
      const { rows } = await sql<{ person: string; nummer: string }>`
        select distinct on (p.person) p.person, a.nummer
        from unnest(${personer}::uuid[]) as p (person)
        join arende a on p.person in (a.sokande, a.medsokande)
        order by p.person, a.oppnat desc, a.id`.execute(trx);
      return new Map(rows.map(({ person, nummer }) => [person, nummer]));
    },
    findForPerson: async (person) => {
      const rows = await trx
        .selectFrom('arende')
        .selectAll()
        .where((or) => or.or([or('sokande', '=', person), or('medsokande', '=', person)]))
        .orderBy('oppnat', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(ärende);
    },
    save: async (changed) => {
      const result = await trx
        .updateTable('arende')
        .set({ ...columns(changed), version: changed.version + 1 })
        .where('id', '=', changed.id)
        .where('version', '=', changed.version)
        .executeTakeFirst();
      savedOne(result, 'Ärendet', changed.id);
      return { ...changed, version: changed.version + 1 };
    },
  };
}

function columns(ärende: Ärende) {
  return {
    sokande: ärende.sökande,
    medsokande: ärende.medsökande ?? null,
    status: ärende.status,
    handlaggare: ärende.handläggare ?? null,
    oppnat: ärende.öppnat,
  };
}

export function ärende(row: Row<ArendeTable>): Ärende {
  return {
    id: row.id,
    nummer: row.nummer,
    sökande: row.sokande,
    medsökande: row.medsokande ?? undefined,
    status: row.status as Ärendestatus,
    handläggare: row.handlaggare ?? undefined,
    öppnat: instant(row.oppnat),
    version: row.version,
  };
}
