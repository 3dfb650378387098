import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FÖRVALD_STEGTRAPPA, ivoRapport } from '@stegvis/casework';
import { avslagsgrund } from './ansokningar.ts';
import { distriktFör, tolkaDistrikt } from './distrikt.ts';
import { görFakta } from './gor-fakta.ts';
import { kön, ålderDen } from './grund.ts';
import { mycketLångvarigt } from './hushallsmanader.ts';
import { insatsmånader, type Platsanvisning } from './insatsmanader.ts';
import { delaVuxna } from './las-underlag.ts';
import { följder } from './perioder.ts';
import type { Ansökningsrad, Beslutsrad, Personrad, Ramverk } from './underlag.ts';

const NU = '2026-11-24T08:00:00.000Z';
const ram: Ramverk = {
  nu: NU,
  trappa: FÖRVALD_STEGTRAPPA,
  insatser: [],
  spårnamn: new Map([['sfi', 'SFI plus']]),
  distrikt: [
    { namn: 'Norr', postnummer: ['44'] },
    { namn: 'Centrum', postnummer: ['441'] },
  ],
};
/** A woman by the second last digit, born on 2 January 1968. */
const person = (id: string, own: Partial<Personrad> = {}): Personrad => ({
  id,
  personnummer: '196801029288',
  skyddad: false,
  kändaMånader: [],
  hinder: [],
  spår: [],
  samordnarskap: [],
  möten: [],
  anteckningar: [],
  avslut: [],
  steg: [],
  anvisningar: [],
  krav: [],
  planer: [],
  nedsättningar: [],
  ...own,
});
const beslut = (utbetalt: number, own: Partial<Beslutsrad> = {}): Beslutsrad => ({
  id: 'b',
  utfall: 'bifall',
  belopp: utbetalt,
  beslutad: '2026-05-25T08:00:00.000Z',
  automatisk: false,
  nedsatt: false,
  utbetalt,
  räknat: { noll: false, tillgång: false, kostnad: false, inkomst: false },
  hänt: [],
  form: { nummer: 1, del: 'hela', bestämmelse: '12:1' },
  ...own,
});
const ansökan = (månad: string, own: Partial<Ansökningsrad> = {}): Ansökningsrad => ({
  id: `a-${månad}`,
  slag: 'ateransokan',
  månad,
  sökande: 'p',
  medsökande: undefined,
  status: 'avslutad',
  inkommen: `${månad}-02T08:00:00.000Z`,
  barn: [],
  postnummer: '44130',
  beslut: [beslut(1_000_000)],
  stopporsaker: [],
  ändrad: undefined,
  obesvarad: false,
  granskning: undefined,
  överklaganden: [],
  handläggningsminuter: undefined,
  ...own,
});
const fakta = (ansökningar: readonly Ansökningsrad[], personer: readonly Personrad[] = [person('p')]) =>
  görFakta({ ärenden: [{ id: 'h', ansökningar }], personer: new Map(personer.map((p) => [p.id, p])) }, ram);

