import type { Pass } from '../insats/pass.ts';
import type { PersonId } from '../person.ts';
import { type Dag, flyttaDag, flyttaMånad, type Månad, type Tidpunkt } from '../tid.ts';

export type Planstatus = 'utkast' | 'lamnad' | 'overenskommen' | 'oense' | 'ersatt' | 'avslutad';
export type Planövergång = 'lämnad' | 'återtagen' | 'instämmer' | 'instämmer inte' | 'ny version gäller' | 'avslutad';

/** The state machine of one version of a plan. What the person disagrees with is written down; the plan holds all the same. */
export const PLANTABELL = {
  utkast: { lämnad: 'lamnad' },
  lamnad: { återtagen: 'utkast', instämmer: 'overenskommen', 'instämmer inte': 'oense', avslutad: 'avslutad' },
  overenskommen: { 'ny version gäller': 'ersatt', avslutad: 'avslutad' },
  oense: { instämmer: 'overenskommen', 'ny version gäller': 'ersatt', avslutad: 'avslutad' },
  ersatt: {},
  avslutad: {},
} as const satisfies Record<Planstatus, Partial<Record<Planövergång, Planstatus>>>;

export const PLANLÄGEN: Readonly<Record<Planstatus, string>> = {
  utkast: 'Utkast',
  lamnad: 'Väntar på personens svar',
  overenskommen: 'Överenskommen',
  oense: 'Personen håller inte med om allt',
  ersatt: 'Ersatt av en ny version',
  avslutad: 'Avslutad',
};

export const PLANOMRÅDEN = {
  arbete: 'Arbete',
  sprak: 'Språk',
  halsa: 'Hälsa',
  studier: 'Studier',
  annat: 'Annat',
} as const;
export type Planområde = keyof typeof PLANOMRÅDEN;

/** A goal in the person's own words, and when. */
export interface Planmål {
  text: string;
  senast: Dag;
}

/** One thing the person does, beside the others. */
export interface Planpost {
  id: string;
  område: Planområde;
  namn: string;
  /** The activity of the catalogue, or undefined when it is something of the person's own. */
  insats: string | undefined;
  /** The referral, when there is one. */
  anvisning: string | undefined;
  /** Care or treatment: may stand in the plan and is never required (HFD 2011 ref. 49). */
  vård: boolean;
  timmarPerVecka: number;
  /** When in the week; empty when the person chooses herself. Together they are the hours a week. */
  pass: readonly Pass[];
  från: Dag;
  till: Dag;
  /** Who sees to it that it can be done. */
  ansvarig: string;
  /** Whether it is part of what is required (SoL 12 kap. 4 a and 4 d §§). */
  krävs: boolean;
}

/** Whole weeks of break, Monday to Sunday (SoL 12 kap. 4 f §). */
export interface Uppehåll {
  från: Dag;
  till: Dag;
  skäl: string;
}

/** What a plan holds, as it is written and read. */
export interface Planinnehåll {
  mål: readonly Planmål[];
  poster: readonly Planpost[];
  /** Hours a week set aside for looking for work (SoL 12 kap. 4 e §). */
  jobbsökartimmar: number;
  uppehåll: readonly Uppehåll[];
  nästaUppföljning: Dag | undefined;
  från: Dag;
  till: Dag;
}

/** How the person got the plan and answered. */
export interface Planväg {
  hur: 'egen-sida' | 'papper' | 'samtal';
  /** The language it was read or told in, and whether an interpreter did. */
  språk: string | undefined;
  /** Who of staff noted it; undefined when the person did it herself. */
  av: string | undefined;
  tid: Tidpunkt;
}

/**
 * One version of a person's plan (genomförandeplan; the individual plan of SoL 12 kap. 4 e §). Once handed over it is never changed: a
 * change is a new version, and every version stays in the file.
 */
export interface Genomförandeplan extends Planinnehåll {
  id: string;
  person: PersonId;
  /** 1 for the person's first. */
  nummer: number;
  status: Planstatus;
  skapad: Tidpunkt;
  skapadAv: string;
  lämnad: Planväg | undefined;
  svar: (Planväg & { instämmer: boolean }) | undefined;
  /** What the person wants to be done otherwise, in her words; kept although she agrees too. */
  synpunkt: string | undefined;
  avslutad: { skäl: string; av: string; tid: Tidpunkt } | undefined;
  version: number;
}

/** Where the transition leads, or undefined when it is not allowed. */
export function nästaPlanstatus(status: Planstatus, övergång: Planövergång): Planstatus | undefined {
  return (PLANTABELL[status] as Partial<Record<Planövergång, Planstatus>>)[övergång];
}

/**
 * The version that holds: the latest that the person has answered, whatever she answered; before any answer the one handed over. undefined
 * when there is none.
 */
export function gällandePlan(planer: readonly Genomförandeplan[]): Genomförandeplan | undefined {
  const nyast = [...planer].sort((a, b) => b.nummer - a.nummer);
  return (
    nyast.find(({ status }) => status === 'overenskommen' || status === 'oense') ??
    nyast.find(({ status }) => status === 'lamnad')
  );
}

/** The version that is being written or waits for the person's answer. */
export function öppenPlan(planer: readonly Genomförandeplan[]): Genomförandeplan | undefined {
  return planer.find(({ status }) => status === 'utkast' || status === 'lamnad');
}

/** The most hours a week of what is required in the plan on any day of the month. */
export function krävdaUnder(
  plan: Pick<Planinnehåll, 'poster' | 'jobbsökartimmar' | 'från' | 'till'>,
  månad: Månad,
): number {
  const [första, sista] = [`${månad}-01`, flyttaDag(`${flyttaMånad(månad, 1)}-01`, -1)];
  const byter = plan.poster.map(({ från }) => från).filter((dag) => dag > första && dag <= sista);
  return Math.max(...[första, ...byter].map((dag) => planensTimmar(plan, dag).krävda));
}

/** Hours a week that the plan holds on a day: what is done, and the time for looking for work. */
export function planensTimmar(
  plan: Pick<Planinnehåll, 'poster' | 'jobbsökartimmar' | 'från' | 'till'>,
  dag: Dag,
): { aktiviteter: number; krävda: number; sökaArbete: number; tillsammans: number } {
  const gäller = plan.poster.filter(({ från, till }) => från <= dag && dag <= till);
  const sum = (poster: readonly Planpost[]) => poster.reduce((s, p) => s + p.timmarPerVecka, 0);
  const aktiviteter = sum(gäller);
  const sökaArbete = plan.från <= dag && dag <= plan.till ? plan.jobbsökartimmar : 0;
  return { aktiviteter, krävda: sum(gäller.filter((p) => p.krävs)), sökaArbete, tillsammans: aktiviteter + sökaArbete };
}
