import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { testnummer } from './testnummer.ts';

const lista = join(import.meta.dirname, '../../../shared/contracts/personnummer/allPins.json');

test('every number is one the Tax Agency publishes', (t) => {
  if (!existsSync(lista)) return t.skip('../shared/contracts/personnummer is not here');
  const publicerade = new Set(JSON.parse(readFileSync(lista, 'utf8')) as string[]);
  const nummer = testnummer(12_000);
  assert.equal(new Set(nummer).size, 12_000);
  assert.deepEqual(
    nummer.filter((n) => !publicerade.has(n)),
    [],
  );
});

test('more than there are is refused', () => {
  assert.throws(() => testnummer(100_000), RangeError);
});
