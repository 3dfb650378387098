import assert from 'node:assert/strict';
import { test } from 'node:test';
import { helgdag } from './helgdag.ts';

const helgdagarnaI = (år: number) => {
  const dagar: string[] = [];
  for (let d = Date.UTC(år, 0, 1); d < Date.UTC(år + 1, 0, 1); d += 86_400_000) {
    const dag = new Date(d).toISOString().slice(0, 10);
    if (helgdag(dag)) dagar.push(dag.slice(5));
  }
  return dagar;
};

test('the public holidays and eves of 2026 and 2027, as in the almanac', () => {
  assert.deepEqual(helgdagarnaI(2026), [
    '01-01',
    '01-06',
    '04-03',
    '04-05',
    '04-06',
    '05-01',
    '05-14',
    '05-24',
    '06-06',
    '06-19',
    '06-20',
    '10-31',
    '12-24',
    '12-25',
    '12-26',
    '12-31',
  ]);
  assert.deepEqual(helgdagarnaI(2027), [
    '01-01',
    '01-06',
    '03-26',
    '03-28',
    '03-29',
    '05-01',
    '05-06',
    '05-16',
    '06-06',
    '06-25',
    '06-26',
    '11-06',
    '12-24',
    '12-25',
    '12-26',
    '12-31',
  ]);
});

test('an ordinary Sunday and an ordinary Friday are no holidays', () => {
  assert.equal(helgdag('2026-11-22'), undefined);
  assert.equal(helgdag('2026-11-27'), undefined);
});
