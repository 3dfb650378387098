import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { compileLaw, LawDataFault, readUnits } from './compile.ts';
import { compileFolders } from './lagdata.ts';

const units = readUnits('units.yaml', 'crown: { unit: mite, factor: 100 }\nyear: { unit: year, factor: 1 }\n');
const compile = (text: string) => compileLaw('some/folder/norm.law.yaml', text, units, '../index.ts');
const stamp = 'act: Act 1, checked: 2026-01-02, status: printed';
const law = (values: string, more = 'unit: crown') =>
  `id: norm\nparameters:\n  p:\n    label: P\n    ${more}\n    values:\n${values}\n`;
const row = (from: string, rest: string) => `      - { from: ${from}, ${stamp}, ${rest} }`;

function fault(text: string): string {
  try {
    compile(text);
  } catch (error) {
    assert.ok(error instanceof LawDataFault, String(error));
    assert.ok(error.message.startsWith(`${error.file}:${error.line}: `));
    return error.message.replace('some/folder/norm.law.yaml:', '');
  }
  return 'no fault';
}

test('law data becomes typed TypeScript that says where it comes from', () => {
  const text = `id: high-norm
grounds:
  main:
    - { from: 2025-07-01, to: 2025-12-31, cite: "section 1's", act: Act 1 }
    - { from: 2026-02-01, cite: section 2, transition: "Not before", clock: later }
parameters:
  adult:
    label: Grown-up
    unit: crown
    clock: application
    values:
      - { from: 2026-01-01, to: 2026-12-31, ${stamp}, source: Shelf, note: 'a\\b', rows: { alone: 40.5, couple: 70 } }
      - { from: 2027-01-01, act: Act 2, checked: 2026-01-02, clock: later, awaiting: Not decided }
`;
  assert.equal(
    compile(text),
    `// Made from norm.law.yaml by \`npm run lagdata\`. Do not edit: change the YAML and run it again.
import { day, lawParameter, type Law, type Quantity, type Rows } from '../index.ts';

/** Law data of 'high-norm': grounds and dated parameters. */
export const highNormLaw = {
  id: 'high-norm',
  grounds: {
    main: {
      id: 'high-norm.main',
      versions: [
        { from: day('2025-07-01'), to: day('2025-12-31'), cite: 'section 1\\'s', act: 'Act 1', clock: 'month' },
        { from: day('2026-02-01'), cite: 'section 2', transition: 'Not before', clock: 'later' },
      ],
    },
  },
  parameters: {
    adult: lawParameter<Rows<'alone' | 'couple', Quantity<'mite'>>>({
      id: 'high-norm.adult',
      label: 'Grown-up',
      unit: 'mite',
      setBy: 'state',
      versions: [
        {
          from: day('2026-01-01'),
          to: day('2026-12-31'),
          act: 'Act 1',
          checked: day('2026-01-02'),
          status: 'printed',
          source: 'Shelf',
          note: 'a\\\\b',
          clock: 'application',
          value: { alone: 4050, couple: 7000 },
        },
        {
          from: day('2027-01-01'),
          act: 'Act 2',
          checked: day('2026-01-02'),
          status: 'printed',
          clock: 'later',
          awaiting: 'Not decided',
        },
      ],
    }),
  },
} satisfies Law;
`,
  );
});

