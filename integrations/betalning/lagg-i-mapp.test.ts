import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { betalmapp } from './index.ts';

function folder(t: TestContext): string {
  const mapp = mkdtempSync(join(tmpdir(), 'stegvis-betalmapp-'));
  t.after(() => rmSync(mapp, { recursive: true }));
  return mapp;
}
const files = (mapp: string) => readdirSync(mapp).filter((f) => f !== 'under-arbete');

test('a file lies ready beside the folder until it is moved in, whole', async (t) => {
  const mapp = folder(t);
  const port = betalmapp(mapp);
  await port.läggFram('STEGVIS-1.xml', '<Åäö/>');
  assert.deepEqual(files(mapp), []);
  assert.deepEqual(readdirSync(join(mapp, 'under-arbete')), ['STEGVIS-1.xml']);
  await port.lämna('STEGVIS-1.xml');
  assert.deepEqual(files(mapp), ['STEGVIS-1.xml']);
  assert.equal(readFileSync(join(mapp, 'STEGVIS-1.xml'), 'utf8'), '<Åäö/>');
  assert.deepEqual(readdirSync(join(mapp, 'under-arbete')), []);
});

test('making ready again is the same file; handing over again, when the bank has taken it, hands over nothing', async (t) => {
  const mapp = folder(t);
  const port = betalmapp(mapp);
  await port.läggFram('STEGVIS-1.xml', 'a');
  await port.läggFram('STEGVIS-1.xml', 'a');
  await port.lämna('STEGVIS-1.xml');
  rmSync(join(mapp, 'STEGVIS-1.xml'));
  await port.lämna('STEGVIS-1.xml');
  assert.deepEqual(files(mapp), []);
});

test('a folder that is gone is a fault, not a delivery', async (t) => {
  const port = betalmapp(join(folder(t), 'finns-inte'));
  await assert.rejects(port.lämna('STEGVIS-1.xml'));
});

for (const namn of ['../a.xml', 'a/b.xml', '.a.xml', 'a.txt', ''])
  test(`"${namn}" is not a name in the folder`, async (t) => {
    const port = betalmapp(folder(t));
    await assert.rejects(port.läggFram(namn, 'a'));
    await assert.rejects(port.lämna(namn));
  });
