import { beräknaSnabbt } from '@stegvis/rules';
import { type Hushållsval, typhushåll } from './typhushall.ts';

/**
 * Tax as a stated simple model: a percentage of what is above an amount without tax. Both are the user's own; no table of the tax
 * authority and none of its reductions are in it (docs/tolkningar/Z02).
 */
export interface Skattemodell {
  readonly procent: number;
  /** Kronor a month without tax. */
  readonly utanSkatt: number;
}

/** The state's premium for those who leave assistance for work, as far as a secondary source says (docs/tolkningar/Z03). */
export interface Jobbpremie {
  readonly procent: number;
  /** Kronor a month. */
  readonly hogst: number;
}

/** A way to have a wage, kronor a month. */
export interface Anställning {
  readonly namn: string;
  /** Before tax. */
  readonly brutto: number;
  /** After tax, as entered; undefined: the model. */
  readonly netto: number | undefined;
  /** The municipality is the employer. */
  readonly kommunen: boolean;
  /** What the state pays the employer. */
  readonly stod: number;
}

export interface Arbetsval {
  readonly manad: string;
  readonly hushåll: Hushållsval;
  readonly skatt: Skattemodell;
  /** The employer's fee in percent of the wage. */
  readonly arbetsgivaravgift: number;
  readonly jobbpremie: Jobbpremie | undefined;
  readonly anställningar: readonly Anställning[];
}

/** What a wage means for the household, öre a month. */
export interface Läge {
  readonly brutto: number;
  readonly netto: number;
  readonly bistånd: number;
  readonly jobbpremie: number;
  /** Everything the household has to live on. */
  readonly attLevaPå: number;
}

/** The same with what it means for the municipality, öre a month. */
export interface Anställningsläge extends Läge {
  readonly namn: string;
  /** More to live on than without a wage. */
  readonly merÄnUtan: number;
  /** Assistance that is not paid any more. */
  readonly sparat: number;
  /** Wage and employer's fee less the state's support; 0 where somebody else is the employer. */
  readonly lönekostnad: number;
  /** What the municipality pays more (plus) or less (minus). */
  readonly kommunenBetalar: number;
}

export interface Arbetssvar {
  readonly utan: Läge;
  readonly anställningar: readonly Anställningsläge[];
  readonly kurva: readonly Läge[];
  /** Of each more 1 000 kronor of wage before tax, how many percent the household does not keep; by the wage it starts from. */
  readonly marginal: readonly { readonly brutto: number; readonly procent: number }[];
  /** The lowest wage before tax, öre, in whole hundreds of kronor, at which no assistance is left; undefined where there always is some. */
  readonly upphör: number | undefined;
}

/** The curve's end and step, kronor before tax. */
const HÖGST = 50_000;
const STEG = 500;
const TUSEN = 1000;

/** The wage after tax by the model, kronor with two decimals. */
export function efterSkatt(brutto: number, { procent, utanSkatt }: Skattemodell): number {
  return Math.round((brutto - (Math.max(0, brutto - utanSkatt) * procent) / 100) * 100) / 100;
}

/**
 * What turning assistance into a wage would mean, for the household and for the municipality. Assistance is what the rules say, with
 * nothing of the law here. Throws NotInForce where the month's amounts are not decided.
 * @param kommun a municipality's code, whose limits for costs hold
 */
export function arbeteEllerBistånd(val: Arbetsval, kommun: string | undefined): Arbetssvar {
  const { hushåll, skatt, jobbpremie } = val;
  const övrigt = hushåll.bidrag + hushåll.ersattning + (hushåll.vuxna === 2 ? hushåll.lon2 : 0);
  const vid = (brutto: number, netto = efterSkatt(brutto, skatt)): Läge => {
    const bistånd = beräknaSnabbt(typhushåll(hushåll, val.manad, kommun, netto)).bistand;
    if (bistånd === null) throw new Error('A household without anything to assess has no answer');
    // The premium is only for months when nobody in the household has assistance.
    const premie = jobbpremie && bistånd === 0 ? Math.min(jobbpremie.hogst, (brutto * jobbpremie.procent) / 100) : 0;
    const öre = (kronor: number) => Math.round(kronor * 100);
    return {
      brutto: öre(brutto),
      netto: öre(netto),
      bistånd: öre(bistånd),
      jobbpremie: öre(premie),
      attLevaPå: öre(netto + övrigt) + öre(bistånd) + öre(premie),
    };
  };
  const utan = vid(0);
  const kurva = Array.from({ length: HÖGST / STEG + 1 }, (_, i) => vid(i * STEG));
  const hundratal = Array.from({ length: HÖGST / 100 + 1 }, (_, i) => i * 100);
  const upphör = lägsta(hundratal, (brutto) => vid(brutto).bistånd === 0);
  return {
    utan,
    kurva,
    upphör: upphör === undefined ? undefined : upphör * 100,
    marginal: kurva
      .filter(({ brutto }) => brutto % (TUSEN * 100) === 0 && brutto < HÖGST * 100)
      .map(({ brutto, attLevaPå }) => {
        const mer = vid(brutto / 100 + TUSEN).attLevaPå - attLevaPå;
        return { brutto, procent: Math.round((1 - mer / (TUSEN * 100)) * 100) };
      }),
    anställningar: val.anställningar.map((a) => {
      const läge = vid(a.brutto, a.netto);
      const lönekostnad = a.kommunen ? Math.round((a.brutto * (100 + val.arbetsgivaravgift)) / 100 - a.stod) * 100 : 0;
      const sparat = utan.bistånd - läge.bistånd;
      return {
        ...läge,
        namn: a.namn,
        merÄnUtan: läge.attLevaPå - utan.attLevaPå,
        sparat,
        lönekostnad,
        kommunenBetalar: lönekostnad - sparat,
      };
    }),
  };
}

/** The first of rising values from which a condition holds for all. */
function lägsta(värden: readonly number[], gäller: (värde: number) => boolean): number | undefined {
  let [lågt, högt] = [0, värden.length];
  while (lågt < högt) {
    const mitt = Math.floor((lågt + högt) / 2);
    if (gäller(värden[mitt]!)) högt = mitt;
    else lågt = mitt + 1;
  }
  return värden[lågt];
}
