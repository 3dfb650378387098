import type { Öre } from './belopp.ts';
import type { PersonId } from './person.ts';
import type { Dag, Tidpunkt } from './tid.ts';
import type { Kontouppgift } from './uppgifter.ts';

export type Utbetalningsstatus =
  | 'planerad'
  | 'lagd-i-fil'
  | 'skickad'
  | 'utbetald'
  | 'avvisad'
  | 'stoppad'
  | 'aterbetald';
export type Utbetalningsövergång =
  | 'lagd-i-fil'
  | 'fil-makulerad'
  | 'skickad'
  | 'utbetald'
  | 'avvisad'
  | 'aterbetald'
  | 'stoppad'
  | 'planerad-igen';

/** The state machine of a payment. */
export const UTBETALNINGSTABELL = {
  planerad: { 'lagd-i-fil': 'lagd-i-fil', stoppad: 'stoppad' },
  'lagd-i-fil': { skickad: 'skickad', 'fil-makulerad': 'planerad' },
  skickad: { utbetald: 'utbetald', avvisad: 'avvisad', aterbetald: 'aterbetald' },
  utbetald: { aterbetald: 'aterbetald' },
  avvisad: {},
  stoppad: { 'planerad-igen': 'planerad' },
  aterbetald: {},
} as const satisfies Record<Utbetalningsstatus, Partial<Record<Utbetalningsövergång, Utbetalningsstatus>>>;

/** Somebody who sent an invoice: a landlord, a dentist. Keys are ASCII because it is stored as it stands. */
export interface Giromottagare {
  slag: 'bankgiro' | 'plusgiro';
  /** Digits only. */
  nummer: string;
  namn: string;
  ort: string;
  /** The OCR number of the invoice, digits only, or a message where it has none. */
  referens: { ocr: string } | { meddelande: string };
}

/** Why a part of a decision is paid to somebody else: what the person has wished or consented to, or another reason. */
export interface Delningsgrund {
  slag: 'onskemal' | 'samtycke' | 'annat-skal';
  text: string;
  av: string;
  tid: Tidpunkt;
}

/** Who did something to a payment, when and why. */
export interface Åtgärd {
  av: string;
  tid: Tidpunkt;
  skal: string;
}

/** What the bank has said about one payment. `kod` and `text` are the bank's own, as they stand in its file. */
export interface Bankbesked {
  besked: 'avvisad' | 'utbetald' | 'aterbetald';
  rapport: string;
  slag: Rapportslag;
  dag: Dag | null;
  kod: string | null;
  text: string | null;
}

export type Rapportslag = 'pain.002' | 'camt.053' | 'camt.054';

/** One payment of one decision; a decision may have several, whose sum is never more than what was decided. */
export interface Utbetalning {
  id: string;
  beslut: string;
  ansökan: string;
  ärende: string;
  /** The person whose assistance it is. */
  mottagare: PersonId;
  /** The person's account; where the money goes unless `giro` is stated. */
  konto: Kontouppgift;
  /** Where the money goes instead of the account. */
  giro: Giromottagare | undefined;
  grund: Delningsgrund | undefined;
  belopp: Öre;
  utbetalningsdag: Dag;
  /** 1 for the one planned with the decision, then 2, 3 … */
  nummer: number;
  /** The same for the same decision and number every time: end-to-end identity in the payment file, 35 characters at most. */
  nyckel: string;
  status: Utbetalningsstatus;
  /** The file the payment lies in. */
  betalfil: string | undefined;
  /** The payment that failed, was stopped or was split, which this one takes the place of. */
  ersätter: string | undefined;
  stopp: Åtgärd | undefined;
  /** The bank has been asked to call the payment back. */
  återkallelse: Åtgärd | undefined;
  bankbesked: readonly Bankbesked[];
  planerad: Tidpunkt;
  version: number;
}

export const BETALFILSFORMAT = ['pain.001.001.03', 'pain.001.001.09'] as const;
export type Betalfilsformat = (typeof BETALFILSFORMAT)[number];

