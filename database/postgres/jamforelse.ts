import type { FrystRapport, Jämförelsegrupp, Koladavärde, Nämndrapport, Rapportkommentar } from '@stegvis/statistics';
import { sql, type Transaction } from 'kysely';
import { jsonWith, readJson, writeJson } from '../json-keys.ts';
import type { JamforelsegruppTable, RapportkommentarTable, Schema } from '../schema.ts';
import type { Jämförelsesamling, Rapportsamling } from '../statistik/jamforelsesamling.ts';
import { iOrdning, sparatSvar } from '../statistik/sparade-svar.ts';
import { spridning } from '../statistik/spridning.ts';
import { insert, instant, type Row, savedOne } from './rows.ts';

/** Rows to one insert: PostgreSQL takes 65,535 values in a statement. */
const RADER = 5_000;
const rapportjson = jsonWith(['månad', 'nämnd', 'underlagFrån', 'gräns', 'före', 'åretFöre']);

export function postgresJämförelse(trx: Transaction<Schema>): Jämförelsesamling {
  return {
    saveKolada: async ({ mått, områden, värden }, hämtad) => {
      for (const rader of parcels(områden))
        await trx
          .insertInto('koladaomrade')
          .values(rader.map((o) => ({ ...o, hamtad: hämtad })))
          .onConflict((c) =>
            c.columns(['kommun', 'namnd', 'id']).doUpdateSet(({ ref }) => ({
              namn: ref('excluded.namn'),
              slag: ref('excluded.slag'),
              hamtad: ref('excluded.hamtad'),
            })),
          )
          .execute();
      for (const rader of parcels(mått))
        await trx
          .insertInto('koladamatt')
          .values(
            rader.map(({ kpi, titel, beskrivning, könsuppdelat }) => ({
              kpi,
              titel,
              beskrivning,
              konsuppdelat: könsuppdelat,
              hamtad: hämtad,
            })),
          )
          .onConflict((c) =>
            c.columns(['kommun', 'namnd', 'kpi']).doUpdateSet(({ ref }) => ({
              titel: ref('excluded.titel'),
              beskrivning: ref('excluded.beskrivning'),
              konsuppdelat: ref('excluded.konsuppdelat'),
              hamtad: ref('excluded.hamtad'),
            })),
          )
          .execute();
      if (mått.length > 0)
        await trx
          .deleteFrom('koladavarde')
          .where(
            'kpi',
            'in',
            mått.map(({ kpi }) => kpi),
          )
          .execute();
      for (const rader of parcels(värden))
        await trx
          .insertInto('koladavarde')
          .values(
            rader.map((v) => ({
              kpi: v.kpi,
              omrade: v.område,
              ar: v.år,
              kon: v.kön,
              varde: v.värde,
              hamtad: hämtad,
            })),
          )
          .execute();
    },
    spridning: (fråga, inom) => sparatSvar(trx, ['spridning', ...iOrdning(fråga)], () => spridning(trx, fråga), inom),
    findMått: async () =>
      (await trx.selectFrom('koladamatt').selectAll().orderBy('kpi').execute()).map((row) => ({
        kpi: row.kpi,
        titel: row.titel,
        beskrivning: row.beskrivning,
        könsuppdelat: row.konsuppdelat,
        hämtad: instant(row.hamtad),
      })),
    findOmråden: async () =>
      (await trx.selectFrom('koladaomrade').select(['id', 'namn', 'slag']).execute())
        .map(({ id, namn, slag }) => ({ id, namn, slag: slag as 'K' | 'L' }))
        .sort((a, b) => a.namn.localeCompare(b.namn, 'sv')),
    findVärden: async (kpi, områden) =>
      kpi.length === 0 || områden.length === 0
        ? []
        : (
            await trx
              .selectFrom('koladavarde')
              .selectAll()
              .where('kpi', 'in', kpi)
              .where('omrade', 'in', områden)
              .orderBy('kpi')
              .orderBy('omrade')
              .orderBy('ar')
              .orderBy('kon')
              .execute()
          ).map(
            (row): Koladavärde => ({
              kpi: row.kpi,
              område: row.omrade,
              år: row.ar,
              kön: row.kon as Koladavärde['kön'],
              värde: row.varde,
            }),
          ),
    findGrupper: async () =>
      (await trx.selectFrom('jamforelsegrupp').selectAll().execute())
        .map(läsGrupp)
        .sort((a, b) => a.namn.localeCompare(b.namn, 'sv') || (a.id < b.id ? -1 : 1)),
    addGrupp: async (g) => {
      await trx.insertInto('jamforelsegrupp').values(grupprad(g)).execute();
    },
    saveGrupp: async (g) => {
      const result = await trx
        .updateTable('jamforelsegrupp')
        .set(grupprad(g))
        .where('id', '=', g.id)
        .where('version', '=', g.version - 1)
        .executeTakeFirst();
      savedOne(result, 'jamforelsegrupp', g.id);
    },
    removeGrupp: async (id, version) => {
      const { numDeletedRows } = await trx
        .deleteFrom('jamforelsegrupp')
        .where('id', '=', id)
        .where('version', '=', version)
        .executeTakeFirst();
      savedOne({ numUpdatedRows: numDeletedRows }, 'jamforelsegrupp', id);
    },
  };
}

