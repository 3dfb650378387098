import type { Månad } from '@stegvis/casework';
import type { Faktaparti, Ursprung } from '@stegvis/statistics';
import { sql, type Transaction } from 'kysely';
import { insert, instant } from '../postgres/rows.ts';
import type { Schema } from '../schema.ts';
import { EGNA_VÄRDEN, FAKTATABELLER, kolumnvärden } from './faktatabeller.ts';
import { räknaPeriodslut } from './periodslut.ts';
import { räkna } from './rakna.ts';
import { iOrdning, nyVersion, sparatSvar } from './sparade-svar.ts';
import type { Statistiksamling } from './statistiksamling.ts';

/** Rows sent in one statement. */
const PARTI = 10_000;

export function postgresStatistik(trx: Transaction<Schema>): Statistiksamling {
  const samling: Statistiksamling = {
    add: async (ursprung, parti) => {
      await nyVersion(trx);
      for (const [namn, { källa, kolumner }] of Object.entries(FAKTATABELLER)) {
        const rader = parti[namn as keyof Faktaparti] ?? [];
        for (let i = 0; i < rader.length; i += PARTI)
          await insert('Uppgiften i underlaget', () =>
            läggTill(trx, ursprung, `stat_${källa}`, kolumner as never, rader.slice(i, i + PARTI) as never),
          );
      }
      await kommIhåg(trx, ursprung, parti);
    },
    clear: async (ursprung, från) => {
      await nyVersion(trx);
      const tabeller = Object.values(FAKTATABELLER).map(({ källa }) => källa);
      for (const källa of tabeller) {
        const krav = från === undefined ? undefined : borttagna(källa, från);
        await sql`delete from ${sql.table(`stat_${källa}`)} where ursprung = ${ursprung}${krav ? sql` and ${krav}` : sql``}`.execute(
          trx,
        );
      }
      if (från === undefined)
        for (const tabell of ['stat_varde', 'stat_underlag'] as const)
          await trx.deleteFrom(tabell).where('ursprung', '=', ursprung).execute();
    },
    setUnderlag: async (ursprung, gjort) => {
      await nyVersion(trx);
      await trx
        .insertInto('stat_underlag')
        .values({ ursprung, gjort })
        .onConflict((c) => c.columns(['kommun', 'namnd', 'ursprung']).doUpdateSet({ gjort }))
        .execute();
    },
    findUnderlag: async (ursprung) => {
      const rad = await trx
        .selectFrom('stat_underlag')
        .select('gjort')
        .where('ursprung', '=', ursprung)
        .executeTakeFirst();
      return rad && instant(rad.gjort);
    },
    räkna: async (fråga, inom) => {
      const räknat = async () => {
        const underlag = await trx
          .selectFrom('stat_underlag')
          .select((eb) => eb.fn.max('gjort').as('gjort'))
          .executeTakeFirst();
        return await räkna(trx, fråga, {
          befolkning: await samling.findBefolkning(),
          tjänster: await samling.findTjänster(),
          underlagFrån: underlag?.gjort ? instant(underlag.gjort) : undefined,
          omfång: await samling.omfång(),
        });
      };
      return { ...(await sparatSvar(trx, ['svar', ...iOrdning(fråga)], räknat, inom)), fråga };
    },
    räknaPeriodslut: (val) => räknaPeriodslut(trx, val),
    värden: async (dimension) => {
      const rows = await trx
        .selectFrom('stat_varde')
        .select('varde')
        .distinct()
        .where('dimension', '=', dimension)
        .execute();
      return rows.map(({ varde }) => varde).sort((a, b) => a.localeCompare(b, 'sv'));
    },
    omfång: async () => {
      const första = await trx
        .selectFrom('stat_hushallsmanad')
        .select('manad')
        .orderBy('manad')
        .limit(1)
        .executeTakeFirst();
      const sista = await trx
        .selectFrom('stat_hushallsmanad')
        .select('manad')
        .orderBy('manad', 'desc')
        .limit(1)
        .executeTakeFirst();
      return första && sista && { från: första.manad.slice(0, 7), till: sista.manad.slice(0, 7) };
    },
    saveBefolkning: async (rader) => {
      if (rader.length === 0) return;
      await nyVersion(trx);
      const år = [...new Set(rader.map((r) => r.år))];
      await trx.deleteFrom('stat_befolkning').where('ar', 'in', år).execute();
      await trx
        .insertInto('stat_befolkning')
        .values(rader.map(({ år, ...r }) => ({ ar: år, ...r })))
        .onConflict((c) =>
          c
            .columns(['kommun', 'namnd', 'ar', 'kon', 'aldersgrupp', 'distrikt'])
            .doUpdateSet((eb) => ({ antal: eb.ref('excluded.antal') })),
        )
        .execute();
    },
    findBefolkning: async () => {
      const rows = await trx
        .selectFrom('stat_befolkning')
        .select(['ar', 'kon', 'aldersgrupp', 'distrikt', 'antal'])
        .orderBy('ar')
        .orderBy('distrikt')
        .orderBy('kon')
        .orderBy('aldersgrupp')
        .execute();
      return rows.map(({ ar, ...r }) => ({ år: ar, ...r }));
    },
    saveTjänster: async (rader) => {
      if (rader.length === 0) return;
      await nyVersion(trx);
      const månader = [...new Set(rader.map((r) => `${r.månad}-01`))];
      await trx.deleteFrom('stat_tjanster').where('manad', 'in', månader).execute();
      await trx
        .insertInto('stat_tjanster')
        .values(
          rader.map((r) => ({
            manad: `${r.månad}-01`,
            distrikt: r.distrikt,
            arsarbetskrafter: r.årsarbetskrafter,
            anstallda: r.anställda,
          })),
        )
        .onConflict((c) =>
          c.columns(['kommun', 'namnd', 'manad', 'distrikt']).doUpdateSet((eb) => ({
            arsarbetskrafter: eb.ref('excluded.arsarbetskrafter'),
            anstallda: eb.ref('excluded.anstallda'),
          })),
        )
        .execute();
    },
    findTjänster: async () => {
      const rows = await trx.selectFrom('stat_tjanster').selectAll().orderBy('manad').orderBy('distrikt').execute();
      return rows.map((r) => ({
        månad: r.manad.slice(0, 7),
        distrikt: r.distrikt,
        årsarbetskrafter: r.arsarbetskrafter,
        anställda: r.anstallda,
      }));
    },
  };
  return samling;
}

