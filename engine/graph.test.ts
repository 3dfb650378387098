import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainStepwise } from './graph.ts';
import {
  add,
  all,
  any,
  assessment,
  collect,
  count,
  each,
  fact,
  flag,
  type Graph,
  type Ground,
  graph,
  inForce,
  isoDate,
  type LawParameter,
  lookUp,
  type Moment,
  max,
  min,
  minus,
  momentApplied,
  momentMonth,
  month,
  multiply,
  type Outputs,
  oneOf,
  parameter,
  parameterIfSet,
  type Quantity,
  quantity,
  rule,
  share,
  subject,
  sum,
  text,
  unit,
  version,
  wholeNumber,
  zero,
} from './index.ts';

const coin = unit('coin');
const hour = unit('hour', { whole: false });
const home = subject('home');
const person = home.part('person', 'persons', { label: 'Person' });
const job = person.part('job', 'jobs', { idKey: 'name' });
const day = job.part('day', 'days');

const at = (m: string, applied = `${m}-15`): Moment => ({ month: month(m), applied: isoDate(applied) });
const now = at('2026-05');
const dated = { act: 'Act 1', checked: isoDate('2026-01-01'), status: 'printed', clock: 'month' } as const;

function amount(
  id: string,
  ...values: { from: string; to?: string; value?: number; awaiting?: string; none?: string }[]
): LawParameter<Quantity<'coin'>> {
  return {
    id,
    label: `Label of ${id}`,
    unit: 'coin',
    setBy: 'state',
    versions: values.map(
      (v) => ({ ...dated, ...v, from: isoDate(v.from), ...(v.to === undefined ? {} : { to: isoDate(v.to) }) }) as never,
    ),
  };
}
function ground(id: string, ...spans: [string, string?][]): Ground {
  return {
    id,
    versions: spans.map(([from, to]) => ({
      from: isoDate(from),
      ...(to ? { to: isoDate(to) } : {}),
      cite: `${id} 1`,
      clock: 'month' as const,
    })),
  };
}

/** Runs all ways of computing and expects them to agree, error or not. */
function run<O extends Outputs>(g: Graph<O>, facts: object, moment = now): ReturnType<ReturnType<Graph<O>['wire']>> {
  const careful = attempt(() => explainStepwise(g.plan, moment, facts));
  const quick = attempt(() => g.explain(moment, facts));
  assert.deepEqual(quick, careful);
  const plain = attempt(() => g.wire(moment)(facts));
  const many = attempt(() => g.wire(moment).many([facts, facts])[1]);
  assert.deepEqual(many, plain);
  if ('error' in plain) {
    assert.deepEqual(plain, careful);
    throw plain.error;
  }
  assert.deepEqual(plain.value, (careful as { value: { outputs: unknown } }).value.outputs);
  return plain.value as never;
}

function attempt<T>(work: () => T): { value: T } | { error: Error } {
  try {
    return { value: work() };
  } catch (error) {
    return { error: error as Error };
  }
}

const wage = fact(job, 'wage', { type: quantity(coin), label: 'Wage', saidBy: 'source' });
const on = fact(home, 'on', { type: flag(), label: 'On', default: false });
const awaited = parameter(
  amount(
    'law.awaited',
    { from: '2026-01-01', to: '2026-12-31', value: 7 },
    { from: '2027-01-01', awaiting: 'Ordinance 2027' },
  ),
);

test('facts: value, default, optional, nested key, and a missing one says where', () => {
  const g = graph({
    name: 'g',
    outputs: {
      on,
      rooms: fact(home, 'rooms', { type: wholeNumber().optional(), label: 'Rooms' }),
      form: fact(home, 'form', { type: oneOf(['a', 'b']).optional(), label: 'Form', key: 'house.form' }),
      street: fact(home, 'street', { type: text(), label: 'Street', key: 'house.at.street', default: 'none' }),
      wages: sum(home, 'wages', { label: 'Wages', unit: coin, parts: [each(job, wage)] }),
    },
  });
  assert.deepEqual(run(g, {}), { on: false, rooms: undefined, form: undefined, street: 'none', wages: 0 });
  const facts = {
    on: true,
    rooms: 3,
    house: { form: 'b', at: { street: 'S' } },
    persons: [{ jobs: [{ wage: 5 }, { wage: 6 }] }, {}, { jobs: [] }],
  };
  assert.deepEqual(run(g, facts), { on: true, rooms: 3, form: 'b', street: 'S', wages: 11 });
  assert.deepEqual(run(g, { rooms: null, house: null }), {
    on: false,
    rooms: undefined,
    form: undefined,
    street: 'none',
    wages: 0,
  });
  assert.throws(() => run(g, { persons: [{}, { jobs: [{ wage: 1 }, {}] }] }), {
    name: 'MissingFact',
    path: 'persons[1].jobs[1].wage',
    message: "The fact 'Wage' is missing at persons[1].jobs[1].wage",
  });
  assert.throws(() => run(g, { persons: {} }), { name: 'TypeError', message: 'persons must be a list' });
});

