import { type ActResult, refuse } from '../refusal.ts';
import type { Tidpunkt } from '../tid.ts';
import { avvikelsesteg } from './avvikelsens-steg.ts';
import type { Kvalitetsavvikelse } from './kvalitetsavvikelse.ts';

/** Closes a deviation that is followed up, with what the unit takes with it. */
export const avslutaAvvikelse = (avvikelse: Kvalitetsavvikelse, input: Slut) => sluta(avvikelse, 'avslutad', input);

/** Writes a deviation off before anything is done about it: it was none, or it is dealt with elsewhere. */
export const avskrivAvvikelse = (avvikelse: Kvalitetsavvikelse, input: Slut) => sluta(avvikelse, 'avskriven', input);

interface Slut {
  text: string;
  av: { namn: string; roller: readonly string[] };
  nu: Tidpunkt;
}

function sluta(
  avvikelse: Kvalitetsavvikelse,
  övergång: 'avslutad' | 'avskriven',
  input: Slut,
): ActResult<{ avvikelse: Kvalitetsavvikelse }> {
  const steg = avvikelsesteg(avvikelse, övergång, input.av);
  if (!steg.ok) return steg;
  const text = input.text.trim();
  if (text.length < 10 || text.length > 2000)
    return refuse('fel-i-falt', 'Avvikelsen är inte ändrad.', 'Skriv varför.', [
      {
        fält: övergång === 'avslutad' ? 'avslut' : 'avskriv',
        text:
          övergång === 'avslutad'
            ? 'Skriv vad ni tar med er, tio till 2 000 tecken.'
            : 'Skriv varför den skrivs av, tio till 2 000 tecken.',
      },
    ]);
  return {
    ok: true,
    avvikelse: {
      ...avvikelse,
      status: steg.status,
      avslut: { text, av: input.av.namn, tid: input.nu },
      version: avvikelse.version + 1,
    },
  };
}
