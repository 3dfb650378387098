import type { Genomförandeplan, Planinnehåll, Planstatus } from '@stegvis/casework';
import { sql, type Transaction } from 'kysely';
import { jsonWith } from '../json-keys.ts';
import type { Planer } from '../repositories.ts';
import type { GenomforandeplanTable, Schema } from '../schema.ts';
import { insert, instant, type Row, savedOne } from './rows.ts';

const { readJson, writeJson } = jsonWith([
  'från',
  'instämmer',
  'jobbsökartimmar',
  'krävs',
  'mål',
  'område',
  'språk',
  'uppehåll',
  'vård',
]);
const json = (value: unknown) => (value === undefined ? sql<string>`null` : writeJson(value));
const maybe = <T>(value: unknown): T | undefined => readJson<T | null>(value) ?? undefined;

/** Versions of plans in tables. */
export function postgresPlaner(trx: Transaction<Schema>): Planer {
  return {
    add: (plan) =>
      insert('Planen', () =>
        trx
          .insertInto('genomforandeplan')
          .values({
            id: plan.id,
            person: plan.person,
            nummer: plan.nummer,
            skapad: plan.skapad,
            skapad_av: plan.skapadAv,
            ...kolumner(plan),
          })
          .execute(),
      ),
    find: async (id) => {
      const row = await trx.selectFrom('genomforandeplan').selectAll().where('id', '=', id).executeTakeFirst();
      return row && läs(row);
    },
    findForPersoner: async (personer) => {
      if (personer.length === 0) return [];
      const rows = await trx
        .selectFrom('genomforandeplan')
        .selectAll()
        .where('person', 'in', personer)
        .orderBy('nummer', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(läs);
    },
    save: async (plan) => {
      const result = await trx
        .updateTable('genomforandeplan')
        .set(kolumner(plan))
        .where('id', '=', plan.id)
        .where('version', '=', plan.version - 1)
        .executeTakeFirst();
      savedOne(result, 'Planen', plan.id);
    },
  };
}

function kolumner(plan: Genomförandeplan) {
  const { mål, poster, jobbsökartimmar, uppehåll } = plan;
  return {
    status: plan.status,
    innehall: writeJson({ mål, poster, jobbsökartimmar, uppehåll }),
    fran: plan.från,
    till: plan.till,
    nasta_uppfoljning: plan.nästaUppföljning ?? null,
    lamnad: json(plan.lämnad),
    svar: json(plan.svar),
    synpunkt: plan.synpunkt ?? null,
    avslutad: json(plan.avslutad),
    version: plan.version,
  };
}

function läs(row: Row<GenomforandeplanTable>): Genomförandeplan {
  const innehåll = readJson<Pick<Planinnehåll, 'mål' | 'poster' | 'jobbsökartimmar' | 'uppehåll'>>(row.innehall);
  return {
    ...innehåll,
    id: row.id,
    person: row.person,
    nummer: row.nummer,
    status: row.status as Planstatus,
    från: row.fran,
    till: row.till,
    nästaUppföljning: row.nasta_uppfoljning ?? undefined,
    skapad: instant(row.skapad),
    skapadAv: row.skapad_av,
    lämnad: maybe(row.lamnad),
    svar: maybe(row.svar),
    synpunkt: row.synpunkt ?? undefined,
    avslutad: maybe(row.avslutad),
    version: row.version,
  };
}
