import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Genomförandeplan, Kravbeslut } from '@stegvis/casework';
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
const plan: Genomförandeplan = {
  id: 'plan1',
  person: 'p1',
  nummer: 2,
  status: 'oense',
  mål: [{ text: 'Jag vill ha ett jobb i ett kök.', senast: '2027-12-31' }],
  poster: [
    {
      id: 'a',
      område: 'arbete',
      namn: 'Arbetsträning i köket',
      insats: undefined,
      anvisning: undefined,
      vård: false,
      timmarPerVecka: 18,
      pass: [{ veckodag: 1, från: '09:00', till: '15:00', plats: 'Skolköket' }],
      från: '2026-12-01',
      till: '2027-05-31',
      ansvarig: 'Samordnare Ett',
      krävs: true,
    },
    {
      id: 'b',
      område: 'halsa',
      namn: 'Sjukgymnastik',
      insats: undefined,
      anvisning: undefined,
      vård: true,
      timmarPerVecka: 1.5,
      pass: [],
      från: '2026-12-01',
      till: '2027-05-31',
      ansvarig: 'Vårdcentralen',
      krävs: false,
    },
  ],
  jobbsökartimmar: 5,
  uppehåll: [{ från: '2026-12-21', till: '2026-12-27', skäl: 'Jul' }],
  nästaUppföljning: '2027-01-15',
  från: '2026-12-01',
  till: '2027-05-31',
  skapad: '2026-11-20T09:00:00.000Z',
  skapadAv: 'Samordnare Ett',
  lämnad: undefined,
  svar: { hur: 'samtal', språk: undefined, av: 'Samordnare Ett', tid: '2026-11-21T09:00:00.000Z', instämmer: false },
  synpunkt: 'Jag vill börja klockan tio.',
  avslutad: undefined,
  version: 3,
};
const grund = {
  plan,
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

test('brevet har hela planen: målen med personens ord, vad som krävs och när, söktid, uppehåll och det som inte krävs', () => {
  const brev = kravbrevText({ ...grund, krav });
  const avsnitt = brev.avsnitt.find(({ rubrik }) => rubrik === 'Din plan, nummer 2');
  assert.deepEqual(
    avsnitt?.delar.map((del) => (del.slag === 'lista' ? del.punkter : 'text' in del ? del.text : del.slag)),
    [
      'Planen gäller från tisdag 1 december 2026 till måndag 31 maj 2027. Du har sagt att du inte håller med om allt.',
      'Det här sade du om planen: Jag vill börja klockan tio.',
      'Dina mål',
      ['Jag vill ha ett jobb i ett kök. Senast fredag 31 december 2027.'],
      'Det här krävs',
      [
        'Arbetsträning i köket: 18 timmar i veckan, från tisdag 1 december 2026 till måndag 31 maj 2027. Måndag 09:00–15:00, Skolköket. Ansvarig: Samordnare Ett.',
      ],
      'Tid att söka arbete',
      'Du har 5 timmar i veckan för att söka arbete. Du väljer själv när.',
      'Det här står i planen men krävs inte',
      [
        'Sjukgymnastik: 1,5 timmar i veckan, från tisdag 1 december 2026 till måndag 31 maj 2027. Du väljer själv när. Ansvarig: Vårdcentralen.',
      ],
      'Uppehåll',
      ['måndag 21 december 2026 till söndag 27 december 2026. Jul'],
      'Vi följer upp planen senast fredag 15 januari 2027.',
    ],
  );
  assert.throws(() => kravbrevText({ ...grund, krav, plan: { ...plan, id: 'en-annan' } }), RangeError);
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
