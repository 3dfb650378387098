import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Kravbeslut } from '@stegvis/casework';
import { type Brevinnehåll, bestämBrev, ritaBrev } from './brev.ts';
import { kravbrevText, kravetUpphörtText } from './kravbrev.ts';

const steg = (id: string, text: string, timmar: number, stycke: string) => ({
  id,
  text,
  timmar,
  grund: `12 kap. 4 b § ${stycke} socialtjänstlagen (lydelse enligt SFS 2026:730)`,
});
const prövning: Kravbeslut['prövning'] = {
  manad: '2026-12',
  krav: 'ska',
  timmarPerVecka: 20,
  grund: ['12 kap. 4 a § första stycket socialtjänstlagen (lydelse enligt SFS 2026:730)'],
  steg: [
    steg('langsta-tid', 'Längsta tid per vecka', 40, 'första stycket'),
    steg('deltid-sfi', 'Sfi på deltid', -15, 'andra stycket 1 c'),
    steg('soka-arbete', 'Tid att söka arbete', -5, 'andra stycket 2'),
  ],
  undantag: [],
  varningar: [],
};
const krav: Kravbeslut = {
  id: 'k1',
  person: 'p1',
  grund: '12:4a',
  från: '2026-12',
  till: '2027-05',
  timmarPerVecka: 18,
  prövning,
  plan: { id: 'plan1', nummer: 2 },
  skäl: 'Du och jag kom överens om planen.\nDu börjar med kortare dagar.',
  beslutat: '2026-11-24T09:00:00.000Z',
  av: 'Handläggare Ett, Socialsekreterare',
  upphört: undefined,
};
const grund = {
  kommun: 'Testkommunen',
  nämnd: 'Socialnämnden',
  kontakt: 'ring 0000-12 34 56, vardagar 9–15',
  mottagare: ['Vuxen Ett'],
};
const text = (brev: Brevinnehåll) => JSON.stringify(brev);

test('brevet säger timmarna, månaderna, uträkningen med lagrum, planen, läkarintyg och hur det prövas', () => {
  const brev = kravbrevText({ ...grund, krav });
  assert.equal(brev.rubrik, 'Du ska delta i aktiviteter 18 timmar i veckan');
  for (const del of [
    'Kravet gäller från december 2026 till och med maj 2027.',
    'plan, nummer 2',
    '12 kap. 4 a § socialtjänstlagen',
    'Du börjar med kortare dagar.',
    'Sfi på deltid (12 kap. 4 b § andra stycket 1 c socialtjänstlagen)',
    '−15 h',
    'Det mesta som får krävas',
    '20 h',
    'Vi kräver 18 timmar i veckan. Det är färre än lagen tillåter.',
    'mer än sju dagar i följd',
    'Kravet går inte att överklaga på vanligt sätt (35 kap. 1 § socialtjänstlagen)',
    '13 kap. kommunallagen',
    'En människa har fattat beslutet.',
  ])
    assert.ok(text(brev).includes(del), del);
});

test('kravet på rehabilitering har sin egen grund och ingen uträkning ur 4 b §', () => {
  const brev = text(kravbrevText({ ...grund, krav: { ...krav, grund: '12:4g' } }));
  assert.match(brev, /12 kap\. 4 g § socialtjänstlagen/);
  assert.doesNotMatch(brev, /4 b §/);
});

test('brevet om att kravet upphör säger från när och varför, och finns bara för ett som har upphört', () => {
  const upphört = {
    från: '2027-02',
    tid: '2027-01-10T09:00:00.000Z',
    av: krav.av,
    skäl: 'Du har fått arbete.',
    ersattAv: undefined,
  };
  const brev = kravetUpphörtText({ ...grund, krav: { ...krav, upphört } });
  assert.equal(brev.rubrik, 'Kravet att delta gäller inte från och med februari 2027');
  assert.match(text(brev), /Du har fått arbete\./);
  assert.throws(() => kravetUpphörtText({ ...grund, krav }), RangeError);
});

test('brevet blir en pdf, samma varje gång', () => {
  const kopia = bestämBrev(kravbrevText({ ...grund, krav }));
  const [a, b] = [ritaBrev(kopia, krav.beslutat), ritaBrev(kopia, krav.beslutat)];
  assert.equal(new TextDecoder().decode(a.slice(0, 5)), '%PDF-');
  assert.deepEqual(a, b);
});
