import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { it, type TestContext } from 'node:test';

/** A project with the hook and one page, and a stand-in for node_modules that has only what a page needs. */
function project(t: TestContext): { root: string; show(): string } {
  const root = mkdtempSync(path.join(tmpdir(), 'stegvis-tsx-'));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(path.join(root, 'bin'));
  mkdirSync(path.join(root, 'node_modules'));
  cpSync(path.join(import.meta.dirname, 'tsx-hook.mjs'), path.join(root, 'bin/tsx-hook.mjs'));
  for (const name of ['esbuild', 'hono']) {
    symlinkSync(path.join(import.meta.dirname, '../node_modules', name), path.join(root, 'node_modules', name));
  }
  return {
    root,
    show: () => {
      const hook = path.join(root, 'bin/tsx-hook.mjs');
      const run = spawnSync(process.execPath, ['--import', hook, path.join(root, 'page.tsx')], { encoding: 'utf8' });
      assert.equal(run.status, 0, run.stderr);
      return run.stdout.trim();
    },
  };
}

const page = (word: string) => `const word: string = '${word}'; console.log(String(<p class="a">{word}</p>));`;

it('turns JSX into text, keeps what came out, and notices a change', (t) => {
  const { root, show } = project(t);
  writeFileSync(path.join(root, 'page.tsx'), page('första'));
  assert.equal(show(), '<p class="a">första</p>');
  const kept = path.join(root, 'node_modules/.cache/stegvis/tsx');
  assert.equal(readdirSync(kept).length, 1);
  assert.equal(show(), '<p class="a">första</p>');
  writeFileSync(path.join(root, 'page.tsx'), page('<andra>'));
  assert.equal(show(), '<p class="a">&lt;andra&gt;</p>');
  assert.equal(readdirSync(kept).length, 1);
});

it('does without keeping where the folder may not be written to', (t) => {
  const { root, show } = project(t);
  writeFileSync(path.join(root, 'node_modules/.cache'), 'a file in the way');
  writeFileSync(path.join(root, 'page.tsx'), page('ord'));
  assert.equal(show(), '<p class="a">ord</p>');
  assert.equal(existsSync(path.join(root, 'node_modules/.cache/stegvis')), false);
});
