import assert from 'node:assert/strict';
import { test } from 'node:test';
import { add, larger, multiply, notBelowZero, share, smaller, subtract, unit, zero } from './index.ts';

const coin = unit('coin', { decimals: 2, label: 'coins' });

test('a unit tells its name, decimals, label and wholeness', () => {
  assert.deepEqual([coin.unit, coin.decimals, coin.label, coin.whole], ['coin', 2, 'coins', true]);
  const hour = unit('hour', { whole: false });
  assert.deepEqual([hour.unit, hour.decimals, hour.label, hour.whole], ['hour', 0, 'hour', false]);
  assert.equal(coin(12), 12);
});

test('arithmetic within a unit', () => {
  assert.equal(add(coin(3), coin(4)), 7);
  assert.equal(subtract(coin(3), coin(4)), -1);
  assert.equal(multiply(coin(3), 4), 12);
  assert.equal(share(coin(5), 25, 100), 1.25);
  assert.equal(larger(coin(3), coin(4)), 4);
  assert.equal(larger(coin(5), coin(4)), 5);
  assert.equal(smaller(coin(3), coin(4)), 3);
  assert.equal(smaller(coin(5), coin(4)), 4);
  assert.equal(notBelowZero(coin(-1)), 0);
  assert.equal(notBelowZero(coin(1)), 1);
  assert.equal(zero, 0);
});
