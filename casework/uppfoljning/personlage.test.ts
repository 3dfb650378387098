import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Spårplacering } from '../spar/spar.ts';
import { type Personunderlag, personläge } from './personlage.ts';

const NU = '2026-12-01T08:00:00.000Z';
const hundra: Spårplacering = {
  id: 's',
  person: 'p',
  spår: 'hundra',
  namn: '100 dagar',
  organisation: 'Kommunen',
  uppföljningsrytm: 'veckovis',
  baraJobbsökande: true,
  från: '2026-09-15',
  till: undefined,
  slutar: '2026-12-23',
  inställning: 1,
  bedömning: undefined,
  förslag: undefined,
  avsteg: undefined,
  skäl: '',
  beslutad: NU,
  beslutadAv: { id: 'h', namn: 'H' },
  avslutsskäl: undefined,
  version: 1,
};
const underlag: Personunderlag = {
  placeringar: [hundra],
  bedömningar: [],
  planer: undefined,
  krav: [],
  märken: [],
  frånvarobedömningar: [],
  möten: [],
  anteckningar: [],
  överlämningar: [],
  nedsättningar: [],
  avslut: [],
  samordnareFrån: undefined,
  olästaHöranden: 0,
  kravFrån: undefined,
  afAttUtreda: [],
};
const behov = (own: Partial<Personunderlag>, slag: string) =>
  personläge({ ...underlag, ...own }, NU).behov.find((b) => b.behov === slag);

test('a track of job-seeking only is at its end when the requirement falls due, before its hundred days are gone', () => {
  assert.equal(behov({}, 'spar'), undefined);
  assert.equal(behov({ kravFrån: '2027-01' }, 'spar'), undefined);
  const slut = behov({ kravFrån: '2026-12' }, 'spar');
  assert.deepEqual([slut?.dag, slut?.väg], ['2026-11-30', '/spar']);
  assert.match(slut!.text, /100 dagar slutade måndag 30 november.*då aktivitetskravet ska ställas/);
  assert.equal(behov({ kravFrån: '2026-12', placeringar: [{ ...hundra, baraJobbsökande: false }] }, 'spar'), undefined);
});

test('somebody has to find out whether she is registered at Arbetsförmedlingen', () => {
  assert.equal(behov({}, 'af-anmald'), undefined);
  const uppgift = {
    id: 'u',
    person: 'p',
    krav: 'k',
    status: 'att-utreda' as const,
    grund: '',
    skapad: '2026-11-25T08:00:00.000Z',
    avslutad: undefined,
    version: 1,
  };
  assert.deepEqual(behov({ afAttUtreda: [uppgift] }, 'af-anmald'), {
    behov: 'af-anmald',
    text: 'Ta reda på om personen är anmäld hos Arbetsförmedlingen',
    väg: '/samordning',
    dag: '2026-11-25',
  });
});
