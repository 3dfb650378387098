import type { Månad } from '@stegvis/casework';
import { Frågefel, fältet, type Periodslut } from '@stegvis/statistics';
import { sql, type Transaction } from 'kysely';
import type { Schema } from '../schema.ts';
import { enskilda, gruppnamn, iUrvalet, kolumn } from './rakna.ts';

/** Which ended periods, and what they are split by. */
export interface Slutval {
  /** The first and the last month that they ended in, both counted. */
  readonly från: Månad;
  readonly till: Månad;
  /** By field, as in a question. */
  readonly filter: Readonly<Record<string, readonly string[]>>;
  /** Left out: all are in the group ''. A period with several activities is in the group of each. */
  readonly uppdelning?: string | undefined;
}

/** Ends in one group. */
export interface GrupperatSlut extends Periodslut {
  readonly grupp: string;
}

const FÄLT = ['kon', 'aldersgrupp', 'hushallstyp', 'hinder', 'distrikt', 'spar', 'insats', 'avslutsorsak'];

/** Counts the ends in the database: what comes back grows with the months, not with the people. */
export async function räknaPeriodslut(trx: Transaction<Schema>, val: Slutval): Promise<GrupperatSlut[]> {
  const { från, till, filter, uppdelning } = val;
  for (const namn of Object.keys(filter)) if (!FÄLT.includes(namn)) throw fel('filter', `begränsas på ”${namn}”`);
  if (uppdelning !== undefined && !FÄLT.includes(uppdelning)) throw fel('uppdelning', `delas upp på ”${uppdelning}”`);
  const fält = uppdelning === undefined ? undefined : fältet('period', uppdelning)!;
  const enskilt = fält?.typ === 'lista';
  const grupp = fält === undefined ? sql`''` : enskilt ? sql`enskild` : kolumn('period', uppdelning!);
  const villkor = Object.entries(filter).map(([namn, värden]) => iUrvalet('period', namn, värden));
  const { rows } = await sql<{
    grupp: string | null;
    till: string;
    sedd_till: string;
    ateransokt: string | null;
    antal: number;
  }>`
    select ${grupp} as grupp, till, sedd_till, date_trunc('month', ateransokt)::date as ateransokt, count(*)::integer as antal
    from stat_period ${enskilt ? enskilda(kolumn('period', uppdelning!)) : sql``}
    where ${sql.join([sql`till between ${`${från}-01`}::date and ${`${till}-01`}::date`, ...villkor], sql` and `)}
    group by 1, 2, 3, 4`.execute(trx);
  return rows.map((r) => ({
    grupp: fält === undefined ? '' : gruppnamn(fält, r.grupp),
    till: r.till.slice(0, 7),
    seddTill: r.sedd_till,
    återansökt: r.ateransokt?.slice(0, 7),
    antal: r.antal,
  }));
}

const fel = (del: 'filter' | 'uppdelning', sats: string) =>
  new Frågefel(del, `Perioder kan inte ${sats}. Det som går är ${FÄLT.join(', ')}.`);