export function postgresRapporter(trx: Transaction<Schema>): Rapportsamling {
  return {
    findKommentarer: async (månad) =>
      (
        await trx
          .selectFrom('rapportkommentar')
          .selectAll()
          .where('manad', '=', `${månad}-01`)
          .orderBy('avsnitt')
          .execute()
      ).map(läsKommentar),
    saveKommentar: async ({ månad, av, ...rest }) => {
      const result = await trx
        .insertInto('rapportkommentar')
        .values({ ...rest, manad: `${månad}-01`, av: writeJson(av) })
        .onConflict((c) =>
          c
            .columns(['kommun', 'namnd', 'manad', 'avsnitt'])
            .doUpdateSet(({ ref }) => ({
              text: ref('excluded.text'),
              av: ref('excluded.av'),
              tid: ref('excluded.tid'),
              version: ref('excluded.version'),
            }))
            .where('rapportkommentar.version', '=', rest.version - 1),
        )
        .executeTakeFirst();
      savedOne(
        { numUpdatedRows: result.numInsertedOrUpdatedRows ?? 0n },
        'rapportkommentar',
        `${månad} ${rest.avsnitt}`,
      );
    },
    addRapport: ({ månad, nummer, frusen, av, skäl, innehåll, brev, hash }) =>
      insert('Rapporten', () =>
        trx
          .insertInto('namndrapport')
          .values({
            manad: `${månad}-01`,
            nummer,
            frusen,
            av: writeJson(av),
            skal: skäl ?? null,
            innehall: rapportjson.writeJson(innehåll),
            brev: JSON.stringify(brev),
            hash,
          })
          .execute(),
      ),
    findRapport: async (månad, nummer) => {
      const row = await trx
        .selectFrom('namndrapport')
        .selectAll()
        .where('manad', '=', `${månad}-01`)
        .where('nummer', '=', nummer)
        .executeTakeFirst();
      return row && { ...läsRapport(row), innehåll: rapportjson.readJson<Nämndrapport>(row.innehall), brev: row.brev };
    },
    findRapporter: async () =>
      (
        await trx
          .selectFrom('namndrapport')
          .select(['manad', 'nummer', 'frusen', 'av', 'skal', 'hash'])
          .orderBy('manad', 'desc')
          .orderBy('nummer', 'desc')
          .execute()
      ).map(läsRapport),
  };
}

function* parcels<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += RADER) yield rows.slice(at, at + RADER);
}

const grupprad = ({ områden, ändrad, av, ...rest }: Jämförelsegrupp) => ({
  ...rest,
  omraden: sql<string[]>`${[...områden]}::text[]`,
  andrad: ändrad,
  av: writeJson(av),
});

function läsGrupp(row: Row<JamforelsegruppTable>): Jämförelsegrupp {
  return {
    id: row.id,
    namn: row.namn,
    områden: row.omraden,
    av: readJson(row.av),
    ändrad: instant(row.andrad),
    version: row.version,
  };
}

function läsKommentar(row: Row<RapportkommentarTable>): Rapportkommentar {
  return {
    månad: row.manad.slice(0, 7),
    avsnitt: row.avsnitt,
    text: row.text,
    av: readJson(row.av),
    tid: instant(row.tid),
    version: row.version,
  };
}

function läsRapport(row: {
  manad: string;
  nummer: number;
  frusen: Date;
  av: unknown;
  skal: string | null;
  hash: string;
}): Omit<FrystRapport, 'innehåll' | 'brev'> {
  return {
    månad: row.manad.slice(0, 7),
    nummer: row.nummer,
    frusen: instant(row.frusen),
    av: readJson(row.av),
    skäl: row.skal ?? undefined,
    hash: row.hash,
  };
}
