import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  frågeperiod,
  inkomsterFörMånad,
  jämförelsemånad,
  type Registersvar,
  type Registerutbetalning,
  utbetaltUnder,
} from './registersvar.ts';

const utbetalning = (netto: number, utbetald?: string): Registerutbetalning => ({
  slag: 'utbetalning',
  inkomsttyp: 'sjukpenning',
  netto,
  planerad: false,
  ursprung: 'FK SJP',
  ...(utbetald && { utbetald }),
});
const svar = (
  källa: Registersvar['källa'],
  kvalitet: Registersvar['kvalitet'],
  uppgifter: Registersvar['uppgifter'] = [],
): Registersvar => ({
  källa,
  kvalitet,
  hämtad: '2026-11-22T08:00:00.000Z',
  version: 'SSBTEK v10',
  uppgifter,
});

test('ansökan för december frågar om oktober och november', () => {
  assert.equal(jämförelsemånad('2026-12'), '2026-10');
  assert.deepEqual(frågeperiod('2026-12'), { from: '2026-10-01', tom: '2026-11-30' });
});

test('ansökan för januari och mars går över årsskifte och februari', () => {
  assert.deepEqual(frågeperiod('2027-01'), { from: '2026-11-01', tom: '2026-12-31' });
  assert.deepEqual(frågeperiod('2028-03'), { from: '2028-01-01', tom: '2028-02-29' });
});

test('kontrollmånaden avgörs av utbetalningsdagen, i dagordning', () => {
  const fk = svar('FK', 'svarat', [
    utbetalning(3, '2026-12-01'),
    utbetalning(2, '2026-11-30'),
    utbetalning(1, '2026-11-01'),
    utbetalning(4, '2026-10-31'),
  ]);
  const { månad, utbetalningar } = inkomsterFörMånad([fk], '2026-12');
  assert.equal(månad, '2026-11');
  assert.deepEqual(
    utbetalningar.map((u) => [u.netto, u.källa]),
    [
      [1, 'FK'],
      [2, 'FK'],
    ],
  );
  assert.deepEqual(
    utbetaltUnder([fk], '2026-10').utbetalningar.map((u) => u.netto),
    [4],
  );
});

test('en utbetalning utan dag försvinner inte', () => {
  const { utbetalningar, utanDatum } = inkomsterFörMånad([svar('CSN', 'svarat', [utbetalning(7)])], '2026-12');
  assert.equal(utbetalningar.length, 0);
  assert.deepEqual(
    utanDatum.map((u) => u.netto),
    [7],
  );
});

test('ett svar som inte går att kontrollera nämns, även när det har uppgifter', () => {
  const delvis = svar('SO', 'ej-kontrollerbar', [utbetalning(5, '2026-11-03')]);
  const { utbetalningar, ejKontrollerbara } = inkomsterFörMånad([delvis, svar('CSN', 'inget-hos-oss')], '2026-12');
  assert.deepEqual(ejKontrollerbara, ['SO']);
  assert.equal(utbetalningar[0]?.netto, 5);
});
