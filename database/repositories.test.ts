import { after } from 'node:test';
import { contractTests } from './contract-tests.ts';
import { inTenant } from './in-tenant.ts';
import { memoryRepositories } from './memory-repositories.ts';
import { openDatabase } from './open-database.ts';
import { createTestDatabase } from './test-database.ts';

contractTests('memory', async () => {
  const repositories = memoryRepositories();
  return {
    run: (work) => work(repositories),
    addBeräkning: async (beräkning) => {
      repositories.beräkningar.set(beräkning.id, { ...beräkning, nummer: 1 });
    },
    close: async () => {},
  };
});

const { url } = await createTestDatabase({ after });

contractTests('PostgreSQL', async () => {
  const database = await openDatabase(url);
  const scope = { kommun: '9999', nämnd: 'socialnamnden', aktör: { slag: 'system', id: 'test' } } as const;
  await inTenant(database.db, scope, (r) =>
    r.organisation.saveNämnd({ kommunnamn: 'Testkommunen', nämndnamn: 'Socialnämnden', inställningar: {} }),
  );
  return {
    run: (work) => inTenant(database.db, scope, work),
    addBeräkning: async (beräkning) => {
      await inTenant(database.db, scope, (r) => r.utredningar.addBeräkning(beräkning));
    },
    close: () => database.close(),
  };
});
