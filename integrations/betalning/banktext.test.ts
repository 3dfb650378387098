import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { banktext } from './banktext.ts';

const texts: [string, string, string | undefined][] = [
  ['Swedish letters and accents of the west stay', 'Åsa Öberg-Lindén, c/o D’Arc', "Åsa Öberg-Lindén, c/o D'Arc"],
  [
    'letters with accents of other languages lose them',
    'Łukasz Čapek Đorđe Şahin Œuvre',
    'Lukasz Capek Dorde Sahin OEuvre',
  ],
  ['accents written apart are put together', 'A\u030asa', 'Åsa'],
  ['other scripts become full stops', '李 Lee', '. Lee'],
  ['line breaks and tabs are one space', ' A\n\tB  C\u00a0D ', 'A B C D'],
  ['control and direction characters go', 'A\u0000B\u202eC\u200dD', 'ABCD'],
  ['what does not fit is cut, without a space at the end', `${'x'.repeat(9)} yz`, 'x'.repeat(9)],
  ['nothing to read', ' \u0007', undefined],
  ['no letter a bank reads', 'نادية', undefined],
];
for (const [what, value, expected] of texts)
  test(`text for a bank: ${what}`, () => {
    assert.equal(banktext(value, value.startsWith('xxx') ? 10 : 70), expected);
  });

const character = fc.integer({ min: 0, max: 0x2_ffff }).map((code) => String.fromCodePoint(code));

test('text for a bank: anything becomes characters of ISO 8859-15, at most as many as asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 90 }), fc.integer({ min: 1, max: 80 }), (value, length) => {
      const text = banktext(value, length);
      if (text === undefined) return;
      assert.ok(text.length <= length);
      assert.match(text, /^[\u0020-\u007e\u00a1-\u00ff]+$/);
      assert.equal(text, text.trim());
    }),
    { numRuns: 500 },
  );
});
