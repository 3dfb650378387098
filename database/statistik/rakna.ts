import { flyttaMånad } from '@stegvis/casework';
import {
  ALLA,
  type Befolkning,
  type Faktatabell,
  type Fält,
  fältet,
  INGEN,
  type Indikator,
  type Nämnare,
  type PrövadFråga,
  prövaFråga,
  type Råcell,
  type Råsvar,
  SAKNAS,
  type Statistikfråga,
  type Tjänster,
  type Uttryck,
  type Villkor,
} from '@stegvis/statistics';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Schema } from '../schema.ts';
import { invånare, årsarbetskrafter } from './egna-filer.ts';
import { utanSmåPersonalgrupper } from './personalgrupp.ts';

type Sql = RawBuilder<unknown>;

/** What stands in the cells of one grouping, as the database counted it. */
interface Tal {
  readonly t: number | null;
  /** Rows with a value, of a mean. */
  readonly tn: number | null;
  readonly tu: number;
  readonly n: number | null;
  readonly nu: number;
}
interface Grupp extends Tal {
  readonly period: number;
  readonly grupper: readonly string[];
}

/** What a count needs to read besides the facts. */
export interface Egna {
  readonly befolkning: readonly Befolkning[];
  readonly tjänster: readonly Tjänster[];
  readonly underlagFrån: string | undefined;
  readonly omfång: { från: string; till: string } | undefined;
}

/**
 * Counts a question: one statement over the facts (two when the denominator is of another table), every margin with it, and the
 * board's own files for what they say.
 * @throws Frågefel (a RangeError) when the indicator does not allow the question
 */
export async function räkna(trx: Transaction<Schema>, fråga: Statistikfråga, egna: Egna): Promise<Råsvar> {
  const prövad = prövaFråga(fråga);
  const { indikator } = prövad;
  const { nämnare } = indikator;
  const egen = nämnare !== undefined && !('källa' in nämnare) && !('befolkning' in nämnare) && !('tjänster' in nämnare);
  const [grupper, andra] = [
    await grupperna(
      trx,
      prövad,
      indikator.källa,
      indikator.tid.fält,
      indikator.täljare,
      egen ? (nämnare as Uttryck) : undefined,
    ),
    nämnare !== undefined && 'källa' in nämnare
      ? await grupperna(trx, prövad, nämnare.källa, nämnare.tid, nämnare.uttryck, undefined)
      : [],
  ];
  const anmärkningar = [...prövad.anmärkningar];
  const nämnarna = nämnartal(nämnare, prövad, andra, egna, anmärkningar);
  const celler = medNollor(prövad, grupper, andra, egna).map((g) => cell(prövad, g, nämnarna(g)));
  return {
    fråga,
    celler: utanSmåPersonalgrupper(celler, prövad, egna.tjänster),
    underlagFrån: egna.underlagFrån,
    överlappar: prövad.uppdelning.some((u) => fältet(indikator.källa, u)?.typ === 'lista'),
    anmärkningar: [...new Set(anmärkningar)],
  };
}

type Nämnartal = { n: number | undefined; nu: number | undefined; saknas?: string | undefined };

function nämnartal(
  nämnare: Nämnare | undefined,
  { perioder, uppdelning, filter }: PrövadFråga,
  andra: readonly Grupp[],
  egna: Egna,
  anmärkningar: string[],
): (g: Grupp) => Nämnartal {
  if (nämnare === undefined) return () => ({ n: undefined, nu: undefined });
  if ('befolkning' in nämnare || 'tjänster' in nämnare)
    return (g) => {
      const period = perioder[g.period]!;
      const urval = new Map(filter);
      uppdelning.forEach((u, i) => {
        if (g.grupper[i] !== ALLA) urval.set(u, [g.grupper[i]!]);
      });
      const svar =
        'befolkning' in nämnare
          ? invånare(egna.befolkning, nämnare.befolkning, period, urval)
          : årsarbetskrafter(egna.tjänster, period, urval);
      if ('saknas' in svar) return { n: undefined, nu: undefined, saknas: svar.saknas };
      anmärkningar.push(...svar.anmärkningar);
      return { n: svar.antal, nu: svar.underlag };
    };
  if ('källa' in nämnare) {
    const per = new Map(andra.map((g) => [nyckel(g), g]));
    return (g) => {
      const n = per.get(nyckel(g));
      return { n: n?.t ?? 0, nu: n?.tu ?? 0 };
    };
  }
  return (g) => ({ n: g.n ?? 0, nu: g.nu });
}

