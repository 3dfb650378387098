import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Ersättningsunderlag, föreslåErsättningar } from './annan-ersattning.ts';

const id = (u: Ersättningsunderlag) => föreslåErsättningar({ betalas: [], ...u }).map((f) => f.ersättning);

test('what is known gives suggestions, and what is not known gives none', () => {
  assert.deepEqual(id({}), []);
  assert.deepEqual(id({ ålder: 58, född: 1968, sjukskriven: true }), ['sjukpenning', 'sjukersattning']);
  assert.deepEqual(id({ ålder: 29, född: 1997, sjukskriven: true }), ['sjukpenning', 'aktivitetsersattning']);
  assert.deepEqual(id({ ålder: 30, född: 1996, sjukskriven: true }), ['sjukpenning', 'sjukersattning']);
  assert.deepEqual(id({ ålder: 28, boendekostnad: true }), ['bostadsbidrag']);
  assert.deepEqual(id({ ålder: 29, boendekostnad: true }), []);
  assert.deepEqual(id({ ålder: 35, boendekostnad: true, barn: [5], ensamstående: true }), [
    'bostadsbidrag',
    'underhallsstod',
    'foraldrapenning',
  ]);
  assert.deepEqual(id({ ålder: 67, född: 1959, sjukskriven: true, boendekostnad: true }), [
    'bostadstillagg',
    'pension',
    'aldreforsorjningsstod',
  ]);
  assert.deepEqual(id({ anmäldHosArbetsförmedlingen: true, studerar: true }), ['a-kassa', 'studiestod']);
});

test('a benefit that is paid is not suggested, and silent registers are said', () => {
  assert.deepEqual(id({ ålder: 58, sjukskriven: true, betalas: ['sjukpenning', 'sjukersattning'] }), []);
  const [förslag] = föreslåErsättningar({ sjukskriven: true });
  assert.match(förslag?.okänt[0] ?? '', /registren har inte svarat/);
});
