import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FÄLT, fältet } from '../falt.ts';
import { type Faktatabell, type Indikator, OMRÅDEN, type Uttryck } from '../indikator.ts';
import { INDIKATORER, indikator } from './index.ts';

const BEFOLKNINGENS = ['kon', 'aldersgrupp', 'distrikt'];

describe('every indicator', () => {
  it('has an id of its own, in ASCII', () => {
    const ids = INDIKATORER.map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
    );
    for (const id of ids) assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.equal(indikator('utbetalt')?.id, 'utbetalt');
    assert.equal(indikator('finns-inte'), undefined);
  });

  for (const i of INDIKATORER)
    it(`${i.id} counts fields that there are`, () => {
      for (const text of [i.namn, i.mening, i.utelämnar, i.definition])
        assert.ok(text.trim().length > 3, `${i.id}: ${text}`);
      assert.match(i.mening, /\.$/);
      assert.match(i.utelämnar, /\.$/);
      assert.ok(Object.hasOwn(OMRÅDEN, i.område));
      const tid = fältet(i.källa, i.tid.fält);
      assert.ok(tid && ['manad', 'ar', 'dag', 'tidpunkt'].includes(tid.typ), `${i.tid.fält} is no time of ${i.källa}`);
      if (tid.typ === 'ar') assert.equal(i.tid.kortast, 'ar');
      checkUttryck(i.källa, i.täljare);
      checkNämnare(i);
      assert.equal(new Set(i.uppdelningar).size, i.uppdelningar.length);
      for (const u of i.uppdelningar) checkUppdelning(i.källa, u);
    });
});

function checkUppdelning(källa: Faktatabell, namn: string) {
  assert.ok(
    ['text', 'lista', 'ja-nej'].includes(fältet(källa, namn)?.typ ?? ''),
    `${källa} cannot be split by ${namn}`,
  );
}

function checkNämnare(i: Indikator) {
  const n = i.nämnare;
  if (n === undefined) return assert.notEqual(i.enhet, 'procent', 'a percentage has a denominator');
  assert.ok('räkna' in i.täljare || 'summa' in i.täljare, 'a mean or percentile has no denominator');
  if ('befolkning' in n)
    assert.deepEqual(
      i.uppdelningar.filter((u) => !BEFOLKNINGENS.includes(u)),
      [],
    );
  else if ('tjänster' in n)
    assert.deepEqual(
      i.uppdelningar.filter((u) => u !== 'distrikt'),
      [],
    );
  else if ('källa' in n) {
    checkUttryck(n.källa, n.uttryck);
    assert.ok(fältet(n.källa, n.tid), `${n.tid} is no field of ${n.källa}`);
    for (const u of i.uppdelningar) checkUppdelning(n.källa, u);
  } else checkUttryck(i.källa, n);
}

function checkUttryck(källa: Faktatabell, u: Uttryck) {
  const typ = (namn: string) => {
    const fält = fältet(källa, namn);
    assert.ok(fält, `${källa} has no field ${namn}; it has ${Object.keys(FÄLT[källa]).join(', ')}`);
    return fält.typ;
  };
  if ('summa' in u) assert.ok(['tal', 'ore'].includes(typ(u.summa)));
  if ('medel' in u) assert.ok(['tal', 'ore'].includes(typ(u.medel)));
  if ('percentil' in u) assert.ok(['tal', 'ore'].includes(typ(u.fält)) && u.percentil > 0 && u.percentil < 100);
  if ('räkna' in u && u.räkna === 'olika') assert.equal(typ(u.fält), 'id');
  for (const v of u.där ?? []) {
    const t = typ(v.fält);
    if (typeof v.är === 'boolean') assert.equal(t, 'ja-nej');
    if (typeof v.är === 'string') assert.ok(['text', 'lista'].includes(t));
    if (typeof v.är === 'number' || v.minst !== undefined || v.högst !== undefined)
      assert.ok(['tal', 'ore', 'ar'].includes(t));
    assert.ok(v.är !== undefined || v.minst !== undefined || v.högst !== undefined || v.finns !== undefined);
  }
}
