import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Rounding, round, roundHalfUp } from './index.ts';

test('roundHalfUp: halves go away from zero', () => {
  const cases: [number, number, number][] = [
    [5, 2, 3],
    [-5, 2, -3],
    [5, -2, -3],
    [-5, -2, 3],
    [7, 3, 2],
    [8, 3, 3],
    [-7, 3, -2],
    [0, 7, 0],
    [1, 3, 0],
    [-1, 3, 0],
    [6, 3, 2],
    [1, 1, 1],
  ];
  for (const [n, d, expected] of cases) assert.equal(roundHalfUp(n, d), expected, `${n}/${d}`);
  assert.ok(Object.is(roundHalfUp(-1, 3), 0));
});

test('roundHalfUp is exact where the quotient of doubles is not', () => {
  assert.equal(roundHalfUp(9007199254740991, 2), 4503599627370496);
  const whole = fc.integer({ min: -(2 ** 40), max: 2 ** 40 });
  fc.assert(
    fc.property(whole, fc.integer({ min: 1, max: 10_000 }), (n, d) => {
      const r = roundHalfUp(n, d);
      const twice = 2n * BigInt(n) - 2n * BigInt(r) * BigInt(d);
      return (twice < 0n ? -twice : twice) <= BigInt(d);
    }),
  );
});

test('roundHalfUp refuses what is not whole', () => {
  for (const [n, d] of [
    [1.5, 2],
    [1, 0.5],
    [1, 0],
    [Number.NaN, 1],
    [2 ** 53, 1],
  ] as const) {
    assert.throws(() => roundHalfUp(n, d), { name: 'RangeError', message: new RegExp(`not ${n}/${d}`) });
  }
});

test('each way of rounding', () => {
  const table: Record<Rounding, [number, number][]> = {
    'half-up': [
      [2.5, 3],
      [2.4, 2],
      [-2.5, -3],
      [-2.4, -2],
      [-0.4, 0],
      [0.5, 1],
      [-0.5, -1],
    ],
    'half-even': [
      [2.5, 2],
      [3.5, 4],
      [-2.5, -2],
      [-3.5, -4],
      [2.6, 3],
      [2.4, 2],
      [-2.6, -3],
    ],
    up: [
      [2.1, 3],
      [-2.9, -2],
      [-0.5, 0],
      [3, 3],
    ],
    down: [
      [2.9, 2],
      [-2.1, -3],
      [3, 3],
    ],
  };
  for (const [rounding, cases] of Object.entries(table)) {
    for (const [value, expected] of cases)
      assert.equal(round(value, rounding as Rounding), expected, `${rounding} ${value}`);
  }
  assert.ok(Object.is(round(-0.4, 'half-up'), 0));
  assert.ok(Object.is(round(-0.5, 'up'), 0));
});
