import { flyttaMånad } from '@stegvis/casework';
import { type Effektutfall, jämförEffekt, jämförelserader, skyddaEffekt } from '@stegvis/statistics';
import { type Effektport, läserStatistik } from '@stegvis/workbench';
import type { Handläggarkit } from '../handlaggarkit.ts';
import { loggaStatistik } from './logga.ts';
import { påSidan } from './pa-sidan.ts';

/** How many alike, at most, for each who began. */
const JÄMFÖR_PER = 5;

const DELAR: readonly { utfall: Effektutfall; efter: number }[] = [
  { utfall: 'arbete', efter: 12 },
  { utfall: 'arbete', efter: 6 },
  { utfall: 'steg', efter: 12 },
];

/** The careful comparison of an activity, on the database. */
export function effektport(kit: Handläggarkit): Effektport {
  const { as, now } = kit;
  const läsPåSidan = påSidan(kit);
  return {
    effektval: (who) =>
      as(who, async (t) => {
        if (!läserStatistik(who)) return undefined;
        const alla = await t.statistik.omfång();
        // The first month is left out, since one cannot see there who has just begun; the last year, since it cannot be followed.
        const omfång = alla && { från: flyttaMånad(alla.från, 1), till: flyttaMånad(alla.till, -11) };
        return {
          insatser: (await t.statistik.värden('insats')).filter((i) => i !== ''),
          omfång: omfång && omfång.från <= omfång.till ? omfång : undefined,
        };
      }),
    effekt: (who, { insats, från, till }) =>
      läsPåSidan(who, async (t) => {
        const tillåten = läserStatistik(who);
        const objekt = `effekt ${från} ${till} ${insats}`;
        await loggaStatistik(t, { handling: 'statistik.effekt', objekt, tid: now(), tillåten });
        if (!tillåten) return undefined;
        const förlopp = await t.effekt.findJämförbara({ insats, från, till, jämförPer: JÄMFÖR_PER });
        return DELAR.map((del) => ({
          ...del,
          svar: skyddaEffekt(jämförEffekt(jämförelserader(förlopp, del.utfall, del.efter))),
        }));
      }),
  };
}
