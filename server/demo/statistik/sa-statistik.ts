import type { TenantTransaction } from '@stegvis/database';
import type { Frö } from '../sa-demokommun.ts';
import { såJämförelse } from './jamforelse.ts';
import { såKartläggning } from './kartlaggning.ts';
import { såKvalitet } from './kvalitet.ts';
import { såSyntet } from './syntet.ts';
import { såUnderlag } from './underlag.ts';

type Del = (t: TenantTransaction, frö: Frö) => Promise<void>;

/** The parts in the order they build on each other: synthetic facts, then what people have done with them. */
const DELAR: readonly Del[] = [såSyntet, såUnderlag, såKvalitet, såKartläggning, såJämförelse];

/** Sows what the demo's statistics and quality pages show. */
export async function såStatistik(t: TenantTransaction, frö: Frö): Promise<void> {
  for (const del of DELAR) await del(t, frö);
}
