import type { Ansökansstatus } from './ansokan.ts';
import { DYGN_MS } from './dygnsklocka.ts';
import type { Stopporsak } from './stopporsak.ts';
import { kanLösaSig } from './stopporsaker.ts';

/** What must happen next with an application. Closed list, in the order of the queue: the first that applies is the one. */
export const NÄSTA_STEG = [
  'akut',
  'snart-forfaller',
  'svar-har-kommit',
  'ta-stallning',
  'vantar-pa-andra-person',
  'vantar-pa-sokande',
  'vantar-pa-register',
  'vantar-pa-underskrift',
] as const;
export type Nästa = (typeof NÄSTA_STEG)[number];

/** What each step is called in the queue, and what it means. */
export const NÄSTA_STEG_TEXTER: Readonly<Record<Nästa, { namn: string; betyder: string }>> = {
  akut: { namn: 'Akut', betyder: 'Mat, medicin eller tak över huvudet: svar i dag' },
  'snart-forfaller': { namn: 'Snart slut på tid', betyder: 'Mindre än fyra timmar kvar av dygnet' },
  'svar-har-kommit': { namn: 'Svar har kommit', betyder: 'Yttrande, komplettering eller meddelande att läsa' },
  'ta-stallning': { namn: 'Ta ställning', betyder: 'Stoppade på något som en människa ska avgöra' },
  'vantar-pa-andra-person': { namn: 'Väntar på en andra person', betyder: 'Någon mer ska godkänna beslutet' },
  'vantar-pa-sokande': { namn: 'Väntar på den sökande', betyder: 'Klockan står still tills svaret kommer' },
  'vantar-pa-register': { namn: 'Väntar på register', betyder: 'Vi frågar igen av oss själva' },
  'vantar-pa-underskrift': {
    namn: 'Väntar på underskrift',
    betyder: 'Klockan startar när alla vuxna har skrivit under',
  },
};

/** Time left of the 24 hours, in milliseconds, under which an application is about to run out of it. */
export const SNART_MS = 4 * 60 * 60 * 1000;

/** What the next step is told from. */
export interface Stegläge {
  status: Ansökansstatus;
  /** Why it stopped; undefined while nothing has been calculated. */
  stopp: readonly Stopporsak[] | undefined;
  /** An acute need today. */
  akut: boolean;
  /** Something has come in that nobody has read: an answer, a statement, a message. */
  oläst: boolean;
  /** A request or a hearing waits for the applicant. */
  väntarPåSökande: boolean;
  /** A proposed decision waits for a second person. */
  väntarPåAndraPerson: boolean;
  /** Time gone of the 24 hours in milliseconds; undefined while the clock has not started. */
  gått: number | undefined;
}

/** What must happen next: what cannot wait, then what a person here can do, then what waits for others. */
export function nästaSteg(läge: Stegläge): Nästa {
  if (läge.akut) return 'akut';
  if (läge.status === 'inskickad') return 'vantar-pa-underskrift';
  if (läge.oläst) return 'svar-har-kommit';
  if (läge.väntarPåSökande) return 'vantar-pa-sokande';
  if (läge.gått !== undefined && DYGN_MS - läge.gått < SNART_MS) return 'snart-forfaller';
  if (läge.väntarPåAndraPerson) return 'vantar-pa-andra-person';
  if (läge.status === 'inkommen' || läge.stopp === undefined) return 'vantar-pa-register';
  return kanLösaSig(läge.stopp) ? 'vantar-pa-register' : 'ta-stallning';
}

/** Steps where the next move is a caseworker's: what `Nästa i kön` chooses from. */
export const HANDLÄGGARENS_STEG: readonly Nästa[] = ['akut', 'snart-forfaller', 'svar-har-kommit', 'ta-stallning'];
