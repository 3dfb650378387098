import type { Personhändelse } from '../person/personhandelse.ts';
import type { PersonId } from '../person.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { type Dag, dagFör, dagIOrd, type Tidpunkt } from '../tid.ts';
import type { Stegposition, Stegtrappa } from './steg.ts';
import { stegnamn } from './stegtrappan.ts';

/** Notes that the person stands on a step from a day, by a named member of staff who says why. */
export function noteraSteg(input: {
  id: string;
  händelse: string;
  person: PersonId;
  trappa: Stegtrappa;
  steg: string;
  dag: Dag | undefined;
  källa: string;
  skäl: string;
  av: { id: string; namn: string };
  nu: Tidpunkt;
}): ActResult<{ position: Stegposition; events: Personhändelse[] }> {
  const { id, person, trappa, dag, av, nu } = input;
  const skäl = input.skäl.trim();
  const fält: Fältfel[] = [];
  if (!trappa.some((s) => s.id === input.steg)) fält.push({ fält: 'steg', text: 'Välj ett av stegen i trappan.' });
  if (dag === undefined || dag > dagFör(nu))
    fält.push({
      fält: 'dag',
      text: 'Skriv en dag som inte ligger framåt i tiden. Steget visar vad personen gör, inte vad som är tänkt.',
    });
  if (input.källa !== 'bedomning' && input.källa !== 'handlaggare')
    fält.push({ fält: 'kalla', text: 'Välj om det bygger på en bedömning eller på något annat.' });
  if (skäl.length < 5) fält.push({ fält: 'skal', text: 'Skriv vad personen gör på steget, minst fem tecken.' });
  if (fält.length > 0 || dag === undefined)
    return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  const position: Stegposition = {
    id,
    person,
    steg: input.steg,
    dag,
    källa: input.källa as Stegposition['källa'],
    skäl,
    av: { id: av.id, namn: av.namn },
    tid: nu,
  };
  return {
    ok: true,
    position,
    events: [
      {
        id: input.händelse,
        person,
        område: 'steg',
        typ: 'steg-noterat',
        tid: nu,
        text: `Steget ${stegnamn(trappa, position.steg)} är noterat från ${dagIOrd(dag)}.`,
        synlig: 'person',
        av: av.namn,
      },
    ],
  };
}
