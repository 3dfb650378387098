import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import type { Tidpunkt } from '../tid.ts';
import { avvikelsesteg } from './avvikelsens-steg.ts';
import { EFFEKTER, type Effekt, type Kvalitetsavvikelse } from './kvalitetsavvikelse.ts';

/** Says whether the measures helped. Where they did not, the deviation waits for another measure. */
export function följUppAvvikelse(
  avvikelse: Kvalitetsavvikelse,
  input: { effekt: string; text: string; av: { namn: string; roller: readonly string[] }; nu: Tidpunkt },
): ActResult<{ avvikelse: Kvalitetsavvikelse }> {
  const steg = avvikelsesteg(avvikelse, input.effekt === 'nej' ? 'ingen effekt' : 'effekt', input.av);
  if (!steg.ok) return steg;
  const text = input.text.trim();
  const fält: Fältfel[] = [];
  if (!Object.hasOwn(EFFEKTER, input.effekt)) fält.push({ fält: 'effekt', text: 'Välj om åtgärderna har hjälpt.' });
  if (text.length < 10 || text.length > 2000)
    fält.push({ fält: 'uppfoljning', text: 'Skriv hur det har följts upp, tio till 2 000 tecken.' });
  if (fält.length > 0) return refuse('fel-i-falt', 'Uppföljningen är inte sparad.', 'Rätta de markerade fälten.', fält);
  return {
    ok: true,
    avvikelse: {
      ...avvikelse,
      status: steg.status,
      uppföljningar: [
        ...avvikelse.uppföljningar,
        { effekt: input.effekt as Effekt, text, av: input.av.namn, tid: input.nu },
      ],
      version: avvikelse.version + 1,
    },
  };
}
