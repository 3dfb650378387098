import assert from 'node:assert/strict';
import { test } from 'node:test';
import { INDIKATORER } from '../indikatorer/index.ts';
import { RAPPORTPLAN, rapportfrågor } from '../rapport/rapportplan.ts';
import { förvaldaFrågor, förvaldaMånader, ÖVERSIKTEN, översiktsmånad } from './forvalda-fragor.ts';
import { läsUttagsfråga } from './las-uttagsfraga.ts';

const IDAG = '2026-11-24';

test('det som räknas på natten är just det som ett måtts sida frågar när ingen har valt', () => {
  const räknade = new Set(förvaldaFrågor(IDAG, undefined).map((f) => JSON.stringify(f)));
  for (const mått of INDIKATORER) {
    const läst = läsUttagsfråga(
      { senaste: [String(förvaldaMånader(mått))], indikator: [mått.id] },
      { idag: IDAG, värden: {} },
    );
    assert.ok(läst.ok, mått.id);
    assert.ok(räknade.has(JSON.stringify(läst.statistikfråga)), mått.id);
  }
  for (const fråga of RAPPORTPLAN.flatMap(({ mått }) => mått).flatMap((m) => rapportfrågor(m, '2026-10')))
    assert.ok(räknade.has(JSON.stringify(fråga)), fråga.indikator);
});

test('översiktens mått finns, och dess månad är den sista hela eller den sista som har underlag', () => {
  const antal = ÖVERSIKTEN.reduce((summa, { mått }) => summa + mått.length, 0);
  const rapportens = RAPPORTPLAN.flatMap(({ mått }) => mått).flatMap((m) => rapportfrågor(m, '2026-10'));
  assert.equal(förvaldaFrågor(IDAG, undefined).length, antal + INDIKATORER.length + rapportens.length);
  assert.equal(översiktsmånad(IDAG, undefined), '2026-10');
  assert.equal(översiktsmånad(IDAG, { till: '2026-08' }), '2026-08');
  assert.equal(översiktsmånad(IDAG, { till: '2026-11' }), '2026-10');
});
