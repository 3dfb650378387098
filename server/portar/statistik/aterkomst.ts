import { INGEN, återkomstkurva } from '@stegvis/statistics';
import { läserStatistik, type Återkomstport } from '@stegvis/workbench';
import type { Handläggarkit } from '../handlaggarkit.ts';
import { loggaStatistik } from './logga.ts';

/** Curves of return, on the database. */
export function återkomstport({ as, now }: Handläggarkit): Återkomstport {
  return {
    återkomst: (who, { från, till, uppdelning, filter }) =>
      as(who, async (t) => {
        const tillåten = läserStatistik(who);
        const objekt = ['aterkomst', från, till, uppdelning ?? '', ...Object.values(filter).flat()].join(' ');
        await loggaStatistik(t, { handling: 'statistik.aterkomst', objekt, tid: now(), tillåten });
        if (!tillåten) return undefined;
        const perioder = await t.statistik.perioderSlutade(från, till, filter);
        const grupper = Map.groupBy(
          perioder.flatMap((period) => {
            if (uppdelning === undefined) return [];
            if (uppdelning !== 'insats') return [{ period, värde: period[uppdelning as 'kon'] }];
            return (period.insatser.length > 0 ? period.insatser : [INGEN]).map((värde) => ({ period, värde }));
          }),
          ({ värde }) => värde,
        );
        return {
          alla: återkomstkurva(perioder),
          grupper: [...grupper]
            .map(([värde, rader]) => ({ värde, kurva: återkomstkurva(rader.map(({ period }) => period)) }))
            .sort(
              (a, b) => (b.kurva?.avslutade ?? 0) - (a.kurva?.avslutade ?? 0) || a.värde.localeCompare(b.värde, 'sv'),
            ),
        };
      }),
  };
}
