import type { Personhändelse } from '../person/personhandelse.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { dagIOrd, type Tidpunkt } from '../tid.ts';
import { type Deltagandemark, gällandeMärken, ärFrånvaro } from './deltagandemark.ts';
import type { Frånvarobedömning } from './franvaro.ts';

/** Staff assess whether a marked absence was valid. A provider only reports. It decides nothing about money. */
export function bedömFrånvaro(
  märken: readonly Deltagandemark[],
  input: {
    id: string;
    händelse: string;
    mark: string;
    giltig: boolean | undefined;
    skäl: string;
    av: string;
    nu: Tidpunkt;
  },
): ActResult<{ bedömning: Frånvarobedömning; events: Personhändelse[] }> {
  const mark = gällandeMärken(märken).find(({ id }) => id === input.mark);
  if (!mark || !ärFrånvaro(mark))
    return refuse(
      'ingen-franvaro',
      'Dagen är inte markerad som frånvaro.',
      'Läs om sidan. Anordnaren kan ha ändrat markeringen.',
    );
  const skäl = input.skäl.trim();
  const fel: Fältfel[] = [];
  if (input.giltig === undefined) fel.push({ fält: 'giltig', text: 'Välj om frånvaron var giltig.' });
  if (skäl === '' || skäl.length > 2000)
    fel.push({ fält: 'skal', text: 'Skriv varför, så att personen förstår. Högst 2 000 tecken.' });
  if (input.giltig === undefined || fel.length > 0)
    return refuse('ofullstandig', 'Något behöver rättas.', 'Rätta det som är markerat.', fel);
  return {
    ok: true,
    bedömning: {
      id: input.id,
      person: mark.person,
      mark: mark.id,
      giltig: input.giltig,
      skäl,
      av: input.av,
      tid: input.nu,
    },
    events: [
      {
        id: input.händelse,
        person: mark.person,
        område: 'deltagande',
        typ: 'franvaro-bedomd',
        tid: input.nu,
        text: input.giltig
          ? `Din frånvaro ${dagIOrd(mark.dag)} var giltig. Skäl: ${skäl}`
          : `Din frånvaro ${dagIOrd(mark.dag)} bedömdes som inte giltig. Skäl: ${skäl}`,
        synlig: 'person',
        av: input.av,
      },
    ],
  };
}
