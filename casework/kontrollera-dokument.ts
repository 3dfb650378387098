import { DOKUMENTPLATSER, type Dokument } from './dokument.ts';
import type { Händelse } from './handelse.ts';
import type { Tidpunkt } from './tid.ts';

/**
 * What a later malware scan says about a document that was received unscanned. One with malware loses its content, is never
 * shown again, and the person is told in plain words.
 */
export function kontrolleraDokument(
  dokument: Dokument,
  input: { skadlig: boolean; nu: Tidpunkt },
): { dokument: Dokument; events: Händelse[] } {
  const kontrollerat: Dokument = {
    ...dokument,
    kontroll: input.skadlig ? 'skadlig' : 'ren',
    kontrollerad: input.nu,
    sidor: input.skadlig ? 0 : dokument.sidor,
    version: dokument.version + 1,
  };
  if (!input.skadlig) return { dokument: kontrollerat, events: [] };
  const vad = DOKUMENTPLATSER[dokument.plats].toLocaleLowerCase('sv');
  return {
    dokument: kontrollerat,
    events: [
      {
        ärende: dokument.ärende,
        ansökan: dokument.ansökan,
        typ: 'dokument-skadligt',
        tid: input.nu,
        text: `Ett dokument du skickade (${vad}) innehöll skadlig kod. Vi har tagit bort det. Skicka det igen som ett nytt foto.`,
        synlig: { person: dokument.uppladdadAv },
      },
    ],
  };
}
