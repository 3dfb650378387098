import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aktivitetsrätt, beslutanderätt, type Delegationspunkt } from './delegation.ts';
import { felIPunkt } from './delegationsandring.ts';

const punkt = (ändrat: Partial<Delegationspunkt>): Delegationspunkt => ({
  id: 'p',
  punkt: '4.8',
  text: 'Aktivitetskrav och anvisning',
  delegat: { slag: 'roll', roll: 'handlaggare' },
  utfall: [],
  från: '2026-01-01',
  till: undefined,
  villkor: { aktivitet: ['aktivitetskrav', 'anvisning'] },
  ...ändrat,
});
const handläggare = { roller: ['handlaggare'] as const };

test('a requirement, a referral and a reduction follow from a point in force for the role; else a sentence says where it is set', () => {
  const rätt = aktivitetsrätt([punkt({})], handläggare, 'aktivitetskrav', '2026-11-24');
  assert.equal(rätt.ok && rätt.punkt.punkt, '4.8');
  for (const [punkter, av, beslut] of [
    [[punkt({})], handläggare, 'nedsattning'],
    [[punkt({})], { roller: ['samordnare'] as const }, 'anvisning'],
    [[punkt({ till: '2026-11-23' })], handläggare, 'anvisning'],
    [[punkt({ från: '2026-11-25' })], handläggare, 'anvisning'],
    [[punkt({ villkor: {}, utfall: ['bifall'] })], handläggare, 'anvisning'],
    [[], handläggare, 'anvisning'],
  ] as const) {
    const nej = aktivitetsrätt(punkter, av, beslut, '2026-11-24');
    assert.ok(!nej.ok);
    assert.equal(nej.refusal.kod, 'inte-delegerat');
    assert.match(nej.refusal.tillåtet, /Styrning, Delegationsordning/);
  }
});

test('such a point covers no decision about money, and a machine never has it', () => {
  const vidgad = punkt({ utfall: ['bifall'] });
  const av = { roller: ['handlaggare'] as const, aktiv: true };
  const beslut = { utfall: 'bifall', bestämmelse: '12:1', belopp: 100 } as const;
  assert.equal(beslutanderätt([vidgad], av, beslut, '2026-11-24'), undefined);
  assert.deepEqual(felIPunkt(punkt({})), []);
  const automatisk = punkt({ delegat: { slag: 'automatisk', funktion: 'F', påslagen: true } });
  assert.deepEqual(
    felIPunkt(automatisk).map((f) => f.fält),
    ['aktivitet'],
  );
});
