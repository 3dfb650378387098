import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { aktivitetskrav, normgraf } from '@stegvis/rules';
import { page, readTackning, renderTackning } from './tackning.ts';

const root = new URL('../', import.meta.url);
const coverage = readTackning();
const all = coverage.flatMap(({ forfattning, paragrafer }) => paragrafer.map((p) => ({ ...p, forfattning })));

test('täckningssidan är skriven ur tackning.yaml', () => {
  assert.equal(readFileSync(page, 'utf8'), renderTackning(coverage), 'kör node bin/run.mjs bin/tackning.ts');
});

test('varje regel och fil som täckningen nämner finns', () => {
  const nodes = new Set([...normgraf.nodes, ...aktivitetskrav.nodes].map(({ id }) => id));
  for (const { forfattning, paragraf, regler, filer } of all) {
    for (const id of regler) assert.ok(nodes.has(id), `${forfattning} ${paragraf}: regeln ${id} finns inte`);
    for (const file of filer)
      assert.ok(existsSync(new URL(file, root)), `${forfattning} ${paragraf}: filen ${file} finns inte`);
  }
});

test('en paragraf som räknas nämner regel och fil', () => {
  for (const { forfattning, paragraf, slag, regler, filer } of all) {
    if (slag.includes('regel'))
      assert.ok(regler.length > 0 && filer.length > 0, `${forfattning} ${paragraf} saknar regel eller fil`);
  }
});

test('täckningen har varje paragraf i lagtexten, i båda lydelserna där det finns två', (t) => {
  const texts = { SoL: 'sol-2025-400.md', SoF: 'sof-2025-468.md' };
  for (const [law, name] of Object.entries(texts)) {
    const file = new URL(`../shared/law/${name}`, root);
    if (!existsSync(file)) return t.skip(`lagtexten finns inte här (../shared/law/${name})`);
    const printed = [...readFileSync(file, 'utf8').matchAll(/^### 12 kap\. (\d+(?: [a-z])? §)(?! i lydelsen)/gm)].map(
      (match) => match[1] ?? '',
    );
    const covered = all
      .filter(({ forfattning }) => forfattning === law)
      .map(({ paragraf }) => paragraf.replace(/ \(.*$/, ''));
    assert.deepEqual(covered.toSorted(), printed.toSorted(), law);
  }
});
