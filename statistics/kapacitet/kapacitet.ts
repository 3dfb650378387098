import { flyttaDag, flyttaMånad } from '@stegvis/casework';
import { randomLcg, randomLogNormal } from 'd3-random';
import { type Arbetstid, arbetstid } from './arbetstid.ts';
import { betjäna } from './betjana.ts';

const DYGN = 1440;

/** How the applications of a month fall on its days: the weight of each day of the month, 1 being an ordinary day. */
export const MÅNADSMÖNSTER = {
  jamnt: { namn: 'Jämnt över månaden', vikt: () => 1 },
  borjan: { namn: 'Dubbelt så många den 1–8', vikt: (dag: number) => (dag <= 8 ? 2 : 1) },
  slutet: { namn: 'Dubbelt så många från den 20', vikt: (dag: number) => (dag >= 20 ? 2 : 1) },
} as const satisfies Record<string, { namn: string; vikt: (dag: number) => number }>;
export type Månadsmönster = keyof typeof MÅNADSMÖNSTER;

/** What a month is simulated from. */
export interface Kapacitet {
  /** `YYYY-MM`. */
  readonly månad: string;
  readonly ansökningar: number;
  readonly mönster: Månadsmönster;
  /** Per cent that are decided without a person. */
  readonly automatisk: number;
  /** Minutes of a person's work for one of the others, mean and spread (standard deviation as per cent of the mean). */
  readonly minuter: number;
  readonly spridning: number;
  readonly handläggare: number;
  /** Hours a working day that each has for applications. */
  readonly timmar: number;
}

/** What is taken for granted and cannot be changed; printed with every answer. */
export const ANTAGANDEN = [
  'Ansökningarna handläggs i den ordning de kommer in, och vem som helst kan ta nästa.',
  'De kommer in alla dagar: lördag och söndag fyra tiondelar så många som en vardag, och klockan 6–22 jämnt.',
  'En automatisk ansökan får svar direkt. Vilka som blir automatiska är slumpmässigt.',
  'Alla arbetar måndag till fredag från klockan 8, inte helgdagar. Ingen är sjuk eller ledig.',
  'Handläggningstiden är lognormalfördelad. Väntan på komplettering eller yttrande är inte med.',
  'Månaden före är lika, så att kön finns när månaden börjar. Tjugo sådana månader dras, färre när ansökningarna är många.',
] as const;

/** A figure over the drawn months: mean, and the 5th and 95th percentile. */
export interface Spridning {
  readonly medel: number;
  readonly från: number;
  readonly till: number;
}

export interface Kapacitetssvar {
  readonly frö: number;
  readonly månader: number;
  /** The work that comes in as a share of the work there is time for; over 1 the queue grows. */
  readonly beläggning: number;
  /** The share of all applications answered within 24 hours of the calendar, 0–1; and of those a person handles. */
  readonly inom24: Spridning;
  readonly inom24Manuella: Spridning;
  /** Hours of the calendar from arrival to answer, of those a person handles. Infinity when they are not reached within a year. */
  readonly väntan: { readonly medel: Spridning; readonly median: Spridning; readonly p90: Spridning };
  /** Those not begun at the end of each day of the month. */
  readonly kö: readonly { readonly dag: string; readonly antal: Spridning }[];
}

/** The days before and after the month that are followed: a month of warming up, and a year in which the queue is worked off. */
const EFTER = 366;
/** Arrivals in all the drawn months together. */
const STÖRST = 300_000;
const FLEST_MÅNADER = 20;
const FLEST_HANDLÄGGARE = 4096;

/** One drawn course of two months: the arrivals in order, how long each takes, and who can be automatic. */
interface Dragning {
  readonly kommer: Float64Array;
  readonly minuter: Float64Array;
  /** Uniform: automatic when under the share. */
  readonly lott: Float64Array;
}

interface Underlag {
  readonly tid: Arbetstid;
  readonly dragningar: readonly Dragning[];
  /** The month in minutes of the calendar. */
  readonly från: number;
  readonly dagar: number;
  readonly första: string;
}

/** Simulates a month; the same seed always gives the same answer. */
export function simuleraKapacitet(k: Kapacitet, { frö }: { frö: number }): Kapacitetssvar {
  const u = underlag(k, frö, FLEST_MÅNADER);
  const månader = u.dragningar.map((d) => enMånad(u, d, k.automatisk / 100, k.handläggare));
  const av = (figur: (m: Månadsutfall) => number) => spridning(månader.map(figur));
  return {
    frö,
    månader: månader.length,
    beläggning: beläggning(k, u),
    inom24: av((m) => m.inom24),
    inom24Manuella: av((m) => m.inom24Manuella),
    väntan: { medel: av((m) => m.medel), median: av((m) => m.median), p90: av((m) => m.p90) },
    kö: Array.from({ length: u.dagar }, (_, d) => ({ dag: flyttaDag(u.första, d), antal: av((m) => m.kö[d]!) })),
  };
}

