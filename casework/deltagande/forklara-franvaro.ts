import type { Personhändelse } from '../person/personhandelse.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { type Dag, dagIOrd, flyttaDag, type Tidpunkt } from '../tid.ts';
import { type Deltagandemark, markFör, ärFrånvaro } from './deltagandemark.ts';
import { FRÅNVAROSKÄL, type Frånvaroförklaring, type Frånvaroskäl } from './franvaro.ts';
import { type Placering, planeradeTimmar, type Uppehållsplan } from './planerad-dag.ts';

/** How long ahead an absence can be told of. */
const DAGAR_I_FÖRVÄG = 31;
const LÄNGST = 2000;

/** The person explains why she was, or will be, away a planned day. Staff read it; the provider does not. */
export function förklaraFrånvaro(
  läge: {
    placering: Placering;
    planer: readonly Uppehållsplan[];
    märken: readonly Deltagandemark[];
    idag: Dag;
  },
  input: { id: string; händelse: string; dag: Dag; skäl: string; text: string; nu: Tidpunkt },
): ActResult<{ förklaring: Frånvaroförklaring; events: Personhändelse[] }> {
  const { placering, planer, märken, idag } = läge;
  const mark = markFör(märken, placering.id, input.dag);
  const planerad = mark !== undefined || planeradeTimmar(placering, planer, input.dag) > 0;
  if (!planerad || input.dag > flyttaDag(idag, DAGAR_I_FÖRVÄG))
    return refuse(
      'ingen-planerad-dag',
      'Den dagen hade du inget planerat i aktiviteten.',
      'Välj en dag som finns i din vecka, högst en månad framåt.',
    );
  if (mark && !ärFrånvaro(mark))
    return refuse('inte-franvaro', 'Dagen är markerad som att du deltog.', 'Du behöver inte förklara något.');
  const text = input.text.trim();
  const fel: Fältfel[] = [];
  if (!Object.hasOwn(FRÅNVAROSKÄL, input.skäl)) fel.push({ fält: 'skal', text: 'Välj varför du inte kunde delta.' });
  if (input.skäl === 'annat' && text === '') fel.push({ fält: 'text', text: 'Skriv vad som hände.' });
  if (text.length > LÄNGST) fel.push({ fält: 'text', text: 'Texten är för lång. Skriv högst 2 000 tecken.' });
  if (fel.length > 0) return refuse('ofullstandig', 'Något behöver rättas.', 'Rätta det som är markerat.', fel);
  return {
    ok: true,
    förklaring: {
      id: input.id,
      person: placering.person,
      anvisning: placering.id,
      dag: input.dag,
      skäl: input.skäl as Frånvaroskäl,
      text,
      tid: input.nu,
    },
    events: [
      {
        id: input.händelse,
        person: placering.person,
        område: 'deltagande',
        typ: 'franvaro-forklarad',
        tid: input.nu,
        text: `Du har förklarat din frånvaro ${dagIOrd(input.dag)}.`,
        synlig: 'person',
        av: undefined,
      },
    ],
  };
}