function cell({ perioder, indikator }: PrövadFråga, g: Grupp, { n, nu, saknas }: Nämnartal): Råcell {
  const { täljare, enhet } = indikator;
  const skala = enhetsskala(indikator);
  const grund = { period: perioder[g.period]!.nyckel, grupper: g.grupper, underlag: g.tu, nämnarunderlag: nu };
  if ('medel' in täljare) {
    const antal = g.tn ?? 0;
    const summa = (g.t ?? 0) / skala;
    return antal === 0
      ? { ...grund, täljare: 0, nämnare: 0, värde: null, nämnarunderlag: 0, saknas: INGA }
      : { ...grund, täljare: summa, nämnare: antal, värde: summa / antal, nämnarunderlag: g.tu };
  }
  if ('percentil' in täljare) {
    const värde = g.t === null ? null : g.t / skala;
    return { ...grund, täljare: värde ?? 0, nämnare: undefined, värde, ...(värde === null && { saknas: INGA }) };
  }
  const t = (g.t ?? 0) / skala;
  if (indikator.nämnare === undefined) return { ...grund, täljare: t, nämnare: undefined, värde: t };
  const delare = n === undefined ? undefined : n / nämnarskala(indikator);
  if (delare === undefined || delare === 0)
    return { ...grund, täljare: t, nämnare: delare, värde: null, saknas: saknas ?? INGA_I_NÄMNAREN };
  return { ...grund, täljare: t, nämnare: delare, värde: (enhet === 'procent' ? 100 * t : t) / delare };
}

const INGA = 'Det finns ingen uppgift att räkna på.';
const INGA_I_NÄMNAREN = 'Det finns ingen att räkna på i nämnaren.';

function enhetsskala({ källa, täljare }: Indikator): number {
  return ören(källa, täljare) ? 100 : 1;
}

function nämnarskala({ källa, nämnare }: Indikator): number {
  if (nämnare === undefined || 'befolkning' in nämnare || 'tjänster' in nämnare) return 1;
  return ('källa' in nämnare ? ören(nämnare.källa, nämnare.uttryck) : ören(källa, nämnare)) ? 100 : 1;
}

function ören(källa: Faktatabell, u: Uttryck): boolean {
  const fält = 'summa' in u ? u.summa : 'medel' in u ? u.medel : 'percentil' in u ? u.fält : undefined;
  return fält !== undefined && fältet(källa, fält)?.typ === 'ore';
}

const nyckel = ({ period, grupper }: { period: number; grupper: readonly string[] }) =>
  `${period}\n${grupper.join('\n')}`;

/**
 * The groups with the margins of every period that facts are known for: where nobody was counted, a zero stands. Two splits together
 * show only what occurs.
 */
function medNollor(
  { perioder, uppdelning }: PrövadFråga,
  grupper: readonly Grupp[],
  andra: readonly Grupp[],
  { omfång }: Egna,
): Grupp[] {
  const finns = new Map<string, Grupp>();
  const noll = { t: null, tn: 0, tu: 0, n: 0, nu: 0 };
  const kända = perioder.flatMap((p, i) => (omfång && p.från <= omfång.till && p.till >= omfång.från ? [i] : []));
  for (const g of grupper) finns.set(nyckel(g), g);
  for (const g of andra)
    if (!finns.has(nyckel(g))) finns.set(nyckel(g), { ...noll, period: g.period, grupper: g.grupper });
  const värden = uppdelning.map((_, i) => new Set([...finns.values()].map((g) => g.grupper[i]!)));
  const summor = uppdelning.map(() => ALLA);
  for (const period of kända)
    for (const rad of [summor, ...värden.flatMap((v, i) => [...v].map((värde) => summor.with(i, värde)))]) {
      const tom = { ...noll, period, grupper: rad };
      if (!finns.has(nyckel(tom))) finns.set(nyckel(tom), tom);
    }
  return [...finns.values()].sort((a, b) => a.period - b.period || jämför(a.grupper, b.grupper));
}

