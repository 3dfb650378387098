import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isoDate } from '@stegvis/engine';
import fc from 'fast-check';
import { slumpunderlag } from '../slumpunderlag.ts';
import type { Underlag } from '../underlag/underlag.ts';
import { beräkna } from './berakna.ts';
import { type Kvitto, läsKvitto, prövaKvitto } from './kvitto.ts';

const underlag: Underlag = {
  manad: '2026-09',
  inkommen: '2026-09-01',
  kommun: '0001',
  vuxna: [{ id: 'v1', fodd: '1990-01-15' }],
  kostnader: [{ typ: 'boende', belopp: 8000, godkantBelopp: 7500 }],
};
const sparat = (k: Kvitto): Kvitto => {
  const läst = läsKvitto(JSON.parse(JSON.stringify(k)));
  assert.ok(läst);
  return läst;
};

test('ett sparat kvitto ger samma svar när det räknas om', () => {
  fc.assert(
    fc.property(slumpunderlag, (u) =>
      assert.deepEqual(prövaKvitto(sparat(beräkna(u).kvitto)), { lika: true, anmarkningar: [] }),
    ),
    { numRuns: 100, seed: 1 },
  );
});

test('vem som har avgjort ett belopp följer med i kvittot och i förklaringen', () => {
  const vem = { who: 'handläggare 1', when: isoDate('2026-09-03'), reasons: 'Hyran är skälig för familjen.' };
  const { kvitto } = beräkna(underlag, { 'kostnader[0].godkantBelopp': vem });
  const steg = kvitto.trace.steps.find((s) => s.kind === 'assessment' && s.node === 'kostnad.godkant');
  assert.ok(steg?.kind === 'assessment');
  assert.deepEqual({ who: steg.who, when: steg.when, reasons: steg.reasons }, vem);
  assert.equal(prövaKvitto(sparat(kvitto)).lika, true);
});

test('ett ändrat steg, ett borttaget steg och ett ändrat underlag upptäcks', () => {
  const { kvitto } = beräkna(underlag);
  const [första, ...resten] = kvitto.trace.steps;
  assert.ok(första);
  const ändratSteg = { ...kvitto, trace: { ...kvitto.trace, steps: [{ ...första, value: 99 }, ...resten] } };
  const prövat = prövaKvitto(ändratSteg);
  assert.ok(!prövat.lika);
  assert.deepEqual(
    prövat.skillnader.map((s) => s.kvitto),
    [99],
  );
  assert.equal(prövaKvitto({ ...kvitto, trace: { ...kvitto.trace, steps: resten } }).lika, false);
  assert.equal(prövaKvitto({ ...kvitto, underlag: { ...underlag, overskott: 100 } }).lika, false);
});

test('annan motor och annan lagdata utan ändrade värden är anmärkningar', () => {
  const prövat = prövaKvitto({ ...beräkna(underlag).kvitto, motor: '0.0.0', lagdata: 'annan' });
  assert.ok(prövat.lika);
  assert.equal(prövat.anmarkningar.length, 2);
});

for (const [namn, json] of [
  ['inget', null],
  ['text', 'kvitto'],
  ['något annat', { a: 1 }],
  [
    'ett kvitto med ett trasigt steg',
    { slag: 'normberakning', motor: '1', lagdata: 'a', fakta: 'b', trace: { steps: [null] }, underlag },
  ],
  ['ett kvitto utan underlag', { slag: 'normberakning', motor: '1', lagdata: 'a', fakta: 'b', trace: { steps: [] } }],
] as const) {
  test(`${namn} är inget kvitto`, () => assert.equal(läsKvitto(json), undefined));
}
