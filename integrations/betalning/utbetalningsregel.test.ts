import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bankdagarEfter, planeradUtbetalningsdag, type Utbetalningsregel, ärBankdag } from './index.ts';

/** Every day of 2024–2030. */
const DAYS = Array.from({ length: 2557 }, (_, i) =>
  new Date(Date.UTC(2024, 0, 1) + i * 86_400_000).toISOString().slice(0, 10),
);
const nextMonth = (dag: string) => new Date(Date.UTC(+dag.slice(0, 4), +dag.slice(5, 7), 1)).toISOString().slice(0, 7);

test('the days are 2024-01-01 to 2030-12-31', () =>
  assert.deepEqual([DAYS[0], DAYS.at(-1)], ['2024-01-01', '2030-12-31']));

for (const antal of [1, 2, 3, 5])
  test(`${antal} bank days after the decision, decided any day of 2024–2030`, () => {
    for (const dag of DAYS) {
      const paid = planeradUtbetalningsdag({ slag: 'bankdagar', antal }, { dag, månad: nextMonth(dag) });
      let between = 0;
      for (let d = dag; d < paid; ) {
        d = new Date(Date.parse(`${d}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
        if (ärBankdag(d)) between++;
      }
      assert.ok(ärBankdag(paid), paid);
      assert.equal(between, antal, `${dag} ${paid}`);
    }
  });

for (const day of [1, 25, 27, 31])
  test(`day ${day} of the month before, decided any day of 2024–2030: the bank day before, never before the next bank day`, () => {
    const regel: Utbetalningsregel = { slag: 'dag-i-manaden', dag: day, manad: 'foregaende' };
    for (const dag of DAYS) {
      const paid = planeradUtbetalningsdag(regel, { dag, månad: nextMonth(dag) });
      const earliest = bankdagarEfter(dag, 1);
      assert.ok(ärBankdag(paid), `${dag} ${paid}`);
      assert.ok(paid >= earliest, `${dag} ${paid}`);
      const last = new Date(Date.UTC(+dag.slice(0, 4), +dag.slice(5, 7), 0)).getUTCDate();
      const wished = `${dag.slice(0, 7)}-${String(Math.min(day, last)).padStart(2, '0')}`;
      if (paid > earliest) {
        assert.ok(paid <= wished, `${dag} ${paid} is after ${wished}`);
        for (let d = paid; d < wished; ) {
          d = new Date(Date.parse(`${d}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
          assert.ok(!ärBankdag(d), `${dag}: ${d} was a later bank day than ${paid}`);
        }
      }
    }
  });

test('days as they fall', () => {
  const den27 = { slag: 'dag-i-manaden', dag: 27, manad: 'foregaende' } as const;
  for (const [regel, dag, månad, expected] of [
    [den27, '2026-11-20', '2026-12', '2026-11-27'],
    [den27, '2026-12-10', '2027-01', '2026-12-23'],
    [den27, '2026-11-27', '2026-12', '2026-11-30'],
    [den27, '2026-12-05', '2026-12', '2026-12-07'],
    [{ ...den27, manad: 'samma' }, '2026-11-20', '2026-12', '2026-12-23'],
    [{ ...den27, dag: 31 }, '2027-02-01', '2027-03', '2027-02-26'],
    [{ slag: 'bankdagar', antal: 1 }, '2026-12-23', '2027-01', '2026-12-28'],
    [{ slag: 'bankdagar', antal: 2 }, '2027-03-24', '2027-04', '2027-03-30'],
  ] as const)
    assert.equal(planeradUtbetalningsdag(regel, { dag, månad }), expected, `${dag} ${månad}`);
});

for (const regel of [
  { slag: 'bankdagar', antal: 0 },
  { slag: 'bankdagar', antal: 1.5 },
  { slag: 'dag-i-manaden', dag: 0, manad: 'samma' },
  { slag: 'dag-i-manaden', dag: 32, manad: 'samma' },
] as const)
  test(`${JSON.stringify(regel)} is no rule`, () => {
    assert.throws(() => planeradUtbetalningsdag(regel, { dag: '2026-11-20', månad: '2026-12' }), RangeError);
  });
