import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import type { Tidpunkt } from '../tid.ts';
import { avvikelsesteg } from './avvikelsens-steg.ts';
import { AVVIKELSEORSAKER, type Avvikelseorsak, type Kvalitetsavvikelse } from './kvalitetsavvikelse.ts';

/** Says who finds out why it happened: one of the board's staff, chosen among `personal`. */
export function tilldelaUtredning(
  avvikelse: Kvalitetsavvikelse,
  input: { utredare: string; personal: readonly { id: string; namn: string }[]; av: { roller: readonly string[] } },
): ActResult<{ avvikelse: Kvalitetsavvikelse }> {
  const steg = avvikelsesteg(avvikelse, 'tilldelad', input.av);
  if (!steg.ok) return steg;
  const utredare = input.personal.find(({ id }) => id === input.utredare);
  if (!utredare)
    return refuse('fel-i-falt', 'Ingen är vald.', 'Välj en medarbetare.', [
      { fält: 'utredare', text: 'Välj vem som utreder.' },
    ]);
  return {
    ok: true,
    avvikelse: {
      ...avvikelse,
      status: steg.status,
      utredare: { id: utredare.id, namn: utredare.namn },
      version: avvikelse.version + 1,
    },
  };
}

/** Writes what the inquiry found: the causes and how they work together. The one who inquires may write it, whatever her role. */
export function utredAvvikelse(
  avvikelse: Kvalitetsavvikelse,
  input: {
    orsaker: readonly string[];
    text: string;
    av: { id: string; namn: string; roller: readonly string[] };
    nu: Tidpunkt;
  },
): ActResult<{ avvikelse: Kvalitetsavvikelse }> {
  const { av } = input;
  const steg = avvikelsesteg(avvikelse, 'utredd', avvikelse.utredare?.id === av.id ? { roller: ['enhetschef'] } : av);
  if (!steg.ok) return steg;
  const orsaker = [...new Set(input.orsaker)].filter((o): o is Avvikelseorsak => Object.hasOwn(AVVIKELSEORSAKER, o));
  const text = input.text.trim();
  const fält: Fältfel[] = [];
  if (orsaker.length === 0) fält.push({ fält: 'orsaker', text: 'Välj minst en orsak.' });
  if (text.length < 10 || text.length > 4000)
    fält.push({ fält: 'utredning', text: 'Skriv varför det hände, tio till 4 000 tecken.' });
  if (fält.length > 0) return refuse('fel-i-falt', 'Utredningen är inte sparad.', 'Rätta de markerade fälten.', fält);
  return {
    ok: true,
    avvikelse: {
      ...avvikelse,
      status: steg.status,
      utredning: { orsaker, text, av: { id: av.id, namn: av.namn }, tid: input.nu },
      version: avvikelse.version + 1,
    },
  };
}