/** What shall be reached with the posts. */
export interface Kapacitetsmål {
  /** Hours of the calendar from arrival to answer. */
  readonly timmar: number;
  /** Per cent of those a person handles that are answered within them. */
  readonly andel: number;
}

export interface Frigörelse {
  /** Per cent decided automatically. */
  readonly automatisk: number;
  /** The fewest caseworkers with whom the goal is reached. */
  readonly handläggare: number;
  /** How many fewer than without automation. */
  readonly frigjorda: number;
}

/**
 * How many caseworkers a share of automatic decisions frees: for each share the fewest with whom the goal is reached for what is left to
 * people. undefined when the goal is not reached with 4 096.
 */
export function frigjordaHandläggare(
  k: Omit<Kapacitet, 'handläggare' | 'automatisk'>,
  mål: Kapacitetsmål,
  { frö, andelar = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90] }: { frö: number; andelar?: readonly number[] },
): readonly Frigörelse[] | undefined {
  const u = underlag(k, frö, 3);
  const ut: Frigörelse[] = [];
  for (const automatisk of andelar) {
    const räcker = u.dragningar.map((d) => prövning(u, d, automatisk / 100, mål));
    const handläggare = minstaAntal((antal) => räcker.every((klarar) => klarar(antal)), FLEST_HANDLÄGGARE);
    if (handläggare === undefined) return undefined;
    ut.push({ automatisk, handläggare, frigjorda: (ut[0]?.handläggare ?? handläggare) - handläggare });
  }
  return ut;
}

/** The smallest number from 1 to `högst` for which it holds, where it holds for every larger one; found by doubling and halving. */
function minstaAntal(håller: (antal: number) => boolean, högst: number): number | undefined {
  let hög = 1;
  while (!håller(hög)) {
    if (hög >= högst) return undefined;
    hög = Math.min(2 * hög, högst);
  }
  let låg = hög >> 1;
  while (hög - låg > 1) {
    const mitt = (låg + hög) >> 1;
    if (håller(mitt)) hög = mitt;
    else låg = mitt;
  }
  return hög;
}

/** Whether so many caseworkers reach the goal in one drawn course. */
function prövning(u: Underlag, d: Dragning, automatisk: number, mål: Kapacitetsmål): (antal: number) => boolean {
  const { kommer, arbetat, minuter } = manuella(u, d, automatisk);
  const senast = kommer.map((minut) => u.tid.arbetat(minut + mål.timmar * 60));
  const egna = kommer.filter((minut) => minut >= u.från).length;
  return (antal) => {
    const { klar } = betjäna(arbetat, minuter, antal);
    let sena = 0;
    for (let i = kommer.length - egna; i < kommer.length; i += 1) if (klar[i]! > senast[i]!) sena += 1;
    return (egna - sena) * 100 >= mål.andel * egna;
  };
}

function underlag(
  k: Pick<Kapacitet, 'månad' | 'ansökningar' | 'mönster' | 'minuter' | 'spridning' | 'timmar'>,
  frö: number,
  flest: number,
): Underlag {
  const slump = randomLcg(frö);
  const månader = [flyttaMånad(k.månad, -1), k.månad];
  const start = `${månader[0]}-01`;
  const längder = månader.map(dagarI);
  const antal = Math.max(1, Math.min(flest, Math.floor(STÖRST / (2 * k.ansökningar))));
  const cv = k.spridning / 100;
  const sigma = Math.sqrt(Math.log(1 + cv * cv));
  const tid = randomLogNormal.source(slump)(Math.log(k.minuter) - (sigma * sigma) / 2, sigma);
  const vikter = månader.map((m, i) => summerade(m, längder[i]!, k.mönster));
  const dragningar = Array.from({ length: antal }, () => {
    const kommer = new Float64Array(2 * k.ansökningar);
    for (let i = 0; i < kommer.length; i += 1) {
      const m = i < k.ansökningar ? 0 : 1;
      const dag = dragDag(vikter[m]!, slump()) + (m === 0 ? 0 : längder[0]!);
      kommer[i] = dag * DYGN + (6 + 16 * slump()) * 60;
    }
    kommer.sort();
    return {
      kommer,
      minuter: Float64Array.from({ length: kommer.length }, tid),
      lott: Float64Array.from({ length: kommer.length }, slump),
    };
  });
  return {
    tid: arbetstid(start, längder[0]! + längder[1]! + EFTER, k.timmar * 60),
    dragningar,
    från: längder[0]! * DYGN,
    dagar: längder[1]!,
    första: `${k.månad}-01`,
  };
}

