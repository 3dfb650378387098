import { brevPdf } from './brev.ts';
import { dagtext } from './text.ts';

/** Exactly what was sent in: groups of questions and answers. */
export interface Ansökningskvitto {
  readonly kommun: string;
  readonly nämnd: string;
  readonly kontakt: string;
  readonly ärendenummer: string;
  readonly rubrik: string;
  /** Instant it was sent in. */
  readonly inskickad: string;
  readonly grupper: readonly {
    readonly rubrik: string;
    readonly svar: readonly { readonly fråga: string; readonly svar: string }[];
  }[];
}

/** The receipt of an application as PDF/UA-1. */
export function ansökningskvitto(kvitto: Ansökningskvitto): Uint8Array {
  return brevPdf(
    {
      titel: kvitto.rubrik,
      avsandare: { kommun: kvitto.kommun, namnd: kvitto.nämnd },
      huvud: [
        { namn: 'Inskickad', varde: dagtext(kvitto.inskickad) },
        { namn: 'Ärende', varde: kvitto.ärendenummer },
      ],
      mottagare: [],
      rubrik: kvitto.rubrik,
      ingress: ['Det här är vad du skickade in. Spara det gärna.'],
      avsnitt: kvitto.grupper.map((grupp) => ({
        rubrik: grupp.rubrik,
        delar: [
          {
            slag: 'tabell',
            kolumner: ['Fråga', 'Svar'],
            rader: grupp.svar.map((s) => ({ slag: 'rad', text: s.fråga, belopp: s.svar })),
          },
        ],
      })),
      kontakt: kvitto.kontakt,
    },
    kvitto.inskickad,
  );
}
