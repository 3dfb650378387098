import { redanBeviljat, type Uppgifter, type Utbetalningsstatus } from '@stegvis/casework';
import type { SparadPostbeskrivning, Utlämning, Utlämningsslag } from '@stegvis/statistics';
import { sql, type Transaction } from 'kysely';
import { VersionConflict } from '../repository-errors.ts';
import type { BeslutTable, Schema, UtlamningTable } from '../schema.ts';
import type { Utlämningssamling } from '../utlamning/utlamningssamling.ts';
import { readBeslut } from './beslut.ts';
import { postgresPersoner } from './personer.ts';
import { insert, instant, type Row } from './rows.ts';

const HUVUD = [
  'id',
  'slag',
  'period',
  'version',
  'beskrivning',
  'beskrivningsversion',
  'filnamn',
  'rader',
  'utelamnade',
  'skal',
  'sha256',
  'gallras',
  'gallrad',
  'lamnad',
  'av',
  'tid',
] as const;

export function postgresUtlämning(trx: Transaction<Schema>): Utlämningssamling {
  const beskrivningar = (nyckel?: string, version?: number) =>
    trx
      .selectFrom('postbeskrivning')
      .distinctOn('nyckel')
      .selectAll()
      .$if(nyckel !== undefined, (q) => q.where('nyckel', '=', nyckel!))
      .$if(version !== undefined, (q) => q.where('version', '=', version!))
      .orderBy('nyckel')
      .orderBy('version', 'desc')
      .execute();
  return {
    addBeskrivning: (b) =>
      insert('Postbeskrivningen', () =>
        trx
          .insertInto('postbeskrivning')
          .values({
            nyckel: b.nyckel,
            version: b.version,
            namn: b.namn,
            slag: b.slag,
            innehall: JSON.stringify(b.innehåll),
            av: JSON.stringify(b.av),
            tid: b.tid,
          })
          .execute(),
      ),
    findBeskrivningar: async () =>
      (await beskrivningar()).map(läsBeskrivning).sort((a, b) => a.namn.localeCompare(b.namn, 'sv')),
    findBeskrivning: async (nyckel, version) => {
      const [row] = await beskrivningar(nyckel, version);
      return row && läsBeskrivning(row);
    },
    add: (u, innehåll) =>
      insert('Utlämningen', () =>
        trx
          .insertInto('utlamning')
          .values({
            id: u.id,
            slag: u.slag,
            period: u.period,
            version: u.version,
            beskrivning: u.beskrivning,
            beskrivningsversion: u.beskrivningsversion,
            filnamn: u.filnamn,
            rader: u.rader,
            utelamnade: JSON.stringify(u.utelämnade.map(({ hushåll, fel }) => ({ hushall: hushåll, fel }))),
            skal: u.skäl,
            sha256: u.sha256,
            innehall: Buffer.from(innehåll),
            gallras: u.gallras,
            lamnad: 'null',
            av: JSON.stringify(u.av),
            tid: u.tid,
          })
          .execute(),
      ),
    find: async (id) => {
      const row = await trx.selectFrom('utlamning').select(HUVUD).where('id', '=', id).executeTakeFirst();
      return row && läsUtlämning(row);
    },
    findAlla: async () => {
      const rows = await trx
        .selectFrom('utlamning')
        .select(HUVUD)
        .orderBy('period', 'desc')
        .orderBy('slag')
        .orderBy('version', 'desc')
        .execute();
      return rows.map(läsUtlämning);
    },
    findInnehåll: async (id) => {
      const row = await trx.selectFrom('utlamning').select('innehall').where('id', '=', id).executeTakeFirst();
      return row?.innehall ? new Uint8Array(row.innehall) : undefined;
    },
    lämna: async (id, lämnad) => {
      const { numUpdatedRows } = await trx
        .updateTable('utlamning')
        .set({ lamnad: JSON.stringify(lämnad) })
        .where('id', '=', id)
        .where(sql<boolean>`lamnad = 'null'::jsonb`)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) throw new VersionConflict('utlamning', id);
    },
    gallra: async (urval, nu) => {
      const { numUpdatedRows } = await trx
        .updateTable('utlamning')
        .set({ innehall: null, gallrad: nu })
        .where('innehall', 'is not', null)
        .$if('id' in urval, (q) => q.where('id', '=', (urval as { id: string }).id))
        .$if('idag' in urval, (q) => q.where('gallras', '<=', (urval as { idag: string }).idag))
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
    findBiståndshushåll: async (från, till) => {
      const beslut = await trx
        .selectFrom('beslut')
        .selectAll()
        .where('manad', '>=', från)
        .where('manad', '<=', till)
        .where(sql<boolean>`coalesce(form ->> 'bestammelse', '12:1') = '12:1'`)
        .orderBy('beslutad')
        .orderBy('nummer')
        .execute();
      if (beslut.length === 0) return [];
      const ansökningar = await trx
        .selectFrom('ansokan as a')
        .innerJoin('arende as e', 'e.id', 'a.arende')
        .select(['a.id', 'a.arende', 'a.slag', 'a.sokande', 'a.medsokande', 'a.uppgifter', 'a.inkommen', 'e.nummer'])
        .where('a.id', 'in', (q) =>
          q.selectFrom('beslut').select('ansokan').where('manad', '>=', från).where('manad', '<=', till),
        )
        .execute();
      const utbetalningar = await trx
        .selectFrom('utbetalning as u')
        .innerJoin('beslut as b', 'b.id', 'u.beslut')
        .select(['u.beslut', 'u.belopp', 'u.status'])
        .where('b.manad', '>=', från)
        .where('b.manad', '<=', till)
        .execute();
      const personer = new Map(
        (
          await postgresPersoner(trx).findMany(
            ansökningar.flatMap(({ sokande, medsokande }) => (medsokande === null ? [sokande] : [sokande, medsokande])),
          )
        ).map((p) => [p.id, p]),
      );
      const ansökan = new Map(ansökningar.map((a) => [a.id, a]));
      const betalt = Map.groupBy(utbetalningar, (u) => u.beslut);
      const grupper = Map.groupBy(beslut, (b) => `${ansökan.get(b.ansokan)!.nummer} ${b.manad}`);
      return [...grupper]
        .sort(([a], [b]) => a.localeCompare(b, 'sv', { numeric: true }))
        .map(([, rader]) => {
          const egna = [...new Set(rader.map((b) => b.ansokan))].map((id) => ansökan.get(id)!);
          const main =
            egna.filter((a) => a.slag === 'nyansokan' || a.slag === 'ateransokan').toSorted(nyast)[0] ??
            egna.toSorted(nyast)[0]!;
          const beslutade = rader.map((b: Row<BeslutTable>) => readBeslut(b));
          return {
            ärende: main.arende,
            nummer: main.nummer,
            månad: rader[0]!.manad,
            sökande: personer.get(main.sokande)!,
            medsökande: main.medsokande === null ? undefined : personer.get(main.medsokande),
            uppgifter: main.uppgifter as Uppgifter,
            beslut: beslutade,
            utbetalningar: rader.flatMap((b) =>
              (betalt.get(b.id) ?? []).map((u) => ({ ...u, status: u.status as Utbetalningsstatus })),
            ),
          };
        });
    },
    medBistånd: async (personer, från, till) => {
      if (personer.length === 0) return [];
      const rows = await trx
        .selectFrom('beslut as b')
        .innerJoin('ansokan as a', 'a.id', 'b.ansokan')
        .selectAll('b')
        .select(['a.sokande', 'a.medsokande'])
        .where('b.manad', '>=', från)
        .where('b.manad', '<=', till)
        .where(sql<boolean>`coalesce(b.form ->> 'bestammelse', '12:1') = '12:1'`)
        .where(
          sql<boolean>`(a.sokande = any(${[...personer]}::uuid[]) or a.medsokande = any(${[...personer]}::uuid[]))`,
        )
        .orderBy('b.beslutad')
        .orderBy('b.nummer')
        .execute();
      const med = new Set<string>();
      for (const [, egna] of Map.groupBy(rows, (r) => `${r.ansokan} ${r.manad}`))
        if (
          redanBeviljat(
            egna.map((r) => readBeslut(r)),
            egna[0]!.manad,
          ) > 0
        )
          for (const vem of [egna[0]!.sokande, egna[0]!.medsokande]) if (vem !== null) med.add(vem);
      return personer.filter((p) => med.has(p));
    },
  };
}

