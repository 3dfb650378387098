import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type AgeRule,
  addDays,
  addMonths,
  ageInYears,
  dayNumber,
  daysIn,
  firstDay,
  isIsoDate,
  isMonth,
  isoDate,
  lastDay,
  month,
  monthNumber,
  monthOf,
  monthsBetween,
  yearOf,
} from './index.ts';

const someMonth = fc
  .tuple(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => month(`${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}`));

test('a day is a day in the calendar', () => {
  for (const good of ['2024-02-29', '2000-02-29', '2026-12-31', '2026-04-30', '0300-01-01']) {
    assert.equal(isIsoDate(good), true, good);
    assert.equal(isoDate(good), good);
  }
  for (const bad of [
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    ' 2026-01-01',
    '2026-01-01T',
    '',
    20260101,
    null,
  ]) {
    assert.equal(isIsoDate(bad), false, String(bad));
  }
  assert.throws(() => isoDate('2026-02-30'), {
    name: 'RangeError',
    message: "'2026-02-30' is not a day in the calendar; write YYYY-MM-DD",
  });
});

test('a month is YYYY-MM', () => {
  assert.equal(month('2026-11'), '2026-11');
  for (const bad of ['2026-13', '2026-00', '2026-1', '2026-11-01', 'x2026-11', '2026-11x', 202611, undefined])
    assert.equal(isMonth(bad), false, String(bad));
  assert.throws(() => month('2026-13'), { name: 'RangeError', message: "'2026-13' is not a month; write YYYY-MM" });
});

test('days in a month, its first and last day', () => {
  const days = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((m) =>
    daysIn(month(`2025-${m}`)),
  );
  assert.deepEqual(days, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  assert.equal(daysIn(month('2024-02')), 29);
  assert.equal(daysIn(month('2100-02')), 28);
  assert.equal(daysIn(month('2000-02')), 29);
  assert.equal(firstDay(month('2026-02')), '2026-02-01');
  assert.equal(lastDay(month('2026-02')), '2026-02-28');
  assert.equal(lastDay(month('2026-11')), '2026-11-30');
  assert.equal(monthOf(isoDate('2026-11-30')), '2026-11');
});

test('the numbers of a day', () => {
  assert.deepEqual(
    [yearOf(isoDate('1987-06-25')), monthNumber(isoDate('1987-06-25')), dayNumber(isoDate('1987-06-25'))],
    [1987, 6, 25],
  );
  assert.deepEqual([yearOf(month('0305-12')), monthNumber(month('0305-12'))], [305, 12]);
});

test('counting months', () => {
  assert.equal(addMonths(month('2026-11'), 2), '2027-01');
  assert.equal(addMonths(month('2026-01'), -1), '2025-12');
  assert.equal(addMonths(month('2026-12'), -12), '2025-12');
  assert.equal(addMonths(month('0999-12'), 1), '1000-01');
  assert.equal(monthsBetween(month('2026-11'), month('2027-02')), 3);
  assert.equal(monthsBetween(isoDate('2027-02-28'), month('2026-11')), -3);
  fc.assert(fc.property(someMonth, fc.integer({ min: -5, max: 5 }), (m, n) => monthsBetween(m, addMonths(m, n)) === n));
});

test('counting days over leap days and years', () => {
  assert.equal(addDays(isoDate('2024-02-28'), 1), '2024-02-29');
  assert.equal(addDays(isoDate('2026-12-31'), 1), '2027-01-01');
  assert.equal(addDays(isoDate('2026-03-01'), -1), '2026-02-28');
});

test('age on a day: the birthday counts, also for one born on a leap day', () => {
  const born = isoDate('2010-06-15');
  assert.equal(ageInYears(born, isoDate('2026-06-14')), 15);
  assert.equal(ageInYears(born, isoDate('2026-06-15')), 16);
  assert.equal(ageInYears(born, isoDate('2026-05-30')), 15);
  assert.equal(ageInYears(born, isoDate('2026-07-01')), 16);
  assert.equal(ageInYears(isoDate('2024-02-29'), isoDate('2025-02-28')), 0);
  assert.equal(ageInYears(isoDate('2024-02-29'), isoDate('2025-03-01')), 1);
  assert.equal(ageInYears(born, isoDate('2010-06-14')), -1);
});

test('age in a month by each rule', () => {
  const ages = (born: string, rule?: AgeRule) =>
    ['2026-05', '2026-06', '2026-07'].map((m) => ageInYears(isoDate(born), month(m), rule));
  assert.deepEqual(ages('2010-06-15'), [15, 16, 16]);
  assert.deepEqual(ages('2010-06-15', 'month-of-birthday'), [15, 16, 16]);
  assert.deepEqual(ages('2010-06-15', 'last-of-month'), [15, 16, 16]);
  assert.deepEqual(ages('2010-06-15', 'first-of-month'), [15, 15, 16]);
  assert.deepEqual(ages('2010-06-01', 'first-of-month'), [15, 16, 16]);
  assert.deepEqual(ages('2010-06-01', 'month-after'), [15, 15, 16]);
  assert.deepEqual(ages('2010-06-15', 'year'), [16, 16, 16]);
  assert.deepEqual(ages('2010-11-15', 'year'), [16, 16, 16]);
});

test('an age does not depend on what was asked before', () => {
  const born = isoDate('2010-06-15');
  assert.equal(ageInYears(born, month('2026-06')), 16);
  assert.equal(ageInYears(born, isoDate('2026-06-14')), 15);
  assert.equal(ageInYears(born, month('2026-06')), 16);
  assert.equal(ageInYears(born, month('2027-06')), 17);
});
