import { återkomstkurva } from '@stegvis/statistics';
import { läserStatistik, type Återkomstport } from '@stegvis/workbench';
import type { Handläggarkit } from '../handlaggarkit.ts';
import { loggaStatistik } from './logga.ts';

/** Curves of return, on the database. */
export function återkomstport({ as, now }: Handläggarkit): Återkomstport {
  return {
    återkomst: (who, val) =>
      as(who, async (t) => {
        const { från, till, uppdelning, filter } = val;
        const tillåten = läserStatistik(who);
        const objekt = ['aterkomst', från, till, uppdelning ?? '', ...Object.values(filter).flat()].join(' ');
        await loggaStatistik(t, { handling: 'statistik.aterkomst', objekt, tid: now(), tillåten });
        if (!tillåten) return undefined;
        const alla = await t.statistik.räknaPeriodslut({ från, till, filter });
        const delade = uppdelning === undefined ? [] : await t.statistik.räknaPeriodslut(val);
        return {
          alla: återkomstkurva(alla),
          grupper: [...Map.groupBy(delade, ({ grupp }) => grupp)]
            .map(([värde, slut]) => ({ värde, kurva: återkomstkurva(slut) }))
            .sort(
              (a, b) => (b.kurva?.avslutade ?? 0) - (a.kurva?.avslutade ?? 0) || a.värde.localeCompare(b.värde, 'sv'),
            ),
        };
      }),
  };
}
