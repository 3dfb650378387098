import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteraÅterkomst } from '../avslut/aterkomstnotering.ts';
import type { Avslut } from '../avslut/avslut.ts';
import { FÖRVALDA_KARTLÄGGNINGSFRÅGOR, skrivFrågor, tolkaFrågor } from './formular.ts';
import { avslutaKartläggning, startaKartläggning } from './kartlaggning.ts';
import { kartläggningssvarIOrd, svaraPåKartläggning, önskatSteg } from './svara-pa-kartlaggning.ts';

const nu = '2026-11-24T08:00:00.000Z';
const chef = { id: 'c', namn: 'Chef', roller: ['enhetschef'] };

const starta = (own: Partial<Parameters<typeof startaKartläggning>[0]> = {}) =>
  startaKartläggning({
    id: 'k',
    namn: 'Hösten',
    från: '2026-11-01',
    till: '2026-12-15',
    månad: '2026-10',
    minstMånader: '3',
    frågor: skrivFrågor(FÖRVALDA_KARTLÄGGNINGSFRÅGOR),
    personer: ['p'],
    av: chef,
    nu,
    ...own,
  });
const fält = (result: ReturnType<typeof starta>) => (result.ok ? [] : result.refusal.fält?.map((f) => f.fält));

test('a form is read as it was written, and a fault names its line', () => {
  assert.deepEqual(tolkaFrågor(skrivFrågor(FÖRVALDA_KARTLÄGGNINGSFRÅGOR)), {
    ok: true,
    frågor: FÖRVALDA_KARTLÄGGNINGSFRÅGOR,
  });
  for (const [text, vad] of [
    ['', /minst en fråga/],
    ['Hur mår du?', /Rad 1: skriv kortnamn/],
    ['- bra: Bra', /Rad 1: ett val ska stå under en fråga/],
    ['halsa: Hur mår du?\n- bra: Bra', /ska ha två till 15 val/],
    ['halsa: Hur mår du?\n- bra: Bra\n- bra: Dåligt', /Rad 3: valet bra finns redan/],
    ['halsa: Hur mår du?\n- a: A1\n- b: B1\n\nhalsa: Igen?', /Rad 5: kortnamnet halsa finns redan/],
    [Array.from({ length: 21 }, (_, i) => `f${i}: Fråga\n- a: A1\n- b: B1`).join('\n'), /högst 20 frågor/],
  ] as const) {
    const läst = tolkaFrågor(text);
    assert.ok(!läst.ok);
    assert.match(läst.fel[0]!.text, vad);
  }
});

test('an inventory is started over those that fit, and refused otherwise', () => {
  const result = starta();
  assert.ok(result.ok);
  assert.deepEqual([result.kartläggning.antal, result.kartläggning.regel], [1, { månad: '2026-10', minstMånader: 3 }]);
  assert.deepEqual(fält(starta({ personer: [] })), ['manad']);
  assert.deepEqual(fält(starta({ minstMånader: '13' })), ['minst']);
  assert.deepEqual(fält(starta({ minstMånader: '٣' })), ['minst']);
  assert.deepEqual(fält(starta({ månad: '2026-00' })), ['manad']);
  assert.deepEqual(fält(starta({ till: '2026-11-23' })), ['till']);
  assert.deepEqual(fält(starta({ från: '2026-02-31' })), ['fran']);
  const nekad = starta({ av: { ...chef, roller: ['handlaggare'] } });
  assert.equal(!nekad.ok && nekad.refusal.kod, 'fel-roll');
});

test('a person answers or says no; a no keeps nothing else, and after the end nobody answers', () => {
  const startad = starta();
  assert.ok(startad.ok);
  const k = startad.kartläggning;
  const svara = (slag: string, svar: Record<string, string[]>, own: object = {}) =>
    svaraPåKartläggning(k, undefined, { person: 'p', slag, svar, ord: ' Vill jobba ', av: chef, nu, ...own });
  const svarat = svara('svarat', {
    halsa: ['bra'],
    vill: ['studera', 'arbeta-deltid', 'studera'],
    'nasta-steg': ['sprak'],
  });
  assert.ok(svarat.ok);
  assert.deepEqual(svarat.svar.svar['vill'], ['studera', 'arbeta-deltid']);
  assert.equal(önskatSteg(k, svarat.svar), 'Lära mig mer svenska');
  assert.deepEqual(kartläggningssvarIOrd(k, svarat.svar)[1], { fråga: 'Vad vill du?', svar: 'Arbeta deltid, Studera' });
  const nej = svara('avbojt', { halsa: ['bra'] });
  assert.ok(nej.ok);
  assert.deepEqual([nej.svar.svar, nej.svar.ord, nej.svar.version], [{}, '', 1]);
  for (const [slag, svar] of [
    ['svarat', {}],
    ['svarat', { halsa: ['bra', 'kropp'] }],
    ['svarat', { halsa: ['constructor'] }],
    ['toString', {}],
  ] as const)
    assert.equal(svara(slag, svar as never).ok, false, JSON.stringify(svar));
  assert.equal(svara('svarat', { halsa: ['bra'] }, { ord: 'x'.repeat(2001) }).ok, false);
  assert.equal(svara('svarat', { halsa: ['bra'] }, { nu: '2026-10-31T08:00:00.000Z' }).ok, false, 'not begun');
  const slut = avslutaKartläggning(k, { av: chef, nu });
  assert.ok(slut.ok);
  const efter = svaraPåKartläggning(slut.kartläggning, undefined, {
    person: 'p',
    slag: 'avbojt',
    svar: {},
    ord: '',
    av: chef,
    nu,
  });
  assert.equal(!efter.ok && efter.refusal.kod, 'avslutad');
  assert.equal(avslutaKartläggning(slut.kartläggning, { av: chef, nu }).ok, false);
});

test('why somebody is back is noted by choices and words', () => {
  const avslut = { id: 'a', person: 'p' } as Avslut;
  const notera = (orsaker: string[], text = '') => noteraÅterkomst(avslut, { id: 'n', orsaker, text, av: chef, nu });
  const result = notera(['arbetet-slut', 'arbetet-slut', 'okänd']);
  assert.ok(result.ok);
  assert.deepEqual([result.notering.orsaker, result.notering.avslut], [['arbetet-slut'], 'a']);
  assert.equal(notera([]).ok, false);
  assert.equal(notera(['annat']).ok, false);
  assert.equal(notera(['annat'], 'Hyran höjdes').ok, true);
  assert.equal(notera(['utgift'], 'x'.repeat(1001)).ok, false);
});
