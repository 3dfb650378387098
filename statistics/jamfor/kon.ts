import type { Enhet, Indikator } from '../indikator.ts';
import { steg } from '../skydd/avrunda.ts';
import { GRÄNS } from '../skydd/skydda.ts';
import { SKYDDAD, type SkyddadCell, type Skyddat } from '../skydd/skyddat-svar.ts';
import { type Måttslag, slaget, ärAntal } from '../skydd/slag.ts';
import { visaMått, visaTal } from '../visa-matt.ts';
import { type Intervall, kvot, medelintervall, poisson, skillnad, säkerställd, welch, wilson } from './intervall.ts';

/** How sure a figure can be is worked out in its own way for each kind; `ingen`: a sum, of which nothing can be said. */
export type Osäkerhetsslag = 'andel' | 'antal' | 'medel' | 'percentil' | 'ingen';

/** What kind of figure an indicator gives. */
export function osäkerhetsslag(indikator: Måttslag): Osäkerhetsslag {
  const { andel, antal } = slaget(indikator);
  if (andel) return 'andel';
  if (antal) return 'antal';
  if (indikator.nämnare !== undefined) return 'ingen';
  if ('medel' in indikator.täljare) return 'medel';
  return 'percentil' in indikator.täljare ? 'percentil' : 'ingen';
}

/** Nobody waits less than nothing: a mean's own interval is symmetric, and stops there. */
const ALDRIG_NEGATIVA: readonly Enhet[] = ['kr', 'dagar', 'timmar', 'minuter'];

/** How far the values lie apart: the standard deviation of a mean, or the values at the limits of a percentile. In the figure's unit. */
export interface Spridning {
  readonly standardavvikelse?: number | undefined;
  readonly från?: number | undefined;
  readonly till?: number | undefined;
}

/** One group's protected figure, and the interval it lies in where one can be said. */
export interface Gruppsiffra {
  readonly värde: Skyddat;
  readonly underlag: Skyddat;
  readonly från: number | undefined;
  readonly till: number | undefined;
}

/** Women's and men's figure side by side. */
export interface Könsjämförelse {
  readonly kvinnor: Gruppsiffra;
  readonly män: Gruppsiffra;
  /** Women minus men, in the figure's unit (percentage points of a share); undefined where a figure is protected. */
  readonly skillnad:
    | { readonly värde: number; readonly från: number | undefined; readonly till: number | undefined }
    | undefined;
  /** Women's through men's. */
  readonly kvot: number | undefined;
  /** undefined where nothing can be said. */
  readonly säkerställd: boolean | undefined;
  /** What it says, in words. */
  readonly mening: string;
}

/**
 * Women's and men's figure with the difference and how sure it is, from protected cells alone: the interval is worked out from the
 * counts as they are shown, so that it tells no more than they do, and is a little wide rather than narrow. It is about what a chance
 * of another year would give, since everybody is counted (docs/tolkningar/J01).
 */
export function jämförKön(
  indikator: Indikator,
  kvinnor: SkyddadCell | undefined,
  män: SkyddadCell | undefined,
  spridning: { readonly kvinnor?: Spridning | undefined; readonly män?: Spridning | undefined } = {},
): Könsjämförelse {
  const slag = osäkerhetsslag(indikator);
  const k = intervall(slag, kvinnor, spridning.kvinnor);
  const m = intervall(slag, män, spridning.män);
  const sida = (cell: SkyddadCell | undefined, i: Intervall | undefined): Gruppsiffra => {
    const visat = i && visade(slag, i, [cell]);
    const gränser = visat && {
      ...visat,
      från: ALDRIG_NEGATIVA.includes(indikator.enhet) ? Math.max(0, visat.från) : visat.från,
    };
    return {
      värde: cell?.värde ?? SKYDDAD,
      underlag: cell?.underlag ?? SKYDDAD,
      från: gränser?.från,
      till: gränser?.till,
    };
  };
  const sidor = { kvinnor: sida(kvinnor, k), män: sida(män, m) };
  const [vk, vm] = [sidor.kvinnor.värde, sidor.män.värde];
  if (vk === SKYDDAD || vm === SKYDDAD)
    return {
      ...sidor,
      skillnad: undefined,
      kvot: undefined,
      säkerställd: undefined,
      mening: 'Siffran skyddas för kvinnor eller män, så skillnaden visas inte.',
    };
  const i = k && m ? skillnaden(slag, kvinnor, män, spridning, k, m) : undefined;
  const säker = i && säkerställd(i);
  const skillnadsvärde = vk - vm;
  const kvoten = vm > 0 && vk > 0 ? vk / vm : undefined;
  const mellan = i && visade(slag, i, [kvinnor, män]);
  return {
    ...sidor,
    skillnad: { värde: skillnadsvärde, från: mellan?.från, till: mellan?.till },
    kvot: (k && m && kvot(k, m)?.värde) ?? kvoten,
    säkerställd: säker,
    mening: mening(indikator, skillnadsvärde, mellan, säker),
  };
}

/**
 * Whether two protected figures of the same indicator differ more than chance does; undefined where nothing can be said: a protected
 * figure, a sum, a mean or a percentile.
 */
export function skiljerSig(
  indikator: Indikator,
  a: SkyddadCell | undefined,
  b: SkyddadCell | undefined,
): boolean | undefined {
  const slag = osäkerhetsslag(indikator);
  const [x, y] = [intervall(slag, a, undefined), intervall(slag, b, undefined)];
  return x && y && säkerställd(skillnad(x, y));
}

