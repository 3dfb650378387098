import type { Insatssyfte } from '@stegvis/rules';
import type { Öre } from '../belopp.ts';
import type { Dag } from '../tid.ts';
import type { Pass } from './pass.ts';
import type { Villkor } from './villkor.ts';

export const INSATSOMRÅDEN = {
  arbete: 'Arbete',
  sprak: 'Språk',
  halsa: 'Hälsa',
  studier: 'Studier',
  annat: 'Annat',
} as const;
export type Insatsområde = keyof typeof INSATSOMRÅDEN;

/** The seven areas to find places in. */
export const UTVECKLINGSOMRÅDEN = {
  arbetsgivare: 'Kommunen som arbetsgivare',
  kommungemensamt: 'Kommungemensamma frågor',
  'vard-och-omsorg': 'Vård och omsorg',
  vuxenutbildning: 'Vuxenutbildning',
  naringsliv: 'Näringsliv',
  civilsamhalle: 'Civilsamhälle',
  arbetsformedlingen: 'Arbetsförmedlingen',
} as const;
export type Utvecklingsområde = keyof typeof UTVECKLINGSOMRÅDEN;

/**
 * What taking part is: a group or course, an unpaid placement at a workplace, or `valfardsjobb`, an employment with wages (a number
 * of one-year employments at any time).
 */
export const INSATSFORMER = {
  grupp: 'Grupp, kurs eller stöd',
  arbetsplats: 'Plats på en arbetsplats, utan lön',
  valfardsjobb: 'Välfärdsjobb: anställning med lön',
} as const;
export type Insatsform = keyof typeof INSATSFORMER;

/** One activity in the catalogue. */
export interface Insats {
  id: string;
  anordnare: string;
  namn: string;
  /** What one does there, to the person. */
  beskrivning: string;
  syften: readonly Insatssyfte[];
  område: Insatsområde;
  form: Insatsform;
  målgrupp: string;
  /** The criteria in words. */
  kriterier: string;
  /** The criteria that can be checked. */
  villkor: readonly Villkor[];
  språk: readonly string[];
  tillgänglighet: string;
  /** The days it starts; empty when one can start any day. */
  startdagar: readonly Dag[];
  timmarPerVecka: number;
  pass: readonly Pass[];
  adress: string;
  /** The part of the municipality. */
  ort: string;
  platser: number;
  /** Cost per place and month; undefined when there is none. */
  kostnad: Öre | undefined;
  /** The step of the functional ladder, by its identity in the board's settings. */
  stegtrappa: string | undefined;
  utvecklingsområde: Utvecklingsområde;
  /** The longest time for one person, in months. */
  längstMånader: number;
  /** Hours a week that are left for seeking work. */
  jobbsökartimmar: number;
  /** How one is free to take a job and to seek one while one takes part. */
  utrymme: string;
  /** Who answers for safety at the workplace, and which insurance against injuries holds. */
  skydd: { arbetsmiljö: string; försäkring: string } | undefined;
  /** That no ordinary job is replaced: who has said so, when, and how it is seen to. */
  försäkran: { av: string; dag: Dag; text: string } | undefined;
  status: 'aktiv' | 'stangd';
  version: number;
}

/** Whether taking part is unpaid and at a workplace. */
export function ärOavlönadPlats({ form, syften }: Pick<Insats, 'form' | 'syften'>): boolean {
  return form === 'arbetsplats' || (form === 'grupp' && syften.includes('arbetsplats'));
}

/** Who may change the catalogue, the providers and the agreements. */
export function redigerarInsatser(roller: readonly string[]): boolean {
  return roller.some((roll) => roll === 'administrator' || roll === 'enhetschef' || roll === 'samordnare');
}
