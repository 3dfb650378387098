import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { läsPersonnummer, visaPersonnummer } from './las-personnummer.ts';

const official = new URL('../../../shared/contracts/personnummer/allPins.json', import.meta.url);
const idag = '2026-11-22';

test('the official test numbers are read with and without century, hyphen and spaces', (t) => {
  if (!existsSync(official)) return t.skip('../shared/contracts/personnummer/allPins.json is not here');
  const numbers = [
    ...new Set(JSON.stringify(JSON.parse(readFileSync(official, 'utf8'))).match(/\b(19|20)\d{10}\b/g) ?? []),
  ].slice(0, 400);
  assert.ok(numbers.length > 100, `only ${numbers.length} numbers were found`);
  for (const twelve of numbers) {
    const ten = twelve.slice(2);
    for (const text of [
      twelve,
      visaPersonnummer(twelve),
      `${twelve.slice(0, 8)} ${twelve.slice(8)}`,
      `${twelve.slice(0, 8)}–${twelve.slice(8)}`,
    ]) {
      assert.deepEqual(läsPersonnummer(text, idag), { kind: 'value', value: twelve }, text);
    }
    const hundred = Number(idag.slice(0, 4)) - Number(twelve.slice(0, 4));
    if (hundred < 99)
      assert.deepEqual(läsPersonnummer(`${ten.slice(0, 6)}-${ten.slice(6)}`, idag), { kind: 'value', value: twelve });
    const wrong = `${twelve.slice(0, 11)}${(Number(twelve[11]) + 1) % 10}`;
    assert.equal(läsPersonnummer(wrong, idag).kind, 'fel', wrong);
  }
});

test('what is not a personnummer is refused with what is allowed', () => {
  const said = (text: string): string => {
    const svar = läsPersonnummer(text, idag);
    return svar.kind === 'value' ? 'value' : svar.text;
  };
  assert.match(said('123456789'), /^Du har skrivit 9 siffror\. Skriv tolv siffror/);
  assert.match(said('20261301-0000'), /inget sådant datum/);
  assert.match(said('20270101-0000'), /har inte varit än/);
  assert.match(said('18500101-0000'), /för långt tillbaka/);
  assert.match(said('abcdefgh-ijkl'), /bara siffror/);
  assert.equal(läsPersonnummer(' ', idag).kind, 'tomt');
});
