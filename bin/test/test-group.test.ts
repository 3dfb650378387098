import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it, type TestContext } from 'node:test';
import { type GroupOutcome, runTestGroup } from './test-group.ts';

const root = path.join(import.meta.dirname, '..', '..');

async function outcomeOf(
  t: TestContext,
  source: string,
  limits: { testLimitMs?: number; lingerLimitMs?: number } = {},
): Promise<GroupOutcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'stegvis-group-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'some.test.mjs');
  writeFileSync(file, `import { after, before, describe, it } from 'node:test';\n${source}`);
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  return await runTestGroup({ root, files: [file], env, signal: new AbortController().signal, ...limits });
}

const failures = (outcome: GroupOutcome) => outcome.failed.map(({ name, text }) => `${name}: ${text.split('\n')[0]}`);

it('counts what passed, failed and was not run, with place and reason', async (t) => {
  const outcome = await outcomeOf(
    t,
    `describe('suite', () => {
       it('passes', () => {});
       it('fails', () => { throw new Error('why'); });
       it('is left out', (t) => t.skip('no browser'));
       it.todo('is to come');
     });
     describe('suite left out', { skip: 'no disk' }, () => { it('inside', () => {}); });`,
  );
  assert.equal(outcome.passed, 1);
  assert.deepEqual(failures(outcome), ['fails: Error: why']);
  assert.match(outcome.failed[0]?.place ?? '', /some\.test\.mjs:4$/);
  const notRun = outcome.notRun.map(({ name, text }) => `${name}: ${text}`);
  assert.deepEqual(notRun, ['is left out: no browser', 'is to come: to do', 'suite left out: no disk']);
});

it('counts a hook that fails, and a file that cannot be loaded', async (t) => {
  const hook = await outcomeOf(
    t,
    `describe('suite', () => { after(() => { throw new Error('hook'); }); it('passes', () => {}); });`,
  );
  assert.equal(hook.passed, 1);
  assert.equal(hook.failed.length, 1);
  const broken = await outcomeOf(t, `import 'no-such-package';`);
  assert.equal(broken.failed.length, 1);
  assert.match(broken.failed[0]?.text ?? '', /no-such-package/);
});

it('counts a process that ends before its tests are over', async (t) => {
  const outcome = await outcomeOf(t, `it('leaves', () => { process.exit(0); });`);
  assert.match(failures(outcome).join(), /the process ended before its tests were over \(exit code 0\)/);
});

it('counts a test that never ends, and names it', async (t) => {
  const outcome = await outcomeOf(t, `it('hangs', () => new Promise(() => { setInterval(() => {}, 1000); }));`, {
    testLimitMs: 1500,
  });
  assert.match(failures(outcome).join(), /still running: .*hangs/);
});

it('counts something left open after the tests', async (t) => {
  const outcome = await outcomeOf(t, `it('leaks', () => { setInterval(() => {}, 1000); });`, { lingerLimitMs: 1500 });
  assert.equal(outcome.passed, 1);
  assert.match(failures(outcome).join(), /something was left open/);
});
