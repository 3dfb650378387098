import { dagFör } from '@stegvis/casework';
import { type Database, inTenant } from '@stegvis/database';
import type { Medarbetare } from '@stegvis/workbench';
import { kontrollsumma } from './uttag.ts';

/** Says who a program's key belongs to: an active member of staff, on a day the key can be used. */
export function nyckelägare(delar: {
  readonly db: Database['db'];
  readonly tenant: { kommun: string; nämnd: string };
  readonly nu: () => Date;
}): (nyckel: string) => Promise<Medarbetare | undefined> {
  return (text) =>
    inTenant(delar.db, { ...delar.tenant, aktör: { slag: 'system', id: 'statistiknyckel' } }, async (t) => {
      const nyckel = await t.uttag.findNyckel(kontrollsumma(text), dagFör(delar.nu().toISOString()));
      const användare = nyckel && (await t.organisation.getAnvändare(nyckel.användare));
      return användare?.aktiv ? användare : undefined;
    });
}
