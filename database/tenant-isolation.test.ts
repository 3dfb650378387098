import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { sql } from 'kysely';
import { inTenant, type TenantScope } from './in-tenant.ts';
import { openTestDatabase, testScope } from './open-test-database.ts';
import { NotFound } from './repository-errors.ts';
import {
  sampleAnsökan,
  sampleBeräkning,
  sampleBeslut,
  samplePerson,
  sampleUtbetalning,
  sampleÄrende,
} from './sample-rows.ts';

const otherKommun: TenantScope = { ...testScope, kommun: '9998' };
const otherNämnd: TenantScope = { ...testScope, nämnd: 'overformyndarnamnden' };
const { db, url } = await openTestDatabase({ after }, [testScope, otherKommun, otherNämnd]);

const tables = (
  await sql<{ name: string; forced: boolean; secured: boolean }>`
    select relname as name, relrowsecurity as secured, relforcerowsecurity as forced from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by relname`.execute(db)
).rows.filter((table) => !table.name.startsWith('kysely_migration'));

const person = samplePerson();
const seeded = await inTenant(db, testScope, async (r) => {
  await r.personer.add(person);
  const ärende = await r.ärenden.add(sampleÄrende(person.id));
  const ansökan = sampleAnsökan(ärende, {
    underskrifter: [
      {
        person: person.id,
        tid: '2026-11-20T08:11:00.000Z',
        metod: 'oidc',
        avser: 'a'.repeat(64),
        önskarHandläggare: false,
      },
    ],
  });
  await r.ansökningar.add(ansökan);
  const beräkning = await r.utredningar.addBeräkning(sampleBeräkning(ansökan));
  const beslut = sampleBeslut(ansökan, beräkning.id);
  await r.beslut.add(beslut);
  const utbetalning = sampleUtbetalning(beslut, person.id);
  await r.utbetalningar.add(utbetalning);
  await r.händelser.add([
    {
      ärende: ärende.id,
      ansökan: ansökan.id,
      typ: 'ansokan-inkommen',
      tid: '2026-11-20T08:11:00.000Z',
      text: 'Vi har fått ansökan.',
      synlig: 'alla',
    },
  ]);
  await r.granskning.add({
    tid: '2026-11-20T08:11:00.000Z',
    handling: 'ansokan.inkommen',
    person: person.id,
    objekt: undefined,
    ändamål: 'test',
    utfall: 'tillaten',
  });
  return { ärende, ansökan, beslut, utbetalning };
});

