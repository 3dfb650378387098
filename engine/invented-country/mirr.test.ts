import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isoDate, type Moment, month } from '../index.ts';
import { oss } from './oss.ts';
import { mirr } from './result/result.ts';

const at = (m: string, applied: string): Moment => ({ month: month(m), applied: isoDate(applied) });
const spring = at('0305-03', '0305-03-02');

test('one grown-up alone: norm of 305 and nothing else', () => {
  const out = mirr.wire(spring)({ adults: [{ id: 'a' }] });
  assert.deepEqual(out, {
    norm: 41_050 + 10_000,
    costs: 0,
    incomes: 0,
    help: 51_050,
    oldest: undefined,
    youngest: undefined,
    allAtHome: true,
    kept: [0],
    found: [],
  });
});

test('a couple with children of each band: personal costs by age and lunch, common cost by size, bonus for the small one', () => {
  const children = [
    { id: 'baby', born: '0304-06-01' },
    { id: 'lunch', born: '0300-03-31', lunchAway: true },
    { id: 'school', born: '0295-04-01' },
    { id: 'big', born: '0288-02-01' },
    { id: 'moved', born: '0290-02-01', livesHere: false },
  ];
  const out = mirr.wire(spring)({ couple: true, adults: [{}, {}], children });
  assert.equal(out.norm, 74_000 + 21_000 + 22_000 + 31_000 + 37_000 + 21_000 + 5_000);
  assert.deepEqual([out.oldest, out.youngest, out.allAtHome], [17, 0, false]);
});

test('the rent is counted up to the limit of the village, unless somebody has found another amount reasonable', () => {
  const costs = [
    { kind: 'rent', amount: 80_000 },
    { kind: 'heat', amount: 90_000 },
  ];
  assert.equal(oss.wire(spring)({ adults: [{}], costs }).costs, 50_000 + 90_000);
  assert.equal(
    oss.wire(spring)({ adults: [{}, {}], children: [{ born: '0300-01-01' }], costs }).costs,
    70_000 + 90_000,
  );
  const settled = [
    { ...costs[0], found: { value: 60_000, who: 'The elder', when: '0305-03-01', reasons: 'Ill' } },
    costs[1],
  ];
  assert.equal(oss.wire(spring)({ adults: [{}], costs: settled }).costs, 60_000 + 90_000);
});

test('a quarter of the wage is kept after six months with help, rounded half up; prizes are free', () => {
  const incomes = [
    { kind: 'wage', net: 10_001 },
    { kind: 'wage', net: 1 },
    { kind: 'pension', net: 500 },
    { kind: 'prize', net: 9_999 },
  ];
  assert.equal(mirr.wire(spring)({ adults: [{ monthsHelped: 5, incomes }] }).incomes, 10_502);
  assert.equal(mirr.wire(spring)({ adults: [{ monthsHelped: 6, incomes }] }).incomes, 10_502 - 2_501);
});

test('the help is the lack less the advance, never below nothing', () => {
  const incomes = [{ kind: 'pension', net: 40_000 }];
  assert.equal(mirr.wire(spring)({ adults: [{ incomes }] }).help, 11_050);
  assert.equal(mirr.wire(spring)({ adults: [{ incomes }], advance: 1_050 }).help, 10_000);
  assert.equal(mirr.wire(spring)({ adults: [{ incomes }], advance: 90_000 }).help, 0);
});

test('the transition: the old wording needs both the application and the month to lie before 305', () => {
  const baby = { adults: [{}], children: [{ born: '0304-06-01' }] };
  const bonus = (moment: Moment) => {
    const { trace } = mirr.explain(moment, baby);
    const step = trace.steps.find((one) => one.node === 'hearth.bonus');
    assert.ok(step?.kind === 'rule');
    return [step.value, step.citation?.place];
  };
  assert.deepEqual(bonus(at('0304-12', '0304-12-20')), [0, 'section 9']);
  assert.deepEqual(bonus(at('0304-12', '0305-01-10')), [5_000, 'chapter 2 section 9']);
  assert.deepEqual(bonus(at('0305-01', '0304-12-20')), [5_000, 'chapter 2 section 9']);
});

test('a year that is not decided fails, with the ordinance that is awaited', () => {
  assert.throws(() => mirr.wire(at('0306-01', '0305-12-20'))({ adults: [{}] }), {
    name: 'NotInForce',
    message: 'The norm ordinance for 306 is not decided.',
  });
});