test('a rule reads its own subject, those above at any height, parameters and the moment', () => {
  const limit = parameter(amount('law.limit', { from: '2026-01-01', value: 100 }));
  const bonus = fact(person, 'bonus', { type: quantity(coin), label: 'Bonus', default: coin(0) });
  const extra = fact(home, 'extra', { type: quantity(coin), label: 'Extra', default: coin(0) });
  const paid = rule(job, 'paid', {
    label: 'Paid',
    from: [wage, bonus, extra, limit, momentMonth, momentApplied],
    value: (wage, bonus, extra, limit, m, a) => `${wage}+${bonus}+${extra}<${limit} ${m} ${a}`,
  });
  const perDay = rule(day, 'per-day', { label: 'x', from: [paid, bonus], value: (paid, bonus) => `${paid}/${bonus}` });
  const g = graph({ name: 'g', outputs: { paid: collect(home, job, paid), days: collect(home, day, perDay) } });
  const facts = {
    extra: 9,
    persons: [{ bonus: 1, jobs: [{ wage: 10, days: [{}, {}] }] }, { jobs: [{ wage: 20 }, { wage: 30, days: [{}] }] }],
  };
  assert.deepEqual(run(g, facts), {
    paid: ['10+1+9<100 2026-05 2026-05-15', '20+0+9<100 2026-05 2026-05-15', '30+0+9<100 2026-05 2026-05-15'],
    days: ['10+1+9<100 2026-05 2026-05-15/1', '10+1+9<100 2026-05 2026-05-15/1', '30+0+9<100 2026-05 2026-05-15/0'],
  });
});

test('a rule may take many inputs', () => {
  const facts = Array.from({ length: 9 }, (_, i) => fact(home, `f${i}`, { type: wholeNumber(), label: `f${i}` }));
  const [a, b, c, d, e, f, h, i, j] = facts as [(typeof facts)[0], ...typeof facts];
  const outputs = {
    n0: rule(home, 'n0', { label: 'n', from: [], value: () => 7 }),
    n1: rule(home, 'n1', { label: 'n', from: [a!], value: (...x) => x.join() }),
    n2: rule(home, 'n2', { label: 'n', from: [a!, b!], value: (...x) => x.join() }),
    n3: rule(home, 'n3', { label: 'n', from: [a!, b!, c!], value: (...x) => x.join() }),
    n4: rule(home, 'n4', { label: 'n', from: [a!, b!, c!, d!], value: (...x) => x.join() }),
    n5: rule(home, 'n5', { label: 'n', from: [a!, b!, c!, d!, e!], value: (...x) => x.join() }),
    n6: rule(home, 'n6', { label: 'n', from: [a!, b!, c!, d!, e!, f!], value: (...x) => x.join() }),
    n9: rule(home, 'n9', { label: 'n', from: [a!, b!, c!, d!, e!, f!, h!, i!, j!], value: (...x) => x.join() }),
    g0: rule(home, 'g0', { label: 'n', when: on, otherwise: 'off', from: [], value: () => 'on' }),
    g9: rule(home, 'g9', {
      label: 'n',
      when: on,
      otherwise: 'off',
      from: [a!, b!, c!, d!, e!, f!, h!, i!, j!],
      value: (...x) => x.join(),
    }),
    w9: rule(home, 'w9', {
      label: 'n',
      unit: coin,
      from: [a!, b!, c!, d!, e!, f!, h!, i!, j!],
      value: (...x) => coin(x.reduce((p, q) => p + q, 0)),
    }),
  };
  const g = graph({ name: 'g', outputs });
  const given = Object.fromEntries(facts.map((_, n) => [`f${n}`, n + 1]));
  const all = '1,2,3,4,5,6,7,8,9';
  const first = (n: number) => all.slice(0, n * 2 - 1);
  const expected = {
    n0: 7,
    n1: first(1),
    n2: first(2),
    n3: first(3),
    n4: first(4),
    n5: first(5),
    n6: first(6),
    n9: all,
    w9: 45,
  };
  assert.deepEqual(run(g, given), { ...expected, g0: 'off', g9: 'off' });
  assert.deepEqual(run(g, { ...given, on: true }), { ...expected, g0: 'on', g9: all });
});

test('where when is false the value is otherwise, and no input is touched', () => {
  const needed = fact(home, 'needed', { type: quantity(coin), label: 'Needed' });
  const doubled = rule(home, 'doubled', {
    label: 'x',
    unit: coin,
    from: [needed],
    value: (needed) => multiply(needed, 2),
  });
  const failing = rule(home, 'failing', {
    label: 'x',
    unit: coin,
    from: [on],
    value: (): Quantity<'coin'> => {
      throw new Error('touched');
    },
  });
  const guarded = rule(home, 'guarded', {
    label: 'x',
    unit: coin,
    when: on,
    otherwise: coin(-1),
    from: [doubled, failing, awaited],
    value: (a) => a,
  });
  const g = graph({ name: 'g', outputs: { guarded } });
  assert.deepEqual(run(g, {}), { guarded: -1 });
  assert.deepEqual(run(g, {}, at('2027-01')), { guarded: -1 });
  assert.deepEqual(run(g, {}, at('2020-01')), { guarded: -1 });
  assert.throws(() => run(g, { on: true }), { name: 'MissingFact', path: 'needed' });
  assert.throws(() => run(g, { on: true, needed: 4 }), { message: 'touched' });
  const { trace } = g.explain(now, {});
  assert.deepEqual(
    trace.steps.map((step) => step.node),
    ['home.on', 'home.guarded'],
  );
  assert.deepEqual(trace.steps[1], {
    kind: 'rule',
    id: 1,
    node: 'home.guarded',
    label: 'x',
    subject: '',
    value: -1,
    unit: 'coin',
    citation: undefined,
    inputs: [0],
    unrounded: undefined,
    notApplicable: true,
  });
});

