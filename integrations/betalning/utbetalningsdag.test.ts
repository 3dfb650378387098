import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import fc from 'fast-check';
import { utbetalningsdag, ärBankdag } from './index.ts';

/** Weekdays on which banks are closed, as printed in calendars. */
const CLOSED: Readonly<Record<number, string>> = {
  2019: '01-01 04-19 04-22 05-01 05-30 06-06 06-21 12-24 12-25 12-26 12-31',
  2026: '01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25 12-31',
  2027: '01-01 01-06 03-26 03-29 05-06 06-25 12-24 12-31',
  2038: '01-01 01-06 04-23 04-26 06-03 06-25 12-24 12-31',
};

for (const [year, days] of Object.entries(CLOSED))
  test(`bank days of ${year}`, () => {
    const closed: string[] = [];
    for (
      let time = Date.UTC(Number(year), 0, 1);
      new Date(time).getUTCFullYear() === Number(year);
      time += 86_400_000
    ) {
      const day = new Date(time).toISOString().slice(0, 10);
      const weekend = [0, 6].includes(new Date(time).getUTCDay());
      if (weekend) assert.equal(ärBankdag(day), false, day);
      else if (!ärBankdag(day)) closed.push(day.slice(5));
    }
    assert.equal(closed.join(' '), days);
  });

test('a Monday in Sweden is not the Sunday before in UTC: bank days do not follow the clock of the machine', () => {
  const url = new URL('./utbetalningsdag.ts', import.meta.url).href;
  const script = `import { ärBankdag } from '${url}'; console.log(['2026-11-23', '2026-11-27', '2026-11-28'].map(ärBankdag).join());`;
  const env = { ...process.env, TZ: 'Europe/Stockholm' };
  const out = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { env, encoding: 'utf8' });
  assert.equal(out.trim(), 'true,true,false');
});

test('the payment day: wished, else the bank day before, never before the earliest', () => {
  for (const [önskad, tidigast, expected] of [
    ['2026-11-25', '2026-11-20', '2026-11-25'],
    ['2026-12-26', '2026-12-01', '2026-12-23'],
    ['2026-12-26', '2026-12-24', '2026-12-28'],
    ['2027-03-27', '2027-03-01', '2027-03-25'],
    ['2026-11-25', '2026-11-26', '2026-11-26'],
    ['2026-11-25', '2026-12-31', '2027-01-04'],
  ] as const)
    assert.equal(utbetalningsdag(önskad, tidigast), expected, `${önskad} ${tidigast}`);
  assert.equal(utbetalningsdag('2026-11-28'), '2026-11-30');
  assert.equal(utbetalningsdag('2026-06-19'), '2026-06-22');
});

test('the payment day is a bank day, not too early, and no more than five days from what was asked', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (önskad, tidigast) => {
      const paid = utbetalningsdag(önskad, tidigast);
      assert.ok(ärBankdag(paid));
      assert.ok(paid >= tidigast);
      const asked = Math.max(Date.parse(önskad), Date.parse(tidigast));
      assert.ok(Math.abs(Date.parse(paid) - asked) <= 5 * 86_400_000, `${önskad} ${tidigast} ${paid}`);
    }),
    { numRuns: 500 },
  );
});

for (const written of ['2026-13-01', '2026-02-30', '25/11', ''])
  test(`"${written}" is not a day`, () => {
    assert.throws(() => utbetalningsdag(written), RangeError);
    assert.throws(() => ärBankdag(written), RangeError);
  });
