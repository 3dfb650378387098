import type { PersonId } from '../person.ts';
import type { Dag, Tidpunkt } from '../tid.ts';

/** `kunde-inte`: every attempt has failed and somebody has to send it again. `att-utreda`: it is not known whether the person is registered, so somebody has to find out. */
export type AfUppgiftsstatus = 'att-utreda' | 'inte-anmald' | 'koad' | 'pa-vag' | 'kunde-inte' | 'skickad';

/** The state machine of the duty of notice. */
export const AF_UPPGIFTSTABELL = {
  'att-utreda': { anmäld: 'koad', 'inte anmäld': 'inte-anmald' },
  'inte-anmald': { anmäld: 'koad' },
  koad: { hämtad: 'pa-vag' },
  'pa-vag': { skickad: 'skickad', 'gavs upp': 'kunde-inte' },
  'kunde-inte': { 'skickas igen': 'koad' },
  skickad: {},
} as const satisfies Record<AfUppgiftsstatus, Record<string, AfUppgiftsstatus>>;

export const AF_UPPGIFTSLÄGEN: Readonly<Record<AfUppgiftsstatus, string>> = {
  'att-utreda': 'Ta reda på om personen är anmäld',
  'inte-anmald': 'Inte anmäld som arbetssökande',
  koad: 'Ska lämnas',
  'pa-vag': 'På väg',
  'kunde-inte': 'Kunde inte skickas',
  skickad: 'Lämnad',
};

/**
 * The notice to Arbetsförmedlingen that the person has been assigned activities (SoL 15 kap. 6 a § first paragraph): one for each
 * requirement under 4 a or 4 d. It says that activities have been assigned and nothing else.
 */
export interface AfUppgift {
  id: string;
  person: PersonId;
  /** The decided requirement. */
  krav: string;
  status: AfUppgiftsstatus;
  /** How it is known whether the person is registered. */
  grund: string;
  skapad: Tidpunkt;
  avslutad: Tidpunkt | undefined;
  version: number;
}

export const AF_FRÅGOR = {
  aktiviteter: 'Vilka aktiviteter personen har anvisats',
  formaga: 'Vad som har kommit fram om förmågan att delta',
} as const;
export type AfFråga = keyof typeof AF_FRÅGOR;

/** A request from Arbetsförmedlingen and the answer (15 kap. 6 a § second paragraph), given by a member of staff. Never changed. */
export interface AfSvar {
  id: string;
  person: PersonId;
  /** The day the request came, and from whom. */
  begärd: Dag;
  begärdAv: string;
  frågor: readonly AfFråga[];
  /** What was answered to each question, as it was given. */
  svar: Readonly<Partial<Record<AfFråga, string>>>;
  av: { id: string; namn: string };
  tid: Tidpunkt;
}