/** The number of days in a month. */
function dagarI(månad: string): number {
  const nästa = flyttaMånad(månad, 1);
  return Math.round((Date.parse(`${nästa}-01T00:00:00Z`) - Date.parse(`${månad}-01T00:00:00Z`)) / 86_400_000);
}

/** The weights of a month's days, summed from the first. */
function summerade(månad: string, dagar: number, mönster: Månadsmönster): Float64Array {
  let summa = 0;
  return Float64Array.from({ length: dagar }, (_, d) => {
    const veckodag = new Date(Date.parse(`${månad}-01T00:00:00Z`) + d * 86_400_000).getUTCDay();
    summa += MÅNADSMÖNSTER[mönster].vikt(d + 1) * (veckodag === 0 || veckodag === 6 ? 0.4 : 1);
    return summa;
  });
}

function dragDag(summor: Float64Array, lott: number): number {
  const sökt = lott * summor.at(-1)!;
  let [låg, hög] = [0, summor.length - 1];
  while (låg < hög) {
    const mitt = (låg + hög) >> 1;
    if (summor[mitt]! <= sökt) låg = mitt + 1;
    else hög = mitt;
  }
  return låg;
}

/** Those a person handles: when they come in the calendar and on the axis of worked minutes, and how long they take. */
function manuella({ tid }: Underlag, d: Dragning, automatisk: number) {
  const hos = Array.from(d.kommer.keys()).filter((i) => d.lott[i]! >= automatisk);
  const kommer = Float64Array.from(hos, (i) => d.kommer[i]!);
  return {
    kommer,
    arbetat: kommer.map((minut) => tid.arbetat(minut)),
    minuter: Float64Array.from(hos, (i) => d.minuter[i]!),
  };
}

interface Månadsutfall {
  readonly inom24: number;
  readonly inom24Manuella: number;
  readonly medel: number;
  readonly median: number;
  readonly p90: number;
  readonly kö: readonly number[];
}

function enMånad(u: Underlag, d: Dragning, automatisk: number, handläggare: number): Månadsutfall {
  const { kommer, arbetat, minuter } = manuella(u, d, automatisk);
  const { börjad, klar } = betjäna(arbetat, minuter, handläggare);
  const först = kommer.findIndex((minut) => minut >= u.från);
  const egna = först < 0 ? kommer.length : först;
  const timmar = Float64Array.from(
    { length: kommer.length - egna },
    (_, i) => (u.tid.när(klar[egna + i]!) - kommer[egna + i]!) / 60,
  ).sort();
  const inom = timmar.filter((h) => h <= 24).length;
  const automatiska = d.kommer.reduce((n, minut, i) => n + (minut >= u.från && d.lott[i]! < automatisk ? 1 : 0), 0);
  const alla = timmar.length + automatiska;
  const vid = (andel: number) => timmar[Math.round(andel * (timmar.length - 1))] ?? 0;
  return {
    inom24: alla === 0 ? 1 : (inom + automatiska) / alla,
    inom24Manuella: timmar.length === 0 ? 1 : inom / timmar.length,
    medel: timmar.length === 0 ? 0 : timmar.reduce((sum, h) => sum + h, 0) / timmar.length,
    median: vid(0.5),
    p90: vid(0.9),
    kö: köPerDag(u, kommer, börjad),
  };
}

/** Arrived and not begun at the midnight after each day of the month. First come is first begun, so that both are in order. */
function köPerDag(u: Underlag, kommer: Float64Array, börjad: Float64Array): number[] {
  let [in_, ut] = [0, 0];
  return Array.from({ length: u.dagar }, (_, d) => {
    const midnatt = u.från + (d + 1) * DYGN;
    const arbetat = u.tid.vidDagensSlut[u.från / DYGN + d]!;
    while (in_ < kommer.length && kommer[in_]! < midnatt) in_ += 1;
    while (ut < in_ && börjad[ut]! < arbetat) ut += 1;
    return in_ - ut;
  });
}

function beläggning(k: Kapacitet, u: Underlag): number {
  const dag = u.från / DYGN;
  const arbetade = u.tid.vidDagensSlut[dag + u.dagar - 1]! - u.tid.vidDagensSlut[dag - 1]!;
  return (k.ansökningar * (1 - k.automatisk / 100) * k.minuter) / (arbetade * k.handläggare);
}

function spridning(värden: readonly number[]): Spridning {
  const sorterade = värden.toSorted((a, b) => a - b);
  const vid = (andel: number) => sorterade[Math.round(andel * (sorterade.length - 1))]!;
  return { medel: värden.reduce((sum, v) => sum + v, 0) / värden.length, från: vid(0.05), till: vid(0.95) };
}
