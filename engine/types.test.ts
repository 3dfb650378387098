import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  add,
  ageInYears,
  any,
  assessment,
  collect,
  count,
  date,
  each,
  fact,
  flag,
  type Ground,
  graph,
  isoDate,
  type LawParameter,
  max,
  minus,
  momentMonth,
  month,
  type Node,
  notBelowZero,
  oneOf,
  parameter,
  type Quantity,
  quantity,
  rule,
  subject,
  subtract,
  sum,
  unit,
  version,
} from './index.ts';
import { normLaw } from './invented-country/norm/norm.law.ts';
import { mite } from './invented-country/subjects.ts';

const öre = unit('ore', { decimals: 2, label: 'kr' });
const år = unit('ar');
const hushåll = subject('hushall');
const vuxen = hushåll.part('vuxen', 'vuxna');
const barn = hushåll.part('barn', 'barn');
const inkomst = vuxen.part('inkomst', 'inkomster');
const belopp: LawParameter<Quantity<'ore'>> = {
  id: 'x.belopp',
  label: 'Belopp',
  setBy: 'state',
  versions: [
    {
      from: isoDate('2026-01-01'),
      act: 'A',
      checked: isoDate('2026-01-01'),
      status: 'printed',
      clock: 'month',
      value: 1000,
    },
  ],
};
const ground: Ground = { id: 'x.g', versions: [{ from: isoDate('2020-01-01'), cite: '1 §', clock: 'month' }] };

const netto = fact(inkomst, 'netto', { type: quantity(öre), label: 'Netto' });
const typ = fact(inkomst, 'typ', { type: oneOf(['lon', 'annan']), label: 'Typ' });
const född = fact(barn, 'fodd', { type: date(), label: 'Född' });
const lunch = fact(barn, 'lunch', { type: flag(), label: 'Lunch', default: false });
const dagar = fact(barn, 'dagar', { type: quantity(år).optional(), label: 'Dagar' });
const vuxenBelopp = parameter(belopp);
const ålder = rule(barn, 'alder', {
  label: 'Ålder',
  unit: år,
  cite: ground,
  from: [född, momentMonth],
  value: (född, månad) => år(ageInYears(född, månad)),
});
const lön = rule(inkomst, 'lon', {
  label: 'Lön',
  unit: öre,
  from: [netto, typ],
  value: (netto, typ) => (typ === 'lon' ? netto : öre(0)),
  say: (value, [netto], t) => `${t(value)} ${t(netto)}`,
});
const guarded = rule(barn, 'belopp', {
  label: 'Belopp',
  unit: öre,
  when: lunch,
  otherwise: öre(0),
  from: [vuxenBelopp, ålder],
  value: (b, _å) => b,
});
const versioned = rule(vuxen, 'v', {
  label: 'V',
  unit: öre,
  versions: [{ ground, value: () => öre(1) }, version(ground, [vuxenBelopp], (b) => add(b, b))],
});
const versioned2 = rule(vuxen, 'v2', {
  label: 'V',
  unit: öre,
  from: [vuxenBelopp],
  versions: [{ ground, value: (b) => b }],
});
const inkomster = sum(hushåll, 'inkomster', {
  label: 'Inkomster',
  unit: öre,
  parts: [
    each(inkomst, lön),
    minus(vuxenBelopp),
    minus(each(barn, guarded)),
    each(vuxen, versioned),
    each(vuxen, versioned2),
  ],
});
const skäligt = assessment(barn, 'godkant', { unit: öre, label: 'Godkänt', question: '?' });
const antal = count(hushåll, barn, { where: lunch });
const någon = any(hushåll, barn, lunch);
const äldst = max(hushåll, barn, ålder);
const alla = collect(hushåll, barn, skäligt);
const behov = rule(hushåll, 'behov', {
  label: 'Behov',
  unit: öre,
  from: [inkomster, antal, någon, äldst],
  value: (i, n, x, ä) => (x && n > 0 && ä !== undefined ? notBelowZero(subtract(öre(5000), i)) : öre(0)),
});
const valfri: Node<'barn', boolean> = rule(barn, 'valfri', {
  label: 'x',
  from: [dagar],
  value: (d) => d !== undefined,
});

