import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AfUppgift } from './af-uppgift.ts';
import { följErsättning } from './folj-ersattning.ts';
import { type Försörjningshinder, hindretDen } from './forsorjningshinder.ts';
import { geSamtycke, återkallaSamtycke } from './ge-samtycke.ts';
import { ivoRapport, kvartaletsDagar, kvartalFör, rapportkvartal } from './ivo-rapport.ts';
import { besvaraAnmälan, prövaAfUppgift, svaraAf } from './lamna-till-af.ts';
import { noteraHinder } from './notera-hinder.ts';
import type { Samtycke } from './samtycke.ts';
import { avslutaSip, läggTillSipdeltagare, skrivSipmöte, startaSip } from './sip-akter.ts';
import { nästaRedovisningSenast, skrivIvoRedovisning } from './skriv-ivo-redovisning.ts';

const nu = '2026-11-24T08:00:00.000Z';
const av = { id: 'a', namn: 'Samordnare' };
const grund = { händelse: 'h', av, nu };

const samtycke = (own: Partial<Samtycke> = {}): Samtycke => ({
  id: 's',
  person: 'p',
  part: 'region',
  vem: 'Vårdcentralen',
  uppgifter: ['plan'],
  plan: true,
  till: '2027-03-28',
  givet: { sätt: 'muntligt', av: 'Samordnare', tid: nu },
  återkallat: undefined,
  version: 1,
  ...own,
});
const sipfält = {
  id: 'sip',
  person: 'p',
  behov: 'Rehabilitering och arbetsträning',
  leder: 'kommunen',
  samordnare: 'Samordnare',
  ansvar: 'Arbetsträning',
  partsansvar: 'Behandling',
};

test('a plan with others is refused without consent, whatever else is written', () => {
  for (const samtycken of [
    [],
    [samtycke({ plan: false })],
    [samtycke({ part: 'forsakringskassan' })],
    [samtycke({ till: '2026-11-23' })],
    [samtycke({ återkallat: { av: 'x', tid: nu } })],
  ]) {
    const result = startaSip({ samtycken, sip: [] }, { ...grund, ...sipfält });
    assert.equal(result.ok, false);
    assert.match(!result.ok ? result.refusal.text : '', /Utan samtycke får ingen SIP göras/);
  }
  assert.equal(startaSip({ samtycken: [samtycke()], sip: [] }, { ...grund, ...sipfält }).ok, true);
});

test('work with a plan stops when the consent is withdrawn, and it can still be ended', () => {
  const started = startaSip({ samtycken: [samtycke()], sip: [] }, { ...grund, ...sipfält });
  assert.ok(started.ok);
  const { sip } = started;
  assert.equal(startaSip({ samtycken: [samtycke()], sip: [sip] }, { ...grund, ...sipfält }).ok, false);
  const withdrawn = återkallaSamtycke(samtycke(), { händelse: 'h', av: 'p', personenSjälv: true, nu });
  assert.ok(withdrawn.ok);
  const möte = { ...grund, id: 'm', dag: '2026-11-24', anteckning: 'Första mötet', personenMed: true };
  assert.equal(skrivSipmöte(sip, [samtycke()], möte).ok, true);
  const stopped = skrivSipmöte(sip, [withdrawn.samtycke], möte);
  assert.match(!stopped.ok ? stopped.refusal.text : '', /Samtycket till planen gäller inte längre/);
  const ended = avslutaSip(sip, { ...grund, skäl: 'Personen vill inte' });
  assert.ok(ended.ok);
  assert.equal(ended.sip.status, 'avslutad');
});

test('a party without consent, and a relative without the person’s word, may not take part', () => {
  const started = startaSip({ samtycken: [samtycke()], sip: [] }, { ...grund, ...sipfält });
  assert.ok(started.ok);
  const del = { ...grund, namn: 'Någon', ansvar: 'Något mer', personenVill: false };
  assert.equal(läggTillSipdeltagare(started.sip, [samtycke()], { ...del, part: 'forsakringskassan' }).ok, false);
  assert.equal(läggTillSipdeltagare(started.sip, [samtycke()], { ...del, part: 'narstaende' }).ok, false);
  assert.equal(
    läggTillSipdeltagare(started.sip, [samtycke()], { ...del, part: 'narstaende', personenVill: true }).ok,
    true,
  );
});