/** In the order of the alphabet, with the margins last. */
function jämför(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!];
    if (x !== y) return x === ALLA ? 1 : y === ALLA ? -1 : x < y ? -1 : 1;
  }
  return 0;
}

export const TABELLER: Readonly<Record<Faktatabell, string>> = {
  hushallsmanad: 'stat_hushallsmanad',
  personmanad: 'stat_personmanad',
  personar: 'stat_personar',
  ansokan: 'stat_ansokan',
  period: 'stat_period',
  insatsmanad: 'stat_insatsmanad',
  handelse: 'stat_handelse',
};

/** The field that says who a row is about: what a figure rests on, and protection looks at. */
const ENHETSFÄLT: Readonly<Record<Faktatabell, string>> = {
  hushallsmanad: 'hushall',
  personmanad: 'person',
  personar: 'person',
  ansokan: 'hushall',
  period: 'person',
  handelse: 'person',
  insatsmanad: 'insats',
};

/** An event that is about nobody known counts as one of its own. */
function enhet(källa: Faktatabell): Sql {
  return källa === 'handelse' ? sql`coalesce(person, id)` : sql.ref(ENHETSFÄLT[källa]);
}

/** How many persons a figure of activities is about: nobody where it is places or money. */
const PERSONER_I_INSATS: Readonly<Record<string, Sql>> = {
  upptagna: sql`upptagna`,
  i_ko: sql`i_ko`,
  efterfragan: sql`efterfragan`,
  borjat: sql`borjat`,
  kodagar: sql`borjat`,
};

const HÄRLEDDA: Readonly<Record<string, Sql>> = {
  'hushallsmanad.belopp': sql`(belopp121 + belopp122)`,
  'ansokan.vantar': sql`(beslutad is null)`,
  'ansokan.stopporsak': sql`stopporsaker`,
  'personmanad.insats': sql`insatser`,
  'period.insats': sql`insatser`,
};

export function kolumn(källa: Faktatabell, namn: string): Sql {
  return HÄRLEDDA[`${källa}.${namn}`] ?? sql.ref(namn);
}

/** Joins each value of a list as `enskild`; a row whose list is empty is there once. */
export const enskilda = (lista: Sql): Sql =>
  sql`cross join unnest(case when cardinality(${lista}) = 0 then array[${INGEN}] else ${lista} end) as enskild`;

async function grupperna(
  trx: Transaction<Schema>,
  prövad: PrövadFråga,
  källa: Faktatabell,
  tidfält: string,
  täljare: Uttryck,
  nämnare: Uttryck | undefined,
): Promise<Grupp[]> {
  const { uppdelning } = prövad;
  const lista = uppdelning.findIndex((u) => fältet(källa, u)?.typ === 'lista');
  const mått = [måttet(källa, täljare, 't'), ...(nämnare ? [måttet(källa, nämnare, 'n')] : [])];
  const sätt = sättet(prövad, källa, tidfält, mått);
  // A list is unnested for its groups and left alone for their margin, where a row counts once.
  const grenar = lista < 0 ? [true] : [true, false];
  const fråga = sql.join(
    grenar.map((uppvecklad) => gren(prövad, källa, tidfält, mått, sätt, lista, uppvecklad)),
    sql` union all `,
  );
  await sql`select set_config('work_mem', ${ARBETSMINNE}, true)`.execute(trx);
  const { rows } = await sql<Record<string, string | number | boolean | null>>`${fråga}`.execute(trx);
  return rows.map((rad) => ({
    period: Number(rad.period) - 1,
    grupper: uppdelning.map((u, i) =>
      Number(rad[`m${i}`]) === 1 ? ALLA : gruppnamn(fältet(källa, u)!, rad[`v${i}`] ?? null),
    ),
    t: talet(rad.t),
    tn: talet(rad.tn),
    tu: talet(rad.tu) ?? 0,
    n: talet(rad.n),
    nu: talet(rad.nu) ?? 0,
  }));
}

