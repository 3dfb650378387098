import { ALLA } from '../fraga.ts';
import { type Intervall, skillnad, wilson } from '../jamfor/intervall.ts';
import { SKYDDAD, type SkyddatSvar } from '../skydd/skyddat-svar.ts';

/** How many like households a district has, and how many of them had the outcome: same household type and obstacle (`jamforgrupp`). */
export interface Likarad {
  readonly distrikt: string;
  readonly grupp: string;
  /** Need not be an integer: the middle of a class of rounded numbers. */
  readonly antal: number;
  /** Of `antal`. */
  readonly utfall: number;
}

export interface Distriktsandel {
  readonly distrikt: string;
  readonly antal: number;
  readonly utfall: number;
  /** What the outcome had been if every like household had been treated as in all districts together. */
  readonly väntat: number;
  /** The share as it had been with the same mix of households as all districts together, 0 to 1. */
  readonly standardiserad: number;
  /** The interval of the observed share, moved to the standardised. */
  readonly intervall: Intervall;
}

export interface Likabehandling {
  readonly distrikt: readonly Distriktsandel[];
  /** Highest standardised share less the lowest; undefined with fewer than two districts. */
  readonly spridning: Intervall | undefined;
  /** The same in standard deviations of the outcome (Cohen's d of two shares): 0.2 is small. */
  readonly standardiseradSkillnad: number | undefined;
  /** Of the rows: alone in their group, or in a district with too few. */
  readonly utelämnade: number;
}

/** The fewest like households of a district that anything can be read from. It protects nobody: that is done before (`likarader`). */
export const MINST_LIKA = 20;

/**
 * The rows to compare, of the protected answer about shares by district and `jamforgrupp`: the figures that an extract shows and no
 * others, so that the comparison tells nothing that they do not. A share of n households counts as n households, in the middle of the
 * class that n is shown as, also where each has applied many times: what befalls one household several times is not several proofs.
 */
export function likarader({ celler, gräns }: SkyddatSvar): Likarad[] {
  return celler.flatMap(({ grupper: [distrikt = ALLA, grupp = ALLA], värde, nämnarunderlag }) => {
    if (distrikt === ALLA || grupp === ALLA || värde === SKYDDAD) return [];
    if (nämnarunderlag === undefined || nämnarunderlag === SKYDDAD) return [];
    const antal = nämnarunderlag + (gräns - 1) / 2;
    return [{ distrikt, grupp, antal, utfall: (antal * värde) / 100 }];
  });
}

/**
 * How differently like households come out in the districts. Indirect standardisation: only groups that occur in at least two
 * districts are compared, and a district's share is that of all districts times observed by expected outcomes. It says where to look,
 * not why, and nothing of any person or caseworker: what the districts have recorded may differ too.
 * @throws RangeError for a row whose outcome is not within its number
 */
export function likabehandling(rader: readonly Likarad[], minst = MINST_LIKA): Likabehandling {
  for (const { antal, utfall } of rader)
    if (!(utfall >= 0 && utfall <= antal)) throw new RangeError(`An outcome is 0 to ${antal}, not ${utfall}`);
  const alla = summa(rader, ({ antal }) => antal);
  const med = jämförbara(rader, minst);
  const totalt = summa(med, ({ antal }) => antal);
  const helhet = totalt === 0 ? 0 : summa(med, ({ utfall }) => utfall) / totalt;
  const gruppandel = new Map(
    [...Map.groupBy(med, ({ grupp }) => grupp)].map(([grupp, egna]) => [
      grupp,
      summa(egna, ({ utfall }) => utfall) / summa(egna, ({ antal }) => antal),
    ]),
  );
  const distrikt = [...Map.groupBy(med, (r) => r.distrikt)]
    .map(([namn, egna]): Distriktsandel => {
      const antal = summa(egna, (r) => r.antal);
      const utfall = summa(egna, (r) => r.utfall);
      const väntat = summa(egna, (r) => r.antal * (gruppandel.get(r.grupp) ?? 0));
      const råd = wilson(utfall, antal);
      const standardiserad = väntat === 0 ? 0 : Math.min(1, (helhet * utfall) / väntat);
      const flyttad = (x: number) => Math.min(1, Math.max(0, x - råd.värde + standardiserad));
      return {
        distrikt: namn,
        antal,
        utfall,
        väntat,
        standardiserad,
        intervall: { värde: standardiserad, från: flyttad(råd.från), till: flyttad(råd.till) },
      };
    })
    .toSorted((a, b) => a.distrikt.localeCompare(b.distrikt, 'sv'));
  const ordnade = distrikt.toSorted((a, b) => b.standardiserad - a.standardiserad);
  const [högst, lägst] = [ordnade[0], ordnade.at(-1)];
  const två = högst !== undefined && lägst !== undefined && ordnade.length > 1;
  return {
    distrikt,
    spridning: två ? skillnad(högst.intervall, lägst.intervall) : undefined,
    standardiseradSkillnad: två ? avstånd(högst.standardiserad, lägst.standardiserad) : undefined,
    utelämnade: alla - totalt,
  };
}

/** Rows of groups that two districts or more have, of districts with enough; taken away until nothing more has to go. */
function jämförbara(rader: readonly Likarad[], minst: number): readonly Likarad[] {
  const med = rader.filter(({ antal }) => antal > 0);
  const distrikten = Map.groupBy(med, (r) => r.grupp);
  const lika = med.filter((r) => new Set(distrikten.get(r.grupp)?.map(({ distrikt }) => distrikt)).size > 1);
  const antal = Map.groupBy(lika, (r) => r.distrikt);
  const kvar = lika.filter((r) => summa(antal.get(r.distrikt) ?? [], (x) => x.antal) >= minst);
  return kvar.length === rader.length ? kvar : jämförbara(kvar, minst);
}

function avstånd(a: number, b: number): number {
  const spridning = Math.sqrt((a * (1 - a) + b * (1 - b)) / 2);
  return spridning === 0 ? 0 : (a - b) / spridning;
}

function summa<T>(rader: readonly T[], tal: (rad: T) => number): number {
  return rader.reduce((sum, rad) => sum + tal(rad), 0);
}