test('a consent is limited in time and says what; one that is withdrawn stays so', () => {
  const fält = {
    id: 's',
    händelse: 'h',
    person: 'p',
    part: 'region',
    vem: 'Vårdcentralen',
    uppgifter: ['plan'],
    plan: false,
    till: '2027-11-28',
    sätt: 'webb' as const,
    av: 'Personen',
    nu,
  };
  assert.equal(geSamtycke(fält).ok, true);
  for (const fel of [
    { till: '2027-11-29' },
    { till: '2026-11-23' },
    { till: undefined },
    { uppgifter: [] },
    { vem: '' },
    { part: 'x' },
  ])
    assert.equal(geSamtycke({ ...fält, ...fel }).ok, false, JSON.stringify(fel));
  const borta = samtycke({ återkallat: { av: 'p', tid: nu } });
  assert.equal(återkallaSamtycke(borta, { händelse: 'h', av: 'p', personenSjälv: true, nu }).ok, false);
});

const hinder = (person: string, värde: string, från: string): Försörjningshinder => ({
  id: `${person}${från}`,
  person,
  hinder: värde,
  från,
  skäl: '',
  ansökan: undefined,
  av,
  tid: `${från}T08:00:00.000Z`,
});

test('the obstacle that held on a day is the latest that had begun', () => {
  const rader = [
    hinder('a', 'saknar-barnomsorg', '2026-10-10'),
    hinder('a', 'arbetslos-ingen-ersattning', '2026-09-01'),
  ];
  assert.equal(hindretDen(rader, '2026-10-09')?.hinder, 'arbetslos-ingen-ersattning');
  assert.equal(hindretDen(rader, '2026-10-10')?.hinder, 'saknar-barnomsorg');
  assert.equal(hindretDen(rader, '2026-08-31'), undefined);
});

test('an obstacle is chosen from the list and does not begin in the future', () => {
  const fält = {
    ...grund,
    id: 'h',
    person: 'p',
    hinder: 'saknar-barnomsorg',
    från: '2026-11-24',
    skäl: '',
    ansökan: undefined,
  };
  assert.equal(noteraHinder(fält).ok, true);
  assert.equal(noteraHinder({ ...fält, hinder: 'påhittat' }).ok, false);
  assert.equal(noteraHinder({ ...fält, från: '2026-11-25' }).ok, false);
});

/*
 * By hand, October–December 2026:
 *   a is assigned under 4 a twice (5 October, 3 November) and 4 d once: one in each of the two counts; unemployed 5 October.
 *   b is assigned under 4 a on 31 December: counted. Nothing is noted: 'Uppgift saknas'.
 *   c is assigned under 4 a on 1 January: next quarter.
 *   d is reduced on 12:4 alone: not counted. e on 4 a and 12:4: counted. f on 4 g: not counted. a refused on 4 d: counted.
 */
