import type { ActResult, Bedömning, Bedömningsslag, GivetSvar, Spårplacering } from '@stegvis/casework';
import type { Medborgare } from '../port.ts';

type Svar = Promise<ActResult<{ bedömning: Bedömning }>>;

/** The person's own assessments, without what is asked face to face alone. */
export interface MinBedömningsport {
  /** Newest first. */
  minaBedömningar(person: Medborgare): Promise<readonly Bedömning[]>;
  /** The kind of assessment that waits for her answers; the first one also when she has applied for the first time and not begun. */
  bedömningVäntar(person: Medborgare): Promise<Bedömningsslag | undefined>;
  /** The track she is in now. */
  mittSpår(person: Medborgare): Promise<Spårplacering | undefined>;
  /** Begins the first assessment. */
  startaMinBedömning(person: Medborgare): Svar;
  svaraPåMinBedömning(person: Medborgare, bedömning: string, svar: GivetSvar): Svar;
  svaraPåMittErbjudande(person: Medborgare, bedömning: string, ja: boolean): Svar;
  läggTillMinSynpunkt(person: Medborgare, bedömning: string, text: string): Svar;
}