const nyast = (a: { inkommen: Date | null }, b: { inkommen: Date | null }) =>
  (b.inkommen?.getTime() ?? 0) - (a.inkommen?.getTime() ?? 0);

function läsBeskrivning(row: Row<Schema['postbeskrivning']>): SparadPostbeskrivning {
  return {
    nyckel: row.nyckel,
    version: row.version,
    namn: row.namn,
    slag: row.slag as Utlämningsslag,
    innehåll: row.innehall,
    av: row.av as SparadPostbeskrivning['av'],
    tid: instant(row.tid),
  };
}

function läsUtlämning(row: Pick<Row<UtlamningTable>, (typeof HUVUD)[number]>): Utlämning {
  return {
    id: row.id,
    slag: row.slag as Utlämningsslag,
    period: row.period,
    version: row.version,
    beskrivning: row.beskrivning,
    beskrivningsversion: row.beskrivningsversion,
    filnamn: row.filnamn,
    rader: row.rader,
    utelämnade: (row.utelamnade as { hushall: string; fel: string[] }[]).map(({ hushall, fel }) => ({
      hushåll: hushall,
      fel,
    })),
    skäl: row.skal,
    sha256: row.sha256,
    gallras: row.gallras,
    gallrad: row.gallrad === null ? undefined : instant(row.gallrad),
    lämnad: (row.lamnad as Utlämning['lämnad'] | null) ?? undefined,
    av: row.av as Utlämning['av'],
    tid: instant(row.tid),
  };
}
