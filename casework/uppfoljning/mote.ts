import type { PersonId } from '../person.ts';
import type { Dag, Tidpunkt } from '../tid.ts';
import type { Mötesslag } from './motestid.ts';

export type Mötesstatus = 'bokat' | 'hallet' | 'uteblivet' | 'avbokat' | 'ombokat';
export type Mötesövergång = 'hållet' | 'uteblivet' | 'avbokat' | 'ombokat';

/** The state machine of a meeting. That nobody came says nothing of why; it is never absence from an activity. */
export const MÖTESTABELL = {
  bokat: { hållet: 'hallet', uteblivet: 'uteblivet', avbokat: 'avbokat', ombokat: 'ombokat' },
  hallet: {},
  uteblivet: { hållet: 'hallet' },
  avbokat: {},
  ombokat: {},
} as const satisfies Record<Mötesstatus, Partial<Record<Mötesövergång, Mötesstatus>>>;

export const MÖTESLÄGEN: Readonly<Record<Mötesstatus, string>> = {
  bokat: 'Bokat',
  hallet: 'Har varit',
  uteblivet: 'Blev inte av',
  avbokat: 'Avbokat',
  ombokat: 'Flyttat',
};

/** One meeting with one person. */
export interface Möte {
  id: string;
  person: PersonId;
  /** The member of staff she meets. */
  samordnare: string;
  namn: string;
  slag: Mötesslag;
  dag: Dag;
  /** `HH:MM` by the Swedish clock. */
  från: string;
  till: string;
  plats: string;
  /** What it is about; the person sees it. */
  syfte: string;
  status: Mötesstatus;
  /** The published time it was booked from. */
  mötestid: string | undefined;
  /** The application in whose flow it was booked. */
  ansökan: string | undefined;
  /** Who booked it, by name; undefined when the person did. */
  bokatAv: string | undefined;
  bokat: Tidpunkt;
  /** Why it was cancelled or moved. */
  ändratSkäl: string | undefined;
  /** When a reminder went out. */
  påmint: Tidpunkt | undefined;
  version: number;
}

/** What was written after a meeting. Never changed: a correction is a note that replaces it. */
export interface Mötesanteckning {
  id: string;
  möte: string;
  person: PersonId;
  /** What the two agreed on; the person reads it. */
  överenskommet: string;
  /** What happens next; the person reads it. */
  nästa: string;
  /** The day of the next contact; undefined: the track's rhythm says. */
  nästaKontakt: Dag | undefined;
  /** For staff. The person can still ask to read it. */
  egen: string;
  av: string;
  tid: Tidpunkt;
  /** The note it replaces, and why. */
  rättar: { anteckning: string; skäl: string } | undefined;
}

/** Where the transition leads, or undefined when it is not allowed. */
export function nästaMötesstatus(status: Mötesstatus, övergång: Mötesövergång): Mötesstatus | undefined {
  return (MÖTESTABELL[status] as Partial<Record<Mötesövergång, Mötesstatus>>)[övergång];
}

/** The notes that hold: those no other has replaced. */
export function gällandeAnteckningar(alla: readonly Mötesanteckning[]): Mötesanteckning[] {
  const rättade = new Set(alla.map(({ rättar }) => rättar?.anteckning));
  return alla.filter(({ id }) => !rättade.has(id));
}