test('a rule with when must state otherwise, whole where the unit is', () => {
  assert.throws(() => rule(home, 'x', { label: 'x', when: on, from: [], value: () => 1 }), {
    message: "home.x has 'when' but no 'otherwise'; state the value where it does not apply",
  });
  assert.throws(
    () => rule(home, 'x', { label: 'x', unit: coin, when: on, otherwise: coin(0.5), from: [], value: () => coin(1) }),
    {
      message: "home.x has 0.5 as 'otherwise'; it must be whole",
    },
  );
  rule(home, 'x', { label: 'x', unit: hour, when: on, otherwise: hour(0.5), from: [], value: () => hour(1) });
  rule(home, 'x', {
    label: 'x',
    unit: coin,
    when: on,
    otherwise: undefined,
    from: [],
    value: (): Quantity<'coin'> | undefined => coin(1),
  });
});

test('an amount that is not decided fails with the awaited act, and never repeats an older one', () => {
  const g = graph({
    name: 'g',
    outputs: { twice: rule(home, 'twice', { label: 'x', unit: coin, from: [awaited], value: (a) => multiply(a, 2) }) },
  });
  assert.deepEqual(run(g, {}), { twice: 14 });
  assert.throws(() => run(g, {}, at('2027-01')), {
    name: 'NotInForce',
    what: 'law.awaited',
    message: 'Ordinance 2027',
    awaiting: 'Ordinance 2027',
  });
  assert.throws(() => run(g, {}, at('2025-12')), {
    name: 'NotInForce',
    message: 'Label of law.awaited (law.awaited) is not in force for 2025-12 with an application of 2025-12-15',
  });
});

test('a stated gap fails with its reason', () => {
  const gap = parameter(
    amount(
      'law.gap',
      { from: '2026-01-01', to: '2026-03-31', value: 1 },
      { from: '2026-04-01', none: 'Repealed without anything new' },
    ),
  );
  const g = graph({
    name: 'g',
    outputs: { gap: rule(home, 'gap', { label: 'x', unit: coin, from: [gap], value: (v) => v }) },
  });
  assert.throws(() => run(g, {}), { name: 'NotInForce', message: 'Repealed without anything new' });
});

test('an amount that parts need does not matter where there are no parts', () => {
  const paid = rule(person, 'paid', { label: 'x', unit: coin, from: [awaited], value: (a) => a });
  const g = graph({
    name: 'g',
    outputs: {
      total: sum(home, 'total', { label: 'x', unit: coin, parts: [each(person, paid)] }),
      all: collect(home, person, paid),
    },
  });
  assert.deepEqual(run(g, {}, at('2027-01')), { total: 0, all: [] });
  assert.throws(() => run(g, { persons: [{}] }, at('2027-01')), { name: 'NotInForce' });
  assert.deepEqual(run(g, { persons: [{}, {}] }), { total: 14, all: [7, 7] });
});

test('the guard may be known at the moment: the rule is then not there at all, or always', () => {
  const reform = ground('reform', ['2027-01-01']);
  const isNew = inForce(reform);
  const before = rule(home, 'before', {
    label: 'x',
    unit: coin,
    when: isNew,
    otherwise: zero,
    from: [parameter(amount('law.new', { from: '2027-01-01', value: 5 }))],
    value: (v) => v,
  });
  const g = graph({
    name: 'g',
    outputs: { before, isNew: rule(home, 'is-new', { label: 'x', from: [isNew], value: (v) => v }) },
  });
  assert.deepEqual(run(g, {}), { before: 0, isNew: false });
  assert.deepEqual(run(g, {}, at('2027-01')), { before: 5, isNew: true });
});

test('a rule exists only while its ground is in force', () => {
  const g = graph({
    name: 'g',
    outputs: {
      r: rule(home, 'r', {
        label: 'Rule',
        cite: ground('g', ['2026-01-01', '2026-06-30']),
        from: [on],
        value: (v) => v,
      }),
    },
  });
  assert.deepEqual(run(g, {}, at('2026-06')), { r: false });
  assert.throws(() => run(g, {}, at('2026-07')), {
    name: 'NotInForce',
    what: 'home.r',
    message: 'Rule (home.r) is not in force for 2026-07 with an application of 2026-07-15',
  });
  const s = graph({
    name: 's',
    outputs: {
      s: sum(home, 's', { label: 'Sum', unit: coin, cite: ground('g', ['2026-01-01', '2026-06-30']), parts: [] }),
    },
  });
  assert.deepEqual(run(s, {}, at('2026-06')), { s: 0 });
  assert.throws(() => run(s, {}, at('2026-07')), { name: 'NotInForce', what: 'home.s' });
});

