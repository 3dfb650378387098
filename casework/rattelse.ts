import type { Användare } from './anvandare.ts';
import type { Beslut } from './beslut.ts';
import type { Händelse } from './handelse.ts';
import type { Utförare } from './overklagande.ts';
import { type ActResult, type Fältfel, refuse } from './refusal.ts';
import { månadsnamn, type Tidpunkt } from './tid.ts';

/** A correction of an obvious clerical error in a decision's words (FL 36 §). Both texts are kept; the decision itself stands as it was. */
export interface Rättelse {
  id: string;
  beslut: string;
  ansökan: string;
  ärende: string;
  /** The words as they stand in the decision. */
  före: string;
  efter: string;
  /** What the error comes from. */
  skäl: string;
  av: Utförare;
  tid: Tidpunkt;
}

/**
 * Corrects words of a decision. An amount is never corrected so: what was granted is changed by a new decision, because money follows
 * from it.
 */
export function rättaBeslut(
  beslut: Beslut,
  input: { id: string; före: string; efter: string; skäl: string; av: Användare; nu: Tidpunkt },
): ActResult<{ rättelse: Rättelse; events: Händelse[] }> {
  const [före, efter, skäl] = [input.före.trim(), input.efter.trim(), input.skäl.trim()];
  const fält: Fältfel[] = [];
  if (före === '' || !beslut.motivering.includes(före))
    fält.push({ fält: 'fore', text: 'Skriv orden precis som de står i skälen för beslutet.' });
  if (efter === '' || efter === före) fält.push({ fält: 'efter', text: 'Skriv vad det ska stå i stället.' });
  if (skäl === '') fält.push({ fält: 'skalRattelse', text: 'Skriv vad felet beror på.' });
  if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Fyll i det som saknas.', fält);
  return {
    ok: true,
    rättelse: {
      id: input.id,
      beslut: beslut.id,
      ansökan: beslut.ansökan,
      ärende: beslut.ärende,
      före,
      efter,
      skäl,
      av: { id: input.av.id, namn: input.av.namn, titel: input.av.titel },
      tid: input.nu,
    },
    events: [
      {
        ärende: beslut.ärende,
        ansökan: beslut.ansökan,
        typ: 'beslut-rattat',
        tid: input.nu,
        text: `Vi har rättat ett skrivfel i beslutet för ${månadsnamn(beslut.månad)}.`,
        synlig: 'alla',
      },
    ],
  };
}