/** `skapad` waits for the second person; `slappt` may go to the bank; `makulerad` never left the house. */
export type Betalfilsstatus = 'skapad' | 'slappt' | 'makulerad';

/**
 * How a released file got to the bank's channel. To a folder in two steps: `framlagd` when it lies ready beside the folder,
 * `levererad` when it has been moved in, so that a crash between them can be told from one before.
 */
export type Leverans =
  | { slag: 'mapp'; lage: 'framlagd' | 'levererad'; tid: Tidpunkt; fil: string }
  | { slag: 'nedladdning'; tid: Tidpunkt; av: string };

/** A payment file: its content is decided when it is created and never changes. */
export interface Betalfil {
  id: string;
  /** The message identity in the file. */
  meddelandeId: string;
  skapad: Tidpunkt;
  skapadAv: string;
  antal: number;
  summa: Öre;
  format: Betalfilsformat;
  status: Betalfilsstatus;
  /** SHA-256 of the bytes, hex, once the file has been written. */
  sha256: string | undefined;
  släppt: { av: string; tid: Tidpunkt } | undefined;
  makulerad: Åtgärd | undefined;
  leverans: Leverans | undefined;
  /** The file as sent, once it has been written. */
  innehåll: string | undefined;
}

/** At most this many payments of one decision: the number is one character of the key. */
export const FLEST_UTBETALNINGAR = 35;

/**
 * The end-to-end identity of a payment of a decision: `SB`, the decision's id without hyphens, and from the second payment on its
 * number as one character (2–9, A–Z).
 * @throws RangeError for a number the key has no room for
 */
export function betalningsnyckel(beslut: string, nummer = 1): string {
  if (!Number.isInteger(nummer) || nummer < 1 || nummer > FLEST_UTBETALNINGAR)
    throw new RangeError(`Ett beslut kan ha högst ${FLEST_UTBETALNINGAR} utbetalningar.`);
  return `SB${beslut.replaceAll('-', '').toUpperCase()}${nummer === 1 ? '' : nummer.toString(36).toUpperCase()}`;
}

/** Whether an end-to-end identity in a bank's file has the shape of ours. */
export function ärBetalningsnyckel(text: string): boolean {
  return /^SB[0-9A-F]{32}[2-9A-Z]?$/.test(text);
}

/** Whether the money of the payment is on its way, has arrived, or will: it counts against what was decided. */
export function räknasMotBeslutet(utbetalning: Pick<Utbetalning, 'status'>): boolean {
  return !['avvisad', 'stoppad', 'aterbetald'].includes(utbetalning.status);
}

/** What the payments of one decision come to, those that failed or were stopped left out. */
export function summaMotBeslutet(utbetalningar: readonly Pick<Utbetalning, 'status' | 'belopp'>[]): Öre {
  return utbetalningar.filter(räknasMotBeslutet).reduce((sum, u) => sum + u.belopp, 0);
}

/**
 * The payment of a decision that says most to the person: one that counts before one that failed or was stopped, the account before
 * an invoice, and the newest.
 */
export function främstaUtbetalningen(utbetalningar: readonly Utbetalning[]): Utbetalning | undefined {
  const rank = (u: Utbetalning) => (räknasMotBeslutet(u) ? 200 : 0) + (u.giro ? 0 : 100) + u.nummer;
  return utbetalningar.toSorted((a, b) => rank(b) - rank(a))[0];
}

/** Where the money of a payment goes, in words that tell it apart: `kontot som slutar på 391`, `bankgiro 9912346`. */
export function betalningsmål({ konto, giro }: Pick<Utbetalning, 'konto' | 'giro'>): string {
  return giro ? `${giro.namn}, ${giro.slag} ${giro.nummer}` : `kontot som slutar på ${konto.nummer.slice(-3)}`;
}

/** Where the transition leads from this status, or undefined when it is not allowed. */
export function nästaUtbetalningsstatus(
  status: Utbetalningsstatus,
  övergång: Utbetalningsövergång,
): Utbetalningsstatus | undefined {
  return (UTBETALNINGSTABELL[status] as Partial<Record<Utbetalningsövergång, Utbetalningsstatus>>)[övergång];
}
