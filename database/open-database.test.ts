import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import type { DatabaseOpenFault } from './database-open-error.ts';
import { openDatabase } from './open-database.ts';
import { createTestDatabase } from './test-database.ts';

const { url, superuserUrl } = await createTestDatabase({ after });

async function refused(address: string, fault: DatabaseOpenFault, text: RegExp): Promise<void> {
  await assert.rejects(openDatabase(address), (error: Error & { fault: string }) => {
    assert.equal(error.fault, fault);
    assert.match(error.message, text);
    return true;
  });
}

function changed(change: (address: URL) => void): string {
  const address = new URL(url);
  change(address);
  return address.href;
}

describe('opening a database', () => {
  it('migrates an empty database, and opens it again as it is', async () => {
    const first = await openDatabase(url);
    await first.close();
    const second = await openDatabase(url);
    assert.deepEqual((await sql<{ one: number }>`select 1 as one`.execute(second.db)).rows, [{ one: 1 }]);
    await second.close();
  });

  it('lets two processes migrate at once', async (t) => {
    const empty = await createTestDatabase(t);
    const both = await Promise.all([openDatabase(empty.url), openDatabase(empty.url)]);
    await Promise.all(both.map((database) => database.close()));
  });

  it('says that the address is none', () =>
    refused('localhost/stegvis', 'fel-adress', /postgres:\/\/roll:lösenord@värd/));
  it('says that nobody answers', () =>
    refused(
      changed((a) => {
        a.port = '1';
      }),
      'ingen-kontakt',
      /svarar inte/,
    ));
  it('says that the password is wrong', () =>
    refused(
      changed((a) => {
        a.password = 'fel';
      }),
      'fel-losenord',
      /släpper inte in rollen/,
    ));
  it('says that the database does not exist', () =>
    refused(
      changed((a) => {
        a.pathname = '/finns_inte';
      }),
      'databasen-saknas',
      /create database finns_inte/,
    ));
  it('refuses a role that passes row-level security', () =>
    refused(superuserUrl, 'kringgar-radskydd', /superuser eller bypassrls/));

  it('says that the role may not make tables', async (t) => {
    const foreign = await createTestDatabase(t);
    const address = new URL(foreign.url);
    const own = new URL(url);
    address.username = own.username;
    address.password = own.password;
    await refused(address.href, 'saknar-rattighet', /alter database .* owner to/);
  });

  it('refuses a database that a newer version has migrated', async (t) => {
    const newer = await createTestDatabase(t);
    await (await openDatabase(newer.url)).close();
    const client = new pg.Client(newer.url);
    await client.connect();
    await client.query(`insert into kysely_migration (name, timestamp) values ('0099-from-the-future', '2027-01-01')`);
    await client.end();
    await refused(newer.url, 'nyare-schema', /nyare version av Stegvis \(0099-from-the-future\)/);
  });

  it('reads amounts as numbers and dates as text, and refuses a number it cannot hold', async () => {
    const database = await openDatabase(url);
    const { rows } =
      await sql<object>`select 9007199254740991::bigint as belopp, '2026-03-29'::date as dag, 0.10::numeric as andel`.execute(
        database.db,
      );
    assert.deepEqual(rows, [{ belopp: 9007199254740991, dag: '2026-03-29', andel: '0.10' }]);
    await assert.rejects(
      sql`select 9007199254740993::bigint as belopp`.execute(database.db),
      /larger than a number can hold/,
    );
    await database.close();
  });

  it('survives that the server ends an idle connection', async () => {
    const lost: Error[] = [];
    const database = await openDatabase(url, { onConnectionLost: (fault) => lost.push(fault) });
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database.db);
    const admin = new pg.Client(superuserUrl);
    await admin.connect();
    await admin.query('select pg_terminate_backend($1, 5000)', [rows[0]!.pid]);
    await admin.end();
    assert.deepEqual((await sql<{ one: number }>`select 1 as one`.execute(database.db)).rows, [{ one: 1 }]);
    assert.equal(lost.length, 1);
    await database.close();
  });
});
