import { GRÄNS } from '../skydd/skydda.ts';
import { SKYDDAD, type Skyddat } from '../skydd/skyddat-svar.ts';
import { type Intervall, skillnad, säkerställd, wilson } from './intervall.ts';

/**
 * The share, 0 to 1, of those in a group who gave an answer, worked out from the two protected counts alone, each taken as the middle of
 * its class. undefined where a count is hidden, or where nearly all in the group gave it: those few who did not would show.
 */
export function svarsandel(antal: Skyddat, av: Skyddat, gräns = GRÄNS): Intervall | undefined {
  if (antal === SKYDDAD || av === SKYDDAD || av - antal < gräns) return undefined;
  const mitt = (n: number) => n + (gräns - 1) / 2;
  return wilson(mitt(antal), mitt(av));
}

/** Women's and men's share of an answer. */
export interface Svarsandelar {
  readonly val: string;
  readonly kvinnor: Intervall | undefined;
  readonly män: Intervall | undefined;
}

/** Women's and men's share of each answer, and in words the one where they differ most and surely. */
export function jämförSvar(rader: readonly Svarsandelar[]): string {
  const skilda = rader
    .flatMap(({ val, kvinnor, män }) => {
      if (kvinnor === undefined || män === undefined) return [];
      const avstånd = skillnad(kvinnor, män);
      return säkerställd(avstånd) ? [{ val, kvinnor, män, avstånd: Math.abs(avstånd.värde) }] : [];
    })
    .toSorted((a, b) => b.avstånd - a.avstånd);
  const [störst] = skilda;
  if (störst !== undefined)
    return `Störst skillnad: ”${störst.val}” svarade ungefär ${procent(störst.kvinnor)} procent av kvinnorna och ${procent(störst.män)} procent av männen.`;
  return rader.some(({ kvinnor, män }) => kvinnor !== undefined && män !== undefined)
    ? 'Kvinnor och män skiljer sig inte mer än slumpen brukar ge.'
    : 'För få har svarat för att jämföra kvinnor och män.';
}

const procent = ({ värde }: Intervall): number => Math.round(100 * värde);
