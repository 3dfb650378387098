import { inkomsttyper, kostnadstyper } from '@stegvis/rules';
import { type Ansökan, vuxnaI } from './ansokan.ts';
import type { PersonId } from './person.ts';
import type { Tidpunkt } from './tid.ts';
import type { Inkomsttyp, Kostnadstyp } from './uppgifter.ts';

/** The kinds of file that are received, as their content says. */
export type Dokumentformat = 'jpeg' | 'png' | 'webp' | 'pdf';

/** Which figure or circumstance a document is about. */
export type Dokumentplats =
  | `kostnader.${Kostnadstyp}`
  | `inkomster.${Inkomsttyp}`
  | 'tillgangar'
  | 'sjukdom'
  | 'ovrigt';

/** What is known about malware in a document: nothing, that none was found, or that some was. */
export type Dokumentkontroll = 'inte-kontrollerad' | 'ren' | 'skadlig';

/** One document from an applicant. The file itself and its page pictures are kept beside it. */
export interface Dokument {
  id: string;
  ärende: string;
  ansökan: string;
  plats: Dokumentplats;
  /** The completion request that it answers. */
  begäran: string | undefined;
  /** Which adult. */
  uppladdadAv: PersonId;
  /** Hidden from the other adult; always so for what is about illness. */
  privat: boolean;
  /** What the file was called on the person's device: personal data, never in an address or a log. */
  filnamn: string;
  format: Dokumentformat;
  /** Bytes of the file as received. */
  storlek: number;
  /** SHA-256 of the file as received, hex. */
  hash: string;
  kontroll: Dokumentkontroll;
  /** When it was last tried for malware. */
  kontrollerad: Tidpunkt | undefined;
  /** Number of page pictures; 0 when malware was found and the content is gone. */
  sidor: number;
  uppladdad: Tidpunkt;
  /** Staff have said that it does not belong to the application. */
  hörInteHit: { av: string; skäl: string; tid: Tidpunkt } | undefined;
  version: number;
}

/** How much an application may hold. */
export interface Dokumentgränser {
  /** Bytes of one file. */
  störstaFil: number;
  /** Bytes of all files of one application. */
  störstaAnsökan: number;
  /** Files of one application. */
  flest: number;
}

export const DOKUMENTGRÄNSER: Dokumentgränser = {
  störstaFil: 10 * 1024 * 1024,
  störstaAnsökan: 60 * 1024 * 1024,
  flest: 30,
};

/** Every place a document can be about, named as the applicant knows it. */
export const DOKUMENTPLATSER: Readonly<Record<Dokumentplats, string>> = Object.fromEntries([
  ...Object.entries(kostnadstyper).map(([typ, { namn }]) => [`kostnader.${typ}`, namn]),
  ...Object.entries(inkomsttyper).map(([typ, { namn }]) => [`inkomster.${typ}`, namn]),
  ['tillgangar', 'Tillgångar'],
  ['sjukdom', 'Sjukdom'],
  ['ovrigt', 'Något annat'],
]) as Record<Dokumentplats, string>;

export function ärDokumentplats(text: string): text is Dokumentplats {
  return Object.hasOwn(DOKUMENTPLATSER, text);
}

/** Whether the adult may see the document: one's own always, the other adult's unless it is private. */
export function serDokument(dokument: Pick<Dokument, 'privat' | 'uppladdadAv'>, person: PersonId): boolean {
  return dokument.uppladdadAv === person || !dokument.privat;
}

/** Whether the adult may still take the document back: the one who added it, until she has signed or sent the application. */
export function fårTaBortDokument(
  dokument: Pick<Dokument, 'uppladdadAv'>,
  ansökan: Ansökan,
  person: PersonId,
): boolean {
  return dokument.uppladdadAv === person && vuxnaI(ansökan).includes(person) && !harSkickat(ansökan, person);
}

/** Whether this adult's part of the application is sent. */
export function harSkickat(ansökan: Ansökan, person: PersonId): boolean {
  if (ansökan.status === 'utkast') return false;
  return ansökan.status !== 'inskickad' || ansökan.underskrifter.some((u) => u.person === person);
}
