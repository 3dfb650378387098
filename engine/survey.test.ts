import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentationPage, isoDate, overlay, setParameter, toDot, toMermaid, toSvg } from './index.ts';
import { rentLimit } from './invented-country/costs/costs.ts';
import { villageLaw } from './invented-country/costs/village.law.ts';
import { mirr } from './invented-country/result/result.ts';

const span = (from: string, to: string) => ({ from: isoDate(from), to: isoDate(to) });

test('the facts that the outputs need: the questions to ask', () => {
  const ids = mirr.factsNeeded().map((fact) => fact.id);
  assert.deepEqual([...ids].sort(), [
    'adult.monthsHelped',
    'child.born',
    'child.livesHere',
    'child.lunchAway',
    'cost.amount',
    'cost.found',
    'cost.kind',
    'hearth.advance',
    'hearth.couple',
    'income.kind',
    'income.net',
  ]);
  assert.deepEqual(
    mirr.factsNeeded(['incomes']).map((fact) => fact.path),
    ['adults[].incomes[].net', 'adults[].incomes[].kind', 'adults[].monthsHelped'],
  );
  assert.deepEqual(mirr.factsNeeded(['oldest', 'found']), [
    {
      id: 'child.born',
      kind: 'fact',
      subject: 'child',
      path: 'children[].born',
      label: 'Born',
      type: 'date',
      values: undefined,
      unit: undefined,
      required: true,
      question: 'When was the child born?',
    },
    {
      id: 'cost.found',
      kind: 'assessment',
      subject: 'cost',
      path: 'costs[].found',
      label: 'Amount found reasonable',
      type: 'quantity:mite',
      values: undefined,
      unit: 'mite',
      required: false,
      question: 'How much of the cost is reasonable?',
    },
  ]);
  const needed = new Map(mirr.factsNeeded().map((fact) => [fact.id, fact]));
  assert.deepEqual(
    [needed.get('cost.kind')?.values, needed.get('cost.kind')?.type],
    [['rent', 'heat', 'travel', 'guild'], 'one-of'],
  );
  assert.deepEqual(
    ['hearth.advance', 'hearth.couple', 'cost.amount'].map((id) => needed.get(id)?.required),
    [false, false, true],
  );
  assert.throws(() => mirr.factsNeeded(['x' as never]), {
    name: 'RangeError',
    message: /'x' is not an output; outputs are norm, costs/,
  });
});

test('the days from which an answer can be another', () => {
  assert.deepEqual(mirr.datesOfChange(span('0301-01-01', '0304-12-31')), []);
  const at305 = mirr.datesOfChange(span('0305-01-01', '0305-12-31'));
  assert.deepEqual(
    at305.map((change) => change.date),
    ['0305-01-01'],
  );
  assert.deepEqual(at305[0]?.changes, [
    { what: 'norm.adult', clock: 'month', begins: true },
    { what: 'norm.bonus', clock: 'later', begins: true },
    { what: 'norm.bonusNew', clock: 'later', begins: true },
    { what: 'norm.bonusOld', clock: 'later', begins: false },
    { what: 'norm.child', clock: 'month', begins: true },
    { what: 'norm.common', clock: 'month', begins: true },
    { what: 'norm.personal', clock: 'month', begins: true },
  ]);
  assert.deepEqual(
    mirr
      .datesOfChange(span('0305-01-02', '0310-01-01'))
      .map((change) => [change.date, change.changes.map((one) => one.what)]),
    [['0306-01-01', ['norm.adult', 'norm.child']]],
  );
  assert.deepEqual(mirr.datesOfChange(span('0300-01-01', '0300-01-01')).length, 1);
});

test('what depends on what', () => {
  const { nodes, edges } = mirr.dependencies();
  assert.deepEqual(
    nodes.find((node) => node.id === 'hearth.help'),
    { id: 'hearth.help', kind: 'rule', label: 'Help', subject: 'hearth', output: true },
  );
  assert.deepEqual(
    nodes
      .filter((node) => ['moment.month', 'norm.child', 'cost.found', 'child.born', 'hearth.need'].includes(node.id))
      .map((node) => [node.id, node.kind, node.output]),
    [
      ['norm.child', 'parameter', false],
      ['moment.month', 'fact', false],
      ['child.born', 'fact', false],
      ['cost.found', 'assessment', false],
      ['hearth.need', 'sum', false],
    ],
  );
  assert.deepEqual(
    edges.filter((edge) => edge.to === 'hearth.help').map((edge) => edge.from),
    ['hearth.lack', 'hearth.advance'],
  );
  assert.ok(
    edges.some((edge) => edge.from === 'child.livesHere' && edge.to === 'child.personal'),
    'a guard is read too',
  );
  const places = new Map(nodes.map((node, i) => [node.id, i]));
  for (const edge of edges) assert.ok(places.get(edge.from)! < places.get(edge.to)!, `${edge.from} → ${edge.to}`);
});

