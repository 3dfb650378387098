import { dagFör, flyttaMånad, gällandePlan, månadsunderlag, vuxnaI } from '@stegvis/casework';
import type { Planföljd, Planföljdsport } from '@stegvis/workbench';
import { läsSaknadePlaner } from '../../trad/las-saknade-planer.ts';
import type { Personkit } from '../personkit.ts';
import { läsDeltagande } from './deltagandeunderlag.ts';

/** How many months before the one applied for are shown. */
const MÅNADER = 2;

/** How the plans of an application's adults were followed, on the database. */
export function planföljdsport({ as, open, now }: Personkit): Planföljdsport {
  return {
    planföljder: (who, id) =>
      as(who, async (t) => {
        const ansökan = await open(t, who, id, 'planfoljd.last');
        if (!ansökan) return [];
        const vuxna = await t.personer.findMany(vuxnaI(ansökan));
        const saknade = await läsSaknadePlaner(t, vuxna, ansökan.månad);
        const följder: Planföljd[] = [];
        for (const person of vuxna) {
          const underlag = await läsDeltagande(t, person.id, dagFör(now()));
          const plan = gällandePlan(underlag.planer);
          const skulleGöras = saknade.find((s) => s.person.id === person.id)?.skulleGöras;
          if (!plan && skulleGöras === undefined) continue;
          följder.push({
            person: person.id,
            namn: `${person.förnamn} ${person.efternamn}`.trim(),
            plan,
            skulleGöras,
            månader: Array.from({ length: MÅNADER }, (_, i) =>
              månadsunderlag({ ...underlag, person: person.id, månad: flyttaMånad(ansökan.månad, i - MÅNADER) }),
            ),
          });
        }
        return följder;
      }),
  };
}
