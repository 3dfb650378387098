import type { Svarssida } from '../bedomning/bedomning.ts';
import type { Stödbehov } from './spar.ts';

/** That a question has one of these answers. */
export interface Spårvillkor {
  fråga: string;
  sida: Svarssida;
  är: readonly string[];
}

/** One rule: a support need, why in words, and the conditions. At least `minst` of each group hold. */
export interface Spårregel {
  id: string;
  behov: Stödbehov;
  /** What the rule says, to the person. */
  text: string;
  grupper: readonly { minst: number; av: readonly Spårvillkor[] }[];
}

/** The published rules in one version, for one version of the instrument. The first rule that holds is the proposal. */
export interface Spårregler {
  version: number;
  instrument: { id: string; version: number };
  /** Without answers to these nothing is proposed. */
  behövs: readonly { fråga: string; sida: Svarssida }[];
  regler: readonly Spårregel[];
}

const person = (fråga: string, ...är: string[]): Spårvillkor => ({ fråga, sida: 'person', är });
const handläggare = (fråga: string, ...är: string[]): Spårvillkor => ({ fråga, sida: 'handlaggare', är });

/**
 * The rules that propose a track. People have written them; nothing is learned from data, and no rule looks at age, sex, origin or
 * what others have done. A version is never changed: a new one is added before it.
 */
export const SPÅRREGLER: readonly Spårregler[] = [
  {
    version: 1,
    instrument: { id: 'inledande', version: 1 },
    behövs: [
      { fråga: 'arbete-senast', sida: 'person' },
      { fråga: 'pa-gang', sida: 'person' },
      { fråga: 'svenska', sida: 'person' },
      { fråga: 'kropp', sida: 'person' },
      { fråga: 'maende', sida: 'person' },
      { fråga: 'dagarna', sida: 'person' },
    ],
    regler: [
      {
        id: 'oklart',
        behov: 'vidare-utredning',
        text: 'Det går inte att säga än hur snart du kan nå arbete eller studier. Vi tar reda på mer tillsammans.',
        grupper: [{ minst: 1, av: [handläggare('hur-snart', 'oklart')] }],
      },
      {
        id: 'snart-inkomst',
        behov: 'klarar-sig-sjalv',
        text: 'Du har ett arbete, studier eller en inkomst på gång inom tre månader, och hälsan hindrar inte.',
        grupper: [
          { minst: 1, av: [person('pa-gang', 'snart')] },
          { minst: 2, av: [person('kropp', 'nej', 'delvis'), person('maende', 'nej', 'delvis')] },
        ],
      },
      {
        id: 'stod-fran-flera',
        behov: 'samordnat-stod',
        text: 'Handläggaren ser att du behöver stöd från flera samtidigt.',
        grupper: [{ minst: 1, av: [handläggare('flera-parter', 'ja')] }],
      },
      {
        id: 'flera-hinder',
        behov: 'samordnat-stod',
        text: 'Hälsan eller vardagen gör det svårt, och det finns minst ett hinder till. Då behövs stöd från flera samtidigt.',
        grupper: [
          {
            minst: 1,
            av: [person('kropp', 'delvis', 'ja'), person('maende', 'delvis', 'ja'), person('dagarna', 'svart')],
          },
          {
            minst: 2,
            av: [
              person('kropp', 'delvis', 'ja'),
              person('maende', 'delvis', 'ja'),
              person('dagarna', 'svart'),
              person('svenska', 'lite', 'inte'),
              person('boende', 'osakert', 'nej'),
              person('barn', 'inte-ordnat'),
            ],
          },
        ],
      },
      {
        id: 'svenska',
        behov: 'svenska',
        text: 'Du läser svenska, eller behöver mer svenska för att kunna arbeta.',
        grupper: [{ minst: 1, av: [person('svenska', 'lite', 'inte'), person('studerar', 'sfi')] }],
      },
      {
        id: 'nyss-arbetat',
        behov: 'klarar-sig-sjalv',
        text: 'Du har arbetat det senaste året, och varken hälsa, språk eller vardag hindrar.',
        grupper: [
          { minst: 1, av: [person('arbete-senast', 'nu', 'ar')] },
          {
            minst: 4,
            av: [
              person('kropp', 'nej'),
              person('maende', 'nej'),
              person('svenska', 'bra', 'ganska'),
              person('dagarna', 'bra', 'ibland'),
            ],
          },
        ],
      },
      {
        id: 'kan-arbeta',
        behov: 'arbete-inom-arton-manader',
        text: 'Du kan arbeta med minst en del, och svenskan räcker. Med stöd kan du nå arbete eller studier.',
        grupper: [
          {
            minst: 4,
            av: [
              person('kropp', 'nej', 'delvis'),
              person('maende', 'nej', 'delvis'),
              person('svenska', 'bra', 'ganska'),
              person('dagarna', 'bra', 'ibland'),
            ],
          },
        ],
      },
      {
        id: 'annars',
        behov: 'vidare-utredning',
        text: 'Ingen av de andra reglerna stämmer. Vi tar reda på mer tillsammans med dig.',
        grupper: [],
      },
    ],
  },
];
