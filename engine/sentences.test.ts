import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Format,
  fact,
  flag,
  graph,
  isoDate,
  type Moment,
  month,
  type Quantity,
  quantity,
  rule,
  subject,
  sum,
  unit,
  wholeNumber,
} from './index.ts';

const coin = unit('coin');
const home = subject('home');
const moment: Moment = { month: month('2026-05'), applied: isoDate('2026-05-05') };
const t: Format = (value, unit) => `${String(value)}${unit === undefined ? '' : ` ${unit}s`}`;

const on = fact(home, 'on', { type: flag(), label: 'On', default: false });
const rent = fact(home, 'rent', { type: quantity(coin), label: 'Rent' });
const rooms = fact(home, 'rooms', { type: wholeNumber().optional(), label: 'Rooms' });
const perRoom = rule(home, 'per-room', {
  label: 'Per room',
  unit: coin,
  from: [rent, rooms],
  value: (rent, rooms): Quantity<'coin'> | undefined => (rooms === undefined ? undefined : coin(rent / rooms)),
  say: (value, [rent, rooms], t) => `${t(rent, 'coin')} for ${t(rooms)} rooms is ${t(value, 'coin')} a room.`,
});
const guarded = rule(home, 'guarded', {
  label: 'Guarded',
  unit: coin,
  when: on,
  otherwise: coin(0),
  from: [rent],
  value: (rent) => rent,
  say: (value, [rent], t) => `On, so ${t(value)} of ${t(rent)}.`,
});
const silent = rule(home, 'silent', { label: 'Silent', from: [on], value: (on) => on });
const total = sum(home, 'total', {
  label: 'Total',
  unit: coin,
  parts: [rent, guarded],
  say: (value, t) => `All of it is ${t(value, 'coin')}.`,
});
const silentTotal = sum(home, 'silent-total', { label: 'Total', unit: coin, parts: [rent] });
const g = graph({ name: 'g', outputs: { perRoom, guarded, silent, total, silentTotal } });

function said(facts: object): Record<string, string | undefined> {
  const { trace } = g.explain(moment, facts);
  return Object.fromEntries(trace.steps.map((step) => [step.node, g.sentence(trace, step, t)]));
}

test('each rule and sum says its own sentence, with the values it read; the others say nothing', () => {
  assert.deepEqual(said({ rent: 12, rooms: 3, on: true }), {
    'home.rent': undefined,
    'home.rooms': undefined,
    'home.on': undefined,
    'home.per-room': '12 coins for 3 rooms is 4 coins a room.',
    'home.guarded': 'On, so 12 of 12.',
    'home.silent': undefined,
    'home.total': 'All of it is 24 coins.',
    'home.silent-total': undefined,
  });
});

test('what is not known is undefined in a sentence too, and a rule that did not apply says nothing', () => {
  const sentences = said({ rent: 12 });
  assert.equal(sentences['home.per-room'], '12 coins for undefined rooms is undefined coins a room.');
  assert.equal(sentences['home.guarded'], undefined);
});

test('a step of a node that is gone, or that has become something else, says nothing', () => {
  const { trace } = g.explain(moment, { rent: 12, on: true });
  const step = trace.steps.find((one) => one.node === 'home.total')!;
  assert.equal(g.sentence(trace, { ...step, node: 'home.gone' }, t), undefined);
  assert.equal(g.sentence(trace, { ...step, node: 'home.guarded' }, t), undefined);
  assert.equal(g.sentence(trace, { ...step, node: 'home.rent' }, t), undefined);
});

test('a trace with sentences is the same trace, with `said` where there is something to say', () => {
  const { trace } = g.explain(moment, { rent: 12, rooms: 3, on: true });
  const spoken = g.withSentences(trace, t);
  assert.equal(spoken.steps.length, trace.steps.length);
  assert.deepEqual([spoken.moment, spoken.outputs], [trace.moment, trace.outputs]);
  for (const [i, step] of spoken.steps.entries()) {
    const sentence = g.sentence(trace, trace.steps[i]!, t);
    if (sentence === undefined) assert.equal(step, trace.steps[i]);
    else assert.deepEqual(step, { ...trace.steps[i], said: sentence });
  }
});
