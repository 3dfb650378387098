import type { Kravgrund } from '@stegvis/rules';
import type { Öre } from './belopp.ts';
import type { Utförare } from './overklagande.ts';
import type { PersonId } from './person.ts';
import type { Dag, Tidpunkt } from './tid.ts';

export type Återkravsstatus =
  | 'uppmarksammat'
  | 'utreds'
  | 'kommunicerat'
  | 'beslutat'
  | 'betalplan'
  | 'forfallet'
  | 'talan'
  | 'betalat'
  | 'avslutat';

export type Återkravsövergång =
  | 'utredning-inledd'
  | 'kommunicerat'
  | 'krav-beslutat'
  | 'avstatt-helt'
  | 'avstatt-delvis'
  | 'nedlagt'
  | 'plan-gjord'
  | 'betalning'
  | 'slutbetalt'
  | 'forfallet'
  | 'talan-vackt'
  | 'dom'
  | 'preskriberat';

/** The state machine of a recovery matter (SoL 33 kap.). */
export const ÅTERKRAVSTABELL = {
  uppmarksammat: { 'utredning-inledd': 'utreds', nedlagt: 'avslutat' },
  utreds: { kommunicerat: 'kommunicerat', nedlagt: 'avslutat' },
  kommunicerat: { 'krav-beslutat': 'beslutat', 'avstatt-helt': 'avslutat', nedlagt: 'avslutat' },
  beslutat: {
    'plan-gjord': 'betalplan',
    betalning: 'beslutat',
    slutbetalt: 'betalat',
    'avstatt-delvis': 'beslutat',
    'avstatt-helt': 'avslutat',
    forfallet: 'forfallet',
    preskriberat: 'avslutat',
  },
  betalplan: {
    'plan-gjord': 'betalplan',
    betalning: 'betalplan',
    slutbetalt: 'betalat',
    'avstatt-delvis': 'betalplan',
    'avstatt-helt': 'avslutat',
    forfallet: 'forfallet',
    preskriberat: 'avslutat',
  },
  forfallet: {
    'plan-gjord': 'betalplan',
    betalning: 'forfallet',
    slutbetalt: 'betalat',
    'avstatt-delvis': 'forfallet',
    'avstatt-helt': 'avslutat',
    'talan-vackt': 'talan',
    preskriberat: 'avslutat',
  },
  talan: { betalning: 'talan', slutbetalt: 'betalat', 'avstatt-helt': 'avslutat', dom: 'avslutat' },
  betalat: {},
  avslutat: {},
} as const satisfies Record<Återkravsstatus, Partial<Record<Återkravsövergång, Återkravsstatus>>>;

export const ÅTERKRAVSLÄGEN: Readonly<Record<Återkravsstatus, { namn: string; gör: string | undefined }>> = {
  uppmarksammat: { namn: 'Uppmärksammat', gör: 'Inled utredning, eller lägg ner.' },
  utreds: { namn: 'Utreds', gör: 'Skicka underlaget till den enskilde.' },
  kommunicerat: { namn: 'Väntar på svar', gör: 'Besluta om krav när svaret har kommit eller tiden är ute.' },
  beslutat: { namn: 'Krav beslutat', gör: 'Kom överens om hur det ska betalas.' },
  betalplan: { namn: 'Betalas enligt plan', gör: undefined },
  forfallet: { namn: 'Förfallet', gör: 'Påminn, gör en ny plan, avstå eller väck talan.' },
  talan: { namn: 'Talan väckt', gör: undefined },
  betalat: { namn: 'Betalat', gör: undefined },
  avslutat: { namn: 'Avslutat', gör: undefined },
};

/** One part of a payment plan. */
export interface Delbetalning {
  dag: Dag;
  belopp: Öre;
}