test('each form and kind of value has its type', () => {
  const typeOf = (values: string, more: string) => /lawParameter<(.*)>\(/.exec(compile(law(values, more)))?.[1];
  const one = (rest: string) => row('2026-01-01', rest);
  assert.equal(typeOf(one('value: 3'), 'unit: crown'), "Quantity<'mite'>");
  assert.equal(typeOf(one('value: 3'), 'unit: number'), 'number');
  assert.equal(typeOf(one('value: true'), 'unit: flag'), 'boolean');
  assert.equal(typeOf(one('value: 2026-02-01'), 'unit: date'), 'IsoDate');
  assert.equal(typeOf(one('value: 2026-02'), 'unit: month'), 'Month');
  assert.equal(
    typeOf(`${one('to: 2026-01-31, value: b')}\n${row('2026-02-01', 'value: a')}`, 'unit: text'),
    "'a' | 'b'",
  );
  assert.equal(typeOf(one('value: [b, a]'), 'unit: words'), "readonly ('a' | 'b')[]");
  assert.equal(typeOf(one('rows: { x: 1 }'), 'unit: year'), "Rows<'x', Quantity<'year'>>");
  assert.equal(
    typeOf(one('table: [{ from: 0, to: 1, value: 1 }, { from: 2, value: 3 }]'), 'unit: number'),
    'Table<number>',
  );
  assert.equal(
    typeOf(one('table: [{ from: 0, to: 1, rows: { å: 1, b: 2 } }]'), 'unit: number'),
    "Table<Rows<'b' | 'å', number>>",
  );
  const empty = (form: string) => typeOf('      []', `unit: crown\n    setBy: municipality\n    form: ${form}`);
  assert.equal(empty('value'), "Quantity<'mite'>");
  assert.equal(empty('table'), "Table<Quantity<'mite'>>");
  assert.equal(empty('rows a b'), "Rows<'a' | 'b', Quantity<'mite'>>");
  assert.equal(empty('table b a'), "Table<Rows<'a' | 'b', Quantity<'mite'>>>");
});

test('values are kept exactly as printed, in the unit of the types', () => {
  const value = (rest: string, unit: string) =>
    /value: (.*),\n {8}\}/.exec(
      compile(law(row('2026-01-01', `note: ${'x'.repeat(60)}, ${rest}`), `unit: ${unit}`)),
    )?.[1];
  assert.equal(value('value: 0.29', 'crown'), '29');
  assert.equal(value('value: 1234.56', 'crown'), '123456');
  assert.equal(value('value: -3', 'crown'), '-300');
  assert.equal(value('value: 0.25', 'number'), '0.25');
  assert.equal(value('value: [a, b]', 'words'), "['a', 'b']");
});

test('a file with grounds only, or with nothing, imports only what it uses', () => {
  assert.match(
    compile('id: x\ngrounds:\n  a: [{ from: 2026-01-01, cite: s }]\n'),
    /import \{ day, type Law \} from[\s\S]*parameters: \{\},/,
  );
  assert.match(compile('id: x\n'), /import \{ type Law \} from[\s\S]*grounds: \{\},\n {2}parameters: \{\},/);
});