type Kolumner = Readonly<Record<string, Parameters<typeof kolumnvärden>[0]>>;

/** One statement for all rows: a column is an array, and the database makes rows of them. */
async function läggTill(
  trx: Transaction<Schema>,
  ursprung: Ursprung,
  tabell: string,
  kolumner: Kolumner,
  rader: readonly never[],
): Promise<void> {
  const namn = Object.keys(kolumner);
  const lista = (k: string) => kolumner[k]!.typ === 'text[]';
  await sql`insert into ${sql.table(tabell)} (ursprung, ${sql.join(namn.map((k) => sql.ref(k)))})
    select ${ursprung}, ${sql.join(namn.map((k) => (lista(k) ? sql`${sql.ref(k)}::text[]` : sql.ref(k))))}
    from unnest(${sql.join(
      namn.map(
        (k) =>
          sql`${kolumnvärden(kolumner[k]!, rader)}::text::${sql.raw(lista(k) ? 'text[]' : `${kolumner[k]!.typ}[]`)}`,
      ),
    )}) as ny (${sql.join(namn.map((k) => sql.ref(k)))})`.execute(trx);
}

/** Remembers which of the board's own values occur, so that a list of them need not read every row. */
async function kommIhåg(trx: Transaction<Schema>, ursprung: Ursprung, parti: Partial<Faktaparti>): Promise<void> {
  const sedda = new Map<string, Set<string>>(EGNA_VÄRDEN.map((d) => [d, new Set()]));
  const se = (dimension: (typeof EGNA_VÄRDEN)[number], värde: string | undefined) => {
    if (värde !== undefined) sedda.get(dimension)!.add(värde);
  };
  const { hushållsmånader, personmånader, personår, ansökningar, perioder, händelser, insatsmånader } = parti;
  for (const rader of [hushållsmånader, personmånader, personår, ansökningar, perioder, händelser])
    for (const r of rader ?? []) {
      se('distrikt', r.distrikt);
      se('spar', r.spar);
      se('hinder', r.hinder);
    }
  for (const rader of [personmånader, perioder])
    for (const r of rader ?? []) for (const i of r.insatser) se('insats', i);
  for (const r of händelser ?? []) se('insats', r.insats);
  for (const r of insatsmånader ?? []) {
    se('insats', r.insats);
    se('omrade', r.område);
    se('steg', r.steg);
  }
  for (const r of ansökningar ?? []) {
    se('avslagsgrund', r.avslagsgrund);
    for (const s of r.stopporsaker) se('stopporsak', s);
  }
  for (const r of perioder ?? []) se('avslutsorsak', r.avslutsorsak);
  const rader = [...sedda].flatMap(([dimension, värden]) =>
    [...värden].map((varde) => ({ ursprung, dimension, varde })),
  );
  if (rader.length > 0)
    await trx
      .insertInto('stat_varde')
      .values(rader)
      .onConflict((c) => c.doNothing())
      .execute();
}

/** Which rows of a table have to go when everything from a month on is made anew. */
function borttagna(källa: string, från: Månad) {
  const dag = sql`${`${från}-01`}::date`;
  switch (källa) {
    case 'personar':
      return sql`ar >= ${Number(från.slice(0, 4))}`;
    case 'ansokan': {
      const början = sql`(${`${från}-01`}::timestamp at time zone 'Europe/Stockholm')`;
      return sql`(beslutad is null or inkommen >= ${början} or beslutad >= ${början})`;
    }
    case 'period':
      return sql`true`;
    case 'handelse':
      return sql`dag >= ${dag}`;
    default:
      return sql`manad >= ${dag}`;
  }
}
