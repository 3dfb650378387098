import { dagFör, låtÅterkravetGå, återkravsfrist } from '@stegvis/casework';
import { noteraAvisering } from './avisera.ts';
import type { Tidsstyrd } from './tidsstyrt.ts';

/**
 * Marks claims that were not paid in time as overdue, and closes those whose last day to sue has passed. Before that day they stand
 * first among what waits, with a warning.
 */
export const bevakaÅterkrav: Tidsstyrd = {
  namn: 'bevaka-aterkrav',
  kör: async (t, { nu }) => {
    for (const återkrav of await t.återkrav.findÖppna()) {
      const { förfallet, talan } = återkravsfrist(återkrav, dagFör(nu));
      if (!förfallet && talan !== 'passerad') continue;
      const due = låtÅterkravetGå(återkrav, nu);
      if (!due) continue;
      await t.återkrav.save(due.återkrav);
      await t.händelser.add(due.events);
      await noteraAvisering(t, återkrav.person, nu);
    }
  },
};
