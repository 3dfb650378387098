import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gällandeRam, type Ram, type Ramrad, sättRam } from './ram.ts';

const HYRAN: Ramrad = { slag: 'kostnad', typ: 'boende', belopp: 700_000, tolerans: 20_000 };
const LÖNEN: Ramrad = { slag: 'inkomst', typ: 'lon', person: 'v1', belopp: 900_000, tolerans: 200_000 };
const sätt = (own: Partial<Parameters<typeof sättRam>[1]> = {}, förra?: Ram) =>
  sättRam(förra, {
    id: 'r',
    ärende: 'a',
    rader: [HYRAN, LÖNEN],
    till: '2027-05-31',
    skäl: ' Lönen varierar. ',
    av: { id: 'h', namn: 'Handläggare' },
    baseradPå: förra?.nummer ?? 0,
    idag: '2026-11-26',
    nu: '2026-11-26T10:00:00.000Z',
    ...own,
  });
const satt = (own = {}, förra?: Ram) => {
  const result = sätt(own, förra);
  assert.ok(result.ok, JSON.stringify(result));
  return result.ram;
};
const fälten = (own: Partial<Parameters<typeof sättRam>[1]>) => {
  const result = sätt(own);
  return result.ok ? [] : (result.refusal.fält ?? []).map((f) => f.fält);
};

describe('individuell ram', () => {
  it('får ett nummer, och den senaste gäller', () => {
    const första = satt();
    const andra = satt({ rader: [HYRAN] }, första);
    assert.deepEqual([första.nummer, andra.nummer, första.skäl], [1, 2, 'Lönen varierar.']);
    assert.equal(gällandeRam([andra, första], '2026-12-01'), andra);
    assert.equal(gällandeRam([], '2026-12-01'), 'ingen');
  });

  it('slutar gälla dagen efter den sista, och när den tas bort', () => {
    const ram = satt();
    assert.equal(gällandeRam([ram], '2027-05-31'), ram);
    assert.equal(gällandeRam([ram], '2027-06-01'), 'ingen');
    const borta = satt({ rader: [], till: '2026-11-26' }, ram);
    assert.equal(gällandeRam([ram, borta], '2026-11-26'), 'ingen');
  });

  it('vägrar den som har läst en äldre version', () => {
    const result = sätt({ baseradPå: 0 }, satt());
    assert.ok(!result.ok && result.refusal.kod === 'andrad-pa-annat-hall');
  });

  it('säger vid fältet vad som är fel', () => {
    assert.deepEqual(fälten({ till: '2027-11-27' }), ['till']);
    assert.deepEqual(fälten({ till: '2026-11-25' }), ['till']);
    assert.deepEqual(fälten({ till: '2027-02-30' }), ['till']);
    assert.deepEqual(fälten({ skäl: ' ' }), ['skal']);
    assert.deepEqual(fälten({ rader: [{ ...HYRAN, belopp: -1 }] }), ['rader.0.belopp']);
    assert.deepEqual(fälten({ rader: [HYRAN, { ...LÖNEN, tolerans: 0.5 }] }), ['rader.1.tolerans']);
    assert.deepEqual(fälten({ rader: [HYRAN, { ...HYRAN, belopp: 1 }] }), ['rader.1.belopp']);
    assert.deepEqual(fälten({ rader: [LÖNEN, { ...LÖNEN, person: 'v2' }] }), []);
    assert.deepEqual(fälten({ rader: [{ ...HYRAN, typ: 'levnadskostnad-i-ovrigt' }] }), ['rader.0.belopp']);
  });
});
