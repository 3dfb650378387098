import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isoDate } from '@stegvis/engine';
import {
  beräkna,
  beräknaSnabbt,
  fakta,
  type Reform,
  Reformhinder,
  reformgrafer,
  type Underlag,
  ögonblick,
} from '@stegvis/rules';
import { syntetiskaUnderlag } from '../syntet/underlag.ts';
import { type Reformunderlag, reformräkning } from './reformrakning.ts';

const DAG = isoDate('2026-11-24');
const REFORM: Reform = {
  namn: 'Prov',
  vem: 'staten',
  delar: [
    { slag: 'begransning', hogst: [18000, 18500, 19000] },
    { slag: 'riksnorm-procent', procent: 3 },
    { slag: 'hyresgrans', efterPersoner: [6000, 7000, 8000, 9000, 10000], perYtterligare: 700 },
    { slag: 'jobbstimulans', procent: 40 },
  ],
};
const grafer = new Map<string | undefined, ReturnType<typeof reformgrafer>>();
const ettOchEtt = (underlag: Underlag): number | undefined => {
  const { kommun } = underlag;
  const graf = grafer.get(kommun) ?? reformgrafer(REFORM, kommun, DAG);
  grafer.set(kommun, graf);
  return graf.huvudgraf.wire(ögonblick(underlag))(fakta(underlag)).bistand;
};
const iÖren = (kronor: number | null) => (kronor === null ? undefined : Math.round(kronor * 100));
const parti = (alla: readonly Underlag[]): Reformunderlag[] =>
  alla.map((underlag, i) => ({ hushåll: String(i), fall: `f${i}`, underlag }));

/** Synthetic households in which a person has settled something, or must: every third, fifth and seventh in another way. */
const medBedömningar = (alla: Iterable<Underlag>): Underlag[] =>
  [...alla].map((u, i) => ({
    ...u,
    manad: (['2026-09', '2026-10', '2026-11'] as const)[i % 3]!,
    ...(i % 3 === 0 ? { normavvikelse: { belopp: (i % 900) - 300, skal: 'skäl' } } : {}),
    ...(i % 5 === 0 ? { kostnader: (u.kostnader ?? []).map((k) => ({ ...k, godkantBelopp: k.belopp - 100 })) } : {}),
    ...(i % 7 === 0
      ? {
          vuxna: u.vuxna.map((v) => ({
            ...v,
            jobbstimulansFran: '2026-03',
            inkomster: [
              { typ: 'lon' as const, netto: 4000 + i },
              { typ: 'gava' as const, netto: 500, ...(i % 2 === 0 ? { raknatBelopp: 200 } : {}) },
            ],
          })),
        }
      : {}),
  }));

test('three thousand households give the same as case by case, before and after, assessments kept', () => {
  const alla = medBedömningar(syntetiskaUnderlag(5, 3000, '2026-10', '0001'));
  const räkning = reformräkning(REFORM, DAG);
  const underlag = parti(alla);
  for (let i = 0; i < underlag.length; i += 700) räkning.lägg(underlag.slice(i, i + 700));
  const { hushåll, bedöms, räknade, ejIKraft } = räkning.räknat();
  const funna = new Map(hushåll.map((h) => [h.hushåll, h]));
  let väntaPåPerson = 0;
  for (const { hushåll: id, underlag: ett } of underlag) {
    const före = iÖren(beräknaSnabbt(ett).bistand);
    const efter = ettOchEtt(ett);
    if (före === undefined || efter === undefined) {
      väntaPåPerson += 1;
      assert.equal(funna.get(id), undefined);
      continue;
    }
    const h = funna.get(id)!;
    assert.deepEqual([h.före, h.efter, h.månader, h.fall], [före, efter, 1, `f${id}`]);
  }
  assert.equal(bedöms, väntaPåPerson);
  assert.equal(räknade, 3000 - väntaPåPerson);
  assert.ok(väntaPåPerson > 100 && räknade > 1000, `${väntaPåPerson} wait, ${räknade} reckoned`);
  assert.deepEqual(ejIKraft, []);
  const ändrade = hushåll.filter((h) => h.före !== h.efter).length;
  assert.ok(ändrade > 500, `${ändrade} change`);
});

test('two thousand synthetic households give the same as the calculation with its receipt', () => {
  const alla = [...syntetiskaUnderlag(7, 2000, '2026-10', '0001')];
  const räkning = reformräkning({ ...REFORM, delar: REFORM.delar.slice(0, 2) }, DAG);
  räkning.lägg(parti(alla));
  const { hushåll } = räkning.räknat();
  assert.equal(hushåll.length, 2000);
  for (const h of hushåll.filter((_, i) => i % 20 === 0))
    assert.equal(h.före, iÖren(beräkna(alla[Number(h.hushåll)]!).bistand));
});

test('a month that is not decided by law is refused with the words of the law data, and those of other months are reckoned', () => {
  const i2026 = [...syntetiskaUnderlag(7, 30, '2026-10')];
  const i2027 = [...syntetiskaUnderlag(7, 20, '2027-02')];
  const räkning = reformräkning(REFORM, DAG);
  räkning.lägg(parti([...i2026, ...i2027]));
  const { hushåll, räknade, ejIKraft } = räkning.räknat();
  assert.equal(räknade, 30);
  assert.equal(hushåll.length, 30);
  assert.equal(
    ejIKraft.reduce((s, { antal }) => s + antal, 0),
    20,
  );
  assert.ok(ejIKraft.every(({ månad, text }) => månad === '2027-02' && /2027/.test(text)));
});

test('the months of a household are summed, and its size is that of its last month', () => {
  const ett = (manad: string, barn: number): Reformunderlag => ({
    hushåll: 'h',
    fall: `f-${manad}`,
    underlag: {
      manad,
      inkommen: '2026-09-01',
      vuxna: [{ id: 'v1', fodd: '1990-01-01' }],
      barn: Array.from({ length: barn }, (_, i) => ({ id: `b${i}`, fodd: '2017-01-01' })),
    },
  });
  const räkning = reformräkning({ ...REFORM, delar: [{ slag: 'riksnorm-procent', procent: 10 }] }, DAG);
  räkning.lägg([ett('2026-10', 1), ett('2026-09', 0)]);
  const [h] = räkning.räknat().hushåll;
  // September: 3 940 + 1 280 = 5 220, and with 10 % to tens 4 330 + 1 410 = 5 740.
  // October with a child of nine: 3 940 + 3 820 + 1 410 = 9 170, and 4 330 + 4 200 + 1 550 = 10 080.
  assert.deepEqual(h, {
    hushåll: 'h',
    fall: 'f-2026-10',
    månader: 2,
    grupp: 'ensam-med-barn',
    barn: 1,
    före: 522000 + 917000,
    efter: 574000 + 1008000,
  });
});

test('a reform that cannot be laid on the rules is refused before anything is reckoned', () => {
  const räkning = reformräkning({ ...REFORM, vem: 'kommunen' }, DAG);
  assert.throws(() => räkning.lägg(parti([...syntetiskaUnderlag(7, 2)])), Reformhinder);
  assert.equal(räkning.räknat().räknade, 0);
});
