import assert from 'node:assert/strict';
import { test } from 'node:test';
import { översatt } from './oversatt.ts';
import { laddaSpråk, medSpråk, t } from './sprak.ts';
import { tJsx } from './t-jsx.tsx';

laddaSpråk('ar', {
  granskade: {},
  ogranskade: {
    '{antal, plural, one {Ett provbarn} other {# provbarn}}': '{antal, plural, two {طفلان} other {# أطفال}}',
  },
});
laddaSpråk('en', {
  granskade: {
    'Läs <a>om provregeln</a>, {namn}.': '{namn}, read <a>about the trial rule</a>.',
    'Ansökan för {0} har {1} fel.': '{1} faults in {0}.',
    inkomster: 'incomes',
  },
  ogranskade: {},
});

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

test('a finished sentence is known by its shape, and one that nobody knows stays Swedish', () => {
  medSpråk('en', () => {
    assert.equal(översatt('Ansökan för december 2026 har 2 fel.'), '2 faults in December 2026.');
    assert.equal(översatt('Något som ingen har översatt.'), 'Något som ingen har översatt.');
    assert.equal(översatt('Ansökan för inkomster har 1 fel.'), '1 faults in incomes.');
    assert.equal(översatt('Läs <a>om provregeln</a>, {namn}.'), 'Läs <a>om provregeln</a>, {namn}.');
    assert.equal(
      översatt('Något nytt. Ansökan för maj har 1 fel. Ansökan för juni har 2 fel.'),
      'Något nytt. 1 faults in maj. 2 faults in juni.',
    );
  });
});
