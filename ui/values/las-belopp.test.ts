import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { belopp, kr } from './kr.ts';
import { läsBelopp } from './las-belopp.ts';

test('common ways to write an amount are read', () => {
  const ways: [string, number][] = [
    ['7100', 710000],
    ['7 100', 710000],
    ['7\u00a0100', 710000],
    ['7\u202f100', 710000],
    ['7.100', 710000],
    ['7100,50', 710050],
    ['7 100,5', 710050],
    ['7.100,50', 710050],
    ['7100 kr', 710000],
    ['7 100 kronor', 710000],
    ['7100:-', 710000],
    ['7100,-', 710000],
    [' 0 ', 0],
    ['0,05', 5],
    ['1.234.567', 123456700],
    ["7'100", 710000],
    ['7100kr', 710000],
  ];
  for (const [text, öre] of ways) assert.deepEqual(läsBelopp(text), { kind: 'value', value: öre }, text);
});

test('what can be read in two ways is refused with both readings', () => {
  assert.deepEqual(läsBelopp('7,100'), {
    kind: 'fel',
    text: 'Menar du 7\u00a0100\u00a0kr eller 7,10\u00a0kr? Skriv 7\u00a0100 eller 7,10.',
  });
  assert.deepEqual(läsBelopp('7.10'), { kind: 'fel', text: 'Skriv öre efter ett kommatecken: 7,10.' });
});

test('what is not an amount is refused with what is allowed', () => {
  for (const text of [
    'sju tusen',
    '7100 euro',
    '-500',
    '−500',
    '1,2345',
    '1e3',
    '0x10',
    '1.23.456',
    '9'.repeat(30),
    '٧١٠٠',
  ]) {
    const read = läsBelopp(text);
    assert.equal(read.kind, 'fel', text);
    assert.match(read.kind === 'fel' ? read.text : '', /[Ss]kriv/, text);
  }
  assert.equal(läsBelopp('  ').kind, 'tomt');
});

test('every amount that is written is read back as the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_99 }), (öre) => {
      assert.deepEqual(läsBelopp(belopp(öre)), { kind: 'value', value: öre });
      assert.deepEqual(läsBelopp(kr(öre)), { kind: 'value', value: öre });
    }),
    { numRuns: 300 },
  );
});

test('no text whatever is read as a negative, broken or fractional amount', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 .,-−:kr\u00a0') }), (text) => {
      const read = läsBelopp(text);
      if (read.kind === 'value') assert.ok(Number.isSafeInteger(read.value) && read.value >= 0, text);
      else assert.ok(read.text.length > 0);
    }),
    { numRuns: 500 },
  );
});