/** For the hash tables of one question; the transaction's own. */
const ARBETSMINNE = '128MB';

/**
 * How those behind a figure are counted. `unik`: each is in one row of a period at most, so that rows are counted in a plain grouping and
 * the margins are sums of it. `direkt`: each margin is counted from the rows.
 */
type Sätt = 'unik' | 'direkt';

function sättet({ perioder }: PrövadFråga, källa: Faktatabell, tidfält: string, mått: readonly Mått[]): Sätt {
  if (mått.some(({ delbart }) => !delbart)) return 'direkt';
  const perMånad = (källa === 'hushallsmanad' || källa === 'personmanad') && tidfält === 'manad';
  const unik = perMånad
    ? perioder.every((p) => p.från === p.till)
    : källa === 'personar' && perioder.every((p) => p.från.slice(0, 4) === p.till.slice(0, 4));
  return unik ? 'unik' : 'direkt';
}

function gren(
  { perioder, uppdelning, filter }: PrövadFråga,
  källa: Faktatabell,
  tidfält: string,
  mått: readonly Mått[],
  sätt: Sätt,
  lista: number,
  uppvecklad: boolean,
): Sql {
  const listkolumn = lista >= 0 ? kolumn(källa, uppdelning[lista]!) : undefined;
  const led = uppdelning.flatMap((u, i) =>
    i !== lista ? [{ i, värde: kolumn(källa, u) }] : uppvecklad ? [{ i, värde: sql`enskild` }] : [],
  );
  const rader = sql`(select ${sql.join([
    sql`${periodnummer(källa, tidfält, perioder)} as period`,
    sql`*`,
    ...led.map(({ i, värde }) => sql`${värde} as ${sql.ref(`u${i}`)}`),
  ])} from ${sql.table(TABELLER[källa])} ${
    listkolumn && uppvecklad ? enskilda(listkolumn) : sql``
  } where ${sql.join([iTiden(källa, tidfält, perioder), ...[...filter].map(([f, v]) => iUrvalet(källa, f, v))], sql` and `)}) as rad`;
  const nummer = led.map(({ i }) => i);
  const mängder = delmängder(nummer).filter((m) => !uppvecklad || lista < 0 || m.includes(lista));
  const kolumner = (med: readonly number[]) => [
    sql`period`,
    ...uppdelning.flatMap((_, i) => [
      sql`${med.includes(i) ? sql.ref(`u${i}`) : sql`null`} as ${sql.ref(`v${i}`)}`,
      sql`${sql.lit(med.includes(i) ? 0 : 1)} as ${sql.ref(`m${i}`)}`,
    ]),
  ];
  const nycklar = (m: readonly number[]) => [sql`period`, ...m.map((i) => sql.ref(`u${i}`))];
  if (sätt === 'direkt') {
    const märkta = [
      sql`period`,
      ...uppdelning.flatMap((_, i) => [
        sql`${nummer.includes(i) ? sql.ref(`u${i}`) : sql`null`} as ${sql.ref(`v${i}`)}`,
        sql`${nummer.includes(i) ? sql`grouping(${sql.ref(`u${i}`)})` : sql.lit(1)} as ${sql.ref(`m${i}`)}`,
      ]),
    ];
    return sql`(select ${sql.join([...märkta, ...kolumnerna(mått, sätt)])} from ${rader}
      group by grouping sets (${sql.join(mängder.map((m) => sql`(${sql.join(nycklar(m))})`))}))`;
  }
  // A plain grouping is made side by side by the database's workers, which grouping sets are not.
  const fin = sql`select ${sql.join([...nycklar(nummer), ...mått.flatMap(({ delar }) => delar)])}
    from ${rader} group by ${sql.join(nycklar(nummer))}`;
  const summor = mängder.map(
    (m) =>
      sql`select ${sql.join([...kolumner(m), ...kolumnerna(mått, sätt)])} from fin group by ${sql.join(nycklar(m))}`,
  );
  return sql`(with fin as materialized (${fin}) ${sql.join(summor, sql` union all `)})`;
}

