import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kvot, medelintervall, percentilgränser, poisson, skillnad, säkerställd, welch, wilson } from './intervall.ts';

const near = (actual: number, expected: number, decimals: number, what = '') =>
  assert.equal(actual.toFixed(decimals), expected.toFixed(decimals), what);

/** Newcombe RG (1998), Two-sided confidence intervals for the single proportion, Statistics in Medicine 17:857–872, table I, method 3. */
test('Wilson’s interval is that of Newcombe’s four examples', () => {
  for (const [r, n, från, till] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    const i = wilson(r, n);
    near(i.från, från, 4, `${r}/${n}`);
    near(i.till, till, 4, `${r}/${n}`);
  }
  assert.throws(() => wilson(3, 2), RangeError);
  assert.throws(() => wilson(0, 0), RangeError);
});

/** Newcombe RG (1998), Interval estimation for the difference between independent proportions, ibid. 873–890, table II, method 10. */
test('the difference of two shares is that of Newcombe’s examples', () => {
  for (const [a, m, b, n, från, till] of [
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ] as const) {
    const i = skillnad(wilson(a, m), wilson(b, n));
    near(i.från, från, 4, `${a}/${m} − ${b}/${n}`);
    near(i.till, till, 4, `${a}/${m} − ${b}/${n}`);
  }
});

/**
 * NIST/SEMATECH e-Handbook of Statistical Methods 1.3.5.3 (AUTO83B.DAT), unequal variances: means 20.14458 (249 cars) and 30.48101 (79),
 * standard deviations 6.41470 and 6.10771, T = −12.94627 with 136.8750 degrees of freedom; t(0.975; 137) = 1.9774 in tables.
 */
test('the difference of two means is Welch’s on NIST’s cars', () => {
  const i = welch(
    { antal: 249, medel: 20.14458, spridning: 6.4147 },
    { antal: 79, medel: 30.48101, spridning: 6.10771 },
  );
  const fel = Math.sqrt(6.4147 ** 2 / 249 + 6.10771 ** 2 / 79);
  near(i.värde / fel, -12.946, 3);
  near((i.till - i.från) / 2 / fel, 1.9774, 4, 't of 136.875 degrees of freedom');
  assert.ok(säkerställd(i));
});

test('the interval of a mean is Student’s: 10 values, mean 5, deviation 2', () => {
  // t(0.975; 9) = 2.262157 in any table; 2.262157 · 2 / √10 = 1.430714
  const i = medelintervall({ antal: 10, medel: 5, spridning: 2 });
  near(i.från, 3.569, 3);
  near(i.till, 6.431, 3);
  assert.throws(() => medelintervall({ antal: 1, medel: 5, spridning: 2 }), RangeError);
  assert.deepEqual(welch({ antal: 5, medel: 3, spridning: 0 }, { antal: 5, medel: 1, spridning: 0 }), {
    värde: 2,
    från: 2,
    till: 2,
  });
});

test('Student’s t is that of the tables: 2.776 at four, 2.228 at ten, 2.042 at thirty, 1.980 at 120 degrees of freedom', () => {
  for (const [grader, t] of [
    [4, 2.776],
    [5, 2.571],
    [10, 2.228],
    [30, 2.042],
    [120, 1.98],
  ] as const) {
    const i = medelintervall({ antal: grader + 1, medel: 0, spridning: Math.sqrt(grader + 1) });
    assert.ok(Math.abs(i.till - t) < 0.001, `${grader}: ${i.till}`);
  }
});

test('the interval of a count solves its equation: 10 is within one and the same distance of both limits', () => {
  const i = poisson(10);
  for (const λ of [i.från, i.till]) near((10 - λ) ** 2 / λ, 1.959963984540054 ** 2, 9);
  near(i.från, 5.432, 4);
  near(i.till, 18.4095, 4);
  assert.equal(poisson(0).från, 0);
  near(poisson(0).till, 3.8415, 4, 'z²');
});

test('a ratio is one where both are the same, and has no interval where one can be zero', () => {
  const i = kvot(wilson(20, 100), wilson(20, 100));
  assert.equal(i?.värde, 1);
  assert.ok(i.från < 1 && i.till > 1);
  near(i.från * i.till, 1, 12, 'as far down as up');
  assert.equal(kvot(wilson(0, 20), wilson(5, 20)), undefined);
});

test('the limits of a median of 100 values are the 40th and the 60th', () => {
  const [under, över] = percentilgränser(0.5, 100);
  near(under, 0.402, 3);
  near(över, 0.598, 3);
  assert.equal(percentilgränser(0.9, 5)[1], 1, 'never above the highest');
});
