import { type Dag, flyttaMånad, type Månad } from '@stegvis/casework';
import { type SANNING, SPÅR, type Spårnamn, type Syntetdistrikt } from './sanning.ts';
import type { Slump } from './slump.ts';

/** Groups of obstacles that behave alike. */
export type Hindergrupp = keyof typeof SANNING.utHinder;

export interface Vuxenbild {
  readonly kön: 'kvinna' | 'man';
  readonly född: Dag;
  /** A value of `FÖRSÖRJNINGSHINDER`. */
  readonly hinder: string;
  readonly spår: Spårnamn;
  /** Kronor a month after tax from own work, 0 for most. */
  readonly lön: number;
  /** Kronor a month after tax that replaces wages. */
  readonly ersättning: number;
}

/** A household as it is when it first applies; nobody real. */
export interface Hushållsbild {
  readonly vuxna: readonly Vuxenbild[];
  readonly barn: readonly Dag[];
  readonly distrikt: Syntetdistrikt;
  /** Kronor a month. */
  readonly hyra: number;
  /** How much assistance it has against an average household of its type. */
  readonly nivå: number;
}

/** The obstacle's group by its id in `FÖRSÖRJNINGSHINDER`. */
export function hindergrupp(hinder: string): Hindergrupp {
  if (hinder.startsWith('arbetslos')) return 'arbetslös';
  if (hinder.startsWith('etablering')) return 'etablering';
  if (hinder.startsWith('deltid') || hinder.startsWith('heltid')) return 'deltid';
  if (hinder.startsWith('sjuk')) return 'sjuk';
  if (hinder.startsWith('arbetshinder')) return 'social';
  if (hinder.startsWith('foraldra') || hinder === 'saknar-barnomsorg') return 'förälder';
  return 'övrigt';
}

const HUSHÅLL = [
  ['man', 37],
  ['kvinna', 25],
  ['man-barn', 4],
  ['kvinna-barn', 17],
  ['par', 4],
  ['par-barn', 13],
] as const;

const ÅLDRAR: readonly (readonly [readonly [number, number], number])[] = [
  [[18, 24], 18],
  [[25, 34], 29],
  [[35, 44], 24],
  [[45, 54], 17],
  [[55, 64], 11],
  [[65, 70], 1],
];

const BARN = [
  [1, 38],
  [2, 32],
  [3, 17],
  [4, 8],
  [5, 4],
  [6, 1],
] as const;

/** What keeps people from supporting themselves when they apply: about 85 of 100 for lack of work. */
const HINDER = [
  ['arbetslos-ingen-ersattning', 46],
  ['arbetslos-otillracklig-ersattning', 14],
  ['arbetslos-vantar-pa-ersattning', 10],
  ['etableringsersattning-otillracklig', 4],
  ['etableringsersattning-vantar', 3],
  ['deltid-otillracklig-inkomst', 6],
  ['heltid-vantar-pa-inkomst', 2],
  ['sjukskriven-ingen-sjukpenning', 4],
  ['sjukskriven-otillracklig-sjukpenning', 2],
  ['sjuk-aktivitetsersattning-otillracklig', 1.5],
  ['arbetshinder-sociala-skal', 4],
  ['foraldrapenning-otillracklig', 1],
  ['saknar-barnomsorg', 0.5],
  ['utan-forsorjningshinder', 1.5],
  ['uppgift-saknas', 0.5],
] as const;

