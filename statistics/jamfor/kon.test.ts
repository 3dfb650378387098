import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Indikator } from '../indikator.ts';
import { SKYDDAD, type SkyddadCell } from '../skydd/skyddat-svar.ts';
import { jämförKön, osäkerhetsslag } from './kon.ts';

const mått = (own: Partial<Indikator>): Indikator => ({
  id: 'prov',
  namn: 'Prov',
  mening: '',
  område: 'bistand',
  källa: 'ansokan',
  tid: { fält: 'inkommen', kortast: 'manad' },
  täljare: { räkna: 'rader' },
  enhet: 'ansokningar',
  uppdelningar: ['kon'],
  utelämnar: '',
  definition: '',
  riktning: 'ingen',
  ...own,
});
const cell = (värde: number | typeof SKYDDAD, underlag: number, nämnarunderlag?: number): SkyddadCell => ({
  period: 'hela',
  grupper: ['kvinna'],
  värde,
  underlag,
  nämnarunderlag,
});
const andel = mått({ enhet: 'procent', nämnare: { räkna: 'rader' } });
const dagar = mått({ id: 'vantetid', enhet: 'dagar', täljare: { medel: 'vantedagar' } });

test('each kind of figure has its own way to be sure of it', () => {
  assert.equal(osäkerhetsslag(andel), 'andel');
  assert.equal(osäkerhetsslag(mått({})), 'antal');
  assert.equal(osäkerhetsslag(dagar), 'medel');
  assert.equal(osäkerhetsslag(mått({ enhet: 'dagar', täljare: { percentil: 50, fält: 'vantedagar' } })), 'percentil');
  assert.equal(osäkerhetsslag(mått({ enhet: 'kr', täljare: { summa: 'belopp' } })), 'ingen');
  assert.equal(
    osäkerhetsslag(mått({ enhet: 'kr', täljare: { summa: 'belopp' }, nämnare: { befolkning: 'alla' } })),
    'ingen',
  );
});

test('shares: 80 of 100 women and 60 of 100 men is Newcombe’s interval, about 7 to 32 percentage points', () => {
  const j = jämförKön(andel, cell(80, 80, 100), cell(60, 60, 100));
  assert.equal(j.skillnad?.värde, 20);
  assert.deepEqual([j.skillnad?.från, j.skillnad?.till], [7, 32], 'outwards, one digit more than its width');
  assert.equal(j.säkerställd, true);
  assert.equal(
    j.mening,
    'Siffran är 20\u00a0procentenheter högre för kvinnor än för män. Skillnaden är säkerställd: den ligger mellan 7 och 32\u00a0procentenheter.',
  );
  assert.equal(j.kvot?.toFixed(2), '1.33');
});

test('the same shares of ten each can be chance, and it is said', () => {
  const j = jämförKön(andel, cell(80, 5, 10), cell(60, 5, 10));
  assert.equal(j.säkerställd, false);
  assert.match(j.mening, /Skillnaden kan bero på slumpen: den ligger mellan −/);
});

test('means: women wait longer, by Welch, and no limit is more exact than the figure', () => {
  const j = jämförKön(dagar, cell(12, 100), cell(8, 100), {
    kvinnor: { standardavvikelse: 5 },
    män: { standardavvikelse: 5 },
  });
  // 4 ± 1.972 · 5 · √(2/100) = 2.61 to 5.39; five of the hundred bear half a day.
  assert.deepEqual([j.skillnad?.från, j.skillnad?.till], [2.5, 5.5]);
  assert.equal(
    j.mening,
    'Kvinnor väntar 4\u00a0dagar längre än män. Skillnaden är säkerställd: den ligger mellan 2,5 och 5,5\u00a0dagar.',
  );
  assert.match(jämförKön(dagar, cell(12, 100), cell(8, 100)).mening, /går inte att räkna/);
});

test('a median takes the values at its limits', () => {
  const j = jämförKön(
    mått({ enhet: 'dagar', täljare: { percentil: 50, fält: 'vantedagar' } }),
    cell(10, 500),
    cell(4, 500),
    { kvinnor: { från: 9, till: 11 }, män: { från: 4, till: 5 } },
  );
  assert.equal(j.skillnad?.värde, 6);
  assert.equal(j.säkerställd, true);
});

test('counts: 100 women and 80 men can be chance, 300 and 200 not', () => {
  const få = jämförKön(mått({}), cell(100, 100), cell(80, 80));
  assert.equal(få.säkerställd, false);
  assert.match(få.mening, /^Det är 20\u00a0ansökningar fler bland kvinnor än bland män/);
  assert.equal(jämförKön(mått({}), cell(300, 300), cell(200, 200)).säkerställd, true);
});

test('a protected figure gives no difference, no interval and no word on which', () => {
  const j = jämförKön(andel, cell(SKYDDAD, 5, 10), cell(60, 60, 100));
  assert.deepEqual([j.skillnad, j.kvot, j.säkerställd, j.kvinnor.från], [undefined, undefined, undefined, undefined]);
  assert.match(j.mening, /skyddas för kvinnor eller män/);
  assert.equal(jämförKön(andel, undefined, cell(60, 60, 100)).skillnad, undefined);
});

test('a sum has a difference but nothing is said of chance', () => {
  const j = jämförKön(mått({ enhet: 'kr', täljare: { summa: 'belopp' } }), cell(5_000, 50), cell(4_000, 50));
  assert.equal(j.säkerställd, undefined);
  assert.match(j.mening, /^Siffran är 1\u00a0000\u00a0kr högre för kvinnor än för män\. Hur säker/);
});
