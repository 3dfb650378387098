import type { Ärende } from './arende.ts';
import { type ActResult, refuse } from './refusal.ts';
import type { Dag, Tidpunkt } from './tid.ts';
import { dagFör } from './tid.ts';

/**
 * What a note is: something of importance that has happened (SoL 14 kap. 3 §), the person's objection to what is written (14 kap.
 * 6 §), or a correction of an earlier note.
 */
export const ANTECKNINGSSLAG = ['anteckning', 'invandning', 'rattelse'] as const;
export type Anteckningsslag = (typeof ANTECKNINGSSLAG)[number];

/** One note in the journal of a case. Never changed; a fault is corrected by a new note that names the old. */
export interface Journalanteckning {
  id: string;
  ärende: string;
  /** The application it is about, where it is about one. */
  ansökan: string | undefined;
  slag: Anteckningsslag;
  /** The day it happened; may be before the day it was written. */
  hände: Dag;
  text: string;
  /** The note that is corrected, or that the person objects to. */
  gäller: string | undefined;
  av: { id: string; namn: string };
  skriven: Tidpunkt;
}

export const LÄNGSTA_ANTECKNING = 20_000;

/**
 * Writes a note. A correction or an objection to a note names it; a note that is already corrected is corrected in the
 * newest one. Refused without text, or about a day that has not been.
 */
export function skrivAnteckning(
  ärende: Ärende,
  journal: readonly Journalanteckning[],
  input: {
    id: string;
    ansökan: string | undefined;
    slag: Anteckningsslag;
    hände: Dag;
    text: string;
    gäller: string | undefined;
    av: { id: string; namn: string };
    nu: Tidpunkt;
  },
): ActResult<{ anteckning: Journalanteckning }> {
  const text = input.text.trim();
  if (text === '')
    return refuse('text-saknas', 'Anteckningen är tom.', 'Skriv vad som har hänt.', [
      { fält: 'text', text: 'Skriv vad som har hänt.' },
    ]);
  if (text.length > LÄNGSTA_ANTECKNING)
    return refuse('for-lang', 'Anteckningen är för lång.', `Skriv högst ${LÄNGSTA_ANTECKNING} tecken.`, [
      { fält: 'text', text: `Skriv högst ${LÄNGSTA_ANTECKNING} tecken. Nu är det ${text.length}.` },
    ]);
  if (input.hände > dagFör(input.nu))
    return refuse('i-framtiden', 'Dagen har inte varit än.', 'Skriv dagen när det hände.', [
      { fält: 'hande', text: 'Skriv dagen när det hände. Den kan inte ligga i framtiden.' },
    ]);
  const gäller = input.gäller === undefined ? undefined : journal.find((a) => a.id === input.gäller);
  if (input.gäller !== undefined && gäller === undefined)
    return refuse('okand-anteckning', 'Anteckningen finns inte i ärendet.', 'Läs om journalen och välj en som finns.');
  if (input.slag === 'rattelse' && gäller === undefined)
    return refuse('rattar-inget', 'Det står inte vilken anteckning som rättas.', 'Välj anteckningen som är fel.');
  const senare = journal.find((a) => a.slag === 'rattelse' && a.gäller === input.gäller);
  if (input.slag === 'rattelse' && senare)
    return refuse('redan-rattad', 'Anteckningen är redan rättad.', 'Rätta den nyare anteckningen i stället.');
  return {
    ok: true,
    anteckning: {
      id: input.id,
      ärende: ärende.id,
      ansökan: input.ansökan,
      slag: input.slag,
      hände: input.hände,
      text,
      gäller: gäller?.id,
      av: input.av,
      skriven: input.nu,
    },
  };
}