describe('row-level security between municipalities and boards', () => {
  it('is forced on every table, and every table has both keys', async () => {
    assert.ok(tables.length >= 20);
    for (const table of tables) {
      assert.deepEqual([table.name, table.secured, table.forced], [table.name, true, true]);
      const { rows } = await sql<{ column_name: string }>`
        select column_name from information_schema.columns where table_name = ${table.name} and column_name in ('kommun', 'namnd')`.execute(
        db,
      );
      assert.equal(rows.length, 2, `${table.name} lacks kommun or namnd`);
    }
  });

  it('puts both keys in every foreign key and every unique constraint', async () => {
    const { rows } = await sql<{ name: string; columns: string[] }>`
      select conname as name, array(select attname::text from pg_attribute where attrelid = conrelid and attnum = any(conkey)) as columns
      from pg_constraint where contype in ('f', 'u', 'p') and connamespace = 'public'::regnamespace
        and conrelid::regclass::text not like 'kysely%'`.execute(db);
    assert.ok(rows.length > 40);
    for (const row of rows)
      assert.ok(row.columns.includes('kommun') && row.columns.includes('namnd'), `${row.name} leaves out the tenant`);
  });

  for (const [name, scope] of [
    ['another municipality', otherKommun],
    ['another board', otherNämnd],
  ] as const) {
    it(`hides every row from ${name}`, async () => {
      await inTenant(db, scope, async ({ trx }) => {
        for (const table of tables.filter((t) => t.name !== 'namnd')) {
          const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table.name)}`.execute(
            trx,
          );
          assert.equal(rows[0]!.rows, 0, `${table.name} shows rows`);
        }
      });
    });

    it(`lets ${name} change and remove nothing`, async () => {
      await inTenant(db, scope, async ({ trx, ...r }) => {
        const changed = await trx
          .updateTable('person')
          .set({ fornamn: 'Annan' })
          .where('id', '=', person.id)
          .executeTakeFirst();
        assert.equal(changed.numUpdatedRows, 0n);
        const removed = await trx.deleteFrom('person').executeTakeFirst();
        assert.equal(removed.numDeletedRows, 0n);
        await assert.rejects(r.beslut.get(seeded.beslut.id), NotFound);
      });
      assert.equal((await inTenant(db, testScope, (r) => r.personer.get(person.id))).förnamn, person.förnamn);
    });

    it(`lets ${name} write no row of ours, whatever the keys say`, async () => {
      const row = { ...testScope, aktör: undefined };
      await assert.rejects(
        inTenant(db, scope, ({ trx }) =>
          trx
            .insertInto('person')
            .values({
              kommun: row.kommun,
              namnd: row.nämnd,
              id: samplePerson().id,
              personnummer: '000099999991',
              fornamn: 'A',
              efternamn: 'B',
              skyddad: false,
              skapad: person.skapad,
            })
            .execute(),
        ),
        /row-level security/,
      );
      await assert.rejects(
        inTenant(db, scope, ({ trx }) =>
          trx.updateTable('namnd').set({ kommun: testScope.kommun, namnd: testScope.nämnd }).execute(),
        ),
        /row-level security|duplicate key/,
      );
    });

    it(`lets ${name} refer to no row of ours`, async () => {
      await assert.rejects(
        inTenant(db, scope, (r) => r.ärenden.add(sampleÄrende(person.id))),
        /foreign key/,
      );
    });
  }

  it('lets the same personnummer be known to two boards, separately', async () => {
    const twin = samplePerson({ personnummer: person.personnummer, förnamn: 'Tvilling' });
    await inTenant(db, otherNämnd, (r) => r.personer.add(twin));
    assert.equal(
      (await inTenant(db, testScope, (r) => r.personer.findByPersonnummer(person.personnummer)))?.id,
      person.id,
    );
    assert.equal(
      (await inTenant(db, otherNämnd, (r) => r.personer.findByPersonnummer(person.personnummer)))?.id,
      twin.id,
    );
  });

  it('shows nothing and takes nothing on a connection without a tenant', async () => {
    for (const table of tables) {
      const { rows } = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(table.name)}`.execute(db);
      assert.equal(rows[0]!.rows, 0, `${table.name} shows rows`);
    }
    await assert.rejects(
      db
        .insertInto('person')
        .values({
          id: samplePerson().id,
          personnummer: '000099999992',
          fornamn: 'A',
          efternamn: 'B',
          skyddad: false,
          skapad: person.skapad,
        })
        .execute(),
    );
  });

  it('forgets the tenant when the transaction ends, also on a connection that is used again', async () => {
    const { default: pg } = await import('pg');
    const client = new pg.Client(url);
    await client.connect();
    try {
      await client.query('begin');
      await client.query(
        `select set_config('stegvis.kommun', '9999', true), set_config('stegvis.namnd', 'socialnamnden', true)`,
      );
      assert.equal((await client.query('select 1 from person')).rowCount, 1);
      await client.query('commit');
      assert.equal((await client.query('select 1 from person')).rowCount, 0);
    } finally {
      await client.end();
    }
  });
});

describe('rows that are only added to', () => {
  for (const table of ['granskningslogg', 'handelse', 'beslut', 'berakning', 'underskrift'] as const) {
    it(`refuses to change, remove or empty ${table}`, async () => {
      for (const statement of [
        sql`update ${sql.table(table)} set kommun = kommun`,
        sql`delete from ${sql.table(table)}`,
        sql`truncate ${sql.table(table)} cascade`,
      ]) {
        await assert.rejects(
          inTenant(db, testScope, ({ trx }) => statement.execute(trx)),
          /kan bara läggas till/,
        );
      }
    });
  }

  it('keeps a payment to its decision, and refuses to remove it', async () => {
    await assert.rejects(
      inTenant(db, testScope, ({ trx }) => trx.updateTable('utbetalning').set({ belopp: 1 }).execute()),
      /kan inte ändras/,
    );
    await assert.rejects(
      inTenant(db, testScope, ({ trx }) => trx.deleteFrom('utbetalning').execute()),
      /kan bara läggas till/,
    );
  });

  it('refuses an automatic decision that is not a grant', async () => {
    await assert.rejects(
      inTenant(db, testScope, async (r) => {
        const ansökan = sampleAnsökan(seeded.ärende, { månad: '2027-01' });
        await r.ansökningar.add(ansökan);
        const beräkning = await r.utredningar.addBeräkning(sampleBeräkning(ansökan));
        await r.beslut.add(sampleBeslut(ansökan, beräkning.id, { utfall: 'avslag', belopp: 0 }));
      }),
      /check constraint/,
    );
  });

  it("refuses a decision on another application's calculation", async () => {
    await assert.rejects(
      inTenant(db, testScope, async (r) => {
        const ansökan = sampleAnsökan(seeded.ärende, { månad: '2027-02' });
        await r.ansökningar.add(ansökan);
        await r.beslut.add(sampleBeslut(ansökan, seeded.beslut.beräkning));
      }),
      /foreign key/,
    );
  });
});
