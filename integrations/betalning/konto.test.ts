import assert from 'node:assert/strict';
import { test } from 'node:test';
import { läsBankgiro, läsKonto, läsOcr, läsPlusgiro } from './index.ts';

const right: [string, string, string, string][] = [
  ['Nordea, own number', '3300', '910102-2391', 'Nordea'],
  ['with spaces', ' 33 00 ', '91 01 02 23 91', 'Nordea'],
  ['Handelsbanken, nine digits', '6789', '123 456 789', 'Handelsbanken'],
  ['Swedbank, five digits of clearing', '8327-9', '123 456 789-7', 'Swedbank'],
];
for (const [what, clearing, nummer, bank] of right)
  test(`account: ${what}`, () => {
    const read = läsKonto({ clearing, nummer });
    assert.ok(read.ok, read.ok ? '' : read.fel);
    assert.equal(read.konto.bank, bank);
    assert.equal(read.varning, undefined);
    assert.match(read.konto.clearing + read.konto.nummer, /^\d+$/);
  });

test('account: Swedbank without check digit is accepted with a warning', () => {
  const read = läsKonto({ clearing: '8327-9', nummer: '1234567' });
  assert.ok(read.ok);
  assert.match(read.varning ?? '', /ser ovanligt ut för Swedbank/);
});

const wrong: [string, string, string, RegExp][] = [
  ['a wrong check digit', '3300', '9101022392', /stämmer inte med Nordea/],
  ['a digit too few', '5000', '123456', /SEB har 7 siffror.*Du skrev 6/],
  ['a digit too many', '6789', '1234567890', /Handelsbanken har 8–9 siffror/],
  ['a clearing number that no bank has', '0999', '1234567', /Ingen bank/],
  ['a fifth digit that is wrong', '83271', '1234567', /femte siffran/],
  ['four digits of five', '8327', '1234567', /fem siffror/],
  ['five digits of four', '33001', '9101022391', /fyra siffror/],
  ['letters', '33ab', '1234567', /fyra siffror/],
  ['letters in the account', '3300', '91010223qq', /bara siffror/],
  ['an account number that is empty', '3300', '', /bara siffror/],
  ['an account of ten thousand digits', '8327-9', '1'.repeat(10_000), /2–10 siffror/],
];
for (const [what, clearing, nummer, expected] of wrong)
  test(`account: ${what} is refused`, () => {
    const read = läsKonto({ clearing, nummer });
    assert.match(read.ok ? 'ok' : read.fel, expected);
  });

test('giro and OCR numbers are read as people write them', () => {
  assert.deepEqual(läsBankgiro('991-2346'), { ok: true, nummer: '9912346' });
  assert.deepEqual(läsBankgiro(' 5050 – 1055 '), { ok: true, nummer: '50501055' });
  assert.deepEqual(läsPlusgiro('92 01 00-5'), { ok: true, nummer: '9201005' });
  assert.deepEqual(läsOcr('1234 5678 97'), { ok: true, nummer: '1234567897' });
});

for (const [read, written, expected] of [
  [läsBankgiro, '991-2345', /Bankgironumret stämmer inte/],
  [läsBankgiro, '123456', /sju eller åtta siffror/],
  [läsBankgiro, '000-0000', /sju eller åtta siffror/],
  [läsPlusgiro, '920100-6', /Plusgironumret stämmer inte/],
  [läsPlusgiro, 'SE1', /två till åtta siffror/],
  [läsOcr, '1234567898', /OCR-numret stämmer inte/],
  [läsOcr, '0000', /två till tjugofem/],
  [läsOcr, '', /två till tjugofem/],
] as const)
  test(`${read.name} refuses "${written}"`, () => {
    const result = read(written);
    assert.match(result.ok ? 'ok' : result.fel, expected);
  });

test('a changed digit is always found', () => {
  for (let i = 0; i < 10; i++)
    for (let digit = 0; digit < 10; digit++) {
      const changed = `${'1234567897'.slice(0, i)}${digit}${'1234567897'.slice(i + 1)}`;
      assert.equal(läsOcr(changed).ok, changed === '1234567897', changed);
    }
});
