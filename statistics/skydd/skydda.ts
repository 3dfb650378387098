import { DIMENSIONER, SAKNAS } from '../dimension.ts';
import { ALLA, type Råcell, type Råsvar } from '../fraga.ts';
import type { Indikator } from '../indikator.ts';
import { indikator as indikatornMed } from '../indikatorer/index.ts';
import { type Båge, rörlighet } from './flode.ts';
import { perioderI } from './perioder.ts';
import { SKYDDAD, type SkyddadCell, type SkyddatSvar } from './skyddat-svar.ts';

/** The limit under which a number is hidden when the board has not set another. */
export const GRÄNS = 5;

/** What protection must know of an indicator. */
export type Måttslag = Pick<Indikator, 'enhet' | 'täljare' | 'nämnare'>;

export interface Skyddsval {
  /** What kind of figure it is: a share, a count, or something else. Left out: the declared indicator of the question. */
  readonly indikator?: Måttslag;
  readonly gräns?: number;
  /** The values of the splits that have no values of their own in `DIMENSIONER`; those that occur are added. */
  readonly värden?: Readonly<Record<string, readonly string[]>>;
}

/** A count that is shown as what it is, not as a mean or a sum of money. */
export function ärAntal({ täljare, nämnare, enhet }: Måttslag): boolean {
  return nämnare === undefined && 'räkna' in täljare && enhet !== 'kr' && enhet !== 'procent';
}

/**
 * The answer with small numbers protected. What it guarantees, with `gräns` = 5:
 *
 * 1. No count below 5 is shown, neither a numerator's, a denominator's nor what is left between them; nor is 0, which looks the same.
 * 2. Every count that is shown is rounded down to a multiple of 5, from the true number alone, so that the same group always gives the
 *    same figure. Two figures whose groups differ by a few persons therefore leave at least five possibilities for the difference.
 * 3. A hidden number of the answer has at least five possible values whatever is added and subtracted in its rows, columns and sums:
 *    each row and column that has a hidden number has at least two, and more are hidden until a flow through the table shows it.
 * 4. A sum, mean or percentile that rests on n persons is no more exact than one n-th times 2–5 of itself, so that one household's
 *    amount cannot be read as the difference between two.
 */
export function skydda(svar: Råsvar, { indikator: givet, gräns = GRÄNS, värden = {} }: Skyddsval = {}): SkyddatSvar {
  const indikator = givet ?? indikatornMed(svar.fråga.indikator);
  if (!indikator) throw new RangeError(`There is no indicator '${svar.fråga.indikator}'`);
  if (!Number.isInteger(gräns) || gräns < 2)
    throw new RangeError(`The limit is an integer of at least 2, not ${gräns}`);
  const { fråga } = svar;
  const axlar = fråga.uppdelning.map((dimension, i) => värdenFör(svar, dimension, i, värden));
  const celler = new Map(svar.celler.map((cell) => [nyckel(cell.period, cell.grupper), cell]));
  const perioder = perioderI(fråga);
  const ut: SkyddadCell[] = [];
  for (const period of perioder) {
    const rader = rutnät(axlar).map(
      (grupper): Råcell => celler.get(nyckel(period, grupper)) ?? tom(period, grupper, indikator),
    );
    const dolda = dölj(rader, axlar, indikator, gräns);
    rader.forEach((cell, i) => {
      ut.push(dolda[i] ? dold(cell, indikator) : visad(cell, indikator, gräns));
    });
  }
  return {
    fråga,
    celler: ut,
    gräns,
    underlagFrån: svar.underlagFrån,
    överlappar: svar.överlappar,
    anmärkningar: svar.anmärkningar,
  };
}

const nyckel = (period: string, grupper: readonly string[]) => [period, ...grupper].join('\u0000');

/** The values of a split that the answer shows, whether or not anybody has them; those of a filter where there is one. */
function värdenFör(
  svar: Råsvar,
  dimension: string,
  i: number,
  egna: Readonly<Record<string, readonly string[]>>,
): string[] {
  const kända = dimension in DIMENSIONER ? DIMENSIONER[dimension as keyof typeof DIMENSIONER].värden : undefined;
  const valda = svar.fråga.filter[dimension];
  const alla = valda ?? (kända === undefined ? (egna[dimension] ?? []) : Object.keys(kända));
  const finns = new Set(svar.celler.map(({ grupper }) => grupper[i] ?? ALLA));
  finns.delete(ALLA);
  for (const ett of alla) finns.delete(ett);
  return [...alla, ...[...finns].sort()];
}

