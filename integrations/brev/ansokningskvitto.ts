import { brevPdf } from './brev.ts';
import { tidtext } from './text.ts';

/** Exactly what was sent in: groups of questions and answers. */
export interface Ansökningskvitto {
  readonly kommun: string;
  readonly nämnd: string;
  /** How to reach a caseworker, in a sentence: `ring 08-465 004 00, vardagar 9–15`. */
  readonly kontakt: string;
  readonly ärendenummer: string;
  readonly rubrik: string;
  /** Instant it was sent in. */
  readonly inskickad: string;
  /** Who has signed, and the instant. */
  readonly underskrifter?: readonly { readonly vem: string; readonly tid: string }[];
  readonly grupper: readonly {
    readonly rubrik: string;
    readonly svar: readonly { readonly fråga: string; readonly svar: string }[];
  }[];
}

/**
 * The receipt of an application as PDF/UA-1.
 * @throws RangeError when `inskickad` is not an instant
 */
export function ansökningskvitto(kvitto: Ansökningskvitto): Uint8Array {
  return brevPdf(
    {
      titel: kvitto.rubrik,
      avsandare: { kommun: kvitto.kommun, namnd: kvitto.nämnd },
      huvud: [{ namn: 'Ärende', varde: kvitto.ärendenummer }],
      mottagare: [],
      slag: 'Kvitto på en ansökan om ekonomiskt bistånd',
      rubrik: kvitto.rubrik,
      ingress: [
        `Vi tog emot det du skickade ${tidtext(kvitto.inskickad)}.`,
        ...(kvitto.underskrifter ?? []).map(({ vem, tid }) => `Underskrift: ${vem}, ${tidtext(tid)}.`),
        'Det här är vad du skickade in. Spara det gärna.',
      ],
      avsnitt: kvitto.grupper
        .filter(({ svar }) => svar.length > 0)
        .map(({ rubrik, svar }) => ({
          rubrik,
          delar: [
            {
              slag: 'svar',
              kolumner: ['Fråga', 'Ditt svar'],
              svar: svar.map((s) => ({ fraga: s.fråga, svar: s.svar.trim() === '' ? '–' : s.svar })),
            },
          ],
        })),
      kontakt: `Frågor? ${kvitto.kontakt.replace(/^\p{Ll}/u, (first) => first.toUpperCase())}.`,
      referens: `Ärende ${kvitto.ärendenummer}`,
    },
    kvitto.inskickad,
  );
}
