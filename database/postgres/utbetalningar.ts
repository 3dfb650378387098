import type { Betalfil, Kontouppgift, Utbetalning, Utbetalningsstatus } from '@stegvis/casework';
import type { Transaction } from 'kysely';
import type { Utbetalningar } from '../repositories.ts';
import { VersionConflict } from '../repository-errors.ts';
import type { BetalfilTable, Schema, UtbetalningTable } from '../schema.ts';
import { found, insert, instant, type Row, savedOne } from './rows.ts';

export function postgresUtbetalningar(trx: Transaction<Schema>): Utbetalningar {
  return {
    add: (utbetalning) =>
      insert('En utbetalning av beslutet', () =>
        trx
          .insertInto('utbetalning')
          .values({
            id: utbetalning.id,
            beslut: utbetalning.beslut,
            ansokan: utbetalning.ansökan,
            arende: utbetalning.ärende,
            belopp: utbetalning.belopp,
            nyckel: utbetalning.nyckel,
            planerad: utbetalning.planerad,
            version: utbetalning.version,
            ...columns(utbetalning),
          })
          .execute(),
      ),
    get: async (id) => {
      const row = await trx.selectFrom('utbetalning').selectAll().where('id', '=', id).executeTakeFirst();
      return readUtbetalning(found(row, 'Utbetalningen', id));
    },
    findForBeslut: async (beslut) => {
      const row = await trx.selectFrom('utbetalning').selectAll().where('beslut', '=', beslut).executeTakeFirst();
      return row && readUtbetalning(row);
    },
    findAttBetala: async (senast) => {
      const rows = await trx
        .selectFrom('utbetalning')
        .selectAll()
        .where('status', '=', 'planerad')
        .where('utbetalningsdag', '<=', senast)
        .orderBy('utbetalningsdag')
        .orderBy('planerad')
        .orderBy('id')
        .forUpdate()
        .execute();
      return rows.map(readUtbetalning);
    },
    findForBetalfil: async (betalfil) => {
      const rows = await trx
        .selectFrom('utbetalning')
        .selectAll()
        .where('betalfil', '=', betalfil)
        .orderBy('utbetalningsdag')
        .orderBy('planerad')
        .orderBy('id')
        .execute();
      return rows.map(readUtbetalning);
    },
    save: async (utbetalning) => {
      const result = await trx
        .updateTable('utbetalning')
        .set({ ...columns(utbetalning), version: utbetalning.version })
        .where('id', '=', utbetalning.id)
        .where('version', '=', utbetalning.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Utbetalningen', utbetalning.id);
    },
    addBetalfil: (betalfil) =>
      insert('Betalfilen', () =>
        trx
          .insertInto('betalfil')
          .values({
            id: betalfil.id,
            meddelande_id: betalfil.meddelandeId,
            skapad: betalfil.skapad,
            skapad_av: betalfil.skapadAv,
            antal: betalfil.antal,
            summa: betalfil.summa,
            innehall: betalfil.innehåll ?? null,
          })
          .execute(),
      ),
    getBetalfil: async (id) => {
      const row = await trx.selectFrom('betalfil').selectAll().where('id', '=', id).executeTakeFirst();
      return readBetalfil(found(row, 'Betalfilen', id));
    },
    findBetalfiler: async () => {
      const rows = await trx.selectFrom('betalfil').selectAll().orderBy('skapad', 'desc').orderBy('id').execute();
      return rows.map(readBetalfil);
    },
    setBetalfilsinnehåll: async (id, innehåll) => {
      const result = await trx
        .updateTable('betalfil')
        .set({ innehall: innehåll })
        .where('id', '=', id)
        .where((or) => or.or([or('innehall', 'is', null), or('innehall', '=', innehåll)]))
        .executeTakeFirst();
      if (result.numUpdatedRows !== 1n) throw new VersionConflict('Betalfilen', id);
    },
  };
}

function columns(utbetalning: Utbetalning) {
  return {
    mottagare: utbetalning.mottagare,
    konto: JSON.stringify(utbetalning.konto),
    utbetalningsdag: utbetalning.utbetalningsdag,
    status: utbetalning.status,
    betalfil: utbetalning.betalfil ?? null,
  };
}

function readUtbetalning(row: Row<UtbetalningTable>): Utbetalning {
  return {
    id: row.id,
    beslut: row.beslut,
    ansökan: row.ansokan,
    ärende: row.arende,
    mottagare: row.mottagare,
    konto: row.konto as Kontouppgift,
    belopp: row.belopp,
    utbetalningsdag: row.utbetalningsdag,
    nyckel: row.nyckel,
    status: row.status as Utbetalningsstatus,
    betalfil: row.betalfil ?? undefined,
    planerad: instant(row.planerad),
    version: row.version,
  };
}

function readBetalfil(row: Row<BetalfilTable>): Betalfil {
  return {
    id: row.id,
    meddelandeId: row.meddelande_id,
    skapad: instant(row.skapad),
    skapadAv: row.skapad_av,
    antal: row.antal,
    summa: row.summa,
    innehåll: row.innehall ?? undefined,
  };
}
