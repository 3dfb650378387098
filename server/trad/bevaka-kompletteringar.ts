import { låtTidenGå } from '@stegvis/casework';
import { noteraAvisering } from './avisera.ts';
import type { Tidsstyrd } from './tidsstyrt.ts';

/**
 * Reminds two days before the last day, and when it has passed hands the application to a caseworker with what there is: the
 * calculation is made again, its stop reason says what did not come. Nothing is refused by itself.
 */
export const bevakaKompletteringar: Tidsstyrd = {
  namn: 'bevaka-kompletteringar',
  kör: async (t, { nu, enqueue }) => {
    for (const komplettering of await t.kompletteringar.findÖppna()) {
      const due = låtTidenGå(komplettering, nu);
      if (!due) continue;
      await t.kompletteringar.save(due.komplettering);
      await t.händelser.add(due.events);
      await noteraAvisering(t, komplettering.person, nu);
      if (due.slag === 'tiden-gick-ut') await enqueue(t, 'berakna-och-besluta', { id: komplettering.ansökan });
    }
  },
};
