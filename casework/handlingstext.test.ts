import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handlingstext } from './handlingstext.ts';

test('koden i granskningsloggen läses som ord', () => {
  for (const [kod, text] of [
    ['ansokan.last', 'Ansökan: läst'],
    ['beslut.fattat', 'Beslut: fattat'],
    ['anvisning.flyttad-i-ko', 'Anvisning: flyttad i kö'],
    ['oforklarad-franvaro.last', 'Oförklarad frånvaro: läst'],
    ['af.anmalan-utredd', 'Arbetsförmedlingen: anmälan utredd'],
    ['ivo.fil', 'IVO: fil'],
    ['kapacitet', 'Kapacitet'],
    ['ett-nytt.ord', 'Ett nytt: ord'],
  ] as const)
    assert.equal(handlingstext(kod), text);
});