test('the quarter is counted by hand', () => {
  const beslut = (person: string, grunder: readonly ('12:4' | '12:4a' | '12:4d' | '12:4g')[], beslutat: string) => ({
    person,
    beslut: { id: 'b', ansökan: 'x', månad: '2026-11', slag: 'nedsatt' as const, belopp: 1000, grunder, beslutat },
  });
  const rapport = ivoRapport('2026-4', {
    anvisade: [
      { person: 'a', grund: '12:4a', dag: '2026-10-05', insats: 'Kök' },
      { person: 'a', grund: '12:4a', dag: '2026-11-03', insats: 'Språk' },
      { person: 'a', grund: '12:4d', dag: '2026-10-01', insats: 'Språk' },
      { person: 'b', grund: '12:4a', dag: '2026-12-31', insats: 'Kök' },
      { person: 'c', grund: '12:4a', dag: '2027-01-01', insats: 'Kök' },
    ],
    nedsättningar: [
      beslut('d', ['12:4'], '2026-11-20T08:00:00.000Z'),
      beslut('e', ['12:4', '12:4a'], '2026-11-20T08:00:00.000Z'),
      beslut('f', ['12:4g'], '2026-11-20T08:00:00.000Z'),
      beslut('a', ['12:4d'], '2026-12-31T22:30:00.000Z'),
    ],
    hinder: [
      hinder('a', 'arbetslos-ingen-ersattning', '2026-09-01'),
      hinder('a', 'saknar-barnomsorg', '2026-12-01'),
      hinder('e', 'saknar-barnomsorg', '2026-12-01'),
    ],
  });
  assert.deepEqual(rapport.summa, { '12:4a': 2, '12:4d': 1, nedsatt: 2 });
  const rad = (id: string | undefined) => rapport.rader.find((r) => r.hinder === id)?.antal;
  assert.deepEqual(rad('arbetslos-ingen-ersattning'), { '12:4a': 1, '12:4d': 1, nedsatt: 0 });
  assert.deepEqual(rad('saknar-barnomsorg'), { '12:4a': 0, '12:4d': 0, nedsatt: 1 });
  assert.deepEqual(rad(undefined), { '12:4a': 1, '12:4d': 0, nedsatt: 1 });
  for (const räkning of ['12:4a', '12:4d', 'nedsatt'] as const)
    assert.equal(
      rapport.rader.reduce((sum, r) => sum + r.antal[räkning], 0),
      rapport.summa[räkning],
    );
});

test('a value that is no longer in the list has a line of its own', () => {
  const rapport = ivoRapport('2026-4', {
    anvisade: [{ person: 'a', grund: '12:4a', dag: '2026-10-05', insats: 'Kök' }],
    nedsättningar: [],
    hinder: [hinder('a', 'sprakhinder', '2026-09-01')],
  });
  assert.equal(rapport.rader.find((r) => r.hinder === 'sprakhinder')?.antal['12:4a'], 1);
});

test('quarters begin with October–December 2026', () => {
  assert.equal(kvartalFör('2026-12'), '2026-4');
  assert.deepEqual(kvartaletsDagar('2026-4'), { från: '2026-10-01', till: '2026-12-31' });
  assert.deepEqual(kvartaletsDagar('2028-1'), { från: '2028-01-01', till: '2028-03-31' });
  assert.equal(kvartaletsDagar('2026-5'), undefined);
  assert.deepEqual(rapportkvartal('2026-09'), []);
  assert.deepEqual(rapportkvartal('2027-05'), ['2027-2', '2027-1', '2026-4']);
});

test('the account needs its three parts and the right role, and is due two years later', () => {
  const text = 'Så här arbetar nämnden med det.';
  const input = {
    id: 'r',
    anledning: 'vartannat-ar',
    texter: { krav: text, planer: text, aktiviteter: text },
    siffror: [],
    av: { ...av, roller: ['enhetschef'] as const },
    nu,
  };
  const result = skrivIvoRedovisning([], input);
  assert.ok(result.ok);
  assert.equal(result.redovisning.nummer, 1);
  assert.equal(nästaRedovisningSenast(result.redovisning), '2028-11-24');
  assert.equal(skrivIvoRedovisning([], { ...input, texter: { ...input.texter, planer: '' } }).ok, false);
  assert.equal(skrivIvoRedovisning([], { ...input, av: { ...av, roller: ['granskare'] } }).ok, false);
});

