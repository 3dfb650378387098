import type { Anvisning, Dag, Deltagandeunderlag, Genomförandeplan, Kravbeslut, PersonId } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';

/** Everything that one person's attendance is read from. */
export async function läsDeltagande(
  t: TenantTransaction,
  person: PersonId,
  idag: Dag,
): Promise<
  Omit<Deltagandeunderlag, 'anvisningar' | 'planer'> & {
    anvisningar: Anvisning[];
    planer: Genomförandeplan[];
    krav: Kravbeslut[];
  }
> {
  const p = [person];
  return {
    anvisningar: await t.anvisningar.findForPersoner(p),
    märken: await t.deltagande.findForPersoner(p),
    planer: await t.planer.findForPersoner(p),
    förklaringar: await t.deltagande.findFörklaringar(p),
    bedömningar: await t.deltagande.findBedömningar(p),
    intyg: await t.deltagande.findIntyg(p),
    intygsbeslut: await t.deltagande.findIntygsbeslut(p),
    krav: await t.kravbeslut.findForPersoner(p),
    idag,
  };
}