test('the wording in force is the one that is wired, with its own inputs', () => {
  const old = parameter(amount('law.old', { from: '2026-01-01', to: '2026-12-31', value: 3 }));
  const fresh = parameter(amount('law.fresh', { from: '2027-01-01', value: 4 }));
  const r = rule(home, 'r', {
    label: 'x',
    unit: coin,
    versions: [
      version(ground('a', ['2026-01-01', '2026-12-31']), [old], (old) => old),
      version(ground('b', ['2027-01-01', '2027-12-31']), [fresh, old], (fresh) => fresh),
      version(ground('c', ['2028-01-01']), [fresh], (fresh) => multiply(fresh, 10)),
    ],
  });
  const shared = rule(home, 'shared', {
    label: 'x',
    from: [on],
    versions: [
      { ground: ground('a', ['2026-01-01', '2026-12-31']), value: (on) => `old ${on}` },
      { ground: ground('b', ['2027-01-01']), value: (on) => `new ${on}` },
    ],
  });
  const g = graph({ name: 'g', outputs: { r, shared } });
  assert.deepEqual(run(g, {}), { r: 3, shared: 'old false' });
  assert.throws(() => run(g, {}, at('2027-02')), { name: 'NotInForce', what: 'law.old' });
  assert.deepEqual(run(g, {}, at('2028-02')), { r: 40, shared: 'new false' });
  assert.throws(() => run(g, {}, at('2025-02')), { name: 'NotInForce', what: 'home.r' });
  assert.deepEqual(
    g.explain(at('2028-02'), {}).trace.steps.find((step) => step.node === 'home.r'),
    {
      kind: 'rule',
      id: 1,
      node: 'home.r',
      label: 'x',
      subject: '',
      value: 40,
      unit: 'coin',
      inputs: [0],
      unrounded: undefined,
      notApplicable: undefined,
      citation: { act: undefined, place: 'c 1', from: '2028-01-01', to: undefined, transition: undefined },
    },
  );
});

test('a fraction is rounded as stated, and the trace keeps it', () => {
  const third = rule(job, 'third', {
    label: 'Third',
    unit: coin,
    rounded: 'half-up',
    from: [wage],
    value: (wage) => share(wage, 1, 4),
  });
  const g = graph({
    name: 'g',
    outputs: {
      thirds: collect(home, job, third),
      fixed: rule(home, 'fixed', { label: 'x', unit: coin, rounded: 'down', from: [], value: () => coin(2.75) }),
    },
  });
  const facts = { persons: [{ jobs: [{ wage: 10 }, { wage: 8 }, { wage: -10 }, { wage: -1 }] }] };
  assert.deepEqual(run(g, facts), { thirds: [3, 2, -3, 0], fixed: 2 });
  const steps = g.explain(now, facts).trace.steps.filter((step) => step.kind === 'rule');
  assert.deepEqual(
    steps.map((step) => [step.value, step.unrounded]),
    [
      [3, 2.5],
      [2, undefined],
      [-3, -2.5],
      [0, -0.25],
      [2, 2.75],
    ],
  );
});

test('a fraction without a stated rounding is a fault of the rule', () => {
  const broken = (value: () => Quantity<'coin'>) =>
    graph({ name: 'g', outputs: { b: rule(home, 'b', { label: 'x', unit: coin, from: [on], value }) } });
  assert.throws(
    () =>
      run(
        broken(() => coin(0.5)),
        {},
      ),
    {
      name: 'BrokenRule',
      message: "home.b gave 0.5, but its unit is whole; state a rounding with 'rounded'",
    },
  );
  assert.throws(
    () =>
      run(
        broken(() => coin(Number.NaN)),
        {},
      ),
    { name: 'BrokenRule' },
  );
  assert.throws(
    () =>
      run(
        broken(() => 'x' as never),
        {},
      ),
    { name: 'BrokenRule' },
  );
  assert.throws(
    () =>
      run(
        broken(() => coin(2 ** 60)),
        {},
      ),
    { name: 'BrokenRule' },
  );
  assert.deepEqual(
    run(
      broken(() => coin(2 ** 50)),
      {},
    ),
    { b: 2 ** 50 },
  );
  assert.ok(
    Object.is(
      run(
        broken(() => coin(-0)),
        {},
      ).b,
      0,
    ),
  );
  const fixed = graph({
    name: 'g',
    outputs: { b: rule(home, 'b', { label: 'x', unit: coin, from: [], value: () => coin(0.5) }) },
  });
  assert.throws(() => run(fixed, {}), { name: 'BrokenRule' });
  const hours = graph({
    name: 'g',
    outputs: { h: rule(home, 'h', { label: 'x', unit: hour, from: [on], value: () => hour(0.5) }) },
  });
  assert.deepEqual(run(hours, {}), { h: 0.5 });
  const total = graph({
    name: 'g',
    outputs: { s: sum(home, 's', { label: 'x', unit: coin, parts: [each(job, wage)] }) },
  });
  assert.deepEqual(run(total, { persons: [{ jobs: [{ wage: 2 ** 52 }] }] }), { s: 2 ** 52 });
  assert.throws(() => run(total, { persons: [{ jobs: [{ wage: 2 ** 52 }, { wage: 2 ** 52 }, { wage: 1 }] }] }), {
    name: 'BrokenRule',
  });
});

