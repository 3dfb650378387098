import type { Ram, Ramrad } from '@stegvis/casework';
import type { Transaction } from 'kysely';
import type { Ramar } from '../repositories.ts';
import type { RamTable, Schema } from '../schema.ts';
import { insert, instant, type Row } from './rows.ts';
import { rowsByKey } from './rows-by-key.ts';

export function postgresRamar(trx: Transaction<Schema>): Ramar {
  const ramarFör = rowsByKey(trx, 'ram', 'arende', ['nummer']);
  return {
    add: (ram) =>
      insert('En version av ramen med det numret', () =>
        trx
          .insertInto('ram')
          .values({
            id: ram.id,
            arende: ram.ärende,
            nummer: ram.nummer,
            rader: JSON.stringify(ram.rader),
            till: ram.till,
            skal: ram.skäl,
            av_id: ram.av.id,
            av_namn: ram.av.namn,
            tid: ram.tid,
          })
          .execute(),
      ),
    findForÄrende: async (ärende) => (await ramarFör(ärende)).map(ram),
  };
}

function ram(row: Row<RamTable>): Ram {
  return {
    id: row.id,
    ärende: row.arende,
    nummer: row.nummer,
    rader: row.rader as Ramrad[],
    till: row.till,
    skäl: row.skal,
    av: { id: row.av_id, namn: row.av_namn },
    tid: instant(row.tid),
  };
}
