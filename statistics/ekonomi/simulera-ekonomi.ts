import { randomBeta, randomBinomial, randomLcg } from 'd3-random';
import type { Arbetsmodell, Osäkert } from './arbetsmodell.ts';

/** What came out in the drawings: the middle, and the interval that nine of ten lie in. */
export interface Utfall {
  readonly median: number;
  readonly medel: number;
  /** The 5th and 95th percentile. */
  readonly från: number;
  readonly till: number;
}

export interface Ekonomisimulering {
  readonly frö: number;
  readonly dragningar: number;
  readonly självförsörjande: Utfall;
  readonly besparing: Utfall;
  readonly kostnad: Utfall | undefined;
  readonly netto: Utfall;
  /** The share of the drawings in which the saving is at least the cost; 0–1. */
  readonly täcker: number;
  /** Every drawing's saving less cost, kronor, from the smallest. */
  readonly netton: Float64Array;
}

/** How many drawings are made when nothing else is said; the ends of the interval then move by less than one per cent. */
export const DRAGNINGAR = 10_000;

/**
 * The sum with its uncertainty: an uncertain figure is drawn from a PERT distribution (lowest, stated, highest), and how many of the
 * participants succeed is drawn too, each by that share on her own. The same seed always gives the same answer.
 */
export function simuleraEkonomi(
  modell: Arbetsmodell,
  { frö, dragningar = DRAGNINGAR }: { frö: number; dragningar?: number },
): Ekonomisimulering {
  const slump = randomLcg(frö);
  const andel = draEtt(slump, modell.andel);
  const besparing = draEtt(slump, modell.besparing);
  const platskostnad = modell.plats && draEtt(slump, modell.plats.kostnad);
  // The published types know only the first of the two arguments.
  const binomial = randomBinomial.source(slump) as unknown as (n: number, p: number) => () => number;
  const antal = new Float64Array(dragningar);
  const sparat = new Float64Array(dragningar);
  const kostnad = new Float64Array(dragningar);
  const netton = new Float64Array(dragningar);
  let täcker = 0;
  for (let i = 0; i < dragningar; i += 1) {
    const klarar = binomial(modell.deltagare, andel() / 100)();
    antal[i] = klarar;
    sparat[i] = klarar * besparing();
    kostnad[i] = modell.plats && platskostnad ? modell.deltagare * modell.plats.månader * platskostnad() : 0;
    netton[i] = sparat[i]! - kostnad[i]!;
    if (netton[i]! >= 0) täcker += 1;
  }
  return {
    frö,
    dragningar,
    självförsörjande: utfall(antal),
    besparing: utfall(sparat),
    kostnad: modell.plats && utfall(kostnad),
    netto: utfall(netton),
    täcker: täcker / dragningar,
    netton: netton.sort(),
  };
}

/** Draws a figure: itself where it is certain, else PERT, whose middle weighs four times as much as its ends. */
function draEtt(slump: () => number, { värde, från = värde, till = värde }: Osäkert): () => number {
  const bredd = till - från;
  if (bredd <= 0) return () => värde;
  const beta = randomBeta.source(slump)(1 + (4 * (värde - från)) / bredd, 1 + (4 * (till - värde)) / bredd);
  return () => från + bredd * beta();
}

function utfall(värden: Float64Array): Utfall {
  const sorterade = värden.toSorted();
  const vid = (andel: number) => sorterade[Math.round(andel * (sorterade.length - 1))]!;
  return {
    median: vid(0.5),
    medel: värden.reduce((sum, v) => sum + v, 0) / värden.length,
    från: vid(0.05),
    till: vid(0.95),
  };
}
