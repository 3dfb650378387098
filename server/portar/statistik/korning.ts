import { type Körningsport, läserStatistik } from '@stegvis/workbench';
import { KÖRNINGSSLAG } from '../../trad/korningsslag.ts';
import type { Handläggarkit } from '../handlaggarkit.ts';
import { isUuid } from '../medborgarkit.ts';
import { loggaStatistik } from './logga.ts';

/** Long work on the database: everybody who reads statistics sees it; who started it and administrators stop it. */
export function körningsport({ as, now }: Handläggarkit): Körningsport {
  return {
    körning: (who, id) =>
      as(who, async (t) => {
        const körning = läserStatistik(who) && isUuid(id) ? await t.körningar.find(id) : undefined;
        if (!körning) return undefined;
        const { resultat: _, ...utan } = körning;
        const slag = KÖRNINGSSLAG.find((s) => s.slag === körning.slag);
        return { ...utan, resultatsida: slag?.resultatsida?.(id) };
      }),
    körningar: (who, slag) =>
      as(who, async (t) => {
        if (!läserStatistik(who)) return [];
        return (await t.körningar.findSenaste(50)).filter((k) => k.slag === slag).slice(0, 10);
      }),
    avbrytKörning: (who, id) =>
      as(who, async (t) => {
        const körning = läserStatistik(who) && isUuid(id) ? await t.körningar.find(id) : undefined;
        const får = körning?.startadAv.id === who.id || who.roller.includes('administrator');
        await loggaStatistik(t, { handling: 'korning.avbryt', objekt: id, tid: now(), tillåten: får });
        return får && (await t.körningar.avbryt(id, now()));
      }),
  };
}
