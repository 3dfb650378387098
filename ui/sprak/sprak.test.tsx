import assert from 'node:assert/strict';
import { test } from 'node:test';
import { laddaKatalog, medSpråk, t } from './sprak.ts';
import { tJsx } from './t-jsx.tsx';

laddaKatalog('ar', {
  '{antal, plural, one {Ett provbarn} other {# provbarn}}': '{antal, plural, two {طفلان} other {# أطفال}}',
});
laddaKatalog('en', { 'Läs <a>om provregeln</a>, {namn}.': '{namn}, read <a>about the trial rule</a>.' });

test('plural by the language of the page, Swedish where the language lacks the text', () => {
  const barn = (antal: number) => t('{antal, plural, one {Ett provbarn} other {# provbarn}}', { antal });
  assert.equal(barn(1), 'Ett provbarn');
  assert.equal(
    medSpråk('ar', () => barn(2)),
    'طفلان',
  );
  assert.equal(
    medSpråk('uk', () => barn(3)),
    '3 provbarn',
  );
});

test('the language follows what is awaited', async () => {
  const seen = await medSpråk('ar', async () => {
    await Promise.resolve();
    return t('{antal, plural, one {Ett provbarn} other {# provbarn}}', { antal: 2 });
  });
  assert.equal(seen, 'طفلان');
});

test('a text with a link keeps its place in the other language', () => {
  const text = () =>
    tJsx('Läs <a>om provregeln</a>, {namn}.', { a: (ord) => <a href="/regel">{ord}</a> }, { namn: 'du' });
  assert.equal(String(text()), 'Läs <a href="/regel">om provregeln</a>, du.');
  assert.equal(
    medSpråk('en', () => String(text())),
    'du, read <a href="/regel">about the trial rule</a>.',
  );
});
