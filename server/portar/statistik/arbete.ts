import { dagFör, flyttaMånad } from '@stegvis/casework';
import { type Arbetsport, läserStatistik } from '@stegvis/workbench';
import type { Handläggarkit } from '../handlaggarkit.ts';

/** Months back that a household can be reckoned for. */
const MÅNADER = 24;

/** Work or assistance asks the server for the municipality and the months only: no household in it is anybody's. */
export function arbetsport({ now, delar }: Handläggarkit): Arbetsport {
  return {
    arbetsstart: async (who) => {
      if (!läserStatistik(who)) return undefined;
      const denna = dagFör(now()).slice(0, 7);
      return {
        kommun: delar.tenant.kommun,
        månader: Array.from({ length: MÅNADER }, (_, i) => flyttaMånad(denna, -i)),
      };
    },
  };
}
