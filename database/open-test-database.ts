import { inTenant, type TenantScope } from './in-tenant.ts';
import { type Database, openDatabase } from './open-database.ts';
import { createTestDatabase } from './test-database.ts';

/** The board that tests work in. */
export const testScope: TenantScope = { kommun: '9999', nämnd: 'socialnamnden', aktör: { slag: 'system', id: 'test' } };

/** A migrated database of its own for a file of tests, with the test board in it; closed and dropped afterwards. */
export async function openTestDatabase(
  t: { after(clean: () => Promise<void>): unknown },
  scopes: readonly TenantScope[] = [testScope],
): Promise<Database & { superuserUrl: string }> {
  const { url, superuserUrl } = await createTestDatabase(t);
  const database = await openDatabase(url);
  t.after(() => database.close());
  for (const scope of scopes) {
    await inTenant(database.db, scope, (r) =>
      r.organisation.saveNämnd({ kommunnamn: 'Testkommunen', nämndnamn: 'Socialnämnden', inställningar: {} }),
    );
  }
  return { ...database, superuserUrl };
}
