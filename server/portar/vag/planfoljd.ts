import { type Dag, dagFör, flyttaMånad, gällandePlan, månadsunderlag, type PersonId, vuxnaI } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import type { Planföljd, Planföljdsport } from '@stegvis/workbench';
import { läsSaknadePlaner } from '../../trad/las-saknade-planer.ts';
import type { Personkit } from '../personkit.ts';
import { läsDeltagande } from './deltagandeunderlag.ts';

/** How many months before the one applied for are shown. */
const MÅNADER = 2;

/** What the person or the provider said no to since the day. */
async function nejFrån(t: TenantTransaction, person: PersonId, dag: Dag): Promise<Planföljd['nej']> {
  const anvisningar = await t.anvisningar.findForPersoner([person]);
  const nej = await Promise.all(
    anvisningar.map(async ({ insats, grund, svar, avböjd }) => {
      const delat = { insats: (await t.insatser.find(insats))?.namn ?? '', frivillig: grund === 'frivillig' };
      if (avböjd) {
        const kom = avböjd.sätt === 'sade-nej';
        return [{ ...delat, dag: avböjd.dag, av: 'personen' as const, kom, skäl: avböjd.skäl }];
      }
      if (svar?.ja !== false) return [];
      return [{ ...delat, dag: dagFör(svar.tid), av: 'anordnaren' as const, kom: true, skäl: svar.skäl }];
    }),
  );
  return nej
    .flat()
    .filter((n) => n.dag >= dag)
    .sort((a, b) => (a.dag < b.dag ? -1 : 1));
}

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
          const nej = await nejFrån(t, person.id, `${flyttaMånad(ansökan.månad, -MÅNADER)}-01`);
          if (!plan && skulleGöras === undefined && nej.length === 0) continue;
          följder.push({
            person: person.id,
            namn: `${person.förnamn} ${person.efternamn}`.trim(),
            plan,
            skulleGöras,
            nej,
            månader: Array.from({ length: MÅNADER }, (_, i) =>
              månadsunderlag({ ...underlag, person: person.id, månad: flyttaMånad(ansökan.månad, i - MÅNADER) }),
            ),
          });
        }
        return följder;
      }),
  };
}
