import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';

const folder = new URL('../../docs/tolkningar/', import.meta.url);
const tolkningar = globSync('A*.md', { cwd: folder.pathname }).toSorted();
const fall = new Set(
  globSync('*.cases.yaml', { cwd: import.meta.dirname }).flatMap((fil) =>
    (parse(readFileSync(new URL(fil, import.meta.url), 'utf8')) as { namn: string }[]).map(
      ({ namn }) => `${fil.replace('.cases.yaml', '')}: ${namn}`,
    ),
  ),
);

test('varje tolkning av aktivitetskravet har båda läsningarna, ett val och fall som finns', () => {
  assert.equal(tolkningar.length, 17);
  for (const fil of tolkningar) {
    const text = readFileSync(new URL(fil, folder), 'utf8');
    for (const del of ['**Lagrum:**', '**Läsning 1 (vald):**', '**Läsning 2:**', '**Därför:**', '## Fall som ändras']) {
      assert.ok(text.includes(del), `${fil} saknar ${del}`);
    }
    const nämnda = (text.split('## Fall som ändras')[1] ?? '')
      .split('\n')
      .filter((rad) => rad.startsWith('- '))
      .map((rad) => rad.slice('- '.length));
    for (const namn of nämnda) assert.ok(fall.has(namn), `${fil}: fallet ”${namn}” finns inte`);
  }
});

test('varje tolkning som reglerna hänvisar till finns', () => {
  const källor = globSync('*.{ts,yaml}', { cwd: import.meta.dirname, exclude: ['*.test.ts'] }).map((fil) =>
    readFileSync(new URL(fil, import.meta.url), 'utf8'),
  );
  const hänvisade = new Set(källor.flatMap((text) => text.match(/\bA\d\d\b/g) ?? []));
  for (const id of hänvisade)
    assert.ok(
      tolkningar.some((fil) => fil.startsWith(`${id}-`)),
      `${id} finns inte`,
    );
});