test('every fault says file, line, place and what is allowed', () => {
  const good = row('2026-01-01', 'value: 1');
  const cases: [string, string][] = [
    ['id: [\n', '2: '],
    ['id: x\nid: y\n', '2: Map keys must be unique'],
    ['', '1: id: is missing'],
    ['id: Å\n', '1: id: must be lower-case a–z, digits and hyphens'],
    ['id: x\nother: 1\n', "2: other: unknown key 'other'; allowed are id, grounds, parameters"],
    ['id: x\ngrounds:\n  a: []\n', '3: grounds.a: '],
    ['id: x\ngrounds:\n  a:\n    - from: 2026-01-01\n', '4: grounds.a.0.cite: is missing'],
    [
      'id: x\ngrounds:\n  a:\n    - { from: 2026-01-01, cite: s, law: 3 }\n',
      "4: grounds.a.0.law: unknown key 'law'; allowed are from, to, cite, act, transition, clock",
    ],
    [
      'id: x\ngrounds:\n  a:\n    - { from: 2026-02-30, cite: s }\n',
      '4: grounds.a.0.from: must be a day in the calendar, YYYY-MM-DD',
    ],
    [
      'id: x\ngrounds:\n  a:\n    - { from: 2026-01-01, cite: s, clock: never }\n',
      '4: grounds.a.0.clock: must be one of month, application, later',
    ],
    ['id: x\nparameters:\n  a-b: { label: x, unit: crown, values: [] }\n', '3: parameters.a-b: '],
    [
      'id: x\nparameters:\n  a: { label: x, unit: crown, values: [], extra: 1 }\n',
      "3: parameters.a.extra: unknown key 'extra'; allowed are label, unit, form, setBy, clock, values",
    ],
    [
      law(good, 'unit: crowns'),
      "5: parameters.p.unit: unknown unit 'crowns'; allowed are crown, year, number, flag, text, date, month, words",
    ],
    [law(good, 'unit: crown\n    setBy: king'), '6: parameters.p.setBy: must be one of state, municipality'],
    [
      law(good, 'unit: crown\n    form: list'),
      "6: parameters.p.form: must be 'value', 'table', 'rows a b …' or 'table a b …'",
    ],
    [
      law('      - { from: 2026-01-01, checked: 2026-01-02, status: printed, value: 1 }'),
      '7: parameters.p.values.0.act: is missing',
    ],
    [
      law('      - { from: 2026-01-01, act: A, status: printed, value: 1 }'),
      '7: parameters.p.values.0.checked: is missing',
    ],
    [
      law('      - { from: 2026-01-01, act: A, checked: 2026-01-02, value: 1 }'),
      '7: parameters.p.values.0.status: is missing; write printed, derived or uncertain',
    ],
    [
      law(row('2026-01-01', 'amount: 1')),
      "7: parameters.p.values.0.amount: unknown key 'amount'; allowed are from, to, act, checked, status, source, note, clock, value, rows, table, awaiting, none",
    ],
    [
      law(row('2026-01-01', 'note: x')),
      '7: parameters.p.values.0: needs exactly one of value, rows, table, awaiting, none; it has none of them',
    ],
    [
      law(row('2026-01-01', 'value: 1, rows: { a: 1 }')),
      '7: parameters.p.values.0: needs exactly one of value, rows, table, awaiting, none; it has value and rows',
    ],
    [law(row('2026-01-01', 'value: x')), '7: parameters.p.values.0.value: must be a number of crown'],
    [
      law(row('2026-01-01', 'value: 0.005')),
      '7: parameters.p.values.0.value: 0.005 crown is not a whole number of mite (factor 100)',
    ],
    [law(row('2026-01-01', 'value: x'), 'unit: number'), '7: parameters.p.values.0.value: must be a number'],
    [law(row('2026-01-01', 'value: 1'), 'unit: flag'), '7: parameters.p.values.0.value: must be true or false'],
    [law(row('2026-01-01', 'value: 1'), 'unit: text'), '7: parameters.p.values.0.value: must be text'],
    [
      law(row('2026-01-01', 'value: 2026-02-31'), 'unit: date'),
      '7: parameters.p.values.0.value: must be a day in the calendar, YYYY-MM-DD',
    ],
    [
      law(row('2026-01-01', 'value: 2026-13'), 'unit: month'),
      '7: parameters.p.values.0.value: must be a month, YYYY-MM',
    ],
    [law(row('2026-01-01', 'value: a'), 'unit: words'), '7: parameters.p.values.0.value: must be a list of words'],
    [law(row('2026-01-01', 'rows: { a: x }')), '7: parameters.p.values.0.rows.a: must be a number of crown'],
    [law(row('2026-01-01', 'rows: { a-b: 1 }')), '7: parameters.p.values.0.rows.a-b: '],
    [
      law(row('2026-01-01', 'table: [{ from: 0, to: 1 }]')),
      '7: parameters.p.values.0.table.0: needs exactly one of value, rows',
    ],
    [
      law(row('2026-01-01', 'table: [{ from: 0, to: 1, value: 1, upto: 2 }]')),
      "7: parameters.p.values.0.table.0.upto: unknown key 'upto'; allowed are from, to, value, rows",
    ],
    [
      law(row('2026-01-01', 'table: [{ from: 0, to: 1, value: 1 }, { from: 1, value: 2 }]')),
      '7: parameters.p.values.0.table.1: starts at 1, but the band before it reaches 1',
    ],
    [
      law(row('2026-01-01', 'table: [{ from: 0, to: 1, value: 1 }, { from: 3, value: 2 }]')),
      '7: parameters.p.values.0.table.1: starts at 3; 2 is in no band',
    ],
    [
      law(row('2026-01-01', 'table: [{ from: 3, to: 1, value: 1 }]')),
      '7: parameters.p.values.0.table.0: ends at 1, before it starts',
    ],
    [
      law(row('2026-01-01', 'table: [{ from: 0, value: 1 }, { from: 3, value: 2 }]')),
      '7: parameters.p.values.0.table.1: starts at 3, but the band before it reaches Infinity',
    ],
    [
      law(row('2026-01-01', 'table: [{ from: 0, to: 1, value: 1 }, { from: 2, rows: { a: 2 } }]')),
      '7: parameters.p.values.0.table.1: has other rows than the band before it: table a instead of table',
    ],
    [
      law(`${row('2026-01-01', 'to: 2026-01-31, rows: { a: 1 }')}\n${row('2026-02-01', 'rows: { b: 1 }')}`),
      '8: parameters.p.values.1: has another form than the value before it: rows b instead of rows a',
    ],
    [
      law(row('2026-01-01', 'value: 1'), 'unit: crown\n    form: table'),
      '8: parameters.p.values.0: has another form than the value before it: value instead of table',
    ],
    [law(row('2026-01-01', 'to: 2025-12-31, value: 1')), '7: parameters.p.values.0: ends 2025-12-31, before it starts'],
    [
      law(`${good}\n${row('2026-03-01', 'value: 2')}`),
      "8: parameters.p.values.1: starts 2026-03-01, but the one before it has no 'to'; give it to: 2026-02-28",
    ],
    [
      law(`${row('2026-01-01', 'to: 2026-03-01, value: 1')}\n${row('2026-03-01', 'value: 2')}`),
      '8: parameters.p.values.1: starts 2026-03-01, but the one before it reaches 2026-03-01',
    ],
    [
      law(`${row('2026-01-01', 'to: 2026-03-01, value: 1')}\n${row('2026-03-03', 'value: 2')}`),
      "8: parameters.p.values.1: nothing is stated from 2026-03-02 to 2026-03-02; state it with 'none' and the reason",
    ],
    [
      'id: x\ngrounds:\n  a:\n    - { from: 2026-01-01, to: 2026-01-31, cite: s }\n    - { from: 2026-01-31, cite: s }\n',
      '5: grounds.a.1: starts 2026-01-31, but the one before it reaches 2026-01-31',
    ],
  ];
  for (const [text, expected] of cases) {
    const got = fault(text);
    assert.ok(got.startsWith(expected), `expected ${expected}\n     got ${got}\n    from ${text}`);
  }
});

