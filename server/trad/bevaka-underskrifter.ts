import { förfall, påminnOmUnderskrift, underskriftsläge } from '@stegvis/casework';
import { ansökningsregler } from './ansokningsregler.ts';
import type { Tidsstyrd } from './tidsstyrt.ts';

/** Reminds the adult who has not signed, two days after sending and a day before the time is out, and closes what nobody signed. */
export const bevakaUnderskrifter: Tidsstyrd = {
  namn: 'bevaka-underskrifter',
  async kör(t, { nu }) {
    const { underskriftInomDagar: inomDagar } = await ansökningsregler(t);
    for (const ansökan of await t.ansökningar.findVäntarPåUnderskrift()) {
      const påmind = (await t.händelser.findForÄrende(ansökan.ärende)).filter(
        (h) => h.ansökan === ansökan.id && h.typ === 'underskrift-paminnelse',
      ).length;
      const läge = underskriftsläge(ansökan, { påmind, nu, inomDagar });
      if (läge === 'påminn') await t.händelser.add(påminnOmUnderskrift(ansökan, { nu, inomDagar }));
      if (läge !== 'förfall') continue;
      const closed = förfall(ansökan, { nu, inomDagar });
      if (!closed.ok) continue;
      await t.ansökningar.save(closed.ansökan);
      await t.händelser.add(closed.events);
    }
  },
};