test('a number that is no number of its unit is refused where it is read', () => {
  const hours = fact(job, 'hours', { type: quantity(hour), label: 'Hours', default: hour(0), key: 'time.hours' });
  const rooms = fact(home, 'rooms', { type: wholeNumber(), label: 'Rooms', default: 0 });
  const g = graph({
    name: 'g',
    outputs: {
      wages: sum(home, 'wages', { label: 'x', unit: coin, parts: [each(job, wage)] }),
      hours: sum(home, 'hours', { label: 'x', unit: hour, parts: [each(job, hours)] }),
      rooms,
    },
  });
  const jobOf = (facts: object) => ({ persons: [{ jobs: [{ wage: 1 }, facts] }] });
  for (const wage of [0.5, '5', true, {}, Number.NaN, 2 ** 60]) {
    assert.throws(() => run(g, jobOf({ wage })), {
      name: 'WrongFact',
      path: 'persons[0].jobs[1].wage',
      message: `The fact 'Wage' at persons[0].jobs[1].wage is ${String(wage)}; allowed is quantity:coin`,
    });
  }
  for (const hours of ['5', Number.POSITIVE_INFINITY]) {
    assert.throws(() => run(g, jobOf({ wage: 1, time: { hours } })), {
      name: 'WrongFact',
      path: 'persons[0].jobs[1].time.hours',
    });
  }
  assert.deepEqual(run(g, jobOf({ wage: 2 ** 40, time: { hours: 0.5 } })), {
    wages: 2 ** 40 + 1,
    hours: 0.5,
    rooms: 0,
  });
  assert.throws(() => run(g, { rooms: 1.5 }), { name: 'WrongFact', path: 'rooms' });
});

test('sums take parts of their own, from above and below, plus and minus', () => {
  const base = fact(home, 'base', { type: quantity(coin), label: 'Base', default: coin(1000) });
  const limit = parameter(amount('law.limit', { from: '2026-01-01', value: 100 }));
  const bonus = fact(person, 'bonus', { type: quantity(coin), label: 'Bonus', default: coin(1) });
  const perPerson = sum(person, 'of-person', { label: 'x', unit: coin, parts: [each(job, wage), bonus, minus(base)] });
  const g = graph({
    name: 'g',
    outputs: {
      one: sum(home, 'one', { label: 'x', unit: coin, parts: [base] }),
      less: sum(home, 'less', { label: 'x', unit: coin, parts: [minus(base)] }),
      two: sum(home, 'two', { label: 'x', unit: coin, parts: [base, minus(limit)] }),
      three: sum(home, 'three', { label: 'x', unit: coin, parts: [minus(base), minus(limit), each(job, wage)] }),
      four: sum(home, 'four', {
        label: 'x',
        unit: coin,
        parts: [base, limit, minus(each(job, wage)), each(person, bonus)],
      }),
      five: sum(home, 'five', { label: 'x', unit: coin, parts: [base, base, base, minus(base), limit] }),
      persons: collect(home, person, perPerson),
      onlyBelow: sum(home, 'only-below', { label: 'x', unit: coin, parts: [minus(each(job, wage))] }),
      none: sum(home, 'none', { label: 'x', unit: coin, parts: [] }),
    },
  });
  const facts = { persons: [{ jobs: [{ wage: 1 }, { wage: 2 }] }, { bonus: 5 }, { jobs: [{ wage: 4 }] }] };
  assert.deepEqual(run(g, facts), {
    one: 1000,
    less: -1000,
    two: 900,
    three: -1093,
    four: 1100 - 7 + 7,
    five: 2100,
    persons: [-996, -995, -995],
    onlyBelow: -7,
    none: 0,
  });
  assert.ok(Object.is(run(g, {}).onlyBelow, 0));
  assert.ok(Object.is(run(g, { base: 0 }).less, 0));
  const step = g.explain(now, facts).trace.steps.find((one) => one.node === 'home.three');
  assert.ok(step?.kind === 'sum');
  assert.deepEqual([step.how, step.parts.map((part) => part.sign)], ['sum', [-1, -1, 1, 1, 1]]);
});

test('counting and comparing parts', () => {
  const full = fact(job, 'full', { type: flag(), label: 'Full', default: false });
  const name = fact(job, 'name', { type: text(), label: 'Name', default: 'x' });
  const g = graph({
    name: 'g',
    outputs: {
      persons: count(home, person),
      jobs: count(home, job),
      fullJobs: count(home, job, { where: full, label: 'Full jobs' }),
      any: any(home, job, full),
      all: all(home, job, full),
      most: max(home, job, wage),
      least: min(home, job, wage),
      names: collect(home, job, name),
      last: max(home, job, name, { name: 'last-name' }),
      perPerson: collect(home, person, count(person, job)),
      mostOf: collect(home, person, max(person, job, wage)),
    },
  });
  assert.deepEqual(run(g, {}), {
    persons: 0,
    jobs: 0,
    fullJobs: 0,
    any: false,
    all: true,
    most: undefined,
    least: undefined,
    names: [],
    last: undefined,
    perPerson: [],
    mostOf: [],
  });
  const facts = {
    persons: [{ jobs: [{ wage: 3, full: true }, { wage: -2 }] }, {}, { jobs: [{ wage: 9, full: true, name: 'z' }] }],
  };
  assert.deepEqual(run(g, facts), {
    persons: 3,
    jobs: 3,
    fullJobs: 2,
    any: true,
    all: false,
    most: 9,
    least: -2,
    names: ['x', 'x', 'z'],
    last: 'z',
    perPerson: [2, 0, 1],
    mostOf: [3, undefined, 9],
  });
  const allFull = {
    persons: [
      {
        jobs: [
          { wage: 3, full: true },
          { wage: 3, full: true },
        ],
      },
    ],
  };
  assert.deepEqual(run(g, allFull).all, true);
  assert.deepEqual(g.plan.nodes.find((node) => node.id === 'home.count-job-full')?.label, 'Full jobs');
  assert.deepEqual(g.plan.nodes.find((node) => node.id === 'home.count-person')?.label, 'Person');
  assert.deepEqual(g.plan.nodes.find((node) => node.id === 'home.max-job-wage')?.label, 'Wage');
});