const SPÅR_EFTER_GRUPP: Readonly<Record<Hindergrupp, readonly (readonly [Spårnamn, number])[]>> = {
  arbetslös: [
    [SPÅR.hundraDagar, 46],
    [SPÅR.kompetenscenter, 24],
    [SPÅR.sfi, 11],
    [SPÅR.samordnat, 13],
    [SPÅR.utredning, 6],
  ],
  etablering: [
    [SPÅR.kompetenscenter, 25],
    [SPÅR.sfi, 65],
    [SPÅR.samordnat, 10],
  ],
  deltid: [
    [SPÅR.hundraDagar, 50],
    [SPÅR.kompetenscenter, 40],
    [SPÅR.samordnat, 10],
  ],
  sjuk: [
    [SPÅR.samordnat, 80],
    [SPÅR.utredning, 20],
  ],
  social: [
    [SPÅR.samordnat, 35],
    [SPÅR.utredning, 65],
  ],
  förälder: [
    [SPÅR.hundraDagar, 30],
    [SPÅR.kompetenscenter, 50],
    [SPÅR.sfi, 20],
  ],
  övrigt: [
    [SPÅR.hundraDagar, 70],
    [SPÅR.utredning, 30],
  ],
};

/** Draws a household that first applies for the month. */
export function draHushåll(slump: Slump, månad: Månad): Hushållsbild {
  const typ = slump.välj(HUSHÅLL);
  const par = typ.startsWith('par');
  const medBarn = typ.endsWith('barn');
  const förstaKön = par ? (slump.sant(0.5) ? 'kvinna' : 'man') : typ.startsWith('kvinna') ? 'kvinna' : 'man';
  const kön = par ? ([förstaKön, förstaKön === 'kvinna' ? 'man' : 'kvinna'] as const) : ([förstaKön] as const);
  const [lägst, högst] = slump.välj(ÅLDRAR);
  const ålder = medBarn ? Math.min(60, Math.max(20, slump.heltal(lägst, högst))) : slump.heltal(lägst, högst);
  const antal = medBarn ? slump.välj(BARN) : 0;
  const vuxna = kön.map((k, i) => draVuxen(slump, månad, k, i === 0 ? ålder : nära(slump, ålder), antal > 0));
  const äldsta = Math.min(17, ålder - 18);
  const barn = Array.from({ length: antal }, () => dagen(slump, månad, slump.heltal(0, Math.max(0, äldsta))));
  const storlek = vuxna.length + antal;
  return {
    vuxna,
    barn,
    distrikt: slump.välj([
      ['Centrum', 30],
      ['Norr', 28],
      ['Söder', 24],
      ['Öster', 18],
    ]),
    hyra: Math.round(slump.kring(4300 + 1100 * storlek, 0.15) / 50) * 50,
    nivå: slump.kring(1, 0.25),
  };
}

function draVuxen(slump: Slump, månad: Månad, kön: 'kvinna' | 'man', ålder: number, barn: boolean): Vuxenbild {
  const pension = ålder >= 65 ? 'pension-otillracklig' : undefined;
  const hemma = barn && kön === 'kvinna' && slump.sant(0.12) ? 'foraldrapenning-otillracklig' : undefined;
  const hinder = pension ?? hemma ?? slump.välj(HINDER);
  const grupp = hindergrupp(hinder);
  return {
    kön,
    född: dagen(slump, månad, ålder),
    hinder,
    spår: pension ? SPÅR.utredning : slump.välj(SPÅR_EFTER_GRUPP[grupp]),
    lön: grupp === 'deltid' ? hundra(slump.kring(5500, 0.35)) : 0,
    ersättning: hinder.includes('otillracklig') && grupp !== 'deltid' ? hundra(slump.kring(4500, 0.35)) : 0,
  };
}

const hundra = (kronor: number): number => Math.round(kronor / 100) * 100;
const nära = (slump: Slump, ålder: number): number =>
  Math.min(69, Math.max(19, ålder + Math.round(4 * slump.normal())));

/** A day of birth that makes the person `ålder` years old at the end of the month. */
function dagen(slump: Slump, månad: Månad, ålder: number): Dag {
  const född = flyttaMånad(månad, -12 * ålder - slump.heltal(0, 11));
  return `${född}-${String(slump.heltal(1, 28)).padStart(2, '0')}`;
}

/** Whole years at the end of the month. */
export function ålderI(född: Dag, månad: Månad): number {
  const år = Number(månad.slice(0, 4)) - Number(född.slice(0, 4));
  return född.slice(5, 7) > månad.slice(5, 7) ? år - 1 : år;
}
