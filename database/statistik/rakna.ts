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

/** Who a row is about: what a figure rests on, and protection looks at. */
const ENHET: Readonly<Record<Exclude<Faktatabell, 'insatsmanad'>, Sql>> = {
  hushallsmanad: sql`hushall`,
  personmanad: sql`person`,
  personar: sql`person`,
  ansokan: sql`hushall`,
  period: sql`person`,
  handelse: sql`coalesce(person, id)`,
};

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

async function grupperna(
  trx: Transaction<Schema>,
  { perioder, uppdelning, filter }: PrövadFråga,
  källa: Faktatabell,
  tidfält: string,
  täljare: Uttryck,
  nämnare: Uttryck | undefined,
): Promise<Grupp[]> {
  const lista = uppdelning.findIndex((u) => fältet(källa, u)?.typ === 'lista');
  const tal = sql.join([
    ...mått(källa, täljare, 't'),
    ...(nämnare ? mått(källa, nämnare, 'n') : [sql`null as n, 0 as nu`]),
  ]);
  const gren = (med: boolean) => {
    const delar = uppdelning.map((u, i) => (i === lista ? (med ? sql`enskild` : sql`null::text`) : kolumn(källa, u)));
    const ref = delar.map((_, i) => sql.ref(`u${i}`));
    const fria = ref.filter((_, i) => i !== lista);
    const fast = [sql`period`, ...(lista >= 0 && med ? [ref[lista]!] : [])];
    const mängder = [
      fria,
      ...(fria.length === 2 ? [[fria[0]!], [fria[1]!]] : []),
      ...(fria.length > 0 ? [[]] : []),
    ].map((g) => sql`(${sql.join([...fast, ...g])})`);
    const märken = ref.map((r, i) => (i === lista ? sql`${sql.lit(med ? 0 : 1)}` : sql`grouping(${r})`));
    return sql`(select period, ${sql.join([...ref.map((r, i) => sql`${i === lista && !med ? sql`null::text` : r} as ${sql.ref(`v${i}`)}`), ...märken.map((m, i) => sql`${m} as ${sql.ref(`m${i}`)}`), tal])}
      from (select ${periodnummer(källa, tidfält, perioder)} as period, *
        ${delar.length > 0 ? sql`, ${sql.join(delar.map((d, i) => sql`${d} as ${sql.ref(`u${i}`)}`))}` : sql``}
        from ${sql.table(TABELLER[källa])}
        ${med && lista >= 0 ? sql`cross join unnest(case when cardinality(${kolumn(källa, uppdelning[lista]!)}) = 0 then array[${INGEN}] else ${kolumn(källa, uppdelning[lista]!)} end) as enskild` : sql``}
        where ${sql.join([iTiden(källa, tidfält, perioder), ...[...filter].map(([f, v]) => iUrvalet(källa, f, v))], sql` and `)}) as rad
      group by grouping sets (${sql.join(mängder)}))`;
  };
  const fråga = lista < 0 ? gren(true) : sql`${gren(true)} union all ${gren(false)}`;
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

/** The columns of one expression: its figure, the rows of a mean, and whom it rests on. */
function mått(källa: Faktatabell, u: Uttryck, namn: 't' | 'n'): Sql[] {
  const där = villkoren(källa, u.där ?? []);
  const figur = sql.ref(namn);
  const underlag = (krav: Sql) => sql`${underlaget(källa, u, krav)} as ${sql.ref(`${namn}u`)}`;
  if ('räkna' in u) {
    const antal = u.räkna === 'rader' ? sql`count(*)` : sql`count(distinct ${kolumn(källa, u.fält)})`;
    return [sql`${antal} filter (where ${där}) as ${figur}`, underlag(där)];
  }
  if ('summa' in u) {
    const k = kolumn(källa, u.summa);
    return [sql`sum(${k}) filter (where ${där}) as ${figur}`, underlag(sql`${där} and ${k} <> 0`)];
  }
  if ('medel' in u) {
    const k = kolumn(källa, u.medel);
    const finns = sql`${där} and ${k} is not null`;
    return [sql`sum(${k}) filter (where ${där}) as ${figur}, count(*) filter (where ${finns}) as tn`, underlag(finns)];
  }
  const k = kolumn(källa, u.fält);
  return [
    sql`percentile_cont(${sql.lit(u.percentil / 100)}) within group (order by (${k})::double precision) filter (where ${där}) as ${figur}`,
    underlag(sql`${där} and ${k} is not null`),
  ];
}

function underlaget(källa: Faktatabell, u: Uttryck, krav: Sql): Sql {
  if (källa !== 'insatsmanad') return sql`count(distinct ${ENHET[källa]}) filter (where ${krav})`;
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
