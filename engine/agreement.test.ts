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
];
const undecided: Moment = { month: month('0306-01'), applied: isoDate('0305-12-20') };

interface Outcome {
  readonly outputs?: Record<string, unknown>;
  readonly error?: string;
}

function outcome(work: () => Record<string, unknown>): Outcome {
  try {
    return { outputs: work() };
  } catch (error) {
    return { error: `${(error as Error).name}: ${(error as Error).message}` };
  }
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}

/** Every so many hearths is also computed the careful way, trace and all. */
const careful = 20;

test('run, run.many, explain and the careful way agree on 100 000 random hearths', () => {
  const chance = seeded(1);
  const outcomes = new Map<string, number>();
  for (let batch = 0; batch < 100; batch++) {
    const moment = batch % 25 === 24 ? undecided : moments[batch % 3]!;
    const run = mirr.wire(moment);
    const hearths = Array.from({ length: 1000 }, () => randomHearth(chance, batch % 2 === 1));
    const good: object[] = [];
    const expected: unknown[] = [];
    for (const [i, hearth] of hearths.entries()) {
      const ran = outcome(() => run(hearth));
      const explained = outcome(() => {
        const { outputs, trace } = mirr.explain(moment, hearth);
        for (const [name, value] of Object.entries(outputs)) {
          const shown = trace.steps[trace.outputs[name]!]!.value;
          assert.ok(same(shown, value ?? null), `${name} is ${String(value)} but its step says ${String(shown)}`);
        }
        return outputs;
      });
      if (!same(explained, ran)) assert.deepEqual(explained, ran);
      if (i % careful === 0) {
        const step = outcome(() => explainStepwise(mirr.plan, moment, hearth).outputs);
        if (!same(step, ran)) assert.deepEqual(step, ran);
      }
      const kind = ran.error?.split(':')[0] ?? 'value';
      outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
      if (ran.outputs !== undefined) {
        good.push(hearth);
        expected.push(ran.outputs);
      }
    }
    const many = run.many(good);
    if (!same(many, expected)) assert.deepEqual(many, expected);
  }
  const seen = JSON.stringify([...outcomes]);
  assert.ok(outcomes.get('value')! > 60_000, seen);
  for (const kind of ['NotInForce', 'MissingFact', 'OutsideTable']) assert.ok(outcomes.get(kind)! > 100, seen);
});

test('both ways of explaining write the same trace', () => {
  const chance = seeded(2);
  for (let i = 0; i < 600; i++) {
    const moment = moments[i % 3]!;
    const hearth = randomHearth(chance, i % 2 === 1);
    const whole = (work: () => unknown) => outcome(() => ({ all: work() }));
    assert.deepEqual(
      whole(() => mirr.explain(moment, hearth)),
      whole(() => explainStepwise(mirr.plan, moment, hearth)),
    );
  }
});

test('a sharpened graph gives the same, also for more households and parts than there was room for', async () => {
  const chance = seeded(3);
  const moment = moments[0]!;
  const plain = mirr.wire(moment);
  const hearths = Array.from({ length: 500 }, () => randomHearth(chance));
  hearths[3]!.children = Array.from({ length: 900 }, (_, i) => ({ id: `c${i}`, born: '0300-05-05' }));
  const expected = hearths.map((hearth) => plain(hearth));
  const traces = hearths.map((hearth) => mirr.explain(moment, hearth).trace);
  const run = await mirr.sharpen(moment);
  assert.notEqual(run, plain);
  assert.equal(mirr.wire(moment), run);
  assert.equal(await mirr.sharpen({ ...moment }), run);
  assert.deepEqual(run.many(hearths), expected);
  for (const [i, hearth] of hearths.entries()) {
    if (!same(run(hearth), expected[i])) assert.deepEqual(run(hearth), expected[i]);
    if (i % 25 === 0) assert.deepEqual(mirr.explain(moment, hearth).trace, traces[i]);
  }
  const later: Moment = { month: month('0305-04'), applied: isoDate('0305-04-02') };
  const grown = { adults: [{ id: 'a' }], children: [{ id: 'c', born: '0288-04-01' }] };
  assert.equal(run(grown).oldest, 16);
  assert.equal(mirr.wire(later)(grown).oldest, 17);
});
