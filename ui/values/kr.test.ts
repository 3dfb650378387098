import assert from 'node:assert/strict';
import { test } from 'node:test';
import { belopp, kr } from './kr.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test('an amount is written with spaces in the thousands, a real minus and decimals only when needed', () => {
  assert.deepEqual(
    [1394000, 0, 5, -786000, 710050, 99999999999, 100000000].map((öre) => plain(belopp(öre))),
    ['13 940', '0', '0,05', '−7 860', '7 100,50', '999 999 999,99', '1 000 000'],
  );
  assert.equal(plain(kr(1394000)), '13 940 kr');
  assert.ok(!kr(1394000).includes(' '), 'an amount never breaks over two lines');
});

test('half an öre or a lost number is a bug, not an amount', () => {
  for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY]) assert.throws(() => belopp(wrong), RangeError);
});
