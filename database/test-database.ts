import { randomBytes } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, openEmbeddedPostgres } from './embedded-postgres.ts';
import { makeRunFolder, removeRunFolder } from './run-folder.ts';

/** A database of its own for one test, or for one file of tests. */
export interface TestDatabase {
  /** Connects as the owner of the database, who is no superuser and obeys row-level security that is forced. */
  url: string;
  /** Connects to the same database as superuser, to arrange or inspect what the owner may not. */
  superuserUrl: string;
}

let ownCluster: Promise<EmbeddedPostgres> | undefined;

/**
 * Makes an empty database and drops it after the test.
 *
 * The cluster is the one in `TEST_DATABASE_URL` (a superuser's address; `npm test` sets it); without it, one is
 * started for this process, so that `node --test` on a single file works.
 *
 * @param t the test, or anything else with `after`, for example `{ after }` from `node:test` for a whole file
 */
export async function createTestDatabase(t: { after(clean: () => Promise<void>): unknown }): Promise<TestDatabase> {
  const cluster = process.env.TEST_DATABASE_URL ?? (await openOwnCluster()).superuserUrl;
  const name = `test_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  await execute(cluster, [
    `create role ${name} login nosuperuser nobypassrls password '${password}'`,
    `create database ${name} owner ${name}`,
  ]);
  t.after(() => execute(cluster, [`drop database if exists ${name} with (force)`, `drop role if exists ${name}`]));
  const superuserUrl = new URL(cluster);
  superuserUrl.pathname = name;
  const url = new URL(superuserUrl);
  url.username = name;
  url.password = password;
  return { url: url.href, superuserUrl: superuserUrl.href };
}

async function execute(url: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function openOwnCluster(): Promise<EmbeddedPostgres> {
  ownCluster ??= (async () => {
    const folder = makeRunFolder();
    const cluster = await openEmbeddedPostgres({ folder: path.join(folder, 'postgres'), durable: false });
    // Nothing else is left to do in the process: the tests are over.
    process.once('beforeExit', async () => {
      await cluster.stop();
      removeRunFolder(folder);
    });
    return cluster;
  })();
  return ownCluster;
}
