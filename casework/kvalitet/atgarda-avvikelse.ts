import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { ärDag } from '../skicka-in.ts';
import { dagFör, flyttaDag, type Tidpunkt } from '../tid.ts';
import { avvikelsesteg } from './avvikelsens-steg.ts';
import type { Kvalitetsavvikelse } from './kvalitetsavvikelse.ts';

/** Adds a measure with who is responsible and the last day. */
export function läggTillÅtgärd(
  avvikelse: Kvalitetsavvikelse,
  input: {
    id: string;
    text: string;
    ansvarig: string;
    senast: string;
    personal: readonly { id: string; namn: string }[];
    av: { roller: readonly string[] };
    nu: Tidpunkt;
  },
): ActResult<{ avvikelse: Kvalitetsavvikelse }> {
  const steg = avvikelsesteg(avvikelse, 'åtgärd tillagd', input.av);
  if (!steg.ok) return steg;
  const idag = dagFör(input.nu);
  const text = input.text.trim();
  const ansvarig = input.personal.find(({ id }) => id === input.ansvarig);
  const fält: Fältfel[] = [];
  if (text.length < 5 || text.length > 1000)
    fält.push({ fält: 'atgard', text: 'Skriv vad som ska göras, fem till 1 000 tecken.' });
  if (!ansvarig) fält.push({ fält: 'ansvarig', text: 'Välj vem som är ansvarig.' });
  if (!ärDag(input.senast) || input.senast < idag || input.senast > flyttaDag(idag, 730))
    fält.push({ fält: 'senast', text: `Skriv sista dagen, från ${idag} och högst två år fram.` });
  if (!ansvarig || fält.length > 0)
    return refuse('fel-i-falt', 'Åtgärden är inte sparad.', 'Rätta de markerade fälten.', fält);
  return {
    ok: true,
    avvikelse: {
      ...avvikelse,
      status: steg.status,
      åtgärder: [
        ...avvikelse.åtgärder,
        {
          id: input.id,
          text,
          ansvarig: { id: ansvarig.id, namn: ansvarig.namn },
          senast: input.senast,
          gjord: undefined,
        },
      ],
      version: avvikelse.version + 1,
    },
  };
}

/** Says that a measure is done, by the one responsible or somebody who works with deviations; the last one brings the follow-up. */
export function görÅtgärd(
  avvikelse: Kvalitetsavvikelse,
  input: {
    åtgärd: string;
    text: string;
    av: { id: string; namn: string; roller: readonly string[] };
    nu: Tidpunkt;
  },
): ActResult<{ avvikelse: Kvalitetsavvikelse }> {
  const { av } = input;
  const åtgärd = avvikelse.åtgärder.find(({ id }) => id === input.åtgärd);
  if (!åtgärd) return refuse('finns-inte', 'Åtgärden finns inte.', 'Läs om sidan.');
  const kvar = avvikelse.åtgärder.filter((å) => å.id !== åtgärd.id && å.gjord === undefined).length;
  const steg = avvikelsesteg(
    avvikelse,
    kvar === 0 ? 'alla åtgärder gjorda' : 'åtgärd gjord',
    åtgärd.ansvarig.id === av.id ? { roller: ['enhetschef'] } : av,
  );
  if (!steg.ok) return steg;
  if (åtgärd.gjord) return refuse('redan-gjord', 'Åtgärden är redan gjord.', 'Läs om sidan.');
  const text = input.text.trim();
  if (text.length < 5 || text.length > 1000)
    return refuse('fel-i-falt', 'Åtgärden är inte sparad.', 'Skriv vad som gjordes.', [
      { fält: `gjort-${åtgärd.id}`, text: 'Skriv vad som gjordes, fem till 1 000 tecken.' },
    ]);
  return {
    ok: true,
    avvikelse: {
      ...avvikelse,
      status: steg.status,
      åtgärder: avvikelse.åtgärder.map((å) =>
        å.id === åtgärd.id ? { ...å, gjord: { text, av: av.namn, tid: input.nu } } : å,
      ),
      version: avvikelse.version + 1,
    },
  };
}