/** Every subset, the whole first. */
function delmängder(alla: readonly number[]): number[][] {
  const mängder: number[][] = [[]];
  for (const n of alla.toReversed()) mängder.unshift(...mängder.map((m) => [n, ...m]));
  return mängder;
}

function kolumnerna(mått: readonly Mått[], sätt: Sätt): Sql[] {
  return [...mått.flatMap((m) => m[sätt]), ...(mått.length === 1 ? [sql`null as n`, sql`0 as nu`] : [])];
}

const talet = (v: string | number | boolean | null | undefined) => (v === null || v === undefined ? null : Number(v));

export function gruppnamn(fält: Fält, värde: string | number | boolean | null): string {
  if (värde === null) return fält.tomt ?? SAKNAS;
  return typeof värde === 'boolean' ? (värde ? 'ja' : 'nej') : String(värde);
}

/** The number of the period a row belongs to, from 1. */
function periodnummer(källa: Faktatabell, tidfält: string, perioder: PrövadFråga['perioder']): Sql {
  if (perioder.length === 1) return sql`1`;
  return sql`width_bucket(${sql.ref(tidfält)}, ${gränser(
    källa,
    tidfält,
    perioder.map((p) => p.från),
  )})`;
}

export function iTiden(källa: Faktatabell, tidfält: string, perioder: PrövadFråga['perioder']): Sql {
  const fält = sql.ref(tidfält);
  const slut = flyttaMånad(perioder.at(-1)!.till, 1);
  const [från, till] = [perioder[0]!.från, slut].map((m) => gräns(källa, tidfält, m));
  return sql`${fält} >= ${från} and ${fält} < ${till}`;
}

/** Where a month begins, in the type of the field. */
function gräns(källa: Faktatabell, tidfält: string, månad: string): Sql {
  const { typ } = fältet(källa, tidfält)!;
  if (typ === 'ar') return sql`${Number(månad.slice(0, 4))}::smallint`;
  const dag = sql`${`${månad}-01`}`;
  return typ === 'tidpunkt' ? sql`(${dag}::timestamp at time zone 'Europe/Stockholm')` : sql`${dag}::date`;
}

function gränser(källa: Faktatabell, tidfält: string, månader: readonly string[]): Sql {
  const { typ } = fältet(källa, tidfält)!;
  if (typ === 'ar') return sql`${månader.map((m) => Number(m.slice(0, 4)))}::smallint[]`;
  const dagar = sql`${månader.map((m) => `${m}-01`)}`;
  return typ === 'tidpunkt'
    ? sql`array(select d at time zone 'Europe/Stockholm' from unnest(${dagar}::timestamp[]) as d order by d)`
    : sql`${dagar}::date[]`;
}

/** That a row has one of these values. */
export function iUrvalet(källa: Faktatabell, namn: string, värden: readonly string[]): Sql {
  const fält = fältet(källa, namn)!;
  const k = kolumn(källa, namn);
  const tomt = värden.includes(fält.typ === 'lista' ? INGEN : (fält.tomt ?? SAKNAS));
  if (fält.typ === 'lista') return sql`(${k} && ${värden}::text[]${tomt ? sql` or cardinality(${k}) = 0` : sql``})`;
  const lika =
    fält.typ === 'ja-nej'
      ? sql`${k} = any(${värden.flatMap((v) => (v === 'ja' ? [true] : v === 'nej' ? [false] : []))}::boolean[])`
      : sql`${k} = any(${värden}::text[])`;
  return tomt ? sql`(${lika} or ${k} is null)` : lika;
}

/** The columns of one expression: its figure, the rows of a mean, and whom it rests on, for each way to count them. */
/** Sums are made in double precision, which holds whole öre exactly up to 90 thousand billion kronor and is many times faster. */
interface Mått {
  readonly direkt: readonly Sql[];
  /** Over `delar`. */
  readonly unik: readonly Sql[];
  /** What is counted in the smallest groups. */
  readonly delar: readonly Sql[];
  /** Whether margins are sums of the groups. */
  readonly delbart: boolean;
}

