import type { PersonId } from './person.ts';
import type { Månad, Tidpunkt } from './tid.ts';
import type { Uppgifter } from './uppgifter.ts';

/**
 * For a month: `nyansokan` and `ateransokan`. For one need of one person: `tillagg` (12:1 levnadskostnader i övrigt, for a month
 * that is decided) and `akut` (food, medicine, roof today).
 */
export type Ansökansslag = 'nyansokan' | 'ateransokan' | 'tillagg' | 'akut';

/** Whether the application is for a whole month, and not for one need of one person. */
export function gällerMånaden(ansökan: { slag: Ansökansslag }): boolean {
  return ansökan.slag === 'nyansokan' || ansökan.slag === 'ateransokan';
}

/** How it came in: web, paper, at the counter, by telephone. */
export type Kanal = 'webb' | 'papper' | 'disk' | 'telefon';

/** `forfallen`: closed because an adult did not sign in time. */
export type Ansökansstatus =
  | 'utkast'
  | 'inskickad'
  | 'inkommen'
  | 'utreds'
  | 'beslutad'
  | 'avslutad'
  | 'aterkallad'
  | 'forfallen';

/** Withdrawn or never signed by all: it counts as if it had not been made, and the month can be applied for again. */
export function ärBorta(ansökan: { status: Ansökansstatus }): boolean {
  return ansökan.status === 'aterkallad' || ansökan.status === 'forfallen';
}

/** Everything that can move an application from one status to another. */
export type Ansökansövergång =
  | 'svar-sparat'
  | 'inskickad'
  | 'signerad'
  | 'inkommen'
  | 'registersvar-mottaget'
  | 'belopp-andrat'
  | 'delbeslutad'
  | 'beslutad'
  | 'avslutad'
  | 'aterkallad'
  | 'forfallen';

/** The state machine of an application: from each status, what may happen and where it leads. Anything else is refused. */
export const ANSÖKANSTABELL = {
  utkast: { 'svar-sparat': 'utkast', inskickad: 'inskickad', aterkallad: 'aterkallad' },
  inskickad: { signerad: 'inskickad', inkommen: 'inkommen', aterkallad: 'aterkallad', forfallen: 'forfallen' },
  inkommen: {
    'registersvar-mottaget': 'utreds',
    delbeslutad: 'inkommen',
    beslutad: 'beslutad',
    aterkallad: 'aterkallad',
  },
  utreds: {
    'registersvar-mottaget': 'utreds',
    'belopp-andrat': 'utreds',
    delbeslutad: 'utreds',
    beslutad: 'beslutad',
    aterkallad: 'aterkallad',
  },
  beslutad: { avslutad: 'avslutad' },
  avslutad: {},
  aterkallad: {},
  forfallen: {},
} as const satisfies Record<Ansökansstatus, Partial<Record<Ansökansövergång, Ansökansstatus>>>;

/** One adult's signature with the adult's own e-ID, for one version of the statement. */
export interface Underskrift {
  person: PersonId;
  tid: Tidpunkt;
  /** Which identification was used, for example `oidc`. */
  metod: string;
  /** SHA-256 of the shared statement that was signed (`dokumenthash`): proof that both adults signed the same. */
  avser: string;
  /** To the caseworker, from this adult alone. */
  meddelande?: string;
  /** This adult wants a person to decide. */
  önskarHandläggare: boolean;
}

/** An application for one month of ekonomiskt bistånd. */
export interface Ansökan {
  id: string;
  ärende: string;
  slag: Ansökansslag;
  månad: Månad;
  sökande: PersonId;
  medsökande: PersonId | undefined;
  kanal: Kanal;
  status: Ansökansstatus;
  uppgifter: Uppgifter;
  underskrifter: Underskrift[];
  /** Rises by one at every change; a change made from an older version is refused. */
  version: number;
  skapad: Tidpunkt;
  ändrad: Tidpunkt;
  inskickad: Tidpunkt | undefined;
  /** The last adult's signature: the application has come in and the 24-hour clock starts. */
  inkommen: Tidpunkt | undefined;
}

/** The adults of the application, the applicant first. */
export function vuxnaI(ansökan: Pick<Ansökan, 'sökande' | 'medsökande'>): PersonId[] {
  return ansökan.medsökande === undefined ? [ansökan.sökande] : [ansökan.sökande, ansökan.medsökande];
}

/** The adults who have not signed yet. */
export function väntarPåUnderskrift(ansökan: Ansökan): PersonId[] {
  return vuxnaI(ansökan).filter((person) => !ansökan.underskrifter.some((u) => u.person === person));
}

/** Where the transition leads from this status, or undefined when it is not allowed. */
export function nästaStatus(status: Ansökansstatus, övergång: Ansökansövergång): Ansökansstatus | undefined {
  return (ANSÖKANSTABELL[status] as Partial<Record<Ansökansövergång, Ansökansstatus>>)[övergång];
}

/**
 * What both adults of an application see and sign. Left out: the message and the wish of the one who writes, and in words what a
 * cost under levnadskostnader i övrigt is for, because it tells of health.
 */
export function gemensamt(uppgifter: Uppgifter): Uppgifter {
  const { meddelande, onskarHandlaggare, tillagg, akut, ...shared } = uppgifter;
  const kostnader = shared.kostnader?.map(({ vad, ...kostnad }) => kostnad);
  return kostnader ? { ...shared, kostnader } : shared;
}

/** The application as one of its adults may see it: what is the other adult's own is left out. */
export function synligFör(ansökan: Ansökan, person: PersonId): Ansökan {
  return {
    ...ansökan,
    uppgifter: person === ansökan.sökande ? ansökan.uppgifter : gemensamt(ansökan.uppgifter),
    underskrifter: ansökan.underskrifter.map((u) => {
      if (u.person === person) return u;
      const { meddelande: hidden, ...rest } = u;
      return { ...rest, önskarHandläggare: false };
    }),
  };
}