test('an assessment is what a named person settled, or nothing yet', () => {
  const settled = assessment(person, 'fair', {
    unit: coin,
    label: 'Fair amount',
    question: 'How much is fair?',
    cite: ground('g', ['2026-01-01']),
    key: 'judged.fair',
  });
  const choice = assessment(home, 'choice', { type: oneOf(['a', 'b']), label: 'Choice', question: 'Which?' });
  const g = graph({
    name: 'g',
    outputs: {
      fair: collect(home, person, settled),
      choice: rule(home, 'r', { label: 'x', from: [choice], value: (c) => c ?? 'open' }),
    },
  });
  const facts = {
    choice: { value: 'b', who: 'W', when: '2026-05-01', reasons: 'R' },
    persons: [{ judged: { fair: { value: 0, who: 'V', when: '2026-05-02', reasons: 'S' } } }, {}],
  };
  assert.deepEqual(run(g, facts), { fair: [0, undefined], choice: 'b' });
  const steps = g.explain(now, facts).trace.steps.filter((step) => step.kind === 'assessment');
  const citation = { act: undefined, place: 'g 1', from: '2026-01-01', to: undefined, transition: undefined };
  const base = {
    kind: 'assessment',
    node: 'person.fair',
    label: 'Fair amount',
    unit: 'coin',
    question: 'How much is fair?',
    citation,
  };
  assert.deepEqual(steps, [
    { ...base, id: 0, subject: 'persons.0', value: 0, who: 'V', when: '2026-05-02', reasons: 'S' },
    { ...base, id: 1, subject: 'persons.1', value: null, who: undefined, when: undefined, reasons: undefined },
    {
      kind: 'assessment',
      id: 3,
      node: 'home.choice',
      label: 'Choice',
      subject: '',
      value: 'b',
      unit: undefined,
      question: 'Which?',
      who: 'W',
      when: '2026-05-01',
      reasons: 'R',
      citation: undefined,
    },
  ]);
  assert.equal(run(g, {}).choice, 'open');
});

test('what a municipality may set is undefined where it has set nothing; what the state sets may not be left out', () => {
  const local: LawParameter<Quantity<'coin'>> = { ...amount('law.local'), setBy: 'municipality' };
  const g = graph({
    name: 'g',
    outputs: { limit: rule(home, 'limit', { label: 'x', from: [parameterIfSet(local)], value: (v) => v ?? 'none' }) },
  });
  assert.deepEqual(run(g, {}), { limit: 'none' });
  assert.deepEqual(g.explain(now, {}).trace.steps[0], {
    kind: 'fact',
    id: 0,
    node: 'law.local',
    label: 'Label of law.local',
    subject: '',
    value: null,
    unit: 'coin',
    saidBy: 'not-set',
  });
  assert.throws(() => parameterIfSet(amount('law.state')), {
    message: 'law.state is set by the state and cannot be left out; use parameter()',
  });
});

test('the trace: every step once, after what it reads, with who said it and where it stands', () => {
  const raise = parameter({
    ...amount('law.raise', { from: '2026-01-01', to: '2026-12-31', value: 2 }),
    versions: [
      {
        from: isoDate('2026-01-01'),
        to: isoDate('2026-12-31'),
        act: 'Act 9',
        checked: isoDate('2026-02-02'),
        status: 'derived',
        clock: 'month',
        value: 2,
        source: 'Shelf',
        note: 'Counted',
      },
    ],
  });
  const raised = rule(job, 'raised', {
    label: 'Raised',
    unit: coin,
    from: [wage, raise, momentMonth],
    cite: {
      id: 'c',
      versions: [
        {
          from: isoDate('2020-01-01'),
          to: isoDate('2030-01-01'),
          cite: 'section 4',
          act: 'Act 2',
          transition: 'Not before',
          clock: 'month',
        },
      ],
    },
    value: (wage, raise) => add(wage, raise),
  });
  const g = graph({
    name: 'g',
    outputs: { total: sum(home, 'total', { label: 'Total', unit: coin, parts: [each(job, raised)] }), first: on },
  });
  const facts = { persons: [{ id: 'p', jobs: [{ name: 'baker', wage: 1, source: 'register' }, { wage: 2 }] }] };
  const { outputs, trace } = g.explain(now, facts);
  assert.deepEqual(outputs, { total: 7, first: false });
  const citation = { act: 'Act 2', place: 'section 4', from: '2020-01-01', to: '2030-01-01', transition: 'Not before' };
  const ruleBase = {
    kind: 'rule',
    node: 'job.raised',
    label: 'Raised',
    unit: 'coin',
    citation,
    unrounded: undefined,
    notApplicable: undefined,
  };
  const wageBase = { kind: 'fact', node: 'job.wage', label: 'Wage', unit: 'coin' };
  assert.deepEqual(trace, {
    moment: now,
    outputs: { total: 6, first: 7 },
    steps: [
      {
        kind: 'parameter',
        id: 0,
        node: 'law.raise',
        label: 'Label of law.raise',
        subject: '',
        value: 2,
        unit: 'coin',
        act: 'Act 9',
        from: '2026-01-01',
        to: '2026-12-31',
        checked: '2026-02-02',
        status: 'derived',
        setBy: 'state',
        source: 'Shelf',
        note: 'Counted',
      },
      {
        kind: 'fact',
        id: 1,
        node: 'moment.month',
        label: 'Month',
        subject: '',
        value: '2026-05',
        unit: undefined,
        saidBy: 'moment',
      },
      { ...wageBase, id: 2, subject: 'persons.p.jobs.baker', value: 1, saidBy: 'register' },
      { ...wageBase, id: 3, subject: 'persons.p.jobs.1', value: 2, saidBy: undefined },
      { ...ruleBase, id: 4, subject: 'persons.p.jobs.baker', value: 3, inputs: [2, 0, 1] },
      { ...ruleBase, id: 5, subject: 'persons.p.jobs.1', value: 4, inputs: [3, 0, 1] },
      {
        kind: 'sum',
        id: 6,
        node: 'home.total',
        label: 'Total',
        subject: '',
        value: 7,
        unit: 'coin',
        how: 'sum',
        citation: undefined,
        parts: [
          { step: 4, sign: 1 },
          { step: 5, sign: 1 },
        ],
      },
      {
        kind: 'fact',
        id: 7,
        node: 'home.on',
        label: 'On',
        subject: '',
        value: false,
        unit: undefined,
        saidBy: 'default',
      },
    ],
  });
});

