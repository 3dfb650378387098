import type { PersonId } from '../person.ts';
import type { Dag, Tidpunkt } from '../tid.ts';

/** Why somebody was away, in her own choice of words. */
export const FRÅNVAROSKÄL = {
  sjuk: 'Jag var sjuk',
  barn: 'Mitt barn var sjukt eller behövde mig',
  arbete: 'Jag arbetade, sökte arbete eller var på intervju',
  vard: 'Jag var hos läkare eller i annan vård',
  myndighet: 'Jag hade möte hos en myndighet',
  resa: 'Jag kunde inte ta mig dit',
  annat: 'Något annat',
} as const;
export type Frånvaroskäl = keyof typeof FRÅNVAROSKÄL;

/** The person's own explanation of a day's absence. Staff read it, the provider never does. The newest holds; none is changed. */
export interface Frånvaroförklaring {
  id: string;
  person: PersonId;
  anvisning: string;
  dag: Dag;
  skäl: Frånvaroskäl;
  text: string;
  tid: Tidpunkt;
}

/** Staff's assessment of whether an absence was valid, of the mark that held then. The newest holds; none is changed. */
export interface Frånvarobedömning {
  id: string;
  person: PersonId;
  mark: string;
  giltig: boolean;
  skäl: string;
  av: string;
  tid: Tidpunkt;
}

/** A certificate of sickness that the person has told of. It counts when staff have read it. */
export interface Läkarintyg {
  id: string;
  person: PersonId;
  från: Dag;
  till: Dag;
  /** How it is handed in. */
  inlämning: Intygsinlämning;
  anmält: Tidpunkt;
  läst: { av: string; tid: Tidpunkt } | undefined;
  version: number;
}

export const INTYGSINLÄMNINGAR = {
  dokument: 'Jag lägger till det bland mina dokument',
  mote: 'Jag visar det på nästa möte',
  post: 'Jag skickar det med posten',
} as const;
export type Intygsinlämning = keyof typeof INTYGSINLÄMNINGAR;

/**
 * What staff have decided about certificates for a time (SoL 12 kap. 5 a §): `begart` asks for one earlier, for särskilda skäl;
 * `undantag` grants that none is needed, since it is obviously needless.
 */
export interface Intygsbeslut {
  id: string;
  person: PersonId;
  slag: 'begart' | 'undantag';
  från: Dag;
  till: Dag;
  skäl: string;
  av: string;
  tid: Tidpunkt;
}

/** The explanation that holds for the day of a referral. */
export function förklaringFör(
  förklaringar: readonly Frånvaroförklaring[],
  anvisning: string,
  dag: Dag,
): Frånvaroförklaring | undefined {
  return senaste(förklaringar.filter((f) => f.anvisning === anvisning && f.dag === dag));
}

/** The assessment that holds of a mark. */
export function bedömningFör(
  bedömningar: readonly Frånvarobedömning[],
  mark: string | undefined,
): Frånvarobedömning | undefined {
  return senaste(bedömningar.filter((b) => b.mark === mark));
}

function senaste<T extends { tid: Tidpunkt }>(alla: readonly T[]): T | undefined {
  return alla.toSorted((a, b) => (a.tid < b.tid ? 1 : -1))[0];
}