// @ts-expect-error a node of a part cannot be read from above
rule(hushåll, 'fel', { label: 'x', from: [ålder], value: (_å) => 1 });
// @ts-expect-error a node of a sibling cannot be read
rule(vuxen, 'fel', { label: 'x', from: [ålder], value: (_å) => 1 });
// @ts-expect-error wrong unit from value
rule(barn, 'fel', { label: 'x', unit: öre, from: [ålder], value: (å) => å });
// @ts-expect-error mixed units
rule(barn, 'fel', { label: 'x', unit: öre, from: [guarded, ålder], value: (b, å) => add(b, å) });
// @ts-expect-error a bare number has no unit
rule(barn, 'fel', { label: 'x', unit: öre, from: [guarded], value: (b) => b + 1 });
// @ts-expect-error sum of another unit
sum(hushåll, 'fel', { label: 'x', unit: öre, parts: [each(barn, ålder)] });
// @ts-expect-error each of a subject that is not below
sum(barn, 'fel', { label: 'x', unit: öre, parts: [each(inkomst, lön)] });
// @ts-expect-error a node of another subject than the part
each(vuxen, ålder);
// @ts-expect-error not below
count(barn, vuxen);
// @ts-expect-error too many inputs taken
rule(barn, 'fel', { label: 'x', from: [ålder], value: (å, b) => [å, b] });
// @ts-expect-error default of the wrong unit
fact(barn, 'x', { type: quantity(öre), label: 'x', default: år(1) });
// @ts-expect-error otherwise of the wrong unit
rule(barn, 'fel', { label: 'x', unit: öre, when: lunch, otherwise: år(1), from: [guarded], value: (b) => b });
// @ts-expect-error when is not a flag
rule(barn, 'fel', { label: 'x', unit: öre, when: ålder, otherwise: öre(1), from: [guarded], value: (b) => b });
/** Only compiled, never run. */
function refused(): void {
  const adultAmounts = parameter(normLaw.parameters.adult);
  rule(barn, 'fel', { label: 'x', unit: mite, from: [adultAmounts], value: (amounts) => amounts.alone });
  // @ts-expect-error a row that the law data does not have (any more)
  rule(barn, 'fel', { label: 'x', unit: mite, from: [adultAmounts], value: (amounts) => amounts.single });
  // @ts-expect-error a parameter that the law data does not have (any more)
  parameter(normLaw.parameters.grownUp);
  // @ts-expect-error law data in another unit than the rule
  rule(barn, 'fel', { label: 'x', unit: öre, from: [adultAmounts], value: (amounts) => amounts.alone });
  // @ts-expect-error what is undefined until settled cannot be an amount
  rule(barn, 'fel', { label: 'x', unit: öre, from: [skäligt], value: (skäligt) => add(skäligt, öre(1)) });
  // @ts-expect-error the values of a sum are all known
  sum(barn, 'fel', { label: 'x', unit: öre, parts: [skäligt] });
  // @ts-expect-error an output that is not there
  graph({ name: 'x', outputs: { behov } }).factsNeeded(['bistand']);
  // @ts-expect-error an income of an unknown kind
  rule(inkomst, 'fel', { label: 'x', from: [typ], value: (typ) => typ === 'gava' });
  // @ts-expect-error neither value nor versions
  rule(barn, 'fel', { label: 'x', from: [lunch] });
  // @ts-expect-error a version that reads a sibling's node
  rule(vuxen, 'fel', { label: 'x', versions: [version(ground, [ålder], () => 1)] });
}
void refused;
void valfri;

test('a small graph runs', () => {
  const lag = graph({ name: 'x', outputs: { behov, alla } });
  const run = lag.wire({ month: month('2026-02'), applied: isoDate('2026-02-01') });
  const got = run({
    vuxna: [{ id: 'a', inkomster: [{ netto: 100, typ: 'lon' }] }],
    barn: [{ id: 'b', fodd: '2020-01-01', lunch: true, godkant: { value: 7 } }],
  });
  const b: Quantity<'ore'> = got.behov;
  const a: readonly (Quantity<'ore'> | undefined)[] = got.alla;
  assert.equal(b, 5000 - (100 - 1000 - 1000 + 1 + 1000));
  assert.deepEqual(a, [7]);
});
