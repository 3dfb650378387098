import { SAKNAS } from '../dimension.ts';
import { fältet } from '../falt.ts';
import { ALLA, type Råcell, type Råsvar } from '../fraga.ts';
import { indikator as indikatornMed } from '../indikatorer/index.ts';
import { golv, visatVärde } from './avrunda.ts';
import { type Båge, rörlighet } from './flode.ts';
import { perioderI } from './perioder.ts';
import { SKYDDAD, type SkyddadCell, type SkyddatSvar } from './skyddat-svar.ts';
import { antalI, type Måttslag, type Slag, slaget } from './slag.ts';

/** The limit under which a number is hidden when the board has not set another. */
export const GRÄNS = 5;

export interface Skyddsval {
  /** What kind of figure it is: a share, a count, or something else. Left out: the declared indicator of the question. */
  readonly indikator?: Måttslag;
  readonly gräns?: number;
  /** The values of the splits that are the board's own; those that are known beforehand or occur are added. */
  readonly värden?: Readonly<Record<string, readonly string[]>>;
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
  const slag = slaget(indikator);
  const axlar = fråga.uppdelning.map((namn, i) => värdenFör(svar, namn, i, indikator.källa, värden));
  const celler = new Map(svar.celler.map((cell) => [nyckel(cell.period, cell.grupper), cell]));
  const ut: SkyddadCell[] = [];
  for (const period of perioderI(fråga)) {
    const rader = rutnät(axlar).map(
      (grupper): Råcell => celler.get(nyckel(period, grupper)) ?? tom(period, grupper, indikator),
    );
    const dolda = dölj(rader, axlar, slag, gräns);
    rader.forEach((cell, i) => {
      ut.push(dolda[i] ? dold(cell, slag) : visad(cell, slag, gräns));
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
  namn: string,
  i: number,
  källa: Måttslag['källa'],
  egna: Readonly<Record<string, readonly string[]>>,
): string[] {
  const kända = källa === undefined ? [] : Object.keys(fältet(källa, namn)?.värden ?? {});
  const alla = svar.fråga.filter[namn] ?? [...new Set([...kända, ...(egna[namn] ?? [])])];
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

function tom(period: string, grupper: readonly string[], { nämnare }: Måttslag): Råcell {
  const noll = nämnare === undefined ? undefined : 0;
  return { period, grupper, täljare: 0, nämnare: noll, värde: null, underlag: 0, nämnarunderlag: noll };
}

function dold({ period, grupper, nämnarunderlag, saknas }: Råcell, { egenFil }: Slag): SkyddadCell {
  const nämnare = nämnarunderlag === undefined ? undefined : SKYDDAD;
  const cell: SkyddadCell = { period, grupper, värde: SKYDDAD, underlag: SKYDDAD, nämnarunderlag: nämnare };
  return egenFil && saknas !== undefined ? { ...cell, saknas } : cell;
}

function visad(cell: Råcell, slag: Slag, gräns: number): SkyddadCell {
  const { period, grupper, underlag, nämnarunderlag } = cell;
  return {
    period,
    grupper,
    värde: visatVärde(cell, slag, gräns),
    underlag: golv(underlag, gräns),
    nämnarunderlag: nämnarunderlag === undefined ? undefined : golv(nämnarunderlag, gräns),
  };
}

/** Which of the cells are hidden. The cells are in the order of `rutnät`. */
function dölj(celler: readonly Råcell[], axlar: readonly (readonly string[])[], slag: Slag, gräns: number): boolean[] {
  const antal = celler.map((cell) => antalI(cell, slag));
  const dolda = celler.map((cell, i) => {
    const { hela = [], rest } = antal[i] ?? {};
    return cell.värde === null || hela.some((n) => n < gräns) || (rest !== undefined && rest >= 0 && rest < gräns);
  });
  if (antal.every(({ hela }) => hela.length === 0)) return dolda;
  const tabell: Tabell = { axlar, rader: summarader(axlar), dolda, kändaNollor: celler.map(kändNoll), gräns };
  const storlek = (i: number) => celler[i]?.nämnarunderlag ?? celler[i]?.underlag ?? 0;
  /** Hides the smallest cell that is still shown in a row: a part first, the sum only when no part is left. */
  const döljEn = (rad: Summarad): boolean => {
    const [minst] = rad.delar.filter((i) => !dolda[i]).sort((i, j) => storlek(i) - storlek(j) || i - j);
    const vilken = minst ?? (dolda[rad.summa] ? undefined : rad.summa);
    if (vilken === undefined) return false;
    dolda[vilken] = true;
    return true;
  };
  const hela = (antal[0]?.hela ?? []).map((_, n) => antal.map((a) => a.hela[n] ?? 0));
  const rest = antal.map((a) => a.rest ?? -1);
  for (let ändrat = true; ändrat; ) {
    ändrat = false;
    for (const rad of tabell.rader)
      if ([rad.summa, ...rad.delar].filter((i) => dolda[i] && !tabell.kändaNollor[i]).length === 1)
        ändrat = döljEn(rad) || ändrat;
    if (ändrat) continue;
    // What is left of a share is known from two rounded numbers, so only to within the base on either side.
    const kända = new Set([...hela.flatMap((n) => förKända(n, tabell, 0)), ...förKända(rest, tabell, gräns - 1)]);
    for (const i of kända)
      for (const rad of tabell.rader) if (rad.summa === i || rad.delar.includes(i)) ändrat = döljEn(rad) || ändrat;
  }
  return dolda;
}

/** Everybody knows that nearly nobody lacks a sex or an age: such an empty cell hides nobody else. */
function kändNoll({ grupper, underlag, nämnarunderlag = 0 }: Råcell): boolean {
  return grupper.includes(SAKNAS) && underlag === 0 && nämnarunderlag === 0;
}

/** A sum and its parts, by their places among the cells. */
interface Summarad {
  readonly summa: number;
  readonly delar: readonly number[];
}

interface Tabell {
  readonly axlar: readonly (readonly string[])[];
  readonly rader: readonly Summarad[];
  readonly dolda: readonly boolean[];
  readonly kändaNollor: readonly boolean[];
  readonly gräns: number;
}

/** Every row and column of the table with its margin. */
function summarader(axlar: readonly (readonly string[])[]): Summarad[] {
  const [a = [], b = []] = axlar;
  if (axlar.length === 0) return [];
  if (axlar.length === 1) return [{ summa: a.length, delar: a.map((_, i) => i) }];
  if (axlar.length > 2) throw new RangeError(`A figure is split in at most two ways, not ${axlar.length}`);
  const plats = (i: number, j: number) => i * (b.length + 1) + j;
  return [
    ...[...a, ALLA].map((_, i) => ({ summa: plats(i, b.length), delar: b.map((_, j) => plats(i, j)) })),
    ...[...b, ALLA].map((_, j) => ({ summa: plats(a.length, j), delar: a.map((_, i) => plats(i, j)) })),
  ];
}

/**
 * The hidden cells that somebody could still tie to fewer than `gräns` values by the sums of one count. A count whose parts do not add
 * up to its sums (a person in two groups) gives nobody an equation to use.
 */
function förKända(
  antal: readonly number[],
  { axlar, rader, dolda, kändaNollor, gräns }: Tabell,
  slack: number,
): number[] {
  const går = rader.every(({ summa, delar }) => delar.reduce((sum, i) => sum + (antal[i] ?? 0), 0) === antal[summa]);
  if (!går || antal.some((n) => n < 0 || !Number.isInteger(n))) return [];
  const noder = nodnummer(axlar);
  const bågar = antal.map((n, i): Båge => {
    const [minst, högst] = kändaNollor[i]
      ? [0, 0]
      : dolda[i]
        ? [0, Infinity]
        : [Math.max(gräns, golv(n, gräns) - slack), golv(n, gräns) + gräns - 1 + slack];
    return { ...noder.båge(i), antal: n, minst, högst };
  });
  return antal.flatMap((_, i) =>
    dolda[i] && !kändaNollor[i] && rörlighet(bågar, noder.antal, i, gräns - 1) < gräns - 1 ? [i] : [],
  );
}

/**
 * The table as a circulation: from a source to each row, from row to column through the cells, to a sink, and back to the source through
 * the sum of all. With one split there are no columns: the cells go from source to sink.
 */
function nodnummer(axlar: readonly (readonly string[])[]) {
  const [a = [], b = []] = axlar;
  const två = axlar.length === 2;
  const bredd = två ? b.length + 1 : 1;
  const källa = a.length;
  const mynning = två ? a.length + 1 + b.length : a.length + 1;
  const båge = (plats: number): { från: number; till: number } => {
    const i = Math.floor(plats / bredd);
    const j = plats % bredd;
    const iRad = i < a.length;
    const iKolumn = två && j < b.length;
    if (!iRad && !iKolumn) return { från: mynning, till: källa };
    if (!två) return { från: källa, till: mynning };
    return {
      från: iRad && iKolumn ? i : iRad ? källa : a.length + 1 + j,
      till: iRad && iKolumn ? a.length + 1 + j : iRad ? i : mynning,
    };
  };
  return { antal: mynning + 1, båge };
}
