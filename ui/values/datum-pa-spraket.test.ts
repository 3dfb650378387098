import assert from 'node:assert/strict';
import { test } from 'node:test';
import { medSpråk, type Språkkod } from '../sprak/sprak.ts';
import { datumPåSpråket } from './datum-pa-spraket.ts';

const på = (språk: Språkkod, text: string) => medSpråk(språk, () => datumPåSpråket(text));

test('dagar, månader och klockslag sägs på sidans språk', () => {
  assert.equal(på('en', '25 november 2026'), 'November 25, 2026');
  assert.equal(på('en', 'december 2026'), 'December 2026');
  assert.equal(på('en', 'onsdag 25 november kl. 09.00–10.00'), 'Wednesday, November 25, 09.00–10.00');
  assert.equal(på('en', '2 november 2026–6 november 2026'), 'November 2, 2026–November 6, 2026');
  assert.equal(på('uk', 'onsdag 25 november 2026'), 'середа, 25 листопада 2026 р.');
  assert.equal(på('en', '29 februari'), 'February 29');
});

test('det som inte bara är dagar, eller ingen dag, rörs inte', () => {
  for (const text of ['Jag var sjuk 25 november 2026', 'Maj', 'maj', '31 februari 2026', 'torsdag 31 april', '']) {
    assert.equal(på('en', text), undefined, text);
  }
});

test('på svenska sägs de som de står', () => {
  assert.equal(på('sv', '25 november 2026'), undefined);
  assert.equal(på('sv-latt', 'onsdag 25 november kl. 09.00–10.00'), undefined);
});