function måttet(källa: Faktatabell, u: Uttryck, namn: 't' | 'n'): Mått {
  const där = villkoren(källa, u.där ?? []);
  const fält =
    'summa' in u ? u.summa : 'medel' in u ? u.medel : 'percentil' in u || u.räkna === 'olika' ? u.fält : undefined;
  const k = fält === undefined ? undefined : kolumn(källa, fält);
  const krav =
    k === undefined || 'räkna' in u ? där : 'summa' in u ? sql`${där} and ${k} <> 0` : sql`${där} and ${k} is not null`;
  const [figur, under, antal] = [sql.ref(namn), sql.ref(`${namn}u`), sql.ref(`${namn}n`)];
  const som = (tal: Sql, medel: Sql, underlag: Sql) => [
    sql`${tal} as ${figur}`,
    ...('medel' in u ? [sql`${medel} as ${antal}`] : []),
    sql`${underlag} as ${under}`,
  ];
  const medKrav = sql`count(*) filter (where ${krav})`;
  const olika = 'räkna' in u && u.räkna === 'olika';
  const enhetens = olika && källa !== 'handelse' && u.fält === ENHETSFÄLT[källa];
  const tal =
    'percentil' in u
      ? sql`percentile_cont(${sql.lit(u.percentil / 100)}) within group (order by (${k})::double precision) filter (where ${där})`
      : 'räkna' in u
        ? sql`count(*) filter (where ${där})`
        : sql`sum((${k})::double precision) filter (where ${där})`;
  const annat = olika && !enhetens && u.fält !== 'id' ? sql`count(distinct ${k}) filter (where ${där})` : undefined;
  const [d, du] = [sql.ref(`${namn}_del`), sql.ref(`${namn}_med`)];
  return {
    unik: som(enhetens ? sql`sum(${du})` : sql`sum(${d})`, sql`sum(${du})`, sql`sum(${du})`),
    direkt: som(enhetens ? underlaget(källa, u, krav) : (annat ?? tal), medKrav, underlaget(källa, u, krav)),
    delar: [sql`${'räkna' in u ? sql`(${tal})::integer` : tal} as ${d}`, sql`(${medKrav})::integer as ${du}`],
    delbart: !('percentil' in u) && annat === undefined,
  };
}

function underlaget(källa: Faktatabell, u: Uttryck, krav: Sql): Sql {
  if (källa !== 'insatsmanad') return sql`count(distinct ${enhet(källa)}) filter (where ${krav})`;
  const fält = 'summa' in u ? u.summa : 'medel' in u ? u.medel : 'percentil' in u ? u.fält : '';
  const personer = PERSONER_I_INSATS[fält];
  return personer === undefined ? sql`0` : sql`coalesce(sum(${personer}) filter (where ${krav}), 0)`;
}

export function villkoren(källa: Faktatabell, villkor: readonly Villkor[]): Sql {
  return villkor.length === 0
    ? sql`true`
    : sql.join(
        villkor.map((v) => villkoret(källa, v)),
        sql` and `,
      );
}

function villkoret(källa: Faktatabell, v: Villkor): Sql {
  const k = kolumn(källa, v.fält);
  const lista = fältet(källa, v.fält)?.typ === 'lista';
  const delar: Sql[] = [];
  if (typeof v.är === 'object') delar.push(lista ? sql`${k} && ${v.är}::text[]` : sql`${k} = any(${v.är}::text[])`);
  else if (v.är !== undefined)
    delar.push(
      lista ? sql`${v.är}::text = any(${k})` : sql`${k} = ${typeof v.är === 'boolean' ? sql.lit(v.är) : v.är}`,
    );
  if (v.minst !== undefined) delar.push(sql`${k} >= ${sql.lit(v.minst)}`);
  if (v.högst !== undefined) delar.push(sql`${k} <= ${sql.lit(v.högst)}`);
  if (v.finns !== undefined)
    delar.push(
      lista ? sql`(cardinality(${k}) > 0) = ${sql.lit(v.finns)}` : v.finns ? sql`${k} is not null` : sql`${k} is null`,
    );
  return sql`(${sql.join(delar, sql` and `)})`;
}