/** Every combination of values with its margins; the margin of an axis comes last. */
function rutnät(axlar: readonly (readonly string[])[]): string[][] {
  return axlar.reduce<string[][]>(
    (rader, axel) => rader.flatMap((rad) => [...axel, ALLA].map((v) => [...rad, v])),
    [[]],
  );
}

function tom(period: string, grupper: readonly string[], indikator: Måttslag): Råcell {
  const nämnare = indikator.nämnare === undefined ? undefined : 0;
  return { period, grupper, täljare: 0, nämnare, värde: null, underlag: 0, nämnarunderlag: nämnare };
}

function dold({ period, grupper, nämnarunderlag, saknas }: Råcell, indikator: Måttslag): SkyddadCell {
  // That nobody is in the denominator is never told; that the board's own file lacks a year is.
  const egenFil = indikator.nämnare !== undefined && ärEgenFil(indikator.nämnare);
  const nämnare = nämnarunderlag === undefined ? undefined : SKYDDAD;
  return {
    period,
    grupper,
    värde: SKYDDAD,
    underlag: SKYDDAD,
    nämnarunderlag: nämnare,
    saknas: egenFil ? saknas : undefined,
  };
}

const ärEgenFil = (nämnare: object) => 'befolkning' in nämnare || 'tjänster' in nämnare;

/** The counts that a cell gives away when it is shown. */
function antalI(cell: Råcell, indikator: Måttslag): number[] {
  const { underlag, nämnarunderlag, täljare } = cell;
  const antal = [underlag];
  if (nämnarunderlag !== undefined) antal.push(nämnarunderlag);
  if (nämnarunderlag !== undefined && indikator.enhet === 'procent') antal.push(nämnarunderlag - underlag);
  if (ärAntal(indikator)) antal.push(täljare);
  return antal;
}

/** Which of the cells are hidden. The cells are in the order of `rutnät`. */
function dölj(
  celler: readonly Råcell[],
  axlar: readonly (readonly string[])[],
  indikator: Måttslag,
  gräns: number,
): boolean[] {
  const antal = celler.map((cell) => antalI(cell, indikator));
  const dolda = celler.map((cell, i) => cell.värde === null || (antal[i] ?? []).some((n) => n < gräns));
  const rader = summarader(axlar);
  // Everybody knows that nearly nobody lacks a sex or an age: such an empty cell hides nobody else.
  const kändaNollor = celler.map(
    ({ grupper, underlag, nämnarunderlag }) =>
      grupper.includes(SAKNAS) && (nämnarunderlag ?? underlag) === 0 && underlag === 0,
  );
  const storlek = (i: number) => celler[i]?.nämnarunderlag ?? celler[i]?.underlag ?? 0;
  /** Hides the smallest cell that is still shown in a row: a part first, the sum only when no part is left. */
  const döljEn = (rad: Summarad): boolean => {
    const synliga = rad.delar.filter((i) => !dolda[i]);
    const minst = synliga.reduce<number | undefined>(
      (bäst, i) => (bäst === undefined || storlek(i) < storlek(bäst) ? i : bäst),
      undefined,
    );
    const vilken = minst ?? (dolda[rad.summa] ? undefined : rad.summa);
    if (vilken === undefined) return false;
    dolda[vilken] = true;
    return true;
  };
  for (let ändrat = true; ändrat; ) {
    ändrat = false;
    for (const rad of rader)
      if ([rad.summa, ...rad.delar].filter((i) => dolda[i] && !kändaNollor[i]).length === 1)
        ändrat = döljEn(rad) || ändrat;
    if (ändrat) continue;
    for (let tabell = 0; tabell < (antal[0]?.length ?? 0); tabell += 1)
      for (const i of förKända(
        antal.map((n) => n[tabell] ?? 0),
        { dolda, kändaNollor, axlar, rader, gräns, skillnad: tabell === 2 },
      ))
        for (const rad of rader) if (rad.summa === i || rad.delar.includes(i)) ändrat = döljEn(rad) || ändrat;
  }
  return dolda;
}

/** A sum and its parts, by their places among the cells. */
interface Summarad {
  readonly summa: number;
  readonly delar: readonly number[];
}

