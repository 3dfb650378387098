import type { PersonId } from '../person.ts';
import type { Dag, Tidpunkt } from '../tid.ts';

/** Whom something may be shared with. */
export const SAMTYCKESPARTER = {
  region: 'Regionen (vården)',
  forsakringskassan: 'Försäkringskassan',
  arbetsformedlingen: 'Arbetsförmedlingen',
  'annan-namnd': 'En annan nämnd i kommunen',
  anordnare: 'En anordnare av aktiviteter',
  skola: 'Skola eller vuxenutbildning',
  annan: 'Någon annan',
} as const;
export type Samtyckespart = keyof typeof SAMTYCKESPARTER;

/** What may be shared. */
export const SAMTYCKESUPPGIFTER = {
  kontakt: 'Namn och kontaktuppgifter',
  plan: 'Planen och de aktiviteter som står i den',
  bedomning: 'Vad bedömningarna har visat',
  halsa: 'Hälsa och behov av vård',
  narvaro: 'Hur aktiviteterna har gått',
  ekonomi: 'Ekonomi och ersättningar',
} as const;
export type Samtyckesuppgift = keyof typeof SAMTYCKESUPPGIFTER;

/** The person's consent that something is shared with one party until a day. She may withdraw it at any time, without reason. */
export interface Samtycke {
  id: string;
  person: PersonId;
  part: Samtyckespart;
  /** Which one, by name. */
  vem: string;
  uppgifter: readonly Samtyckesuppgift[];
  /** Whether it also says yes to an individual plan together (SoL 10 kap. 8 §). */
  plan: boolean;
  till: Dag;
  /** How it was given: by the person on her page, or in words to a member of staff, who is named. */
  givet: { sätt: 'webb' | 'muntligt' | 'papper'; av: string; tid: Tidpunkt };
  återkallat: { av: string; tid: Tidpunkt } | undefined;
  version: number;
}

/** Whether the consent holds on the day. */
export function gällerSamtycke({ återkallat, till }: Pick<Samtycke, 'återkallat' | 'till'>, dag: Dag): boolean {
  return återkallat === undefined && dag <= till;
}

/** The consents that hold on the day. */
export function gällandeSamtycken(samtycken: readonly Samtycke[], dag: Dag): Samtycke[] {
  return samtycken.filter((s) => gällerSamtycke(s, dag));
}
