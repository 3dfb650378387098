import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  fact,
  graph,
  isoDate,
  type LawParameter,
  type Moment,
  month,
  multiply,
  OverlayRefused,
  overlay,
  parameter,
  type Quantity,
  quantity,
  replaceRule,
  rule,
  setParameter,
  subject,
  sum,
  type Table,
  unit,
} from './index.ts';
import { rentLimit } from './invented-country/costs/costs.ts';
import { villageLaw } from './invented-country/costs/village.law.ts';
import { normLaw } from './invented-country/norm/norm.law.ts';
import { norm } from './invented-country/norm/norm.ts';
import { mirr } from './invented-country/result/result.ts';
import { hearth, mite } from './invented-country/subjects.ts';

const moment: Moment = { month: month('0305-03'), applied: isoDate('0305-03-02') };
const rentOf = (amount: number) => ({ adults: [{ id: 'a' }], costs: [{ kind: 'rent', amount }] });
const limits = setParameter(rentLimit, villageLaw.parameters.rentLimit);

test('a municipality sets its own limit; the original graph is untouched', () => {
  const oss = overlay(mirr, { name: 'Oss', by: 'municipality', parameters: [limits] });
  assert.equal(oss.wire(moment)(rentOf(60_000)).costs, 50_000);
  assert.equal(mirr.wire(moment)(rentOf(60_000)).costs, 60_000);
  assert.equal(oss.name, 'mirr + Oss');
  const step = oss.explain(moment, rentOf(1)).trace.steps.find((one) => one.node === 'costs.rentLimit');
  assert.ok(step?.kind === 'parameter');
  assert.deepEqual(
    [step.act, step.setBy, step.label],
    ['Guidelines of Oss 2', 'municipality', 'Rent limit of the village of Oss'],
  );
});

test("a municipality may not overwrite what the state sets, nor call its own the state's, nor replace a rule", () => {
  const adultAmounts = parameter(normLaw.parameters.adult);
  const own: typeof normLaw.parameters.adult = { ...normLaw.parameters.adult, setBy: 'municipality' };
  const refused = {
    name: 'OverlayRefused',
    message: 'Oss: norm.adult is set by the state; a municipality cannot overwrite it',
  };
  assert.throws(
    () => overlay(mirr, { name: 'Oss', by: 'municipality', parameters: [setParameter(adultAmounts, own)] }),
    refused,
  );
  const posing = setParameter(rentLimit, { ...villageLaw.parameters.rentLimit, setBy: 'state' });
  assert.throws(
    () => overlay(mirr, { name: 'Oss', by: 'municipality', parameters: [posing] }),
    /costs.rentLimit is set by the state/,
  );
  const other = sum(hearth, 'norm', { label: 'x', unit: mite, parts: [] });
  assert.throws(() => overlay(mirr, { name: 'Oss', by: 'municipality', rules: [replaceRule(norm, other)] }), {
    name: 'OverlayRefused',
    message: 'Oss: a municipality sets its own parameters, it cannot replace the rule hearth.norm',
  });
});

test('a reform may change an amount or replace a rule, on top of another overlay', () => {
  const adultAmounts = parameter(normLaw.parameters.adult);
  const raised: typeof normLaw.parameters.adult = {
    ...normLaw.parameters.adult,
    id: 'reform.adult',
    versions: [
      {
        from: isoDate('0305-01-01'),
        act: 'Idea',
        checked: isoDate('0305-01-01'),
        status: 'uncertain',
        clock: 'month',
        value: { alone: 100_000, couple: 1 },
      },
    ],
  };
  const oss = overlay(mirr, { name: 'Oss', by: 'municipality', parameters: [limits] });
  const reform = overlay(oss, { name: 'More', by: 'reform', parameters: [setParameter(adultAmounts, raised)] });
  const before = oss.wire(moment)(rentOf(60_000));
  const after = reform.wire(moment)(rentOf(60_000));
  assert.deepEqual([after.norm - before.norm, after.costs], [100_000 - 41_050, 50_000]);
  assert.equal(
    reform.explain(moment, { adults: [{}] }).trace.steps.find((step) => step.node === 'norm.adult')?.value !==
      undefined,
    true,
  );

  const flat = rule(hearth, 'flat-norm', {
    label: 'Flat norm',
    unit: mite,
    from: [adultAmounts],
    value: (amounts) => multiply(amounts.alone, 2),
  });
  const simple = overlay(reform, { name: 'Flat', by: 'reform', rules: [replaceRule(norm, flat)] });
  assert.equal(simple.wire(moment)(rentOf(0)).norm, 200_000);
  assert.equal(simple.wire(moment)(rentOf(0)).help, 200_000);
  assert.deepEqual(
    simple.nodes.filter((node) => node.id.endsWith('norm')).map((node) => node.id),
    ['hearth.flat-norm'],
  );
  const again = overlay(simple, {
    name: 'Again',
    by: 'reform',
    parameters: [setParameter(adultAmounts, normLaw.parameters.adult)],
  });
  assert.equal(again.wire(moment)(rentOf(0)).norm, 82_100);
});

test('an overlay of what is not in the graph, or of another kind, is refused', () => {
  const coin = unit('coin');
  const law: LawParameter<Quantity<'coin'>> = { id: 'x.y', label: 'y', setBy: 'state', versions: [] };
  const reform = (definition: object) => () => overlay(mirr, { name: 'R', by: 'reform', ...definition });
  assert.throws(reform({ parameters: [setParameter(parameter(law), law)] }), {
    name: 'OverlayRefused',
    message: "R: x.y is not in the graph 'mirr'",
  });
  assert.throws(
    reform({ parameters: [{ node: norm, by: law }] }),
    /hearth.norm is not a parameter; replace rules with replaceRule\(\) under 'rules'/,
  );
  assert.throws(reform({ parameters: [{ node: rentLimit, by: norm }] }), /costs.rentLimit is not a parameter/);
  assert.throws(reform({ rules: [{ node: norm, by: law }] }), /hearth.norm needs a rule in its place, not law data/);
  const elsewhere = rule(subject('town'), 'x', { label: 'x', unit: coin, from: [], value: () => coin(1) });
  assert.throws(
    reform({ rules: [{ node: norm, by: elsewhere }] }),
    /town.x belongs to another subject than hearth.norm/,
  );
  assert.throws(reform({ parameters: [{ node: rentLimit, by: norm }] }), OverlayRefused);
});

test('a replacement must have the same subject and the same type of value', () => {
  const coin = unit('coin');
  const home = subject('home');
  const rent = fact(home, 'rent', { type: quantity(coin), label: 'Rent' });
  const g = graph({ name: 'g', outputs: { rent } });
  const coins = parameter<Quantity<'coin'>>({ id: 'a', label: 'a', setBy: 'state', versions: [] });
  // @ts-expect-error another unit
  setParameter(coins, normLaw.parameters.bonus);
  // @ts-expect-error another value
  replaceRule(rent, rule(home, 'r', { label: 'r', from: [], value: () => 'text' }));
  // @ts-expect-error another subject
  replaceRule(rent, norm);
  // @ts-expect-error a fact is not law data, so there is nothing to set
  setParameter(rent, normLaw.parameters.bonus);
  const table: Table<Quantity<'mite'>> = villageLaw.parameters.rentLimit.versions[0]!.value as never;
  assert.ok(table.length > 0 && g.name === 'g');
});
