import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isoDate, type Moment, month } from '../index.ts';
import { type EstimateFacts, estimate } from '../invented-country/estimate/estimate.ts';
import { randomHearth, seeded } from '../invented-country/households.ts';
import { oss } from '../invented-country/oss.ts';
import { estimateByClosures, estimateByHand, estimateByHandWithRows, helpByHand } from './yardsticks.ts';

const moment: Moment = { month: month('0305-03'), applied: isoDate('0305-03-02') };

test('what is measured does the same: the estimate by hand, with rows, by closures and by the engine', () => {
  const chance = seeded(5);
  const ways = [
    estimateByClosures(moment),
    (facts: EstimateFacts) => estimateByHandWithRows(moment)(facts).answer,
    estimate.wire(moment),
  ];
  for (let i = 0; i < 500; i++) {
    const facts: EstimateFacts = {
      adults: 1 + chance(2),
      couple: chance(2) === 0,
      monthsHelped: chance(12),
      children: Array.from({ length: chance(7) }, () => ({ age: chance(18), lunchAway: chance(2) === 0 })),
      rent: chance(90_000),
      heat: chance(9_000),
      travel: chance(9_000),
      guild: chance(9_000),
      wage: chance(90_000),
      pension: chance(9_000),
      benefit: chance(9_000),
      gain: chance(9_000),
    };
    const expected = estimateByHand(moment)(facts);
    for (const way of ways) assert.deepEqual(way(facts), expected);
  }
});

test('what is measured does the same: the help by hand and by the engine', () => {
  const chance = seeded(6);
  for (let i = 0; i < 500; i++) {
    const hearth = randomHearth(chance);
    assert.deepEqual(oss.wire(moment)(hearth), helpByHand(moment)(hearth));
  }
});
