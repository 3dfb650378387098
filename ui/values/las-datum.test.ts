import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datum, klockslag, kortDatum, månad, tidpunkt, varaktighet } from './datum.ts';
import { läsDatum } from './las-datum.ts';

test('common ways to write a day are read', () => {
  const day = { kind: 'value', value: '2026-12-07' };
  for (const text of [
    '2026-12-07',
    '20261207',
    '2026/12/7',
    '7/12 2026',
    '7-12-2026',
    '7.12.2026',
    '07 12 2026',
    '7 december 2026',
    '7 dec 2026',
    '7 dec. 2026',
    'måndag 7 december 2026',
    'måndag den 7 december 2026',
    '7 DECEMBER 2026',
  ]) {
    assert.deepEqual(läsDatum(text), day, text);
  }
  assert.deepEqual(läsDatum({ dag: '7', månad: 'dec', år: '2026' }), day);
  assert.deepEqual(läsDatum({ dag: ' 07 ', månad: '12', år: '2026' }), day);
  assert.deepEqual(
    läsDatum({ dag: '7 december 2026', månad: '', år: '' }),
    day,
    'a whole day pasted in the first field',
  );
});

test('a day that does not exist is refused with what is allowed', () => {
  assert.deepEqual(läsDatum({ dag: '31', månad: '11', år: '2026' }), {
    kind: 'fel',
    text: 'Skriv dagen som en siffra 1–30. Så många dagar har november 2026.',
  });
  assert.deepEqual(läsDatum({ dag: '29', månad: '2', år: '2027' }), {
    kind: 'fel',
    text: 'Skriv dagen som en siffra 1–28. Så många dagar har februari 2027.',
  });
  assert.deepEqual(läsDatum('2028-02-29'), { kind: 'value', value: '2028-02-29' });
  assert.match(text(läsDatum({ dag: '1', månad: '13', år: '2026' })), /månaden som en siffra 1–12/);
  assert.match(text(läsDatum({ dag: '1', månad: 'ju', år: '2026' })), /månaden/);
  assert.match(text(läsDatum({ dag: '1', månad: '1', år: '26' })), /fyra siffror/);
  assert.match(text(läsDatum({ dag: '', månad: '1', år: '' })), /inte helt ifyllt/);
  assert.match(text(läsDatum('i morgon')), /dag, månad och år/);
  assert.equal(läsDatum({ dag: '', månad: '', år: '' }).kind, 'tomt');
  assert.equal(läsDatum('').kind, 'tomt');
});

test('days, months and moments are said in words', () => {
  assert.equal(datum('2026-12-17'), 'torsdag 17 december 2026');
  assert.equal(kortDatum('2026-12-07'), '7 december 2026');
  assert.equal(månad('2026-11'), 'november 2026');
  assert.equal(tidpunkt('2026-11-26T13:34:00Z'), '26 november 2026, 14.34');
  assert.equal(klockslag('2026-07-01T22:05:00Z'), '00.05');
  assert.deepEqual([0, 59, 60, 372, 2880, 3000, -4].map(varaktighet), [
    '0 min',
    '59 min',
    '1 h',
    '6 h 12 min',
    '2 dygn',
    '2 dygn 2 h',
    '0 min',
  ]);
  assert.throws(() => datum('17 december'), RangeError);
});

function text(svar: ReturnType<typeof läsDatum>): string {
  return svar.kind === 'value' ? '' : svar.text;
}
