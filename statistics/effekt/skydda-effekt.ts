import { GRÄNS } from '../skydd/skydda.ts';
import type { Effekt, Skillnad } from './effekt.ts';

/** A comparison that may leave the server: numbers of people rounded down, shares to steps of as many people as the limit. */
export interface SkyddadEffekt {
  readonly deltagare: number;
  readonly matchade: number;
  readonly jämförda: number;
  /** Shares and their difference, 0–1; the interval is made as much wider as the rounding may have moved it. */
  readonly utfall: Skillnad;
}

/** The fewest who took part and could be matched, as a multiple of the limit. */
const MINST = 8;

/** The comparison with small numbers protected; undefined when it rests on too few to be shown or to say anything. */
export function skyddaEffekt(effekt: Effekt | undefined, gräns = GRÄNS): SkyddadEffekt | undefined {
  if (effekt === undefined) return undefined;
  const { matchade, jämförda, medUtfall, jämfördaMedUtfall, utfall } = effekt;
  const få = [matchade / MINST, jämförda / MINST, medUtfall, matchade - medUtfall, jämfördaMedUtfall].some(
    (n) => n < gräns,
  );
  if (få) return undefined;
  const jämnt = (antal: number) => Math.floor(antal / gräns) * gräns;
  const steg = gräns / matchade;
  const deltog = Math.round(utfall.deltog / steg) * steg;
  const jämfördas = Math.round(utfall.jämförda / steg) * steg;
  const skillnad = deltog - jämfördas;
  const halv = (utfall.övre - utfall.nedre) / 2 + Math.abs(skillnad - utfall.skillnad);
  return {
    deltagare: jämnt(effekt.deltagare),
    matchade: jämnt(matchade),
    jämförda: jämnt(jämförda),
    utfall: {
      deltog,
      jämförda: jämfördas,
      skillnad,
      nedre: Math.max(-1, skillnad - uppåt(halv)),
      övre: Math.min(1, skillnad + uppåt(halv)),
    },
  };
}

const uppåt = (andel: number): number => Math.ceil(100 * andel) / 100;