test('the graph as Mermaid and as Graphviz text', () => {
  const small = {
    nodes: [
      { id: 'a.f', kind: 'fact', label: 'A "quoted" fact', subject: 'a', output: false },
      { id: 'p', kind: 'parameter', label: 'P', subject: undefined, output: false },
      { id: 'a.r', kind: 'rule', label: 'R', subject: 'a', output: false },
      { id: 'a.j', kind: 'assessment', label: 'J', subject: 'a', output: false },
      { id: 'a.s', kind: 'sum', label: 'S', subject: 'a', output: true },
    ],
    edges: [
      { from: 'a.f', to: 'a.r' },
      { from: 'a.r', to: 'a.s' },
    ],
  } as const;
  assert.equal(
    toMermaid(small),
    'flowchart LR\n  n0(["A #quot;quoted#quot; fact"])\n  n1[/"P"/]\n  n2["R"]\n  n3{{"J"}}\n  n4[["S"]]\n  n0 --> n2\n  n2 --> n4\n',
  );
  assert.equal(
    toDot(small),
    [
      'digraph {',
      '  rankdir=LR;',
      '  "a.f" [label="A \\"quoted\\" fact", shape=ellipse];',
      '  "p" [label="P", shape=parallelogram];',
      '  "a.r" [label="R", shape=box];',
      '  "a.j" [label="J", shape=hexagon];',
      '  "a.s" [label="S", shape=component];',
      '  "a.f" -> "a.r";',
      '  "a.r" -> "a.s";',
      '}',
      '',
    ].join('\n'),
  );
});

test('the graph as a picture: every node and edge, named for those who cannot see it', async () => {
  const graph = mirr.dependencies();
  const svg = await toSvg(graph, 'The law of <Mirr>');
  assert.match(
    svg,
    /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" role="img" aria-label="The law of &lt;Mirr&gt;" viewBox="0 0 \d+ \d+"/,
  );
  assert.match(svg, /<title>The law of &lt;Mirr&gt;<\/title>/);
  assert.equal(svg.match(/<g transform=/g)?.length, graph.nodes.length);
  assert.equal(svg.match(/marker-end/g)?.length, new Set(graph.edges.map((edge) => `${edge.from} ${edge.to}`)).size);
  for (const kind of ['fact', 'parameter', 'rule', 'assessment', 'sum'] as const) {
    assert.equal(
      svg.split(`data-kind="${kind}"`).length - 1,
      graph.nodes.filter((node) => node.kind === kind).length,
      kind,
    );
  }
  assert.ok(svg.includes('<title>hearth.help</title>') && svg.includes('>The village&#39;s limit') === false);
  assert.equal(svg.match(/stroke-width="3"/g)?.length, graph.nodes.filter((node) => node.output).length);
  assert.doesNotMatch(svg, /NaN|undefined/);
});

test('a page about a rule says all that its declaration says', () => {
  const doc = mirr.documentation('hearth.bonus');
  assert.deepEqual(doc, {
    id: 'hearth.bonus',
    kind: 'rule',
    label: 'Warmth bonus',
    subject: 'hearth',
    unit: 'mite',
    question: undefined,
    rounded: undefined,
    appliesWhen: { id: 'hearth.any-child-isSmall', label: 'Has a small child' },
    otherwise: 0,
    grounds: [
      {
        ground: 'norm.bonusOld',
        act: 'Hearth Act 300',
        place: 'section 9',
        from: '0300-01-01',
        to: '0304-12-31',
        clock: 'later',
        transition: undefined,
      },
      {
        ground: 'norm.bonusNew',
        act: 'Warmth Act 305',
        place: 'chapter 2 section 9',
        from: '0305-01-01',
        to: undefined,
        clock: 'later',
        transition: 'Older rules apply to applications received before 0305-01-01 that concern time before that day.',
      },
    ],
    values: [],
    reads: [
      { id: 'hearth.any-child-isSmall', label: 'Has a small child' },
      { id: 'norm.common', label: 'Common cost by size of the hearth' },
      { id: 'norm.bonus', label: 'Warmth bonus for hearths with small children' },
      { id: 'hearth.max-child-age', label: 'Age of the oldest child' },
    ],
    readBy: [{ id: 'hearth.norm', label: 'Norm' }],
  });
  assert.equal(
    documentationPage(doc),
    [
      '# Warmth bonus',
      '',
      'Rule `hearth.bonus`',
      '',
      '- About: hearth',
      '- Unit: mite',
      '- Applies when: [Has a small child](hearth.any-child-isSmall.md)',
      '- Otherwise: 0',
      '',
      '## Grounds',
      '',
      '- Hearth Act 300, section 9: 0300-01-01 – 0304-12-31',
      '- Warmth Act 305, chapter 2 section 9: 0305-01-01 – until further notice. Older rules apply to applications received before 0305-01-01 that concern time before that day.',
      '',
      '## Reads',
      '',
      '- [Has a small child](hearth.any-child-isSmall.md)',
      '- [Common cost by size of the hearth](norm.common.md)',
      '- [Warmth bonus for hearths with small children](norm.bonus.md)',
      '- [Age of the oldest child](hearth.max-child-age.md)',
      '',
      '## Read by',
      '',
      '- [Norm](hearth.norm.md)',
      '',
    ].join('\n'),
  );
});

