import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it } from 'node:test';
import pg from 'pg';
import { createTestDatabase } from './test-database.ts';

it('gives each test a database whose owner obeys row-level security, and drops it afterwards', async (t) => {
  let url = '';
  await t.test('while the test runs', async (inner) => {
    const database = await createTestDatabase(inner);
    url = database.superuserUrl;
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query('select rolsuper, rolbypassrls from pg_roles where rolname = current_user');
    assert.deepEqual(rows, [{ rolsuper: false, rolbypassrls: false }]);
    await client.query('create table mine (n int)');
    await client.end();
  });
  const client = new pg.Client({ connectionString: url });
  await assert.rejects(client.connect(), /does not exist/);
});

it('brings a cluster of its own where none is named, and leaves neither process nor folder', (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'stegvis-single-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'single.test.mjs');
  writeFileSync(
    file,
    `import { after, it } from 'node:test';
     import { createTestDatabase } from ${JSON.stringify(path.join(import.meta.dirname, 'test-database.ts'))};
     it('first', async (t) => { const { url } = await createTestDatabase(t); if (!url) throw new Error('no address'); });
     it('second', async () => { await createTestDatabase({ after }); });`,
  );
  const env = { ...process.env, TMPDIR: folder, TEST_DATABASE_URL: undefined, NODE_TEST_CONTEXT: undefined };
  const run = spawnSync(process.execPath, ['--test', '--test-reporter=tap', file], {
    encoding: 'utf8',
    env,
    timeout: 60_000,
  });
  assert.match(run.stdout, /# pass 2\n# fail 0/, run.stdout + run.stderr);
  assert.deepEqual(readdirSync(folder), ['single.test.mjs']);
});