/** A figure's own interval; undefined where it is protected or its kind has none. */
function intervall(
  slag: Osäkerhetsslag,
  cell: SkyddadCell | undefined,
  spridning: Spridning | undefined,
): Intervall | undefined {
  if (!cell || cell.värde === SKYDDAD || cell.underlag === SKYDDAD) return undefined;
  const { värde, underlag, nämnarunderlag } = cell;
  if (slag === 'antal') return poisson(värde);
  if (slag === 'andel') {
    if (nämnarunderlag === undefined || nämnarunderlag === SKYDDAD || nämnarunderlag <= 0 || värde < 0 || värde > 100)
      return undefined;
    const i = wilson((värde / 100) * nämnarunderlag, nämnarunderlag);
    return { värde, från: 100 * i.från, till: 100 * i.till };
  }
  if (slag === 'medel') {
    const medel = somMedel(värde, underlag, spridning);
    return medel && medelintervall(medel);
  }
  if (slag === 'percentil' && spridning?.från !== undefined && spridning.till !== undefined)
    return { värde, från: Math.min(värde, spridning.från), till: Math.max(värde, spridning.till) };
  return undefined;
}

function somMedel(värde: number, underlag: number, spridning: Spridning | undefined) {
  return spridning?.standardavvikelse === undefined || underlag < 2
    ? undefined
    : { antal: underlag, medel: värde, spridning: spridning.standardavvikelse };
}

function skillnaden(
  slag: Osäkerhetsslag,
  kvinnor: SkyddadCell | undefined,
  män: SkyddadCell | undefined,
  spridning: { readonly kvinnor?: Spridning | undefined; readonly män?: Spridning | undefined },
  k: Intervall,
  m: Intervall,
): Intervall {
  if (slag !== 'medel') return skillnad(k, m);
  const a = somMedel(k.värde, Number(kvinnor?.underlag), spridning.kvinnor);
  const b = somMedel(m.värde, Number(män?.underlag), spridning.män);
  return a && b ? welch(a, b) : skillnad(k, m);
}

/**
 * Limits as they are shown, outwards: of a mean or a percentile no more exact than the figure itself may be; of shares and counts, which
 * are worked out from what is shown, with one digit more than their width has.
 */
function visade(
  slag: Osäkerhetsslag,
  { från, till }: Intervall,
  celler: readonly (SkyddadCell | undefined)[],
): { readonly från: number; readonly till: number } {
  const bredd = till - från;
  const grovt = slag === 'medel' || slag === 'percentil' ? Math.max(...celler.map(stegFör)) : 0;
  const steget = grovt > 0 ? grovt : bredd > 0 ? 10 ** (Math.floor(Math.log10(bredd)) - 1) : 0;
  if (steget === 0) return { från, till };
  const jämnt = (n: number) => Number((n * steget).toPrecision(12));
  return { från: jämnt(Math.floor(från / steget + 1e-9)), till: jämnt(Math.ceil(till / steget - 1e-9)) };
}

function stegFör(cell: SkyddadCell | undefined): number {
  if (!cell || cell.värde === SKYDDAD || cell.underlag === SKYDDAD || cell.underlag <= 0) return 0;
  return steg((GRÄNS * Math.abs(cell.värde)) / cell.underlag);
}

/** A difference in words: `3,2 dagar`, `1 procentenhet`, `4 procentenheter`. */
export function skillnadITal(värde: number, enhet: Enhet): string {
  if (enhet !== 'procent') return visaMått(värde, enhet);
  const tal = visaTal(värde);
  return `${tal}\u00a0${tal === '1' ? 'procentenhet' : 'procentenheter'}`;
}

/** `−1,2 och 3,4 dagar`, to stand after "mellan". */
export function spannITal({ från, till }: { readonly från: number; readonly till: number }, enhet: Enhet): string {
  return `${visaTal(från)} och ${skillnadITal(till, enhet)}`;
}

function mening(
  indikator: Indikator,
  värde: number,
  mellan: { readonly från: number; readonly till: number } | undefined,
  säker: boolean | undefined,
): string {
  const { enhet } = indikator;
  const storlek = skillnadITal(Math.abs(värde), enhet);
  const först =
    Number(visaTal(Math.abs(värde)).replace(/[^\d]/g, '')) === 0
      ? 'Siffran är densamma för kvinnor och män.'
      : väntan(indikator.id)
        ? värde > 0
          ? `Kvinnor väntar ${storlek} längre än män.`
          : `Kvinnor väntar ${storlek} kortare än män.`
        : ärAntal(indikator) && enhet !== 'antal'
          ? `Det är ${storlek} ${värde > 0 ? 'fler' : 'färre'} bland kvinnor än bland män.`
          : `Siffran är ${storlek} ${värde > 0 ? 'högre' : 'lägre'} för kvinnor än för män.`;
  if (mellan === undefined || säker === undefined)
    return `${först} Hur säker skillnaden är går inte att räkna för en summa.`;
  const spann = spannITal(mellan, enhet);
  return säker
    ? `${först} Skillnaden är säkerställd: den ligger mellan ${spann}.`
    : `${först} Skillnaden kan bero på slumpen: den ligger mellan ${spann}.`;
}

const väntan = (id: string): boolean => /^(vantetid(-median)?|kolada-u3140[23]|kotid)$/.test(id);
