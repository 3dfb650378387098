import type { Ansökan } from './ansokan.ts';
import { DOKUMENTPLATSER, type Dokument } from './dokument.ts';
import type { Händelse } from './handelse.ts';
import { type ActResult, refuse } from './refusal.ts';
import type { Tidpunkt } from './tid.ts';

/** Staff say that a document does not belong to the application. It is kept, but counts as not being there. */
export function markeraDokument(
  läge: { ansökan: Ansökan; dokument: Dokument },
  input: { av: { id: string; namn: string }; skäl: string; baseradPå: number; nu: Tidpunkt },
): ActResult<{ dokument: Dokument; events: Händelse[] }> {
  const { ansökan, dokument } = läge;
  const skäl = input.skäl.trim();
  if (skäl === '')
    return refuse('skal-saknas', 'Skriv varför dokumentet inte hör hit.', 'Skälet sparas i ärendet.', [
      { fält: 'skal', text: 'Skriv varför dokumentet inte hör hit.' },
    ]);
  if (skäl.length > 500)
    return refuse('for-langt', 'Skälet är för långt.', 'Det får vara högst 500 tecken.', [
      { fält: 'skal', text: 'Skriv högst 500 tecken.' },
    ]);
  if (dokument.hörInteHit || dokument.version !== input.baseradPå)
    return refuse('andrad-pa-annat-hall', 'Någon annan har redan ändrat dokumentet.', 'Läs om sidan.');
  return {
    ok: true,
    dokument: {
      ...dokument,
      hörInteHit: { av: input.av.id, skäl, tid: input.nu },
      version: dokument.version + 1,
    },
    events: [
      {
        ärende: ansökan.ärende,
        ansökan: ansökan.id,
        typ: 'dokument-hor-inte-hit',
        tid: input.nu,
        text: `Ett dokument hör inte till ansökan och räknas inte med: ${DOKUMENTPLATSER[dokument.plats].toLocaleLowerCase('sv')}.`,
        synlig: dokument.privat ? { person: dokument.uppladdadAv } : 'alla',
      },
    ],
  };
}
