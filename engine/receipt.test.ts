import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  canonicalJson,
  checkReceipt,
  engineVersion,
  type Format,
  hashOf,
  isoDate,
  lawHash,
  type Moment,
  makeReceipt,
  month,
  overlay,
  parameter,
  type Receipt,
  readsOf,
  setParameter,
} from './index.ts';
import { normLaw } from './invented-country/norm/norm.law.ts';
import { mirr } from './invented-country/result/result.ts';

const moment: Moment = { month: month('0305-03'), applied: isoDate('0305-03-02') };
const facts = {
  adults: [{ id: 'a', monthsHelped: 7, incomes: [{ kind: 'wage', net: 10_001, source: 'register' }] }],
  children: [{ id: 'c', born: '0303-05-05' }],
  costs: [
    { kind: 'rent', amount: 40_000 },
    { kind: 'heat', amount: 900, found: { value: 800, who: 'The elder', when: '0305-03-01', reasons: 'Seen' } },
  ],
};
const stored = (receipt: Receipt): Receipt => JSON.parse(JSON.stringify(receipt)) as Receipt;

test('canonical JSON: sorted keys, nothing absent, nothing that JSON cannot hold', () => {
  assert.equal(canonicalJson({ b: [1, null, { d: 'x', c: undefined }], a: true }), '{"a":true,"b":[1,null,{"d":"x"}]}');
  assert.equal(canonicalJson(undefined), 'null');
  assert.equal(canonicalJson(null), 'null');
  assert.equal(canonicalJson([undefined]), '[null]');
  assert.throws(() => canonicalJson({ a: Number.NaN }), { name: 'RangeError', message: 'NaN has no place in JSON' });
  assert.equal(hashOf({ a: 1, b: 2 }), hashOf({ b: 2, a: 1 }));
  assert.match(hashOf('x'), /^[0-9a-f]{64}$/);
});

test('a receipt pins moment, versions, hashes, facts, outputs and trace; run again it is the same', () => {
  const explained = mirr.explain(moment, facts);
  const receipt = makeReceipt(mirr, moment, facts, explained);
  assert.deepEqual([receipt.graph, receipt.engineVersion, receipt.moment], ['mirr', engineVersion, moment]);
  assert.deepEqual(receipt.facts, facts);
  assert.deepEqual([receipt.factsHash, receipt.lawHash], [hashOf(facts), lawHash(mirr)]);
  assert.deepEqual(receipt.outputs, { ...explained.outputs, found: [null, 800] });
  assert.deepEqual(receipt, makeReceipt(mirr, moment, facts));
  assert.deepEqual(checkReceipt(mirr, stored(receipt)), []);
  const none = makeReceipt(mirr, moment, { adults: [{}] });
  assert.equal(none.outputs['oldest'], null);
  assert.deepEqual(checkReceipt(mirr, stored(none)), []);
});

test('a receipt that was tampered with shows where', () => {
  const receipt = makeReceipt(mirr, moment, facts);
  const changed = stored(receipt);
  (changed.outputs as Record<string, unknown>)['help'] = 1;
  assert.deepEqual(checkReceipt(mirr, changed), [{ path: 'outputs.help', before: 1, now: receipt.outputs['help'] }]);
  const other = stored(receipt);
  (other.facts as typeof facts).costs[0]!.amount = 40_100;
  const paths = checkReceipt(mirr, other).map((difference) => difference.path);
  assert.equal(paths[0], 'factsHash');
  assert.ok(
    paths.includes('outputs.costs') && paths.some((path) => /^trace\.steps\[\d+\]\.value$/.test(path)),
    paths.join(),
  );
  const shorter = stored(receipt);
  (shorter.trace.steps as unknown[]).pop();
  assert.ok(checkReceipt(mirr, shorter).every((difference) => difference.before === undefined));
  const version = { ...stored(receipt), engineVersion: '0.0.1' };
  assert.deepEqual(checkReceipt(mirr, version), [{ path: 'engineVersion', before: '0.0.1', now: engineVersion }]);
});

test('changed law data shows as another hash and another result', () => {
  const receipt = stored(makeReceipt(mirr, moment, facts));
  const adult: typeof normLaw.parameters.adult = {
    ...normLaw.parameters.adult,
    versions: normLaw.parameters.adult.versions.map((v) =>
      'value' in v ? { ...v, value: { alone: 1, couple: 2 } } : v,
    ),
  };
  const other = {
    ...overlay(mirr, {
      name: 'x',
      by: 'reform',
      parameters: [setParameter(parameter(normLaw.parameters.adult), adult)],
    }),
    name: 'mirr',
  };
  const paths = checkReceipt(other, receipt).map((difference) => difference.path);
  assert.ok(paths.includes('lawHash') && paths.includes('outputs.norm') && !paths.includes('factsHash'), paths.join());
  assert.notEqual(lawHash(other), lawHash(mirr));
  assert.equal(lawHash(overlay(mirr, { name: 'same', by: 'reform' })), lawHash(mirr));
});

const t: Format = (value, unit) => (unit === 'mite' ? `${Number(value) / 100} crowns` : String(value));

test("sentences are the rule author's, made from the trace alone", () => {
  const trace = stored(makeReceipt(mirr, moment, facts)).trace;
  const said = (node: string) => mirr.sentence(trace, trace.steps.find((step) => step.node === node)!, t);
  assert.equal(said('child.personal'), 'The child is 1 years old and needs 255 crowns.');
  assert.match(said('hearth.help')!, /^The hearth lacks \d+(\.\d+)? crowns; the help is \d+(\.\d+)? crowns\.$/);
  assert.equal(said('hearth.norm'), undefined);
  assert.equal(said('child.born'), undefined);
  const away = mirr.explain(moment, { ...facts, children: [{ born: '0303-05-05', livesHere: false }] }).trace;
  assert.equal(mirr.sentence(away, away.steps.find((step) => step.node === 'child.personal')!, t), undefined);
  assert.equal(mirr.sentence(trace, { ...trace.steps[0]!, node: 'gone' }, t), undefined);
});

test('a trace may carry its sentences, and a receipt with them is still the same', () => {
  const explained = mirr.explain(moment, facts);
  const spoken = mirr.withSentences(explained.trace, t);
  const steps = spoken.steps.filter((step) => 'said' in step);
  assert.deepEqual(
    steps.map((step) => step.node),
    ['child.personal', 'hearth.help'],
  );
  const receipt = makeReceipt(mirr, moment, facts, { outputs: explained.outputs, trace: spoken });
  assert.deepEqual(checkReceipt(mirr, stored(receipt)), []);
});

test('every mite is explained: each sum in a trace is the sum of its parts', () => {
  const { trace } = mirr.explain(moment, facts);
  for (const step of trace.steps) {
    for (const id of readsOf(step)) assert.ok(id < step.id);
    if (step.kind !== 'sum' || step.how !== 'sum') continue;
    const total = step.parts.reduce((sum, part) => sum + part.sign * (trace.steps[part.step]!.value as number), 0);
    assert.equal(total, step.value, step.node);
  }
});
