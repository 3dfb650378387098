import type { Månad } from '@stegvis/casework';
import type { Befolkning, Faktaparti, Tjänster } from '../fakta.ts';
import { type Facit, nyttFacit } from './facit.ts';
import { levHushåll, type Tidsram } from './hushallsliv.ts';
import { Insatstavla } from './insatstavla.ts';
import { månadAv, talAv } from './manad.ts';
import { SÄSONG_IN } from './risker.ts';
import { SANNING } from './sanning.ts';
import { Slump } from './slump.ts';

/** Which synthetic municipality: so many households with assistance in an ordinary month, the months told of (both counted). */
export interface Syntetkommun {
  /** A whole number. */
  readonly frö: number;
  readonly hushåll: number;
  readonly från: Månad;
  readonly till: Månad;
  /** false: no activity has any effect, to see that statistics find none. */
  readonly effekt?: boolean;
}

/** Months lived before the first one told of, so that there are people who have had assistance long. */
const FÖRE = 132;
/** New households a month in each place: one over the months that a household has assistance in all, on average. */
const NYA = 0.0188;
/** About so many rows make a parcel. */
const PARTI = 4000;

/**
 * Makes the facts of a municipality that does not exist, place by place: a place is one household with assistance on average, first
 * one household and then others that come after it. The same seed always gives the same facts, and the facts of fewer places are the
 * beginning of those of more (but for the rows of the activities' months, which come last and count everybody). Memory does not grow
 * with places or years.
 * @throws RangeError when the order is not possible
 */
export function* syntetiskaFakta(kommun: Syntetkommun, facit: Facit = nyttFacit()): Generator<Faktaparti> {
  const ram = tidsram(kommun);
  const tavla = new Insatstavla(ram.från, ram.till);
  let parti = tomt();
  for (let plats = 0; plats < kommun.hushåll; plats++) {
    const inflöde = new Slump(`${kommun.frö}/plats/${plats}`);
    let nummer = 0;
    for (let m = ram.från - FÖRE; m <= ram.till; m++) {
      const kommer = m === ram.från - FÖRE || inflöde.sant(NYA * SÄSONG_IN[m % 12]!);
      if (!kommer) continue;
      levHushåll(new Slump(`${kommun.frö}/hushall/${plats}/${nummer++}`), ram, m, parti, facit, tavla);
    }
    facit.klara = plats + 1;
    if (rader(parti) < PARTI) continue;
    facit.rader += rader(parti);
    yield parti;
    parti = tomt();
  }
  parti.insatsmånader.push(...tavla.månader());
  facit.rader += rader(parti);
  yield parti;
}

function tidsram({ frö, hushåll, från, till, effekt = true }: Syntetkommun): Tidsram {
  if (!Number.isSafeInteger(frö)) throw new RangeError(`A seed is a whole number, not ${frö}`);
  if (!Number.isSafeInteger(hushåll) || hushåll < 1) throw new RangeError(`Households are 1 or more, not ${hushåll}`);
  const [första, sista] = [talAv(från), talAv(till)];
  if (!(första <= sista)) throw new RangeError(`${från} is not before ${till}`);
  return {
    från: första,
    till: sista,
    automatik: första + Math.round((sista - första + 1) * SANNING.automatikFrån),
    effekt,
  };
}

type Växande = { [K in keyof Faktaparti]: Faktaparti[K][number][] };

function tomt(): Växande {
  return {
    hushållsmånader: [],
    personmånader: [],
    personår: [],
    ansökningar: [],
    perioder: [],
    insatsmånader: [],
    händelser: [],
  };
}

function rader(parti: Faktaparti): number {
  return Object.values(parti).reduce((summa, rad) => summa + rad.length, 0);
}

/** Inhabitants for each household with assistance, and how they are spread. */
const INVÅNARE = 42;
const ÅLDRAR = {
  '0-6': 0.08,
  '7-17': 0.13,
  '18-24': 0.08,
  '25-34': 0.135,
  '35-44': 0.13,
  '45-54': 0.125,
  '55-64': 0.115,
  '65-': 0.205,
};
const DISTRIKT = { Centrum: 0.32, Norr: 0.26, Söder: 0.24, Öster: 0.18 };

/** Inhabitants of the synthetic municipality each 31 December, the year before the first month's year included. */
export function syntetiskBefolkning({ hushåll, från, till }: Syntetkommun): Befolkning[] {
  const [första, sista] = [Number(från.slice(0, 4)) - 1, Number(till.slice(0, 4)) - (till.endsWith('-12') ? 0 : 1)];
  return Array.from({ length: sista - första + 1 }, (_, i) => första + i).flatMap((år) =>
    Object.entries(DISTRIKT).flatMap(([distrikt, del]) =>
      Object.entries(ÅLDRAR).flatMap(([aldersgrupp, andel]) =>
        (['kvinna', 'man'] as const).map((kon) => ({
          år,
          kon,
          aldersgrupp,
          distrikt,
          antal: Math.round((hushåll * INVÅNARE * del * andel * 1.006 ** (år - sista)) / 2),
        })),
      ),
    ),
  );
}

/** Full-time posts of caseworkers each month: fewer for decisions once these are automatic, as staff go over to meeting people. */
export function syntetiskaTjänster(kommun: Syntetkommun): Tjänster[] {
  const ram = tidsram(kommun);
  return Array.from({ length: ram.till - ram.från + 1 }, (_, i) => ram.från + i).flatMap((m) =>
    Object.entries(DISTRIKT).map(([distrikt, del]) => {
      const årsarbetskrafter = Math.round(((kommun.hushåll * del) / (m >= ram.automatik ? 62 : 55)) * 10) / 10;
      return { månad: månadAv(m), distrikt, årsarbetskrafter, anställda: Math.ceil(årsarbetskrafter * 1.15) };
    }),
  );
}
