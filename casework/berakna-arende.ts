import { type Avgöranden, type Beräkning, beräkna, läsUnderlag, NotInForce } from '@stegvis/rules';
import type { Underlagsdata, Utredning } from './utredning.ts';

/** The rules' answer about one case: calculated, not in force for the month, or the facts were not accepted. */
export type Ärendeberäkning =
  | {
      slag: 'beraknad';
      beräkning: Beräkning;
      /** The same month by the person's own words alone; undefined when that cannot be calculated. */
      egen: Beräkning | undefined;
    }
  | { slag: 'ej-i-kraft'; text: string }
  | { slag: 'felaktigt-underlag'; fel: readonly { plats: string; text: string }[] };

/** Calculates an inquiry by the law of the month, and again by the person's own words for comparison. */
export function beräknaÄrende(utredning: Pick<Utredning, 'underlag' | 'avgöranden' | 'egetUnderlag'>): Ärendeberäkning {
  const svar = räkna(utredning.underlag, utredning.avgöranden);
  if (svar.slag !== 'beraknad') return svar;
  const eget = räkna(utredning.egetUnderlag, {});
  return { ...svar, egen: eget.slag === 'beraknad' ? eget.beräkning : undefined };
}

function räkna(json: Underlagsdata, avgöranden: Avgöranden): Ärendeberäkning {
  const läst = läsUnderlag(json);
  if (!läst.ok) return { slag: 'felaktigt-underlag', fel: läst.fel };
  try {
    return { slag: 'beraknad', beräkning: beräkna(läst.underlag, avgöranden), egen: undefined };
  } catch (fault) {
    if (fault instanceof NotInForce) return { slag: 'ej-i-kraft', text: fault.message };
    throw fault;
  }
}
