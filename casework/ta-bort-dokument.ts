import type { Ansökan } from './ansokan.ts';
import { type Dokument, fårTaBortDokument } from './dokument.ts';
import type { PersonId } from './person.ts';
import { type ActResult, refuse } from './refusal.ts';

/** Lets the one who added a document take it back, until she has sent the application. Nothing of it is kept. */
export function taBortDokument(
  läge: { ansökan: Ansökan; dokument: Dokument },
  input: { person: PersonId },
): ActResult<{ bort: string }> {
  const { ansökan, dokument } = läge;
  if (dokument.uppladdadAv !== input.person)
    return refuse('inte-ditt-dokument', 'Det är inte ditt dokument.', 'Den som har lagt till det kan ta bort det.');
  if (!fårTaBortDokument(dokument, ansökan, input.person))
    return refuse(
      'redan-inskickat',
      'Dokumentet är inskickat och kan inte tas bort.',
      'Säg till oss om det har blivit fel, så märker vi att det inte hör hit.',
    );
  return { ok: true, bort: dokument.id };
}
