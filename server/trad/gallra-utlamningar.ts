import { dagFör } from '@stegvis/casework';
import type { Tidsstyrd } from './tidsstyrt.ts';

/** Takes away files to Socialstyrelsen whose days are over; what was delivered, its rows and its checksum stay known. */
export const gallraUtlämningar: Tidsstyrd = {
  namn: 'gallra-utlamningar',
  kör: async (t, { nu }) => {
    await t.utlämning.gallra({ idag: dagFör(nu) }, nu);
  },
};
