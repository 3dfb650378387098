import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Clock,
  decidingDay,
  inForceAt,
  isoDate,
  lawParameter,
  lookUp,
  type Moment,
  month,
  NotInForce,
  OutsideTable,
  type Table,
} from './index.ts';

const at = (m: string, applied: string): Moment => ({ month: month(m), applied: isoDate(applied) });

test('the deciding day by each clock', () => {
  const early = at('2026-12', '2027-01-10');
  const ahead = at('2027-01', '2026-12-20');
  const days = (clock: Clock) => [decidingDay(clock, early), decidingDay(clock, ahead)];
  assert.deepEqual(days('month'), ['2026-12-01', '2027-01-01']);
  assert.deepEqual(days('application'), ['2027-01-10', '2026-12-20']);
  assert.deepEqual(days('later'), ['2027-01-10', '2027-01-01']);
});

test('a version is in force on its first and on its last day, and not outside', () => {
  const versions = [{ from: isoDate('2026-02-01'), to: isoDate('2026-03-31'), clock: 'application' as const }];
  const on = (day: string) => inForceAt(versions, at('2026-02', day)) !== undefined;
  assert.deepEqual(['2026-01-31', '2026-02-01', '2026-03-31', '2026-04-01'].map(on), [false, true, true, false]);
  const open = [{ from: isoDate('2026-02-01'), clock: 'month' as const }];
  assert.equal(inForceAt(open, at('2999-01', '2026-01-01')), open[0]);
  assert.equal(inForceAt(open, at('2026-01', '2026-05-01')), undefined);
});

const bands: Table<string> = [
  { from: 0, to: 0, value: 'none' },
  { from: 1, to: 3, value: 'few' },
  { from: 4, value: 'many' },
];

function parameterOf<V>(value: V): V {
  const law = lawParameter<V>({
    id: 'x.y',
    label: 'y',
    setBy: 'state',
    versions: [
      {
        from: isoDate('2026-01-01'),
        act: 'A',
        checked: isoDate('2026-01-01'),
        status: 'printed',
        clock: 'month',
        value,
      },
    ],
  });
  return law.versions[0]!.value as V;
}

test('a table gives the value of the band, with and without index', () => {
  for (const table of [bands, parameterOf(bands.slice())]) {
    assert.deepEqual(
      [0, 1, 3, 4, 5, 1000].map((n) => lookUp(table, n)),
      ['none', 'few', 'few', 'many', 'many', 'many'],
    );
    assert.throws(() => lookUp(table, -1), {
      name: 'OutsideTable',
      message: '-1 lies outside the table, which runs from 0 and up',
    });
  }
});

test('a closed table refuses what lies above, one with a hole what lies in it', () => {
  const closed = [
    { from: 5, to: 6, value: 1 },
    { from: 9, to: 9, value: 2 },
  ];
  for (const table of [closed, parameterOf(closed.slice())]) {
    assert.deepEqual(
      [5, 6, 9].map((n) => lookUp(table, n)),
      [1, 1, 2],
    );
    for (const n of [4, 7, 8, 10]) assert.throws(() => lookUp(table, n), OutsideTable, String(n));
    assert.throws(() => lookUp(table, 10), { message: '10 lies outside the table, which runs from 5 to 9' });
  }
});

test('an index is only for tables, and only for short ones', () => {
  assert.deepEqual(parameterOf(['a', 'b']), ['a', 'b']);
  assert.deepEqual(parameterOf([]), []);
  const long = parameterOf([{ from: 0, to: 5000, value: 'x' }]);
  assert.equal(lookUp(long, 4999), 'x');
  assert.throws(() => lookUp(long, 5001), OutsideTable);
  assert.equal(JSON.stringify(parameterOf(bands.slice())), JSON.stringify(bands));
});

test('NotInForce says what is awaited, else what is missing and for when', () => {
  const moment = at('2027-01', '2026-12-20');
  const awaited = new NotInForce('a.b', 'Norm', moment, 'The ordinance is not decided.');
  assert.deepEqual(
    [awaited.name, awaited.message, awaited.what, awaited.awaiting],
    ['NotInForce', 'The ordinance is not decided.', 'a.b', 'The ordinance is not decided.'],
  );
  const plain = new NotInForce('a.b', 'Norm', moment);
  assert.equal(plain.message, 'Norm (a.b) is not in force for 2027-01 with an application of 2026-12-20');
  assert.deepEqual([plain.label, plain.awaiting], ['Norm', undefined]);
  assert.equal(plain.moment, moment);
});
