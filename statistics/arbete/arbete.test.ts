import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beräkna, läsUnderlag, NotInForce } from '@stegvis/rules';
import { type Arbetsval, arbeteEllerBistånd, efterSkatt } from './arbete.ts';
import { läsArbete } from './las-arbete.ts';
import { TYPHUSHÅLL, typhushåll } from './typhushall.ts';

const ENSAM = TYPHUSHÅLL[0]!;
const val = (fler: Partial<Arbetsval> = {}): Arbetsval => ({
  manad: '2026-10',
  hushåll: ENSAM,
  skatt: { procent: 20, utanSkatt: 0 },
  arbetsgivaravgift: 30,
  jobbpremie: undefined,
  anställningar: [],
  ...fler,
});

test('alone, 6 500 in rent: 5 220 + 6 500 + 400 + 150 = 12 270 in assistance; 10 000 in wage less 20 % takes 8 000 of it', () => {
  const { utan, anställningar } = arbeteEllerBistånd(
    val({
      anställningar: [{ namn: 'Deltid', brutto: 10000, netto: undefined, kommunen: false, stod: 0 }],
    }),
    undefined,
  );
  assert.deepEqual(utan, { brutto: 0, netto: 0, bistånd: 1227000, jobbpremie: 0, attLevaPå: 1227000 });
  assert.deepEqual(anställningar, [
    {
      namn: 'Deltid',
      brutto: 1000000,
      netto: 800000,
      bistånd: 427000,
      jobbpremie: 0,
      attLevaPå: 1227000,
      merÄnUtan: 0,
      sparat: 800000,
      lönekostnad: 0,
      kommunenBetalar: -800000,
    },
  ]);
});

test('with jobbstimulans a quarter of the wage after tax is kept: 2 000 of 8 000', () => {
  const { anställningar } = arbeteEllerBistånd(
    val({
      hushåll: { ...ENSAM, jobbstimulans: true },
      anställningar: [{ namn: 'Deltid', brutto: 10000, netto: undefined, kommunen: false, stod: 0 }],
    }),
    undefined,
  );
  assert.equal(anställningar[0]!.merÄnUtan, 200000);
  assert.equal(anställningar[0]!.sparat, 600000);
});

test('the municipality as employer: 25 000 and 30 % is 32 500, less 10 000 from the state is 22 500, less 12 270 saved is 10 230 more', () => {
  const { anställningar } = arbeteEllerBistånd(
    val({
      anställningar: [{ namn: 'Anställning med stöd', brutto: 25000, netto: 19000, kommunen: true, stod: 10000 }],
    }),
    undefined,
  );
  const [a] = anställningar;
  assert.deepEqual(
    [a!.netto, a!.bistånd, a!.merÄnUtan, a!.lönekostnad, a!.sparat, a!.kommunenBetalar],
    [1900000, 0, 673000, 2250000, 1227000, 1023000],
  );
});

test('the premium is only paid in months without assistance: 15 % of 20 000 is 3 000, of 30 000 at most 3 750', () => {
  const { anställningar, kurva } = arbeteEllerBistånd(
    val({
      jobbpremie: { procent: 15, hogst: 3750 },
      anställningar: [
        { namn: 'A', brutto: 15000, netto: undefined, kommunen: false, stod: 0 },
        { namn: 'B', brutto: 20000, netto: undefined, kommunen: false, stod: 0 },
        { namn: 'C', brutto: 30000, netto: undefined, kommunen: false, stod: 0 },
      ],
    }),
    undefined,
  );
  assert.deepEqual(
    anställningar.map((a) => [a.bistånd, a.jobbpremie]),
    [
      [27000, 0],
      [0, 300000],
      [0, 375000],
    ],
  );
  assert.ok(kurva.every((p) => p.bistånd === 0 || p.jobbpremie === 0));
});

test('assistance ends where the wage after tax is 12 270: at 15 400 before tax in whole hundreds', () => {
  // 15 400 · 0,8 = 12 320, and 15 300 · 0,8 = 12 240 is not enough.
  const { upphör, marginal } = arbeteEllerBistånd(val(), undefined);
  assert.equal(upphör, 1540000);
  // Below nothing is kept, far above the tax alone is taken.
  assert.deepEqual([marginal[3]?.procent, marginal.at(-1)?.procent], [100, 20]);
});

test('every point of the curve is what the calculation gives', () => {
  for (const hushåll of TYPHUSHÅLL) {
    const { kurva } = arbeteEllerBistånd(val({ hushåll }), '0001');
    for (const punkt of kurva.filter((_, i) => i % 10 === 0)) {
      const underlag = typhushåll(hushåll, '2026-10', '0001', punkt.netto / 100);
      assert.ok(läsUnderlag(underlag).ok);
      assert.equal(punkt.bistånd, Math.round((beräkna(underlag).bistand ?? -1) * 100));
    }
  }
});

test('tax is a percentage above an amount without tax', () => {
  assert.equal(efterSkatt(20000, { procent: 30, utanSkatt: 5000 }), 15500);
  assert.equal(efterSkatt(4000, { procent: 30, utanSkatt: 5000 }), 4000);
});

test('a month without decided amounts has no answer', () => {
  assert.throws(() => arbeteEllerBistånd(val({ manad: '2027-03' }), undefined), NotInForce);
});

test('the form is refused with sentences at the fields that say what is allowed', () => {
  const läst = läsArbete(
    {
      manad: '2030-01',
      vuxna: '3',
      barn: '4, fyra',
      hyra: '-1',
      skatt: '200',
      'heltid-netto': '100',
      'deltid-brutto': '100',
      'deltid-netto': '200',
      jobbpremie: 'ja',
    },
    ['2026-10'],
  );
  assert.ok(!läst.ok);
  const fel = Object.fromEntries(läst.fel.map((f) => [f.fält, f.text]));
  assert.match(fel['barn']!, /från 0 till 20 år med komma emellan/);
  assert.match(fel['hyra']!, /tal från 0 till 200\u00a0000\u00a0kr/);
  assert.match(fel['skatt']!, /från 0 till 100\u00a0%/);
  assert.match(fel['heltid-brutto']!, /före skatt/);
  assert.match(fel['deltid-netto']!, /inte vara högre/);
  assert.deepEqual(Object.keys(fel).sort(), [
    'arbetsgivaravgift',
    'barn',
    'deltid-netto',
    'heltid-brutto',
    'hyra',
    'manad',
    'premie-procent',
    'skatt',
    'vuxna',
  ]);
});
