import { randomExponential } from 'd3-random';
import { Slump } from '../syntet/slump.ts';

/**
 * Somebody in the month that she began an activity, or somebody like her who had assistance the same half-year and had not begun it then.
 * The same person can stand in several rows, for several months.
 */
export interface Jämförelserad {
  readonly person: string;
  /** What is alike: the recorded background as one text. Only rows of the same background and half-year are compared. */
  readonly bakgrund: string;
  readonly halvår: string;
  readonly deltog: boolean;
  /** Whether what is looked for came within the time. */
  readonly utfall: boolean;
}

/** A difference between two shares, 0–1, with the interval that 95 of 100 such intervals hold the true one in. */
export interface Skillnad {
  /** Of those who took part. */
  readonly deltog: number;
  /** Of those like them. */
  readonly jämförda: number;
  readonly skillnad: number;
  readonly nedre: number;
  readonly övre: number;
}

export interface Effekt {
  /** Those who began. */
  readonly deltagare: number;
  /** Of them, those for whom at least one like them was found. */
  readonly matchade: number;
  /** Persons they are compared with. */
  readonly jämförda: number;
  /** How many of the matched, and how many of those compared with, that the outcome came for. */
  readonly medUtfall: number;
  readonly jämfördaMedUtfall: number;
  readonly utfall: Skillnad;
}

/** The seed of the intervals, so that the same facts give the same answer. */
const FRÖ = 'effekt/2026';
const DRAGNINGAR = 400;
const Z = 1.959964;

/**
 * The share for whom the outcome came, of those who began an activity against people like them who had not begun it then: matched
 * exactly on the background and the half-year, each group weighted by how many in it began. Those compared with may begin later, and are
 * followed all the same: leaving them out would be to choose by what came after. So nobody's time before the start is counted as the
 * activity's, and the difference is rather too small than too large. An association: what is not recorded can still differ. The
 * interval is from a bootstrap that weighs persons (D. B. Rubin, Annals of Statistics 9, 1981) with a stated seed. Undefined when
 * nobody could be matched.
 */
export function jämförEffekt(rader: readonly Jämförelserad[]): Effekt | undefined {
  const fack = Map.groupBy(rader, ({ bakgrund, halvår }) => `${bakgrund}\n${halvår}`);
  const personer = new Map<string, number>();
  const nummer = (person: string) => {
    if (!personer.has(person)) personer.set(person, personer.size);
    return personer.get(person)!;
  };
  const med: Rad[] = [];
  let fackantal = 0;
  for (const lika of fack.values()) {
    if (!lika.some(({ deltog }) => deltog) || lika.every(({ deltog }) => deltog)) continue;
    for (const { person, deltog, utfall } of lika)
      med.push({ person: nummer(person), fack: fackantal, deltog, utfall });
    fackantal++;
  }
  if (med.length === 0) return undefined;
  const punkt = andelar(med, fackantal, new Float64Array(personer.size).fill(1));
  const skillnad = punkt.deltog - punkt.jämförda;
  const dra = randomExponential.source(new Slump(FRÖ).tal)(1);
  let kvadrat = 0;
  for (let i = 0; i < DRAGNINGAR; i++) {
    const ny = andelar(med, fackantal, Float64Array.from({ length: personer.size }, dra));
    kvadrat += (ny.deltog - ny.jämförda - skillnad) ** 2;
  }
  const fel = Math.sqrt(kvadrat / DRAGNINGAR);
  const de = (deltog: boolean) => med.filter((r) => r.deltog === deltog);
  const olika = (rader: readonly Rad[]) => new Set(rader.map(({ person }) => person)).size;
  return {
    deltagare: rader.filter(({ deltog }) => deltog).length,
    matchade: de(true).length,
    jämförda: olika(de(false)),
    medUtfall: de(true).filter(({ utfall }) => utfall).length,
    jämfördaMedUtfall: olika(de(false).filter(({ utfall }) => utfall)),
    utfall: {
      ...punkt,
      skillnad,
      nedre: Math.max(-1, skillnad - Z * fel),
      övre: Math.min(1, skillnad + Z * fel),
    },
  };
}

interface Rad {
  readonly person: number;
  readonly fack: number;
  readonly deltog: boolean;
  readonly utfall: boolean;
}

/** The two shares for given weights of the persons; those compared with weigh as much in each group as those who began. */
function andelar(rader: readonly Rad[], fackantal: number, vikter: Float64Array): { deltog: number; jämförda: number } {
  const alla = [new Float64Array(fackantal), new Float64Array(fackantal)] as const;
  const ut = [new Float64Array(fackantal), new Float64Array(fackantal)] as const;
  for (const { person, fack, deltog, utfall } of rader) {
    const arm = deltog ? 1 : 0;
    alla[arm][fack]! += vikter[person]!;
    if (utfall) ut[arm][fack]! += vikter[person]!;
  }
  let [antal, deltog, jämförda] = [0, 0, 0];
  for (let f = 0; f < fackantal; f++) {
    antal += alla[1][f]!;
    deltog += ut[1][f]!;
    jämförda += (alla[1][f]! * ut[0][f]!) / alla[0][f]!;
  }
  return { deltog: deltog / antal, jämförda: jämförda / antal };
}