test('a page about an amount lists its values by date; about an assessment its question', () => {
  const page = documentationPage(mirr.documentation('norm.adult'), undefined, (id) => `#${id}`);
  assert.ok(
    page.includes(
      '- 0300-01-01 – 0304-12-31: `{"alone":40000,"couple":72000}` (derived), Norm ordinance 300. Counted back from 305\n',
    ),
  );
  assert.ok(
    page.includes(
      '- 0306-01-01 – until further notice: awaited: The norm ordinance for 306 is not decided., Warmth Act 305\n',
    ),
  );
  assert.ok(page.includes('(#hearth.adultsPersonal)'));
  assert.ok(
    documentationPage(mirr.documentation('norm.common')).includes(', Norm ordinance 300, Archive of Mirr, shelf 3'),
  );
  const assessed = documentationPage(mirr.documentation('cost.found'));
  assert.ok(
    assessed.startsWith(
      '# Amount found reasonable\n\nAssessment `cost.found`\n\n- About: cost\n- Unit: mite\n- Question: How much of the cost is reasonable?\n',
    ),
  );
  assert.ok(documentationPage(mirr.documentation('adult.stimulus')).includes('- Rounded: half-up\n'));
  assert.ok(documentationPage(mirr.documentation('child.born')).includes('- Question: When was the child born?\n'));
  assert.equal(mirr.documentation('norm.common').unit, 'mite');
  assert.throws(() => mirr.documentation('x'), { name: 'RangeError', message: "'x' is not in the graph 'mirr'" });
});

test('a page follows an overlay', () => {
  const oss = overlay(mirr, {
    name: 'Oss',
    by: 'municipality',
    parameters: [setParameter(rentLimit, villageLaw.parameters.rentLimit)],
  });
  assert.deepEqual(oss.documentation('hearth.rentLimit').reads[0], {
    id: 'costs.rentLimit',
    label: 'Rent limit of the village of Oss',
  });
  assert.equal(oss.documentation('costs.rentLimit').values.length, 1);
  assert.deepEqual(
    oss.documentation('costs.rentLimit').readBy.map((node) => node.id),
    ['hearth.rentLimit'],
  );
});

test('facts are checked before they are used', () => {
  assert.deepEqual(
    mirr.checkFacts({
      adults: [{ id: 'a', incomes: [{ kind: 'wage', net: 1 }] }],
      costs: [{ kind: 'rent', amount: 1, found: { value: 2 } }],
    }),
    [],
  );
  const bad = {
    couple: 'yes',
    advance: 0.5,
    adults: [{ incomes: [{ kind: 'gift', net: 1 }, { kind: 'wage' }] }],
    children: [{ born: '0305-02-30' }],
    costs: [
      { kind: 'rent', amount: 1, found: {} },
      { kind: 'rent', amount: 1, found: { value: '2' } },
    ],
  };
  const faults = mirr.checkFacts(bad);
  assert.deepEqual(
    [...faults].sort((a, b) => (a.path < b.path ? -1 : 1)),
    [
      {
        path: 'adults[0].incomes[0].kind',
        label: 'Kind of income',
        problem: 'wrong-type',
        allowed: 'wage, pension, benefit, prize',
      },
      { path: 'adults[0].incomes[1].net', label: 'Net income', problem: 'missing', allowed: 'quantity:mite' },
      { path: 'advance', label: 'Paid in advance', problem: 'wrong-type', allowed: 'quantity:mite' },
      { path: 'children[0].born', label: 'Born', problem: 'wrong-type', allowed: 'date' },
      { path: 'costs[0].found.value', label: 'Amount found reasonable', problem: 'missing', allowed: 'quantity:mite' },
      {
        path: 'costs[1].found.value',
        label: 'Amount found reasonable',
        problem: 'wrong-type',
        allowed: 'quantity:mite',
      },
      { path: 'couple', label: 'The grown-ups are a couple', problem: 'wrong-type', allowed: 'flag' },
    ],
  );
  assert.deepEqual(mirr.checkFacts({ adults: {} }), [
    { path: 'adults', label: 'Grown-up', problem: 'not-a-list', allowed: 'list' },
  ]);
  assert.deepEqual(mirr.checkFacts({ adults: [{ incomes: 1 }] }), [
    { path: 'adults[0].incomes', label: 'Income', problem: 'not-a-list', allowed: 'list' },
  ]);
});

test('a span may begin and end on the day of change', () => {
  const day = isoDate('0306-01-01');
  assert.equal(mirr.datesOfChange({ from: day, to: day }).length, 1);
});
