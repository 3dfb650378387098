import type { ÖppenInställning, ÖppenRad, ÖppenSerie } from '@stegvis/statistics';
import type { Transaction } from 'kysely';
import type { OppenSerieTable, Schema } from '../schema.ts';
import type { Öppnadatasamling } from '../utlamning/oppnadatasamling.ts';
import { insert, instant, type Row, savedOne } from './rows.ts';

export function postgresÖppnadata(trx: Transaction<Schema>): Öppnadatasamling {
  return {
    addSerie: (s) =>
      insert('Serien', () =>
        trx
          .insertInto('oppen_serie')
          .values({
            nyckel: s.nyckel,
            fraga: JSON.stringify(s.fråga),
            start: s.start,
            ...columns(s),
            version: s.version,
          })
          .execute(),
      ),
    saveSerie: async (s) => {
      const result = await trx
        .updateTable('oppen_serie')
        .set({ ...columns(s), version: s.version + 1 })
        .where('nyckel', '=', s.nyckel)
        .where('version', '=', s.version)
        .executeTakeFirst();
      savedOne(result, 'Serien', s.nyckel);
    },
    findSerier: async () =>
      (await trx.selectFrom('oppen_serie').selectAll().execute())
        .map(läsSerie)
        .sort((a, b) => a.titel.localeCompare(b.titel, 'sv')),
    findSerie: async (nyckel) => {
      const row = await trx.selectFrom('oppen_serie').selectAll().where('nyckel', '=', nyckel).executeTakeFirst();
      return row && läsSerie(row);
    },
    addUtgåva: (u) =>
      insert('Utgåvan', () =>
        trx
          .insertInto('oppen_utgava')
          .values({
            serie: u.serie,
            nummer: u.nummer,
            fran: u.från,
            till: u.till,
            rader: JSON.stringify(u.rader),
            av: JSON.stringify(u.av),
            tid: u.tid,
          })
          .execute(),
      ),
    findUtgåvor: async (serie) => {
      const rows = await trx
        .selectFrom('oppen_utgava')
        .selectAll()
        .where('serie', '=', serie)
        .orderBy('nummer')
        .execute();
      return rows.map((row) => ({
        serie: row.serie,
        nummer: row.nummer,
        från: row.fran,
        till: row.till,
        rader: row.rader as ÖppenRad[],
        av: row.av as ÖppenSerie['av'],
        tid: instant(row.tid),
      }));
    },
    addInställning: (i) =>
      insert('Inställningen', () =>
        trx
          .insertInto('oppen_installning')
          .values({ ...i, av: JSON.stringify(i.av) })
          .execute(),
      ),
    findInställning: async () => {
      const row = await trx
        .selectFrom('oppen_installning')
        .selectAll()
        .orderBy('nummer', 'desc')
        .limit(1)
        .executeTakeFirst();
      return (
        row && {
          nummer: row.nummer,
          licens: row.licens as ÖppenInställning['licens'],
          utgivare: row.utgivare,
          epost: row.epost,
          webbplats: row.webbplats,
          av: row.av as ÖppenInställning['av'],
          tid: instant(row.tid),
        }
      );
    },
  };
}

function columns(s: ÖppenSerie) {
  return { titel: s.titel, beskrivning: s.beskrivning, status: s.status, av: JSON.stringify(s.av), tid: s.tid };
}

function läsSerie(row: Row<OppenSerieTable>): ÖppenSerie {
  return {
    nyckel: row.nyckel,
    titel: row.titel,
    beskrivning: row.beskrivning,
    fråga: row.fraga as ÖppenSerie['fråga'],
    start: row.start,
    status: row.status as ÖppenSerie['status'],
    version: row.version,
    av: row.av as ÖppenSerie['av'],
    tid: instant(row.tid),
  };
}
