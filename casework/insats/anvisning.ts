import { ANVISNINGSGRUNDER, type Anvisningsgrund } from '@stegvis/rules';
import type { PersonId } from '../person.ts';
import type { Dag, Tidpunkt } from '../tid.ts';
import type { Insats } from './insats.ts';
import type { Pass } from './pass.ts';

export type Anvisningsstatus =
  | 'foreslagen'
  | 'nekad'
  | 'avbojd'
  | 'i-ko'
  | 'plats'
  | 'pagar'
  | 'avslutad'
  | 'aterkallad';
export type Anvisningsövergång = 'nekad' | 'avböjd' | 'köad' | 'plats given' | 'startad' | 'avslutad' | 'återkallad';

/** The state machine of a referral. */
export const ANVISNINGSTABELL = {
  foreslagen: { nekad: 'nekad', avböjd: 'avbojd', köad: 'i-ko', 'plats given': 'plats', återkallad: 'aterkallad' },
  nekad: {},
  avbojd: {},
  'i-ko': { 'plats given': 'plats', avböjd: 'avbojd', återkallad: 'aterkallad' },
  plats: { startad: 'pagar', avböjd: 'avbojd', återkallad: 'aterkallad' },
  pagar: { avslutad: 'avslutad', återkallad: 'aterkallad' },
  avslutad: {},
  aterkallad: {},
} as const satisfies Record<Anvisningsstatus, Partial<Record<Anvisningsövergång, Anvisningsstatus>>>;

export const ANVISNINGSLÄGEN: Readonly<Record<Anvisningsstatus, string>> = {
  foreslagen: 'Väntar på anordnarens svar',
  nekad: 'Nej från anordnaren',
  avbojd: 'Nej från personen',
  'i-ko': 'I kö',
  plats: 'Har plats',
  pagar: 'Pågår',
  avslutad: 'Avslutad',
  aterkallad: 'Återkallad',
};

/** What came of it. */
export const ANVISNINGSUTFALL = {
  'fullfoljd-enligt-plan': 'Fullföljd enligt planen',
  arbete: 'Till arbete',
  studier: 'Till studier',
  'annan-insats': 'Till en annan aktivitet',
  'avbruten-halsa': 'Avbruten på grund av hälsa',
  'avbruten-annat': 'Avbruten av annat skäl',
} as const;
export type Anvisningsutfall = keyof typeof ANVISNINGSUTFALL;

/** That the person did not take what was offered: what happened, which day, who said so, and why in her own words. */
export interface Avböjning {
  sätt: 'sade-nej' | 'kom-inte';
  dag: Dag;
  /** Who told: she herself, or the provider. */
  sagtAv: 'personen' | 'anordnaren';
  /** Empty only when she did not come and nobody knows why. */
  skäl: string;
  /** Who of staff wrote it down; undefined when she said it on her own page. */
  antecknadAv: { id: string; namn: string } | undefined;
  tid: Tidpunkt;
}

/** That somebody was moved in the queue, from one place to another, and why. */
export interface Köflytt {
  tidigare: number;
  plats: number;
  skäl: string;
  av: string;
  tid: Tidpunkt;
}

/** One person's referral to one activity. */
export interface Anvisning {
  id: string;
  person: PersonId;
  insats: string;
  anordnare: string;
  grund: Anvisningsgrund;
  /** The decided requirement it rests on; undefined on 12:4 and when it is voluntary. */
  krav: string | undefined;
  /** The consultation of Arbetsförmedlingen, which 12:4 third paragraph asks for. */
  samråd: { dag: Dag; med: string; vad: string } | undefined;
  status: Anvisningsstatus;
  från: Dag;
  /** The last day that is meant; the day it ended once it has. */
  till: Dag;
  timmarPerVecka: number;
  pass: readonly Pass[];
  /** Why, to the person. */
  skäl: string;
  /** Why although a criterion is not met. */
  avsteg: string | undefined;
  /** What the provider needs to know. */
  tillAnordnaren: string;
  föreslagen: Tidpunkt;
  föreslagenAv: { id: string; namn: string; delegationspunkt?: string };
  svar: { ja: boolean; skäl: string; av: string; tid: Tidpunkt } | undefined;
  /** Its number in the queue, and why it waits; kept when a place has come. `flyttar` says when somebody moved it, oldest first. */
  kö: { nummer: number; skäl: string; tid: Tidpunkt; flyttar?: readonly Köflytt[] } | undefined;
  startad: Dag | undefined;
  utfall: { slag: Anvisningsutfall; text: string; av: string; tid: Tidpunkt } | undefined;
  återkallad: { skäl: string; av: string; tid: Tidpunkt } | undefined;
  /** Set when the person has said no, or did not come; the provider's no is in `svar`. */
  avböjd?: Avböjning | undefined;
  version: number;
}

/** Where the transition leads, or undefined when it is not allowed. */
export function nästaAnvisningsstatus(
  status: Anvisningsstatus,
  övergång: Anvisningsövergång,
): Anvisningsstatus | undefined {
  return (ANVISNINGSTABELL[status] as Partial<Record<Anvisningsövergång, Anvisningsstatus>>)[övergång];
}

/** Whether it is still to be answered, waited for or taken part in. */
export function ärÖppen({ status }: Pick<Anvisning, 'status'>): boolean {
  return status === 'foreslagen' || status === 'i-ko' || status === 'plats' || status === 'pagar';
}

/** Whether it takes a place in the activity. */
export function tarPlats({ status }: Pick<Anvisning, 'status'>): boolean {
  return status === 'plats' || status === 'pagar';
}

/**
 * Whether declining the referral or staying away from it can lead to SoL 12 kap. 5 §: only what was referred on 4, 4 a, 4 d or 4 g §,
 * and never care (HFD 2011 ref. 49).
 */
export function kanGrundaNedsättning({ grund }: Pick<Anvisning, 'grund'>, insats?: Pick<Insats, 'syften'>): boolean {
  return ANVISNINGSGRUNDER[grund].kanNedsättas && !(insats?.syften.includes('vard') ?? false);
}