test('what is right is no fault: dates side by side, a stated gap, a ground with a gap', () => {
  const values = [
    row('2026-01-01', 'to: 2026-01-31, value: 1'),
    row('2026-02-01', 'to: 2026-02-28, none: Repealed'),
    row('2026-03-01', 'value: 3'),
  ];
  assert.equal(fault(law(values.join('\n'))), 'no fault');
  assert.equal(
    fault(
      'id: x\ngrounds:\n  a:\n    - { from: 2026-01-01, to: 2026-01-31, cite: s }\n    - { from: 2026-06-01, cite: s }\n',
    ),
    'no fault',
  );
  assert.equal(fault(law(row('2026-01-01', 'to: 2026-01-01, value: 1'))), 'no fault');
});

test('units are checked too', () => {
  assert.throws(() => readUnits('units.yaml', 'crown: { unit: mite }'), {
    message: 'units.yaml:1: crown.factor: is missing',
  });
  assert.throws(
    () => readUnits('units.yaml', 'a: { unit: b, factor: 1 }\ncrown: { unit: mite, factor: 0 }'),
    /^LawDataFault: units\.yaml:2: crown\.factor: /,
  );
});

test('folders: written once, then in step; a change or a missing file is out of step; faults are told', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'lagdata-'));
  t.after(() => rmSync(folder, { recursive: true }));
  cpSync(join(import.meta.dirname, '../invented-country'), folder, {
    recursive: true,
    filter: (name) => !name.endsWith('.law.ts'),
  });
  const first = compileFolders([folder], true);
  assert.deepEqual([first.files, first.outOfStep.length, first.written], [4, 4, []]);
  const second = compileFolders([folder], false);
  assert.deepEqual([second.written.length, second.outOfStep, second.faults], [4, [], []]);
  assert.deepEqual(compileFolders([folder], false).written, []);
  const yaml = join(folder, 'norm/norm.law.yaml');
  writeFileSync(yaml, readFileSync(yaml, 'utf8').replace('alone: 410.5', 'alone: 411'));
  assert.deepEqual(compileFolders([folder], true).outOfStep, [join(folder, 'norm/norm.law.ts')]);
  writeFileSync(yaml, readFileSync(yaml, 'utf8').replace('act: Norm ordinance 305', 'akt: Norm ordinance 305'));
  const faulty = compileFolders([folder], true);
  assert.deepEqual([faulty.outOfStep, faulty.faults.length], [[], 1]);
  assert.match(
    faulty.faults[0]!.message,
    /norm\/norm\.law\.yaml:\d+: parameters\.child\.values\.1\.akt: unknown key 'akt'/,
  );
});

test('the compiled law data of the invented country is in step', () => {
  const result = compileFolders([join(import.meta.dirname, '../invented-country')], true);
  assert.deepEqual([result.files, result.outOfStep, result.faults], [4, [], []]);
});
