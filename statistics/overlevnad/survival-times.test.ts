import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Biståndsperiod } from '../fakta.ts';
import { survivalTimes } from './survival-times.ts';

const period = (own: Partial<Biståndsperiod>): Biståndsperiod => ({
  id: 'a',
  person: 'p',
  från: '2025-01',
  till: '2025-06',
  avslutsorsak: undefined,
  återansökt: undefined,
  återkom: undefined,
  seddTill: '2026-10-31',
  förstaAktivitet: undefined,
  insatser: [],
  stegFrån: undefined,
  stegTill: undefined,
  kon: 'kvinna',
  aldersgrupp: '25-34',
  hushallstyp: 'ensam-utan-barn',
  hinder: 'uppgift-saknas',
  distrikt: 'Norr',
  spar: 'A',
  ...own,
});
const dagar = (p: Partial<Biståndsperiod>) => survivalTimes([period(p)], { enhet: 'dagar', återkomst: 'ansokan' });
const månader = (p: Partial<Biståndsperiod>, återkomst: 'ansokan' | 'bistand' = 'ansokan') =>
  survivalTimes([period(p)], { enhet: 'manader', återkomst });

describe('survivalTimes', () => {
  it('räknar dagar från den första dagen efter sista månaden', () => {
    assert.deepEqual(dagar({ återansökt: '2025-07-01' }), [{ tid: 0, hände: true }]);
    assert.deepEqual(dagar({ återansökt: '2025-08-01' }), [{ tid: 31, hände: true }]);
  });

  it('räknar en ansökan som kom in före slutet, för en månad efter det, som dag 0', () => {
    assert.deepEqual(dagar({ återansökt: '2025-06-20' }), [{ tid: 0, hände: true }]);
    assert.deepEqual(månader({ återansökt: '2025-06-20' }), [{ tid: 1, hände: true }]);
  });

  it('behåller den som inte har återkommit i nämnaren till den sista dagen som är känd', () => {
    assert.deepEqual(dagar({ seddTill: '2025-07-10' }), [{ tid: 9, hände: false }]);
    // 1 juli 2025 till 31 oktober 2026 är 16 hela månader.
    assert.deepEqual(månader({}), [{ tid: 16, hände: false }]);
  });

  it('räknar bara månader som är kända till sin sista dag', () => {
    // Känd till 20 september: juli och augusti är hela. Ansökan den 5 september väntar tills september är slut.
    assert.deepEqual(månader({ seddTill: '2025-09-20' }), [{ tid: 2, hände: false }]);
    assert.deepEqual(månader({ seddTill: '2025-09-20', återansökt: '2025-09-05' }), [{ tid: 2, hände: false }]);
    assert.deepEqual(månader({ seddTill: '2025-09-30', återansökt: '2025-09-05' }), [{ tid: 3, hände: true }]);
  });

  it('skiljer ny ansökan från nytt bistånd', () => {
    const p = { återansökt: '2025-08-15', återkom: '2025-10' };
    assert.deepEqual(månader(p), [{ tid: 2, hände: true }]);
    assert.deepEqual(månader(p, 'bistand'), [{ tid: 4, hände: true }]);
  });

  it('har ingen tid för den som har bistånd, och för den som inte är känd efter slutet', () => {
    assert.deepEqual(dagar({ till: undefined }), []);
    assert.deepEqual(dagar({ seddTill: '2025-06-15' }), []);
    assert.deepEqual(månader({ seddTill: '2025-06-15' }), []);
  });
});
