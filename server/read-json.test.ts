import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readJson } from './read-json.ts';

const place = (text: string) => {
  const read = readJson(text);
  return read.ok ? 'ok' : `${read.line}:${read.column}`;
};

test('valid JSON is read, also after a byte order mark', () => {
  assert.deepEqual(readJson('\uFEFF{"a":[1,true,null,"å"]}'), { ok: true, value: { a: [1, true, null, 'å'] } });
});

test('a fault is placed where the text stops being JSON', () => {
  assert.equal(place(''), '1:1');
  assert.equal(place('abc'), '1:1');
  assert.equal(place('{"a":1,}'), '1:8');
  assert.equal(place('{"a":'), '1:6');
  assert.equal(place('[1,2'), '1:5');
  assert.equal(place('{"a" 1}'), '1:6');
  assert.equal(place('{"a":1}x'), '1:8');
  assert.equal(place('{"a":01}'), '1:6');
  assert.equal(place('{"a":"x\ny"}'), '1:8');
  assert.equal(place('{"a":"\\q"}'), '1:7');
  assert.equal(place('{\n  "manad": "2026-11",\n  "person": fel\n}'), '3:13');
  assert.equal(place(`{"${'a'.repeat(200)}":\n  xbbb}`), '2:3');
  assert.equal(place('[1}'), '1:3');
  assert.equal(place('{1:2}'), '1:2');
});

test('the sentence says what is wrong', () => {
  const text = (source: string) => {
    const read = readJson(source);
    return read.ok ? '' : read.text;
  };
  assert.equal(text(''), 'Det är inte giltig JSON: texten är tom på rad 1, tecken 1.');
  assert.equal(text('{"a":'), 'Det är inte giltig JSON: texten tar slut för tidigt på rad 1, tecken 6.');
  assert.equal(text('{a}'), 'Det är inte giltig JSON: oväntat tecken ”a” på rad 1, tecken 2.');
});

test('the place always lies within a broken text, and sound text is never refused', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (json, cut) => {
      assert.equal(readJson(json).ok, true);
      const broken = json.slice(0, cut % (json.length + 1));
      const read = readJson(broken);
      if (read.ok) return;
      const lines = broken.split('\n');
      assert.ok(read.line >= 1 && read.line <= lines.length);
      assert.ok(read.column >= 1 && read.column <= (lines[read.line - 1] ?? '').length + 1);
    }),
    { numRuns: 200 },
  );
});