/** A claim on one adult for assistance paid by one decision. */
export interface Återkrav {
  id: string;
  ärende: string;
  ansökan: string;
  beslut: string;
  person: PersonId;
  grund: Kravgrund;
  lagrum: string;
  /** What has happened, as staff have written it. */
  omständighet: string;
  /** What is thought to be paid too much. */
  belopp: Öre;
  /** When the municipality's cost arose: the day the money was paid. */
  kostnadUppkom: Dag;
  /** The last day to sue (SoL 33 kap. 5 §). */
  taleSenast: Dag;
  status: Återkravsstatus;
  underlag: { text: string; svarSenast: Dag; skickat: Tidpunkt } | undefined;
  svar: { text: string; tid: Tidpunkt; upptagetAv: Utförare | undefined } | undefined;
  krav:
    | {
        belopp: Öre;
        skäl: string;
        betalasSenast: Dag;
        av: Utförare;
        punkt: string;
        tid: Tidpunkt;
        delgivet: Dag | undefined;
      }
    | undefined;
  /** What has been remitted (SoL 33 kap. 6 §), each with its reasons. */
  eftergifter: readonly { belopp: Öre; skäl: string; av: Utförare; tid: Tidpunkt }[];
  plan: readonly Delbetalning[];
  betalningar: readonly { dag: Dag; belopp: Öre; av: Utförare; tid: Tidpunkt }[];
  talan:
    | { beslutadAv: 'namnden' | 'utskottet' | 'enligt-delegation'; beslut: string; väckt: Dag; av: Utförare }
    | undefined;
  avslut: { skäl: string; av: Utförare; tid: Tidpunkt } | undefined;
  öppnat: Tidpunkt;
  öppnatAv: Utförare;
  version: number;
}

/** Where the transition leads, or undefined when it is not allowed. */
export function nästaÅterkravsstatus(
  status: Återkravsstatus,
  övergång: Återkravsövergång,
): Återkravsstatus | undefined {
  return (ÅTERKRAVSTABELL[status] as Partial<Record<Återkravsövergång, Återkravsstatus>>)[övergång];
}

/** Whether the matter is still open; open, it stops automatic decisions about the person. */
export function återkravÄrÖppet({ status }: Pick<Återkrav, 'status'>): boolean {
  return status !== 'betalat' && status !== 'avslutat';
}

/** What is left to pay of the claim as decided: less what has been remitted and paid. Öre, never below zero. */
export function kvarAttBetala({
  krav,
  eftergifter,
  betalningar,
}: Pick<Återkrav, 'krav' | 'eftergifter' | 'betalningar'>): Öre {
  if (krav === undefined) return 0;
  const bort = [...eftergifter, ...betalningar].reduce((sum, { belopp }) => sum + belopp, 0);
  return Math.max(0, krav.belopp - bort);
}

/** How long before the last day to sue staff are warned, in days. */
export const VARNA_FÖRE_TALAN = 90;

/** What time asks of an open matter: a claim or a part of the plan not paid in time, and the last day to sue coming near or past. */
export function återkravsfrist(
  återkrav: Återkrav,
  idag: Dag,
): { förfallet: boolean; talan: 'snart' | 'passerad' | undefined } {
  const planerat = återkrav.plan.filter((d) => d.dag < idag).reduce((sum, d) => sum + d.belopp, 0);
  const betalt = återkrav.betalningar.reduce((sum, b) => sum + b.belopp, 0);
  const förfallet =
    (återkrav.status === 'betalplan' && planerat > betalt) ||
    (återkrav.status === 'beslutat' && återkrav.krav !== undefined && återkrav.krav.betalasSenast < idag);
  const dagar = (Date.parse(återkrav.taleSenast) - Date.parse(idag)) / 86_400_000;
  const öppet = återkravÄrÖppet(återkrav) && återkrav.talan === undefined;
  return {
    förfallet,
    talan: !öppet ? undefined : dagar < 0 ? 'passerad' : dagar <= VARNA_FÖRE_TALAN ? 'snart' : undefined,
  };
}
