import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prövaVillkor, type Villkorsläge } from '../insats/prova-villkor.ts';
import { gällandeSpråk, noteraSpråk, sfiIOrd } from './sprakuppgift.ts';

const NU = '2026-11-24T09:00:00.000Z';
const notera = (own: Partial<Parameters<typeof noteraSpråk>[0]> = {}) =>
  noteraSpråk({
    id: 'u1',
    händelse: 'h1',
    person: 'p1',
    nivå: 'B1',
    sfi: { studieväg: '2', kurs: 'C', läge: 'pagar' },
    språk: 'Arabiska, engelska , arabiska',
    tolk: 'arabiska',
    grund: 'bedomning',
    anteckning: '',
    av: { id: 's', namn: 'S' },
    nu: NU,
    ...own,
  });
const ingen = { studieväg: '', kurs: '', läge: '' };

test('the level, the course and the languages are kept as noted; the latest holds', () => {
  const result = notera();
  assert.ok(result.ok);
  assert.equal(result.uppgift.nivå, 'B1');
  assert.deepEqual(result.uppgift.språk, ['arabiska', 'engelska']);
  assert.equal(sfiIOrd(result.uppgift.sfi!), 'sfi studieväg 2, kurs C (läser nu)');
  const senare = { ...result.uppgift, id: 'u2', nivå: 'B2' as const, tid: '2026-12-24T09:00:00.000Z' };
  assert.equal(gällandeSpråk([result.uppgift, senare])?.nivå, 'B2');
  assert.equal(gällandeSpråk([]), undefined);
});

test('a level that is not on the scale, half a course, no ground and nothing at all are refused', () => {
  for (const [own, fält] of [
    [{ nivå: 'D1' }, 'niva'],
    [{ sfi: { studieväg: '2', kurs: '', läge: 'pagar' } }, 'sfiKurs'],
    [{ sfi: { studieväg: '4', kurs: 'C', läge: 'pagar' } }, 'sfiKurs'],
    [{ grund: '' }, 'sprakGrund'],
    [{ grund: 'toString' }, 'sprakGrund'],
    [{ nivå: '', sfi: ingen, språk: ' ', tolk: '' }, 'niva'],
    [{ språk: 'x'.repeat(41) }, 'sprak'],
  ] as const) {
    const result = notera(own);
    assert.deepEqual(!result.ok && result.refusal.fält?.map((f) => f.fält), [fält]);
  }
});

test('a criterion about the level is met, not met, or not known: a course alone is not a level', () => {
  const kräver = (språknivå: Villkorsläge['språknivå']) =>
    prövaVillkor([{ slag: 'sprakniva', minst: 'B1' }], { språknivå } as Villkorsläge)[0]!.utfall;
  const baraSfi = notera({ nivå: '' });
  assert.ok(baraSfi.ok);
  assert.equal(kräver(gällandeSpråk([baraSfi.uppgift])?.nivå), 'okant');
  assert.deepEqual(
    (['A2', 'B1', 'C2'] as const).map((nivå) => kräver(nivå)),
    ['inte-uppfyllt', 'uppfyllt', 'uppfyllt'],
  );
});