test('not knowing whether somebody is registered is a task, never silence and never a no', () => {
  const fråga = { id: 'u', person: 'p', krav: 'k', skyddad: false, nu };
  const okänt = prövaAfUppgift(undefined, { ...fråga, faktum: { svar: 'okant', varför: 'Inget svar.' } });
  assert.equal(okänt?.status, 'att-utreda');
  assert.equal(prövaAfUppgift(okänt, { ...fråga, faktum: { svar: 'okant', varför: 'Inget svar.' } }), undefined);
  assert.equal(prövaAfUppgift(okänt, { ...fråga, faktum: { svar: 'anmald', hämtad: nu } })?.status, 'koad');
  const nej = prövaAfUppgift(undefined, { ...fråga, faktum: { svar: 'inte-anmald', hämtad: nu } });
  assert.equal(nej?.status, 'inte-anmald');
  assert.equal(
    prövaAfUppgift(nej, { ...fråga, faktum: { svar: 'anmald', hämtad: '2026-12-01T08:00:00.000Z' } })?.status,
    'koad',
  );
  assert.equal(
    prövaAfUppgift(undefined, { ...fråga, skyddad: true, faktum: { svar: 'anmald', hämtad: nu } })?.status,
    'att-utreda',
  );
  const skickad: AfUppgift = { ...okänt!, status: 'skickad' };
  assert.equal(prövaAfUppgift(skickad, { ...fråga, faktum: { svar: 'anmald', hämtad: nu } }), undefined);
});

test('what staff have found out stands until a register answers later', () => {
  const öppen = prövaAfUppgift(undefined, {
    id: 'u',
    person: 'p',
    krav: 'k',
    skyddad: false,
    faktum: { svar: 'okant', varför: 'Inget svar.' },
    nu,
  });
  const svar = besvaraAnmälan(öppen!, { händelse: 'h', anmäld: 'nej', hur: 'Personen säger det', av, nu });
  assert.ok(svar.ok);
  const fråga = { id: 'u', person: 'p', krav: 'k', skyddad: false, nu };
  assert.equal(
    prövaAfUppgift(svar.uppgift, { ...fråga, faktum: { svar: 'anmald', hämtad: '2026-11-01T08:00:00.000Z' } }),
    undefined,
  );
  assert.equal(
    prövaAfUppgift(svar.uppgift, { ...fråga, faktum: { svar: 'anmald', hämtad: '2026-12-01T08:00:00.000Z' } })?.status,
    'koad',
  );
  assert.equal(besvaraAnmälan(öppen!, { händelse: 'h', anmäld: '', hur: '', av, nu }).ok, false);
});

test('Arbetsförmedlingen is answered what it asked for and nothing else', () => {
  const fält = {
    ...grund,
    id: 's',
    person: 'p',
    begärd: '2026-11-20',
    begärdAv: 'Kontoret i Lindvik',
    frågor: ['aktiviteter'],
    aktiviteter: 'Café och kök',
    förmåga: '',
  };
  assert.equal(svaraAf(fält).ok, true);
  const förMycket = svaraAf({ ...fält, förmåga: 'Orkar fem timmar' });
  assert.match(!förMycket.ok ? förMycket.refusal.text : '', /De har inte frågat om det här/);
  assert.equal(svaraAf({ ...fält, frågor: [] }).ok, false);
  assert.equal(svaraAf({ ...fält, begärd: '2026-11-25' }).ok, false);
});

test('a benefit is followed step by step, and a no needs its reason', () => {
  const fält = {
    ...grund,
    id: 'e',
    person: 'p',
    ersättning: { id: 'sjukersattning', namn: 'Sjukersättning' },
    dag: '2026-11-20',
    text: '',
  };
  const stöd = följErsättning(undefined, { ...fält, övergång: 'stöd' });
  assert.ok(stöd.ok);
  assert.equal(följErsättning(stöd.ärende, { ...fält, övergång: 'beviljad' }).ok, false);
  const sökt = följErsättning(stöd.ärende, { ...fält, övergång: 'sökt' });
  assert.ok(sökt.ok);
  assert.equal(följErsättning(sökt.ärende, { ...fält, övergång: 'avslag' }).ok, false);
  const avslag = följErsättning(sökt.ärende, { ...fält, övergång: 'avslag', text: 'Förmågan är inte nedsatt' });
  assert.ok(avslag.ok);
  assert.deepEqual(
    avslag.ärende.steg.map(({ till }) => till),
    ['stod', 'sokt', 'avslag'],
  );
});
