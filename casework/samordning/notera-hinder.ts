import type { Personhändelse } from '../person/personhandelse.ts';
import type { PersonId } from '../person.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { type Dag, dagFör, type Tidpunkt } from '../tid.ts';
import type { Försörjningshinder } from './forsorjningshinder.ts';
import { FÖRSÖRJNINGSHINDER, hindernamn } from './forsorjningshinder-lista.ts';

/** Notes what keeps one adult from supporting herself from a day on, assessed by a named member of staff. */
export function noteraHinder(input: {
  id: string;
  händelse: string;
  person: PersonId;
  hinder: string;
  från: Dag | undefined;
  skäl: string;
  ansökan: string | undefined;
  av: { id: string; namn: string };
  nu: Tidpunkt;
}): ActResult<{ hinder: Försörjningshinder; events: Personhändelse[] }> {
  const { från, av, nu, person } = input;
  const fält: Fältfel[] = [];
  if (!FÖRSÖRJNINGSHINDER.some(({ id }) => id === input.hinder))
    fält.push({ fält: 'hinder', text: 'Välj ett försörjningshinder i listan.' });
  if (från === undefined || från > dagFör(nu))
    fält.push({ fält: 'fran', text: 'Skriv från vilken dag det gäller, senast i dag.' });
  if (fält.length > 0 || från === undefined)
    return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  return {
    ok: true,
    hinder: {
      id: input.id,
      person,
      hinder: input.hinder,
      från,
      skäl: input.skäl.trim(),
      ansökan: input.ansökan,
      av: { id: av.id, namn: av.namn },
      tid: nu,
    },
    events: [
      {
        id: input.händelse,
        person,
        område: 'samordning',
        typ: 'forsorjningshinder-noterat',
        tid: nu,
        text: `Försörjningshindret ${hindernamn(input.hinder)} är noterat.`,
        synlig: 'person',
        av: av.namn,
      },
    ],
  };
}
