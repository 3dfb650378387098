import { type Refused, refuse } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { INLÄSNINGAR, läserStatistik, type Medarbetare, type Underlagsport } from '@stegvis/workbench';
import { startaKörning } from '../../trad/korning.ts';
import { läsDistrikt, skrivDistrikt, tolkaDistrikt } from '../../trad/statistikunderlag/distrikt.ts';
import { läsBefolkning, läsTjänster } from '../../trad/statistikunderlag/las-inlasningsfil.ts';
import { UNDERLAGSKÖRNING } from '../../trad/statistikunderlag/underlagskorning.ts';
import type { Handläggarkit } from '../handlaggarkit.ts';
import { loggaStatistik } from './logga.ts';

/** Who looks after what the figures are counted from. */
function fårÄndra({ roller }: Pick<Medarbetare, 'roller'>): boolean {
  return roller.includes('analytiker') || roller.includes('administrator');
}

const INGEN_RÄTT: Refused = refuse(
  'fel-roll',
  'Du får inte ändra det som statistiken räknas på.',
  'Analytiker och administratörer kan.',
);

/** What the statistics are counted from, on the database. Every reading and change is logged. */
export function underlagsport({ as, now, delar }: Handläggarkit): Underlagsport {
  const logga = (t: TenantTransaction, handling: string, objekt: string, tillåten: boolean) =>
    loggaStatistik(t, { handling, objekt, tid: now(), tillåten });
  return {
    underlagsbild: (who) =>
      as(who, async (t) => {
        const får = läserStatistik(who);
        await logga(t, 'statistik.underlag', '', får);
        if (!får) return undefined;
        const nämnd = await t.organisation.findNämnd();
        return {
          gjort: {
            ärenden: await t.statistik.findUnderlag('arenden'),
            syntet: await t.statistik.findUnderlag('syntet'),
          },
          befolkning: await t.statistik.findBefolkning(),
          tjänster: await t.statistik.findTjänster(),
          distrikt: skrivDistrikt(läsDistrikt(nämnd?.inställningar)),
          fårÄndra: fårÄndra(who),
        };
      }),
    läsInFil: (who, slag, text) =>
      as(who, async (t) => {
        const får = fårÄndra(who) && Object.hasOwn(INLÄSNINGAR, slag);
        await logga(t, 'statistik.inlasning', slag, får);
        if (!får) return INGEN_RÄTT;
        await t.automatik.låsNämnd();
        if (slag === 'befolkning') {
          const läst = läsBefolkning(text);
          if (!läst.ok) return felrader(läst.fel);
          await t.statistik.saveBefolkning(läst.rader);
          return { ok: true, rader: läst.rader.length };
        }
        const läst = läsTjänster(text);
        if (!läst.ok) return felrader(läst.fel);
        await t.statistik.saveTjänster(läst.rader);
        return { ok: true, rader: läst.rader.length };
      }),
    sparaDistrikt: (who, text) =>
      as(who, async (t) => {
        const får = fårÄndra(who);
        await logga(t, 'statistik.distrikt', '', får);
        if (!får) return INGEN_RÄTT;
        await t.automatik.låsNämnd();
        const tolkat = tolkaDistrikt(text);
        if (!tolkat.ok)
          return refuse(
            'fel-i-falt',
            'Distrikten är inte sparade.',
            'Rätta raderna.',
            tolkat.fel.map((f) => ({ fält: 'distrikt', text: f })),
          );
        const nämnd = await t.organisation.findNämnd();
        if (!nämnd) throw new Error('The board is not there');
        const inställningar = { ...(nämnd.inställningar as object | null), distrikt: tolkat.distrikt };
        await t.organisation.saveNämnd({ ...nämnd, inställningar });
        return { ok: true };
      }),
    görOmUnderlag: (who) =>
      as(who, async (t) => {
        const får = fårÄndra(who);
        await logga(t, 'statistik.gor-om', '', får);
        if (!får) return INGEN_RÄTT;
        const körning = await startaKörning(t, delar.jobb, {
          slag: UNDERLAGSKÖRNING,
          rubrik: 'Underlaget till statistiken görs om',
          parametrar: {},
          av: who,
          nu: now(),
        });
        return { ok: true, körning };
      }),
  };
}

function felrader(fel: readonly string[]): Refused {
  return refuse(
    'fel-i-filen',
    'Filen är inte inläst. Ingenting är sparat.',
    'Rätta raderna och läs in filen igen.',
    fel.map((text) => ({ fält: 'text', text })),
  );
}
