import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainStepwise } from './graph.ts';
import { isoDate, type Moment, month } from './index.ts';
import { randomHearth, seeded } from './invented-country/households.ts';
import { mirr } from './invented-country/result/result.ts';

const moments: Moment[] = [
  { month: month('0305-03'), applied: isoDate('0305-03-02') },
  { month: month('0304-12'), applied: isoDate('0304-12-20') },
  { month: month('0304-12'), applied: isoDate('0305-01-10') },
  { month: month('0306-01'), applied: isoDate('0305-12-20') },
];

type Outcome = { outputs: unknown } | { error: string; message: string };

function outcome(work: () => unknown): Outcome {
  try {
    return { outputs: work() };
  } catch (error) {
    return { error: (error as Error).name, message: (error as Error).message };
  }
}

test('run, run.many, explain and the careful way agree on 100 000 random hearths', () => {
  const chance = seeded(1);
  const outcomes = new Map<string, number>();
  for (let batch = 0; batch < 100; batch++) {
    const moment = moments[batch % 10 === 9 ? 3 : batch % 3]!;
    const run = mirr.wire(moment);
    const hearths = Array.from({ length: 1000 }, () => randomHearth(chance, batch % 2 === 1));
    const good: object[] = [];
    const expected: unknown[] = [];
    for (const hearth of hearths) {
      const ran = outcome(() => run(hearth));
      const explained = outcome(() => mirr.explain(moment, hearth).outputs);
      const careful = outcome(() => explainStepwise(mirr.plan, moment, hearth).outputs);
      assert.deepEqual(explained, ran);
      assert.deepEqual(careful, ran);
      const kind = 'outputs' in ran ? 'value' : ran.error;
      outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
      if ('outputs' in ran) {
        good.push(hearth);
        expected.push(ran.outputs);
      }
    }
    assert.deepEqual(run.many(good), expected);
  }
  assert.ok(outcomes.get('value')! > 60_000, JSON.stringify([...outcomes]));
  for (const kind of ['NotInForce', 'MissingFact', 'OutsideTable']) assert.ok(outcomes.get(kind)! > 100, JSON.stringify([...outcomes]));
});

test('both ways of explaining write the same trace', () => {
  const chance = seeded(2);
  for (let i = 0; i < 1500; i++) {
    const moment = moments[i % 3]!;
    const hearth = randomHearth(chance, i % 2 === 1);
    const careful = outcome(() => explainStepwise(mirr.plan, moment, hearth));
    assert.deepEqual(outcome(() => mirr.explain(moment, hearth)), careful);
  }
});
