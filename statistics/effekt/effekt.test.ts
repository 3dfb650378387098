import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Jämförelserad, jämförEffekt } from './effekt.ts';
import { type Förlopp, jämförelserader } from './jamforelserader.ts';

const flera = (antal: number, märke: string, mer: Partial<Jämförelserad>): Jämförelserad[] =>
  Array.from({ length: antal }, (_, i) => ({
    person: `${märke}${i}`,
    bakgrund: 'a',
    halvår: '2025-1',
    deltog: false,
    utfall: false,
    ...mer,
  }));

test('för hand: varje bakgrund väger efter hur många som deltog', () => {
  // Background a: 4 took part, 2 left (50 %); 8 like them, 2 left (25 %). Background b: 2 took part, 0 left; 2 like them, 1 left (50 %).
  // Took part: 2 of 6 = 33.3 %. Like them: (4 · 25 % + 2 · 50 %) / 6 = 33.3 %. The difference is 0, though 2/6 against 3/10 is not.
  // Background c: 3 took part and nobody is like them: they are not matched. Nor is one who was like them in another half-year.
  const rader = [
    ...flera(2, 'a-ut', { deltog: true, utfall: true }),
    ...flera(2, 'a-kvar', { deltog: true }),
    ...flera(2, 'a0-ut', { utfall: true }),
    ...flera(6, 'a0-kvar', {}),
    ...flera(2, 'b', { bakgrund: 'b', deltog: true }),
    ...flera(1, 'b0-ut', { bakgrund: 'b', utfall: true }),
    ...flera(1, 'b0', { bakgrund: 'b' }),
    ...flera(3, 'c', { bakgrund: 'c', deltog: true, utfall: true }),
    ...flera(1, 'c0', { bakgrund: 'c', halvår: '2025-2' }),
  ];
  const svar = jämförEffekt(rader)!;
  assert.equal(svar.deltagare, 9);
  assert.equal(svar.matchade, 6);
  assert.equal(svar.jämförda, 10);
  assert.equal(svar.medUtfall, 2);
  assert.equal(svar.jämfördaMedUtfall, 3);
  assert.ok(Math.abs(svar.utfall.deltog - 1 / 3) < 1e-12);
  assert.ok(Math.abs(svar.utfall.jämförda - 1 / 3) < 1e-12);
  assert.ok(svar.utfall.nedre < 0 && svar.utfall.övre > 0);
  assert.deepEqual(jämförEffekt(rader), svar, 'the same rows give the same interval');
});

test('intervallet är så brett som för två oberoende andelar', () => {
  // 200 of whom 80 left, against 400 of whom 80 left: 40 % − 20 %, standard error √(0.4·0.6/200 + 0.2·0.8/400) = 0.0400.
  const { utfall } = jämförEffekt([
    ...flera(80, 'ut', { deltog: true, utfall: true }),
    ...flera(120, 'kvar', { deltog: true }),
    ...flera(80, 'ut0', { utfall: true }),
    ...flera(320, 'kvar0', {}),
  ])!;
  assert.ok(Math.abs(utfall.skillnad - 0.2) < 1e-12);
  assert.ok(Math.abs((utfall.övre - utfall.nedre) / (2 * 1.96) - 0.04) < 0.004, JSON.stringify(utfall));
});

test('utan någon att jämföra med finns inget svar', () => {
  assert.equal(jämförEffekt([]), undefined);
  assert.equal(jämförEffekt(flera(5, 'p', { deltog: true })), undefined);
});

test('utfallet räknas från den månad någon började, den första', () => {
  const förlopp: Förlopp = {
    person: 'p',
    deltog: true,
    bakgrund: 'a',
    månad: '2025-03',
    till: '2025-08',
    avslutsorsak: 'arbete',
    stegUppåt: '2025-04',
  };
  const ett = (mer: Partial<Förlopp>, utfall: 'arbete' | 'steg' = 'arbete', efter = 6) =>
    jämförelserader([{ ...förlopp, ...mer }], utfall, efter)[0]!.utfall;
  assert.equal(ett({}), true, 'August is the sixth month');
  assert.equal(ett({}, 'arbete', 5), false);
  assert.equal(ett({ avslutsorsak: 'flyttat' }), false);
  assert.equal(ett({ avslutsorsak: 'studier' }), true);
  assert.equal(ett({ till: undefined, avslutsorsak: undefined }), false);
  assert.equal(ett({ avslutsorsak: 'flyttat' }, 'steg', 2), true);
  assert.equal(ett({ avslutsorsak: 'flyttat' }, 'steg', 1), false);
  assert.equal(jämförelserader([förlopp], 'arbete', 6)[0]?.halvår, '2025-1');
});