test('a graph refuses what cannot be wired', () => {
  assert.throws(() => graph({ name: 'g', outputs: { wage } }), {
    message: "The output 'wage' belongs to 'job'; outputs belong to 'home', use collect() or sum()",
  });
  const other = rule(home, 'on', { label: 'x', from: [on], value: (v) => v });
  assert.throws(() => graph({ name: 'g', outputs: { other } }), {
    message: "Two different nodes are called 'home.on'; give one of them another name",
  });
  const elsewhere = fact(subject('town'), 'x', { type: flag(), label: 'x' });
  assert.throws(() => graph({ name: 'g', outputs: { on, elsewhere } }), {
    message: "The graph 'g' mixes the roots 'home' and 'town'",
  });
  assert.throws(() => graph({ name: 'g', outputs: { awaited } }), {
    message: "The graph 'g' has no rule or fact of any subject",
  });
  assert.throws(() => person.part('home', 'x'), {
    message: "The subject 'home' is already above 'person'; every subject in a tree has its own name",
  });
  assert.throws(() => person.part('person', 'x'), /already above/);
});

test('one parameter declared twice is one node; a fact declared twice is a mistake', () => {
  const law = amount('law.same', { from: '2026-01-01', value: 3 });
  const twice = rule(home, 'twice', {
    label: 'x',
    unit: coin,
    from: [parameter(law), parameter(law)],
    value: (a, b) => add(a, b),
  });
  const g = graph({ name: 'g', outputs: { twice } });
  assert.deepEqual(run(g, {}), { twice: 6 });
  assert.deepEqual(
    g.explain(now, {}).trace.steps.map((step) => step.node),
    ['law.same', 'home.twice'],
  );
  const copy = fact(home, 'on', { type: flag(), label: 'On', default: false });
  assert.throws(() => graph({ name: 'g', outputs: { a: on, b: copy } }), /Two different nodes/);
  const otherLaw = rule(home, 'o', {
    label: 'x',
    from: [parameter(law), parameter(amount('law.same', { from: '2026-01-01', value: 4 }))],
    value: (a) => a,
  });
  assert.throws(() => graph({ name: 'g', outputs: { otherLaw } }), /Two different nodes are called 'law.same'/);
});

test('rules may not read each other in a circle', () => {
  const first = rule(home, 'first', { label: 'x', from: [on], value: (v) => v });
  const second = rule(home, 'second', { label: 'x', from: [first], value: (v) => v });
  (first.spec as unknown as { versions: { from: unknown[] }[] }).versions[0]!.from = [second];
  assert.throws(() => graph({ name: 'g', outputs: { second } }), {
    message: 'home.second → home.first → home.second read each other in a circle',
  });
});

test('a run keeps nothing from the household before', () => {
  const g = graph({
    name: 'g',
    outputs: {
      wages: collect(home, job, wage),
      total: sum(home, 'total', { label: 'x', unit: coin, parts: [each(job, wage)] }),
    },
  });
  const wired = g.wire(now);
  const big = {
    persons: Array.from({ length: 30 }, () => ({ jobs: Array.from({ length: 30 }, () => ({ wage: 1 })) })),
  };
  const first = wired({ persons: [{ jobs: [{ wage: 1 }] }] });
  assert.equal(wired(big).total, 900);
  assert.deepEqual(wired({ persons: [{}, { jobs: [{ wage: 4 }] }] }), { wages: [4], total: 4 });
  assert.deepEqual(wired({}), { wages: [], total: 0 });
  assert.deepEqual(first, { wages: [1], total: 1 });
});

