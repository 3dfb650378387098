import type { Öre } from './belopp.ts';
import type { PersonId } from './person.ts';
import type { Dag, Tidpunkt } from './tid.ts';
import type { Kontouppgift } from './uppgifter.ts';

export type Utbetalningsstatus = 'planerad' | 'lagd-i-fil' | 'skickad' | 'utbetald' | 'avvisad' | 'stoppad';
export type Utbetalningsövergång = 'lagd-i-fil' | 'skickad' | 'utbetald' | 'avvisad' | 'stoppad' | 'planerad-igen';

/** The state machine of a payment. */
export const UTBETALNINGSTABELL = {
  planerad: { 'lagd-i-fil': 'lagd-i-fil', stoppad: 'stoppad' },
  'lagd-i-fil': { skickad: 'skickad' },
  skickad: { utbetald: 'utbetald', avvisad: 'avvisad' },
  utbetald: {},
  avvisad: {},
  stoppad: { 'planerad-igen': 'planerad' },
} as const satisfies Record<Utbetalningsstatus, Partial<Record<Utbetalningsövergång, Utbetalningsstatus>>>;

/** One payment of one decision. */
export interface Utbetalning {
  id: string;
  beslut: string;
  ansökan: string;
  ärende: string;
  mottagare: PersonId;
  konto: Kontouppgift;
  belopp: Öre;
  utbetalningsdag: Dag;
  /** The same for the same decision every time: end-to-end identity in the payment file, 35 characters at most. */
  nyckel: string;
  status: Utbetalningsstatus;
  /** The file the payment lies in. */
  betalfil: string | undefined;
  planerad: Tidpunkt;
  version: number;
}

/** A payment file: its content is decided when it is created and never changes. */
export interface Betalfil {
  id: string;
  /** The message identity in the file. */
  meddelandeId: string;
  skapad: Tidpunkt;
  skapadAv: string;
  antal: number;
  summa: Öre;
  /** The file as sent, once it has been written. */
  innehåll: string | undefined;
}

/** The end-to-end identity of the payment of a decision: `SB` and the decision's id without hyphens. */
export function betalningsnyckel(beslut: string): string {
  return `SB${beslut.replaceAll('-', '').toUpperCase()}`;
}

/** Where the transition leads from this status, or undefined when it is not allowed. */
export function nästaUtbetalningsstatus(
  status: Utbetalningsstatus,
  övergång: Utbetalningsövergång,
): Utbetalningsstatus | undefined {
  return (UTBETALNINGSTABELL[status] as Partial<Record<Utbetalningsövergång, Utbetalningsstatus>>)[övergång];
}
