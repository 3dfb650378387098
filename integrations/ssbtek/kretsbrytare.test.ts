import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Krets, skapaKretsbrytare } from './kretsbrytare.ts';

function prov() {
  let tid = Date.parse('2026-11-22T08:00:00Z');
  const ändringar: Krets[] = [];
  const kretsar = skapaKretsbrytare({
    nu: () => new Date(tid),
    efterFel: 3,
    vilaMs: 1_000,
    längstMs: 3_000,
    vidÄndring: (krets) => ändringar.push(krets),
  });
  const fela = (gånger: number) => {
    for (let i = 0; i < gånger; i++) kretsar.misslyckades('FK');
  };
  return {
    kretsar,
    ändringar,
    fela,
    gå: (ms: number) => {
      tid += ms;
    },
  };
}

it('bryts efter fel i rad, och ett svar emellan börjar om', () => {
  const { kretsar, ändringar, fela } = prov();
  fela(2);
  kretsar.lyckades('FK');
  fela(2);
  assert.equal(kretsar.släpp('FK'), true);
  fela(1);
  assert.equal(kretsar.släpp('FK'), false);
  assert.equal(kretsar.släpp('CSN'), true);
  assert.deepEqual(ändringar, [{ namn: 'FK', läge: 'oppen', fel: 3, sedan: '2026-11-22T08:00:00.000Z' }]);
});

it('släpper en att prova efter vilan, och sluts när den får svar', () => {
  const { kretsar, ändringar, fela, gå } = prov();
  fela(3);
  gå(999);
  assert.equal(kretsar.släpp('FK'), false);
  gå(1);
  assert.deepEqual([kretsar.släpp('FK'), kretsar.släpp('FK')], [true, false]);
  assert.equal(kretsar.läge()[0]!.läge, 'provas');
  kretsar.lyckades('FK');
  assert.deepEqual([kretsar.släpp('FK'), kretsar.läge()], [true, [{ namn: 'FK', läge: 'sluten', fel: 0 }]]);
  assert.deepEqual(
    ändringar.map((k) => k.läge),
    ['oppen', 'sluten'],
  );
});

it('vilar dubbelt så länge efter varje misslyckat prov, men inte hur länge som helst', () => {
  const { kretsar, fela, gå } = prov();
  fela(3);
  for (const vila of [1_000, 2_000, 3_000, 3_000]) {
    gå(vila - 1);
    assert.equal(kretsar.släpp('FK'), false);
    gå(1);
    assert.equal(kretsar.släpp('FK'), true);
    fela(1);
  }
});

it('väntar inte för alltid på ett prov som ingen berättade om', () => {
  const { kretsar, fela, gå } = prov();
  fela(3);
  gå(1_000);
  assert.equal(kretsar.släpp('FK'), true);
  gå(1_000);
  assert.equal(kretsar.släpp('FK'), true);
});

it('många fel efter att kretsen brutits förlänger inte vilan', () => {
  const { kretsar, fela, gå } = prov();
  fela(30);
  gå(1_000);
  assert.equal(kretsar.släpp('FK'), true);
});
