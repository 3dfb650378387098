import {
  ALLA,
  fältet,
  type Könsspridning,
  percentilgränser,
  prövaFråga,
  type Statistikfråga,
} from '@stegvis/statistics';
import { sql, type Transaction } from 'kysely';
import type { Schema } from '../schema.ts';
import { gruppnamn, iTiden, iUrvalet, kolumn, TABELLER, villkoren } from './rakna.ts';

/** The percentiles that are read at once; limits are taken outwards to the nearest. */
const STEG = 200;
const RUTNÄT = Array.from({ length: STEG - 1 }, (_, i) => (i + 1) / STEG);

/** How far the values of one group lie apart; `grupper` as in the cells of the answer to the same question. */
export interface Gruppspridning extends Könsspridning {
  readonly grupper: readonly string[];
}

/**
 * How far the values behind a mean or a percentile lie apart, for each group of a question about one whole period. Empty for other kinds
 * of figures and for groups that overlap. It is not protected: only intervals made of it, rounded as the figure is, leave the server.
 * @throws Frågefel when the indicator does not allow the question
 */
export async function spridning(trx: Transaction<Schema>, fråga: Statistikfråga): Promise<Gruppspridning[]> {
  const { indikator, perioder, uppdelning, filter } = prövaFråga({ ...fråga, tid: 'hela' });
  const { täljare, källa, tid } = indikator;
  const namn = 'medel' in täljare ? täljare.medel : 'percentil' in täljare ? täljare.fält : undefined;
  if (namn === undefined || uppdelning.some((u) => fältet(källa, u)?.typ === 'lista')) return [];
  const värde = sql`(${kolumn(källa, namn)})::double precision`;
  const där = sql`${villkoren(källa, täljare.där ?? [])} and ${kolumn(källa, namn)} is not null`;
  const grupper = uppdelning.map((u) => kolumn(källa, u));
  const mängder = Array.from({ length: 2 ** grupper.length }, (_, urval) =>
    grupper.filter((_g, i) => urval & (1 << i)),
  );
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join([
      ...grupper.flatMap((g, i) => [sql`${g} as ${sql.ref(`v${i}`)}`, sql`grouping(${g}) as ${sql.ref(`m${i}`)}`]),
      sql`count(*) as antal`,
      'medel' in täljare
        ? sql`stddev_samp(${värde}) as sd, null as percentiler`
        : sql`null as sd, percentile_cont(${RUTNÄT}::double precision[]) within group (order by ${värde}) as percentiler`,
    ])}
    from ${sql.table(TABELLER[källa])}
    where ${sql.join([iTiden(källa, tid.fält, perioder), där, ...[...filter].map(([f, v]) => iUrvalet(källa, f, v))], sql` and `)}
    group by grouping sets (${sql.join(mängder.map((m) => sql`(${m.length === 0 ? sql`` : sql.join(m)})`))})`.execute(
    trx,
  );
  const skala = fältet(källa, namn)?.typ === 'ore' ? 100 : 1;
  return rows.map((rad) => {
    const antal = Number(rad['antal']);
    const percentiler = rad['percentiler'] as number[] | null;
    const grupp = uppdelning.map((u, i) =>
      Number(rad[`m${i}`]) === 1 ? ALLA : gruppnamn(fältet(källa, u)!, (rad[`v${i}`] as string | null) ?? null),
    );
    if (percentiler === null || !('percentil' in täljare))
      return { grupper: grupp, standardavvikelse: rad['sd'] === null ? undefined : Number(rad['sd']) / skala };
    const [under, över] = percentilgränser(täljare.percentil / 100, antal);
    return {
      grupper: grupp,
      från: (percentiler[Math.max(0, Math.floor(under * STEG) - 1)] ?? 0) / skala,
      till: (percentiler[Math.min(STEG - 2, Math.ceil(över * STEG) - 1)] ?? 0) / skala,
    };
  });
}
