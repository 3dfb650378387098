import { åldersgrupp } from '../dimension.ts';
import { type Hindergrupp, hindergrupp } from './hushallsbild.ts';
import { type Insatsnamn, SANNING, SPÅR, type Spårnamn } from './sanning.ts';

/** What decides how likely an adult is to leave, and that changes while she has assistance. */
export interface Läge {
  readonly spår: Spårnamn;
  readonly hinder: string;
}

/** Multiples of the risk to leave by calendar month, January first; their mean is 1. */
const SÄSONG_UT = [0.8, 0.85, 0.95, 1.05, 1.2, 1.35, 1.1, 1.05, 1, 0.9, 0.9, 0.85];
/** Multiples of the number who apply for the first time by calendar month. */
export const SÄSONG_IN = [1.25, 1, 0.95, 0.95, 0.9, 0.95, 1, 1.15, 1.1, 1, 0.95, 0.8];

/** How often one in this situation leaves for work or studies in the month, no activity counted. `månader`: months of the period before. */
export function riskMål(
  läge: Läge,
  person: { kön: 'kvinna' | 'man'; ålder: number },
  månader: number,
  månad: number,
): number {
  const grupp = åldersgrupp(Math.max(18, person.ålder)) as keyof typeof SANNING.utÅlder;
  return (
    SANNING.utMål[läge.spår] *
    SANNING.utÅlder[grupp] *
    SANNING.utHinder[hindergrupp(läge.hinder)] *
    (person.kön === 'kvinna' ? SANNING.kvinnorMotMän : 1) *
    (månader >= 24 ? SANNING.utLånga : 1) *
    SÄSONG_UT[månad % 12]!
  );
}

/** How often the household leaves for another reason in the month, by its applicant; from 66 years pension is the usual one. */
export function riskAnnat(läge: Läge, ålder: number, månad: number): number {
  return SANNING.utAnnat[läge.spår] * SÄSONG_UT[månad % 12]! + (ålder >= 66 ? 0.3 : 0);
}

/** What may have changed to the next month, with the chance of each; nothing listed: no change. `månader`: months of the period so far. */
export function övergångar({ spår, hinder }: Läge, månader: number): readonly (readonly [Läge, number])[] {
  if (spår === SPÅR.hundraDagar && månader >= 4)
    return [
      [{ spår: SPÅR.kompetenscenter, hinder }, 0.8],
      [{ spår: SPÅR.samordnat, hinder }, 0.12],
      [{ spår: SPÅR.utredning, hinder }, 0.08],
    ];
  if (spår === SPÅR.kompetenscenter && månader === 18)
    return [
      [{ spår, hinder }, 0.6],
      [{ spår: SPÅR.samordnat, hinder }, 0.4],
    ];
  const grupp = hindergrupp(hinder);
  if (grupp === 'arbetslös')
    return [
      [{ spår, hinder }, 0.994],
      [{ spår: SPÅR.samordnat, hinder: 'sjukskriven-ingen-sjukpenning' }, 0.006],
    ];
  if (grupp === 'sjuk')
    return [
      [{ spår, hinder }, 0.992],
      [{ spår, hinder: 'arbetslos-ingen-ersattning' }, 0.008],
    ];
  if (grupp === 'etablering' && månader === 24)
    return [[{ spår: SPÅR.kompetenscenter, hinder: 'arbetslos-ingen-ersattning' }, 1]];
  return [];
}

const NÄRA: readonly Hindergrupp[] = ['arbetslös', 'deltid', 'etablering'];

/** Near to work, by what is recorded: track, obstacle and age. */
export function ärNäraArbete({ spår, hinder }: Läge, ålder: number): boolean {
  return (
    (spår === SPÅR.hundraDagar || spår === SPÅR.kompetenscenter) && NÄRA.includes(hindergrupp(hinder)) && ålder < 45
  );
}

