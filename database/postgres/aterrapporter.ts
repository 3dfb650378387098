import type { Avvikelseslag, Rapportslag, Åtgärd } from '@stegvis/casework';
import { sql, type Transaction } from 'kysely';
import type { SparadAvvikelse, SparadÅterrapport, Återrapporter } from '../repositories.ts';
import type { AterrapportTable, AvvikelseTable, Schema } from '../schema.ts';
import { insert, instant, type Row, savedOne } from './rows.ts';

const HUVUD = ['id', 'slag', 'meddelande_id', 'sha256', 'inlast', 'av', 'rader', 'traffade', 'frammande'] as const;

export function postgresÅterrapporter(trx: Transaction<Schema>): Återrapporter {
  return {
    add: (rapport, innehåll) =>
      insert('Återrapporten', () =>
        trx
          .insertInto('aterrapport')
          .values({
            id: rapport.id,
            slag: rapport.slag,
            meddelande_id: rapport.meddelandeId,
            sha256: rapport.sha256,
            innehall: Buffer.from(innehåll),
            inlast: rapport.inläst,
            av: rapport.av,
            rader: rapport.rader,
            traffade: rapport.träffade,
            frammande: rapport.främmande,
          })
          .execute(),
      ),
    findBySha256: async (sha256) => {
      const row = await trx.selectFrom('aterrapport').select(HUVUD).where('sha256', '=', sha256).executeTakeFirst();
      return row && readRapport(row);
    },
    find: async () => {
      const rows = await trx.selectFrom('aterrapport').select(HUVUD).orderBy('inlast', 'desc').orderBy('id').execute();
      return rows.map(readRapport);
    },
    addAvvikelser: async (avvikelser) => {
      if (avvikelser.length === 0) return;
      await trx
        .insertInto('avvikelse')
        .values(
          avvikelser.map((a) => ({
            id: a.id,
            aterrapport: a.rapport,
            slag: a.slag,
            bankens_namn: a.bankensNamn,
            utbetalning: a.utbetalning ?? null,
            vantat: a.väntat ?? null,
            rapporterat: a.rapporterat ?? null,
            kod: a.kod ?? null,
            text: a.text ?? null,
            hanterad: (a.hanterad ? JSON.stringify(a.hanterad) : null) as string,
          })),
        )
        .execute();
    },
    findAvvikelser: async () => {
      const rows = await trx
        .selectFrom('avvikelse')
        .innerJoin('aterrapport', 'aterrapport.id', 'avvikelse.aterrapport')
        .selectAll('avvikelse')
        .orderBy(sql`avvikelse.hanterad is not null`)
        .orderBy('aterrapport.inlast', 'desc')
        .orderBy('avvikelse.bankens_namn')
        .orderBy('avvikelse.id')
        .execute();
      return rows.map(readAvvikelse);
    },
    hantera: async (id, åtgärd) => {
      const result = await trx
        .updateTable('avvikelse')
        .set({ hanterad: JSON.stringify(åtgärd) })
        .where('id', '=', id)
        .where('hanterad', 'is', null)
        .executeTakeFirst();
      savedOne(result, 'Avvikelsen', id);
    },
  };
}

function readRapport(row: Omit<Row<AterrapportTable>, 'innehall' | 'kommun' | 'namnd'>): SparadÅterrapport {
  return {
    id: row.id,
    slag: row.slag as Rapportslag,
    meddelandeId: row.meddelande_id,
    sha256: row.sha256,
    inläst: instant(row.inlast),
    av: row.av,
    rader: row.rader,
    träffade: row.traffade,
    främmande: row.frammande,
  };
}

function readAvvikelse(row: Row<AvvikelseTable>): SparadAvvikelse {
  return {
    id: row.id,
    rapport: row.aterrapport,
    slag: row.slag as Avvikelseslag,
    bankensNamn: row.bankens_namn,
    utbetalning: row.utbetalning ?? undefined,
    väntat: row.vantat ?? undefined,
    rapporterat: row.rapporterat ?? undefined,
    kod: row.kod ?? undefined,
    text: row.text ?? undefined,
    hanterad: (row.hanterad as Åtgärd | null) ?? undefined,
  };
}
