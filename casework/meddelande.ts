import type { PersonId } from './person.ts';
import { type ActResult, refuse } from './refusal.ts';
import type { Tidpunkt } from './tid.ts';

/** Longest message, in characters. */
export const LÄNGSTA_MEDDELANDE = 4000;

/** One message between one adult and the staff. Each adult has a thread of her own; the other adult never sees it. */
export interface Meddelande {
  id: string;
  ärende: string;
  /** The application it was written about, when there was one. */
  ansökan: string | undefined;
  /** The adult whose thread it is. */
  person: PersonId;
  riktning: 'till-oss' | 'fran-oss';
  /** The member of staff who wrote; undefined when the person did. */
  av: { id: string; namn: string } | undefined;
  text: string;
  skickat: Tidpunkt;
  /** When the other side first opened it. */
  läst: Tidpunkt | undefined;
}

/** Writes a message, from the person herself or from a member of staff to one adult. */
export function skrivMeddelande(
  ärende: { id: string; sökande: PersonId; medsökande: PersonId | undefined },
  input: {
    id: string;
    person: PersonId;
    ansökan: string | undefined;
    av: { id: string; namn: string } | undefined;
    text: string;
    nu: Tidpunkt;
  },
): ActResult<{ meddelande: Meddelande }> {
  if (input.person !== ärende.sökande && input.person !== ärende.medsökande)
    return refuse('inte-i-arendet', 'Personen är inte med i ärendet.', 'Välj en av de vuxna i ärendet.', [
      { fält: 'person', text: 'Välj vem du skriver till.' },
    ]);
  const text = input.text.replace(/\r\n/g, '\n').trim();
  if (text === '')
    return refuse('tomt', 'Meddelandet är tomt.', 'Skriv något och skicka sedan.', [
      { fält: 'text', text: 'Skriv ditt meddelande.' },
    ]);
  if (text.length > LÄNGSTA_MEDDELANDE)
    return refuse('for-langt', 'Meddelandet är för långt.', `Skriv högst ${LÄNGSTA_MEDDELANDE} tecken.`, [
      { fält: 'text', text: `Meddelandet är ${text.length} tecken. Det får vara högst ${LÄNGSTA_MEDDELANDE}.` },
    ]);
  return {
    ok: true,
    meddelande: {
      id: input.id,
      ärende: ärende.id,
      ansökan: input.ansökan,
      person: input.person,
      riktning: input.av ? 'fran-oss' : 'till-oss',
      av: input.av,
      text,
      skickat: input.nu,
      läst: undefined,
    },
  };
}

/** The messages the reader has not opened: the person's own those from us, the staff's those to us. */
export function olästa(meddelanden: readonly Meddelande[], läsare: 'person' | 'personal'): Meddelande[] {
  const riktning = läsare === 'person' ? 'fran-oss' : 'till-oss';
  return meddelanden.filter((m) => m.riktning === riktning && m.läst === undefined);
}