/** An activity of the catalogue (server/demo/vagen/insatser.ts) as the synthetic municipality uses it. */
export interface Syntetinsats {
  readonly namn: Insatsnamn;
  /** The step of the ladder (casework/steg), by name. */
  readonly steg: string;
  readonly område: string;
  /** Chance in a month for somebody it is for and who is not near to work. */
  readonly start: number;
  readonly månader: number;
  /** Mean days in the queue before the start. */
  readonly ködagar: number;
  /** Kronor a place and month. */
  readonly kostnad: number;
  readonly för: (läge: Läge, månader: number, barn: number) => boolean;
}

const inteSjuk = ({ hinder }: Läge): boolean => !['sjuk', 'social'].includes(hindergrupp(hinder));

export const SYNTETINSATSER: readonly Syntetinsats[] = [
  {
    namn: 'Återbruk och lager',
    steg: 'Pröva och träna arbete',
    område: 'Arbete',
    start: 0.008,
    månader: 6,
    ködagar: 35,
    kostnad: 2400,
    för: inteSjuk,
  },
  {
    namn: 'Köksbiträde, introduktion',
    steg: 'Studier',
    område: 'Studier',
    start: 0.008,
    månader: 3,
    ködagar: 45,
    kostnad: 3100,
    för: inteSjuk,
  },
  {
    namn: 'Jobbsökarfika',
    steg: 'Sysselsättning',
    område: 'Arbete',
    start: 0.012,
    månader: 4,
    ködagar: 7,
    kostnad: 2400,
    för: inteSjuk,
  },
  {
    namn: 'Café och kök',
    steg: 'Pröva och träna arbete',
    område: 'Arbete',
    start: 0.015,
    månader: 6,
    ködagar: 30,
    kostnad: 2400,
    för: ({ spår }) => spår === SPÅR.samordnat || spår === SPÅR.kompetenscenter,
  },
  {
    namn: 'Språkcafé',
    steg: 'Sysselsättning',
    område: 'Språk',
    start: 0.06,
    månader: 6,
    ködagar: 5,
    kostnad: 1200,
    för: ({ spår }) => spår === SPÅR.sfi,
  },
  {
    namn: 'Språk på jobbet',
    steg: 'Studier',
    område: 'Språk',
    start: 0.05,
    månader: 6,
    ködagar: 20,
    kostnad: 3100,
    för: ({ spår }) => spår === SPÅR.sfi,
  },
  {
    namn: 'Digital vardag',
    steg: 'Sysselsättning',
    område: 'Studier',
    start: 0.02,
    månader: 2,
    ködagar: 30,
    kostnad: 1200,
    för: () => true,
  },
  {
    namn: 'Må bättre i vardagen',
    steg: 'Arbetsinriktad rehabilitering',
    område: 'Hälsa',
    start: 0.05,
    månader: 3,
    ködagar: 25,
    kostnad: 1800,
    för: ({ spår }) => spår === SPÅR.samordnat,
  },
  {
    namn: 'Träning med coach',
    steg: 'Arbetsinriktad rehabilitering',
    område: 'Hälsa',
    start: 0.02,
    månader: 3,
    ködagar: 60,
    kostnad: 1800,
    för: ({ spår }) => spår === SPÅR.samordnat || spår === SPÅR.utredning,
  },
  {
    namn: 'Föräldrar till arbete',
    steg: 'Sysselsättning',
    område: 'Arbete',
    start: 0.02,
    månader: 4,
    ködagar: 20,
    kostnad: 3100,
    för: (läge, _månader, barn) => barn > 0 && inteSjuk(läge),
  },
  {
    namn: 'Biblioteksvärd',
    steg: 'Arbete med samhällsstöd',
    område: 'Arbete',
    start: 0.004,
    månader: 12,
    ködagar: 90,
    kostnad: 21000,
    för: (läge, månader) => månader >= 12 && inteSjuk(läge),
  },
];

/** The chance to begin the activity in the month, from what is recorded alone; so similar people are similarly likely to. */
export function riskStart(insats: Syntetinsats, läge: Läge, ålder: number, månader: number, barn: number): number {
  if (månader < 1 || !insats.för(läge, månader, barn)) return 0;
  return insats.start * (ärNäraArbete(läge, ålder) ? SANNING.insatser[insats.namn].nära : 1);
}