/** Every row and column of the table with its margin. */
function summarader(axlar: readonly (readonly string[])[]): Summarad[] {
  const [a = [], b = []] = axlar;
  if (axlar.length === 0) return [];
  if (axlar.length === 1) return [{ summa: a.length, delar: a.map((_, i) => i) }];
  if (axlar.length > 2) throw new RangeError(`A figure is split in at most two ways, not ${axlar.length}`);
  const plats = (i: number, j: number) => i * (b.length + 1) + j;
  return [
    ...Array.from({ length: a.length + 1 }, (_, i) => ({
      summa: plats(i, b.length),
      delar: b.map((_, j) => plats(i, j)),
    })),
    ...Array.from({ length: b.length + 1 }, (_, j) => ({
      summa: plats(a.length, j),
      delar: a.map((_, i) => plats(i, j)),
    })),
  ];
}

/** The hidden cells that somebody could still tie to fewer than `gräns` values. Tables that do not add up give no sums to use. */
function förKända(
  antal: readonly number[],
  {
    dolda,
    kändaNollor,
    axlar,
    rader,
    gräns,
    skillnad,
  }: {
    dolda: readonly boolean[];
    kändaNollor: readonly boolean[];
    axlar: readonly (readonly string[])[];
    rader: readonly Summarad[];
    gräns: number;
    skillnad: boolean;
  },
): number[] {
  if (rader.some(({ summa, delar }) => delar.reduce((s, i) => s + (antal[i] ?? 0), 0) !== antal[summa])) return [];
  // A difference is known from two rounded numbers, so only to within the base on either side.
  const slack = skillnad ? gräns - 1 : 0;
  const [a = [], b = []] = axlar;
  const källa = a.length;
  const mynning = axlar.length === 1 ? källa + 1 : a.length + b.length + 1;
  const bågar: Båge[] = antal.map((n, plats) => {
    const [i, j] = axlar.length === 2 ? [Math.floor(plats / (b.length + 1)), plats % (b.length + 1)] : [plats, -1];
    const golv = Math.floor(n / gräns) * gräns;
    const [minst, högst] = kändaNollor[plats]
      ? [0, 0]
      : dolda[plats]
        ? [0, Infinity]
        : [Math.max(gräns, golv - slack), golv + gräns - 1 + slack];
    const [från, till] =
      axlar.length < 2
        ? i < a.length
          ? [källa, mynning]
          : [mynning, källa]
        : i < a.length
          ? j < b.length
            ? [i, a.length + 1 + j]
            : [källa, i]
          : j < b.length
            ? [a.length + 1 + j, mynning]
            : [mynning, källa];
    return { från, till, antal: n, minst, högst };
  });
  return dolda.flatMap((är, i) =>
    är && !kändaNollor[i] && rörlighet(bågar, mynning + 1, i, gräns - 1) < gräns - 1 ? [i] : [],
  );
}

/** A cell that is shown: counts rounded down to the base, everything else to what so few persons can bear. */
function visad(cell: Råcell, indikator: Måttslag, gräns: number): SkyddadCell {
  const golv = (n: number) => Math.floor(n / gräns) * gräns;
  const { period, grupper, nämnarunderlag } = cell;
  const underlag = golv(cell.underlag);
  const nämnare = nämnarunderlag === undefined ? undefined : golv(nämnarunderlag);
  return { period, grupper, värde: visatVärde(cell, indikator, gräns), underlag, nämnarunderlag: nämnare };
}

function visatVärde(cell: Råcell, indikator: Måttslag, gräns: number): number {
  const { värde, underlag, nämnarunderlag, täljare } = cell;
  if (värde === null) throw new RangeError('A cell without a value is never shown');
  if (ärAntal(indikator)) return Math.floor(täljare / gräns) * gräns;
  if (indikator.enhet === 'procent' && nämnarunderlag !== undefined) {
    // From the rounded counts alone, each taken as the middle of its class, so that the share says no more than they do.
    const mitt = (n: number) => Math.floor(n / gräns) * gräns + (gräns - 1) / 2;
    return avrunda(Math.min(100, (100 * mitt(underlag)) / mitt(nämnarunderlag)), nämnarunderlag < 500 ? 1 : 0.1);
  }
  return avrunda(värde, steg((gräns * Math.abs(värde)) / underlag));
}

/** The greatest of 1, 2 and 5 times a power of ten that is not above the number; 0 for 0. */
export function steg(n: number): number {
  if (n <= 0) return 0;
  const tiopotens = 10 ** Math.floor(Math.log10(n) + 1e-12);
  return ([5, 2, 1].find((k) => k * tiopotens <= n * (1 + 1e-12)) ?? 1) * tiopotens;
}

/** Rounds to a multiple of the step, without the tail that binary fractions give. */
function avrunda(n: number, stegets: number): number {
  return stegets === 0 ? n : Number((Math.round(n / stegets) * stegets).toPrecision(12));
}
