import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Session, Sessioner } from '../repositories.ts';
import type { Schema } from '../schema.ts';
import { instant } from './rows.ts';

export function postgresSessioner(trx: Transaction<Schema>): Sessioner {
  return {
    add: async (sessionId, session) => {
      await trx
        .insertInto('session')
        .values({
          id_hash: hash(sessionId),
          aktor_slag: session.aktör.slag,
          aktor_id: session.aktör.id,
          data: JSON.stringify(session.data ?? null),
          skapad: session.skapad,
          giltig_till: session.giltigTill,
        })
        .execute();
    },
    find: async (sessionId, nu) => {
      const row = await trx
        .selectFrom('session')
        .selectAll()
        .where('id_hash', '=', hash(sessionId))
        .where('giltig_till', '>', new Date(nu))
        .executeTakeFirst();
      return (
        row && {
          aktör: { slag: row.aktor_slag as Session['aktör']['slag'], id: row.aktor_id },
          data: row.data,
          skapad: instant(row.skapad),
          giltigTill: instant(row.giltig_till),
        }
      );
    },
    extend: async (sessionId, giltigTill) => {
      await trx
        .updateTable('session')
        .set({ giltig_till: giltigTill })
        .where('id_hash', '=', hash(sessionId))
        .execute();
    },
    end: async (sessionId) => {
      await trx.deleteFrom('session').where('id_hash', '=', hash(sessionId)).execute();
    },
    removeExpired: async (nu) => {
      const result = await trx.deleteFrom('session').where('giltig_till', '<=', new Date(nu)).executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}

function hash(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex');
}