test('a rule that runs the graph it stands in gets the right answer', () => {
  let inner: unknown;
  let wired: ((facts: object) => unknown) | undefined;
  const nosy = rule(home, 'nosy', {
    label: 'x',
    from: [on],
    value: (on) => {
      if (on) inner = wired?.({ on: false });
      return on;
    },
  });
  const g = graph({ name: 'g', outputs: { nosy, on } });
  wired = g.wire(now);
  assert.deepEqual(wired({ on: true }), { nosy: true, on: true });
  assert.deepEqual(inner, { nosy: false, on: false });
});

test('many: the first household that fails throws as it would alone', () => {
  const g = graph({
    name: 'g',
    outputs: { total: sum(home, 'total', { label: 'x', unit: coin, parts: [each(job, wage)] }) },
  });
  const households = Array.from({ length: 200 }, (_, i) => ({ persons: [{ jobs: [{ wage: i }] }] }));
  assert.deepEqual(
    g
      .wire(now)
      .many(households)
      .map((out) => out.total),
    households.map((_, i) => i),
  );
  assert.deepEqual(g.wire(now).many([]), []);
  (households[150]!.persons[0]!.jobs[0] as { wage?: number }).wage = undefined as never;
  assert.throws(() => g.wire(now).many(households), { name: 'MissingFact', path: 'persons[0].jobs[0].wage' });
});

test('wired moments are kept, the oldest dropped', () => {
  const g = graph({ name: 'g', outputs: { on } });
  assert.equal(g.wire(now), g.wire(at('2026-05')));
  assert.notEqual(g.wire(now), g.wire(at('2026-05', '2026-05-16')));
  const kept = g.wire(now);
  for (let i = 0; i < 400; i++) g.wire(at(`${2030 + i}-01`));
  assert.notEqual(g.wire(now), kept);
});

test('moments with the same law in force share what is wired, and keep their own month and day', () => {
  const seen = rule(job, 'seen', {
    label: 'x',
    from: [momentMonth, momentApplied, wage],
    value: (m, a, wage) => `${m} ${a} ${wage}`,
  });
  const twice = rule(home, 'twice', { label: 'x', from: [momentMonth], value: (m) => m.repeat(2) });
  const g = graph({ name: 'g', outputs: { seen: collect(home, job, seen), twice } });
  const facts = { persons: [{ jobs: [{ wage: 1 }, { wage: 2 }] }] };
  const may = g.wire(now);
  const june = g.wire(at('2026-06'));
  for (let i = 0; i < 2; i++) {
    assert.deepEqual(may(facts), { seen: ['2026-05 2026-05-15 1', '2026-05 2026-05-15 2'], twice: '2026-052026-05' });
    assert.deepEqual(june(facts), { seen: ['2026-06 2026-06-15 1', '2026-06 2026-06-15 2'], twice: '2026-062026-06' });
    for (const moment of [now, at('2026-06')]) {
      assert.deepEqual(g.explain(moment, facts), explainStepwise(g.plan, moment, facts));
      assert.equal(g.explain(moment, facts).trace.steps[0]?.value, moment.month);
    }
  }
  const month = rule(home, 'spring', { label: 'x', from: [momentMonth], value: (m) => m < '2026-06' });
  const guarded = rule(home, 'guarded', {
    label: 'x',
    when: month,
    otherwise: 'later',
    from: [wageOf],
    value: (wage) => `${wage}`,
  });
  const h = graph({ name: 'h', outputs: { guarded } });
  assert.deepEqual([run(h, {}, now), run(h, {}, at('2026-06'))], [{ guarded: 'undefined' }, { guarded: 'later' }]);
});
const wageOf = max(home, job, wage, { name: 'best' });

test('what nothing reads at the moment is left alone', () => {
  const needed = fact(person, 'needed', { type: quantity(coin), label: 'Needed' });
  const off = rule(home, 'off', {
    label: 'x',
    unit: coin,
    when: inForce(ground('later', ['2030-01-01'])),
    otherwise: zero,
    from: [sum(home, 'all-needed', { label: 'x', unit: coin, parts: [each(person, needed)] })],
    value: (all) => all,
  });
  const g = graph({ name: 'g', outputs: { off } });
  let reads = 0;
  const facts = {
    persons: [
      {
        get needed() {
          reads++;
          return 3;
        },
      },
    ],
  };
  assert.deepEqual(g.wire(now)(facts), { off: 0 });
  assert.equal(reads, 0);
  assert.deepEqual(g.wire(at('2030-01'))(facts), { off: 3 });
  assert.equal(reads, 1);
});

test('tables in rules', () => {
  const table = parameter<readonly { from: number; to?: number; value: Quantity<'coin'> }[]>({
    id: 'law.table',
    label: 'T',
    setBy: 'state',
    versions: [
      {
        ...dated,
        from: isoDate('2026-01-01'),
        value: [
          { from: 0, to: 2, value: 10 },
          { from: 3, to: 3, value: 20 },
        ],
      },
    ],
  });
  const size = count(home, person);
  const g = graph({
    name: 'g',
    outputs: {
      cost: rule(home, 'cost', { label: 'x', unit: coin, from: [table, size], value: (t, n) => lookUp(t, n) }),
    },
  });
  assert.deepEqual(
    [0, 2, 3].map((n) => run(g, { persons: Array.from({ length: n }, () => ({})) }).cost),
    [10, 10, 20],
  );
  assert.throws(() => run(g, { persons: [{}, {}, {}, {}] }), { name: 'OutsideTable' });
});
