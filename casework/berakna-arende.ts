import { type Beräkning, beräkna, beräknaSnabbt, type Huvudtal, läsUnderlag, NotInForce } from '@stegvis/rules';
import type { Utredning } from './utredning.ts';

/** The rules' answer about one case: calculated, not in force for the month, or the facts were not accepted. */
export type Ärendeberäkning =
  | {
      slag: 'beraknad';
      beräkning: Beräkning;
      /** The same month by the person's own words alone; undefined when that cannot be calculated. */
      egen: Huvudtal | undefined;
    }
  | { slag: 'ej-i-kraft'; text: string }
  | { slag: 'felaktigt-underlag'; fel: readonly { plats: string; text: string }[] };

/** Calculates an inquiry by the law of the month, and again by the person's own words for comparison. */
export function beräknaÄrende(utredning: Pick<Utredning, 'underlag' | 'avgöranden' | 'egetUnderlag'>): Ärendeberäkning {
  const läst = läsUnderlag(utredning.underlag);
  if (!läst.ok) return { slag: 'felaktigt-underlag', fel: läst.fel };
  const eget = läsUnderlag(utredning.egetUnderlag);
  try {
    return {
      slag: 'beraknad',
      beräkning: beräkna(läst.underlag, utredning.avgöranden),
      egen: eget.ok ? beräknaSnabbt(eget.underlag) : undefined,
    };
  } catch (fault) {
    if (fault instanceof NotInForce) return { slag: 'ej-i-kraft', text: fault.message };
    throw fault;
  }
}