describe('fakta ur ärendena, för hand', () => {
  it('det som stoppades eller kom tillbaka är inte betalt, och de två paragraferna hålls isär', () => {
    // Maj: 8 000 kr enligt 1 § och ett beslut om 500 kr enligt 2 §. Juni: beslutat, men utbetalningen kom tillbaka, alltså 0 kr.
    const { hushållsmånader } = fakta([
      ansökan('2026-05', {
        beslut: [
          beslut(800_000),
          beslut(50_000, { id: 'b2', form: { nummer: 2, del: 'sarskilt', bestämmelse: '12:2', särskilt: 'utover' } }),
        ],
      }),
      ansökan('2026-06', { beslut: [beslut(0, { belopp: 900_000 })] }),
    ]);
    assert.deepEqual(
      hushållsmånader.map((h) => [h.månad, h.belopp121, h.belopp122, h.ny, h.avslutad]),
      [['2026-05', 800_000, 50_000, true, true]],
    );
  });

  it('perioder och återkomst: ett uppehåll på en månad avslutar, och bara en ansökan efter slutet är en återkomst', () => {
    // Bistånd jan–mars, avslag för april (sökt 20 mars), inget i maj, ny ansökan 3 juni som beviljas, sedan till och med november.
    const nekad = ansökan('2026-04', {
      inkommen: '2026-03-20T08:00:00.000Z',
      beslut: [beslut(0, { utfall: 'avslag' })],
    });
    const { perioder } = fakta([
      ...['2026-01', '2026-02', '2026-03'].map((m) => ansökan(m)),
      nekad,
      ...['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'].map((m) =>
        ansökan(m, m === '2026-06' ? { inkommen: '2026-06-03T08:00:00.000Z' } : {}),
      ),
    ]);
    assert.deepEqual(
      perioder.map((p) => [p.från, p.till, p.återansökt, p.återkom]),
      [
        ['2026-01', '2026-03', '2026-06-03', '2026-06'],
        ['2026-06', undefined, undefined, undefined],
      ],
    );
  });

  it('en period pågår tills en hel månad utan bistånd har gått, om inte vägen är avslutad', () => {
    const slut = (sista: string, own: Partial<Personrad> = {}) =>
      fakta([ansökan(sista)], [person('p', own)]).perioder[0]?.till;
    // Nu är det 24 november. Oktober var den sista: november är inte slut än. September: hela oktober har gått.
    assert.equal(slut('2026-10'), undefined);
    assert.equal(slut('2026-09'), '2026-09');
    const avslut = {
      id: 'x',
      person: 'p',
      skäl: 'arbete' as const,
      till: '',
      dag: '2026-11-02',
      varaktighet: 'tillsvidare' as const,
      eftervårdTill: undefined,
      spår: undefined,
      av: '',
      tid: '2026-11-02T08:00:00.000Z',
      återöppnat: undefined,
      version: 1,
    };
    assert.equal(slut('2026-10', { avslut: [avslut] }), '2026-10');
    assert.equal(fakta([ansökan('2026-10')], [person('p', { avslut: [avslut] })]).perioder[0]?.avslutsorsak, 'arbete');
    assert.deepEqual(följder(['2026-02', '2025-12', '2026-01', '2026-04']), [
      { från: '2025-12', till: '2026-02' },
      { från: '2026-04', till: '2026-04' },
    ]);
  });

  it('avslagets grund läses i ordning, och de där behovet inte prövades är processuella', () => {
    const grund = (own: Partial<Beslutsrad>, obesvarad = false) =>
      avslagsgrund({ obesvarad }, beslut(0, { utfall: 'avslag', ...own }));
    const räknat = { noll: false, tillgång: false, kostnad: false, inkomst: false };
    assert.equal(grund({ utfall: 'bifall' }), undefined);
    assert.equal(grund({ utfall: 'avvisning' }), 'avvisning');
    assert.equal(grund({ nedsatt: true, räknat: { ...räknat, noll: true } }), 'nedsattning');
    assert.equal(grund({ räknat: { ...räknat, noll: true } }, true), 'handling-saknas');
    assert.equal(grund({ utfall: 'delavslag', räknat: { ...räknat, kostnad: true } }, true), 'kostnader');
    assert.equal(grund({ räknat: { ...räknat, noll: true, tillgång: true } }), 'tillgangar');
    assert.equal(grund({ räknat: { ...räknat, noll: true } }), 'inkomster');
    assert.equal(grund({ form: { nummer: 1, del: 'hela', bestämmelse: '12:2' } }), 'utover');
    assert.equal(grund({}), 'annat');
    const { ansökningar } = fakta([ansökan('2026-05', { beslut: [beslut(0, { utfall: 'avskrivning' })] })]);
    assert.deepEqual([ansökningar[0]?.utfall, ansökningar[0]?.processuellt], ['avskriven', true]);
  });

  it('hindret den dagen: det som gällde månadens sista dag, och för ansökan det som bedömdes vid den', () => {
    const h = (hinder: string, från: string, vid?: string) => ({
      id: `${hinder}${från}`,
      person: 'p',
      hinder,
      från,
      skäl: '',
      ansökan: vid,
      av: { id: '', namn: '' },
      tid: `${från}T08:00:00.000Z`,
    });
    const hinder = [h('arbetslos-ingen-ersattning', '2026-04-10'), h('saknar-barnomsorg', '2026-06-01', 'a-2026-05')];
    const ut = fakta([ansökan('2026-04'), ansökan('2026-05')], [person('p', { hinder })]);
    assert.deepEqual(
      ut.hushållsmånader.map((m) => m.hinder),
      ['arbetslos-ingen-ersattning', 'arbetslos-ingen-ersattning'],
    );
    assert.equal(ut.ansökningar.find(({ id }) => id === 'a-2026-05')?.hinder, 'saknar-barnomsorg');
    const utan = fakta([ansökan('2026-03')], [person('p', { hinder })]).hushållsmånader[0];
    assert.equal(utan?.hinder, 'uppgift-saknas');
  });

  it('beslut som inte verkställs räknas vid varje kvartalsslut efter tre månader, och när de till slut verkställs', () => {
    // Beslutat 25 maj: tre månader senare är 25 augusti. Vid kvartalsslutet 30 september 128 dagar; verkställt 10 oktober, 138 dagar.
    const verkställt = {
      beslut: 'b',
      slag: 'verkstallt' as const,
      dag: '2026-10-10',
      anteckning: '',
      tid: '2026-10-10T08:00:00.000Z',
    };
    const rader = (hänt: Beslutsrad['hänt']) =>
      fakta([ansökan('2026-06', { beslut: [beslut(500_000, { hänt })] })]).händelser.map((x) => [
        x.slag,
        x.dag,
        x.värde,
      ]);
    assert.deepEqual(rader([verkställt]), [
      ['ej-verkstallt', '2026-09-30', 128],
      ['verkstallt-sent', '2026-10-10', 138],
    ]);
    // Aldrig verkställt: också i det kvartal som pågår, till i dag (183 dagar). Verkställt i tid: ingenting.
    assert.deepEqual(
      rader([]).map(([slag, dag]) => [slag, dag]),
      [
        ['ej-verkstallt', '2026-09-30'],
        ['ej-verkstallt', '2026-11-24'],
      ],
    );
    assert.deepEqual(rader([{ ...verkställt, dag: '2026-06-01' }]), []);
  });

  it('platser och kö, månad för månad', () => {
    const a = (own: Partial<Platsanvisning>): Platsanvisning => ({
      status: 'pagar',
      från: '2026-09-01',
      till: '2026-12-31',
      kö: undefined,
      startad: undefined,
      föreslagen: '2026-09-01T08:00:00.000Z',
      svar: undefined,
      återkallad: undefined,
      ...own,
    });
    const kö = { nummer: 1, skäl: '', tid: '2026-09-10T08:00:00.000Z' };
    const ut = insatsmånader(
      { namn: 'Café', platser: 2, stegtrappa: 'sysselsattning', område: 'arbete', kostnad: 100_000, status: 'aktiv' },
      [
        a({ startad: '2026-09-03' }),
        a({ status: 'avslutad', startad: '2026-09-05', till: '2026-10-15' }),
        // I kö från 10 september, började 20 oktober: 40 dagar. Köar alltså den 30 september men inte den 31 oktober.
        a({ kö, startad: '2026-10-20' }),
        a({ status: 'i-ko', kö: { ...kö, nummer: 2, tid: '2026-10-05T08:00:00.000Z' } }),
        a({ status: 'nekad' }),
      ],
      FÖRVALD_STEGTRAPPA,
      NU,
    );
    assert.deepEqual(
      ut.map((m) => [m.månad, m.platser, m.upptagna, m.iKö, m.börjat, m.ködagar, m.kostnad]),
      [
        ['2026-09', 2, 2, 1, 2, 0, 200_000],
        ['2026-10', 2, 2, 1, 1, 40, 200_000],
        ['2026-11', 2, 2, 1, 0, 0, 200_000],
      ],
    );
    assert.equal(ut[0]?.steg, 'Sysselsättning');
  });

  it('27 månader på tre år, med uppehåll på högst två månader i rad', () => {
    const månader = (luckor: readonly string[], år = 3) =>
      new Set(
        Array.from(
          { length: år * 12 },
          (_, i) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
        ).filter((m) => !luckor.includes(m)),
      );
    assert.equal(mycketLångvarigt(månader([]), 2026), true);
    // 24 månader räcker inte. 36 − 2 − 2 = 32 med två uppehåll på två månader räcker.
    assert.equal(mycketLångvarigt(månader([], 2), 2026), false);
    assert.equal(mycketLångvarigt(månader(['2024-05', '2024-06', '2025-05', '2025-06']), 2026), true);
    // Tre månaders uppehåll i juni 2025 delar 33 månader i 17 + 16: ingen del har 27.
    assert.equal(mycketLångvarigt(månader(['2025-06', '2025-07', '2025-08']), 2026), false);
  });

  it('räkningarna till IVO är rapportens, också när någon har anvisats två gånger med olika hinder', () => {
    const anvisning = (id: string, dag: string) =>
      ({
        id,
        person: 'p',
        insats: 'i',
        grund: '12:4a',
        status: 'pagar',
        föreslagen: `${dag}T10:00:00.000Z`,
        från: dag,
        till: '2026-12-31',
        timmarPerVecka: 5,
        startad: undefined,
        avsteg: undefined,
        återkallad: undefined,
      }) as never;
    const hinder = (h: string, från: string) => ({
      id: h,
      person: 'p',
      hinder: h,
      från,
      skäl: '',
      ansökan: undefined,
      av: { id: '', namn: '' },
      tid: `${från}T08:00:00.000Z`,
    });
    const p = person('p', {
      anvisningar: [anvisning('1', '2026-11-10'), anvisning('2', '2026-10-05')],
      hinder: [hinder('saknar-barnomsorg', '2026-11-01'), hinder('arbetslos-ingen-ersattning', '2026-01-01')],
    });
    const rader = fakta([ansökan('2026-10')], [p]).händelser.filter(({ slag }) => slag === 'krav-4a');
    assert.deepEqual(
      rader.map((r) => [r.dag, r.hinder]),
      [['2026-10-05', 'arbetslos-ingen-ersattning']],
    );
    const rapport = ivoRapport('2026-4', {
      anvisade: [
        { person: 'p', grund: '12:4a', dag: '2026-11-10', insats: 'i' },
        { person: 'p', grund: '12:4a', dag: '2026-10-05', insats: 'i' },
      ],
      nedsättningar: [],
      hinder: p.hinder,
    });
    assert.equal(rapport.summa['12:4a'], rader.length);
    assert.equal(rapport.rader.find((r) => r.hinder === 'arbetslos-ingen-ersattning')?.antal['12:4a'], 1);
  });

  it('kön, ålder, distrikt och vilka ärenden som hör ihop', () => {
    assert.equal(kön('196801029288'), 'kvinna');
    assert.equal(kön('199101022391'), 'man');
    // Samordningsnummer: dagen plus 60; näst sista siffran säger samma sak.
    assert.equal(kön(['199001', '61', '2385'].join('')), 'kvinna');
    assert.equal(ålderDen('2008-11-24', '2026-11-23'), 17);
    assert.equal(ålderDen('2008-11-24', '2026-11-24'), 18);
    assert.equal(distriktFör(ram.distrikt, '441 30'), 'Centrum');
    assert.equal(distriktFör(ram.distrikt, '44900'), 'Norr');
    assert.equal(distriktFör(ram.distrikt, undefined), 'uppgift-saknas');
    assert.equal(tolkaDistrikt('Norr: 44\nNorr: 45').ok, false);
    // Ärende 1 och 3 hör ihop genom paret i ärende 2.
    const delar = delaVuxna([
      { id: '1', vuxna: ['a'] },
      { id: '2', vuxna: ['a', 'b'] },
      { id: '3', vuxna: ['b'] },
      { id: '4', vuxna: ['c'] },
    ]);
    assert.deepEqual(
      delar.map((g) => g.map(({ id }) => id)),
      [['1', '2', '3'], ['4']],
    );
  });
});
