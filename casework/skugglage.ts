import { beloppstext, type Öre } from './belopp.ts';
import type { Utfall } from './beslut.ts';
import type { Stoppkod } from './stopporsak.ts';
import type { Styrning } from './styrning.ts';
import type { Månad, Tidpunkt } from './tid.ts';

/** A full grant that the machine would have given had it been let, and what a person decided. */
export interface Skuggfall {
  ansökan: string;
  ärendenummer: string;
  månad: Månad;
  /** When the machine first would have decided: what is learnt later is not held against it or for it. */
  föreslaget: Tidpunkt;
  /** The full grant it would have given. */
  belopp: Öre;
  /** The person's decision that ended the application, with everything granted by right for the month; undefined while it waits. */
  beslut: { id: string; utfall: Utfall; belopp: Öre; tid: Tidpunkt; motivering: string } | undefined;
  /** What people changed before the decision, and why. */
  ändringar: readonly { rad: string; skäl: string; av: string }[];
}

/** An application that the machine would have left to a person anyway, and whether the person decided as it had calculated. */
export interface Stoppfall {
  stopp: readonly Stoppkod[];
  månad: Månad;
  /** A full grant of exactly the calculated amount. */
  somBeräknat: boolean;
}

/** Same outcome and same amount, another, or not decided yet. */
export type Utslag = 'lika' | 'olika' | 'vantar';

/** Whether the person decided as the machine proposed: a full grant of exactly the same amount. */
export function skuggutslag({ beslut, belopp }: Skuggfall): Utslag {
  if (beslut === undefined) return 'vantar';
  return beslut.utfall === 'bifall' && beslut.belopp === belopp ? 'lika' : 'olika';
}

/** Why the decision is not as proposed, in sentences: outcome, amount, and what people changed. Empty when it is the same. */
export function skuggskillnad(fall: Skuggfall): string[] {
  const { beslut, belopp } = fall;
  if (beslut === undefined || skuggutslag(fall) === 'lika') return [];
  const diff = beslut.belopp - belopp;
  return [
    ...(beslut.utfall === 'bifall' ? [] : [`Beslutet blev ${beslut.utfall}, automatiken föreslog bifall.`]),
    ...(diff === 0 ? [] : [`${beloppstext(Math.abs(diff))} ${diff < 0 ? 'mindre' : 'mer'} än förslaget.`]),
    ...fall.ändringar.map((ä) => `${ä.rad}: ${ä.skäl} (${ä.av})`),
  ];
}

export interface Överensstämmelse {
  /** Proposals that a person has decided. */
  prövade: number;
  lika: number;
  vantar: number;
  /** Whole per cent, rounded down; undefined while none is decided. */
  procent: number | undefined;
}

export function överensstämmelse(fall: readonly Skuggfall[]): Överensstämmelse {
  const utslag = fall.map(skuggutslag);
  const lika = utslag.filter((u) => u === 'lika').length;
  const prövade = utslag.filter((u) => u !== 'vantar').length;
  return {
    prövade,
    lika,
    vantar: utslag.length - prövade,
    procent: prövade === 0 ? undefined : Math.floor((lika * 100) / prövade),
  };
}

/** By the month the person decided, oldest first; proposals that wait are left out. */
export function överensstämmelsePerMånad(
  fall: readonly Skuggfall[],
): { månad: Månad; prövade: number; lika: number; procent: number }[] {
  const avgjorda = fall.filter((f) => f.beslut !== undefined);
  return [...Map.groupBy(avgjorda, (f) => f.beslut!.tid.slice(0, 7))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([månad, grupp]) => {
      const { prövade, lika, procent } = överensstämmelse(grupp);
      return { månad, prövade, lika, procent: procent ?? 0 };
    });
}

/**
 * For each stop reason: how many decided applications it stopped, and in how many of them the person granted exactly what was
 * calculated. A reason that never changes anything may be too strict; it is for the board to judge.
 */
export function stoppMedUtslag(fall: readonly Stoppfall[]): { kod: Stoppkod; antal: number; somBeräknat: number }[] {
  const rader = new Map<Stoppkod, { antal: number; somBeräknat: number }>();
  for (const { stopp, somBeräknat } of fall)
    for (const kod of new Set(stopp)) {
      const rad = rader.get(kod) ?? { antal: 0, somBeräknat: 0 };
      rader.set(kod, { antal: rad.antal + 1, somBeräknat: rad.somBeräknat + Number(somBeräknat) });
    }
  return [...rader].map(([kod, rad]) => ({ kod, ...rad })).sort((a, b) => b.antal - a.antal);
}

/** What is lacking before automation may be switched on, in sentences; none when the board's own requirement is met. */
export function bristerFörÖvergång({ prövade, lika }: Överensstämmelse, { övergång }: Styrning): string[] {
  return [
    ...(prövade < övergång.minst
      ? [`${prövade} förslag har prövats av en människa. Det ska vara minst ${övergång.minst}.`]
      : []),
    ...(lika * 100 < övergång.procent * prövade
      ? [`${lika} av ${prövade} beslut är lika förslaget. Det ska vara minst ${övergång.procent} procent.`]
      : []),
  ];
}
