import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Kravbeslut } from '../aktivitetskrav/kravbeslut.ts';
import type { Pass } from '../insats/pass.ts';
import { bedömFrånvaro } from './bedom-franvaro.ts';
import { type Deltagandeunderlag, deltagandedagar } from './deltagandedagar.ts';
import type { Deltagandemark, Deltagandeslag } from './deltagandemark.ts';
import { förklaraFrånvaro } from './forklara-franvaro.ts';
import { beslutaOmIntyg, lämnaIntyg, läsIntyg } from './intyg.ts';
import { isovecka, läsVeckokod, månadensVeckor, veckokod } from './isovecka.ts';
import { månadsunderlag, type Timmar } from './manadsunderlag.ts';
import { märkDag, rättaMark } from './mark-dag.ts';
import type { Placering, Uppehållsplan } from './planerad-dag.ts';

const person = 'p1';
const pass = (veckodag: number, från: string, till: string): Pass => ({ veckodag, från, till });
const placering = (own: Partial<Placering> = {}): Placering => ({
  id: 'kök',
  person,
  insats: 'i1',
  grund: '12:4a',
  status: 'pagar',
  från: '2026-11-16',
  till: '2027-02-12',
  startad: '2026-11-16',
  pass: [pass(1, '12:30', '16:30'), pass(3, '12:30', '16:30'), pass(5, '12:30', '16:30')],
  återkallad: undefined,
  ...own,
});
const språkcafé = placering({
  id: 'språk',
  från: '2026-11-02',
  startad: '2026-11-02',
  pass: [pass(4, '13:00', '17:00')],
});
const hälsa = placering({
  id: 'hälsa',
  från: '2026-11-02',
  startad: '2026-11-02',
  pass: [pass(2, '13:00', '15:00'), pass(5, '09:00', '11:00')],
});
let nummer = 0;
const mark = (anvisning: string, dag: string, slag: Deltagandeslag, timmar: number): Deltagandemark => ({
  id: `m${++nummer}`,
  anvisning,
  person,
  dag,
  slag,
  timmar,
  av: 'Handledare',
  tid: `${dag}T16:00:00.000Z`,
  rättar: undefined,
});
const underlag = (own: Partial<Deltagandeunderlag> = {}): Deltagandeunderlag => ({
  anvisningar: [],
  märken: [],
  planer: [],
  förklaringar: [],
  bedömningar: [],
  intyg: [],
  intygsbeslut: [],
  idag: '2026-11-26',
  ...own,
});
const krav = {
  från: '2026-10',
  till: undefined,
  upphört: undefined,
  timmarPerVecka: 20,
  beslutat: '2026-09-20T08:00:00.000Z',
} as Kravbeslut;
const rad = (t: Timmar | undefined) =>
  t && [t.planerat, t.deltog, t.giltigFrånvaro, t.inteMarkerat, t.kommande].map((n) => n);

describe('månadsunderlag', () => {
  it('adds up November 2026 week by week, clipped to the month, as counted by hand', () => {
    const b = månadsunderlag({
      ...underlag({
        anvisningar: [placering(), språkcafé, hälsa],
        märken: [
          mark('hälsa', '2026-11-03', 'deltog', 2),
          mark('språk', '2026-11-05', 'deltog', 4),
          mark('hälsa', '2026-11-06', 'deltog', 2),
          mark('hälsa', '2026-11-10', 'deltog', 2),
          mark('språk', '2026-11-12', 'annan-aktivitet', 4),
          mark('hälsa', '2026-11-13', 'deltog', 2),
          mark('kök', '2026-11-16', 'deltog', 4),
          mark('hälsa', '2026-11-17', 'deltog', 2),
          mark('kök', '2026-11-18', 'deltog', 4),
          mark('språk', '2026-11-19', 'giltig-franvaro', 4),
          mark('kök', '2026-11-20', 'deltog', 4),
          mark('hälsa', '2026-11-20', 'deltog', 2),
          mark('kök', '2026-11-23', 'deltog', 4),
          mark('hälsa', '2026-11-24', 'deltog', 2),
        ],
      }),
      person,
      månad: '2026-11',
      krav: [krav],
    });
    assert.deepEqual(
      b.veckor.map(({ vecka, timmar }) => [vecka.nummer, vecka.från.slice(8), vecka.till.slice(8), rad(timmar)]),
      [
        [44, '01', '01', undefined],
        [45, '02', '08', [8, 8, 0, 0, 0]],
        [46, '09', '15', [8, 8, 0, 0, 0]],
        [47, '16', '22', [20, 16, 4, 0, 0]],
        [48, '23', '29', [20, 6, 0, 4, 10]],
        [49, '30', '30', [4, 0, 0, 0, 4]],
      ],
    );
    assert.deepEqual(rad(b.timmar), [60, 38, 4, 4, 14]);
    // 21 working days in November 2026: one Monday alone in week 49, none in week 44.
    assert.deepEqual(
      b.veckor.map((v) => v.krav),
      [0, 20, 20, 20, 20, 4],
    );
    assert.equal(b.krav, 84);
  });

  for (const [namn, månad, planer, planerat, kravtimmar] of [
    ['a month without holidays', '2027-02', [], 6 * 4, 80],
    // Christmas Eve and Christmas Day 2026 are Thursday and Friday, New Year's Eve a Thursday.
    ['public holidays have nothing planned and nothing required', '2026-12', [], 12 * 4, 80],
    ['January clipped at New Year, with New Year’s Day and Twelfth Day', '2027-01', [], 11 * 4, 76],
    [
      'a break week of the plan',
      '2027-02',
      [plan('overenskommen', [{ från: '2027-02-01', till: '2027-02-07' }])],
      3 * 4,
      60,
    ],
    [
      'a break that is only proposed counts for nothing',
      '2027-02',
      [plan('lamnad', [{ från: '2027-02-01', till: '2027-02-07' }])],
      6 * 4,
      80,
    ],
    [
      'a break in a plan that has been replaced by one without it',
      '2027-02',
      [plan('ersatt', [{ från: '2027-02-01', till: '2027-02-07' }]), { ...plan('overenskommen', []), nummer: 2 }],
      6 * 4,
      80,
    ],
  ] as const)
    it(namn, () => {
      const b = månadsunderlag({
        ...underlag({ anvisningar: [placering()], planer }),
        person,
        månad,
        krav: [krav],
      });
      assert.equal(b.timmar?.planerat, planerat);
      assert.equal(b.krav, kravtimmar);
    });

  it('says nothing of a month without activity and without requirement', () => {
    const b = månadsunderlag({ ...underlag(), person, månad: '2026-10', krav: [] });
    assert.equal(b.timmar, undefined);
    assert.equal(b.krav, undefined);
    assert.ok(b.veckor.every((v) => v.timmar === undefined && v.krav === undefined));
  });

  it('counts no voluntary activity, and shows its days', () => {
    const b = månadsunderlag({
      ...underlag({ anvisningar: [placering({ grund: 'frivillig' })] }),
      person,
      månad: '2026-11',
      krav: [],
    });
    assert.equal(b.timmar, undefined);
    assert.equal(b.dagar.length, 7);
  });

  it('takes the rest of a half-marked day as not marked, and never as absence', () => {
    const b = månadsunderlag({
      ...underlag({ anvisningar: [placering()], märken: [mark('kök', '2026-11-16', 'deltog', 2.5)] }),
      person,
      månad: '2026-11',
      krav: [],
    });
    assert.deepEqual(rad(b.veckor[3]!.timmar), [12, 2.5, 0, 9.5, 0]);
  });

  it('keeps what is asked apart from what is known: unexplained, explained, valid and not valid absence', () => {
    const m = mark('kök', '2026-11-18', 'franvaro', 4);
    const bas = { anvisningar: [placering()], märken: [m] };
    const räknas = (own: Partial<Deltagandeunderlag>) =>
      deltagandedagar(underlag({ ...bas, ...own }), m.dag, m.dag)[0]!.räknas;
    const förklaring = { id: 'f', person, anvisning: 'kök', dag: m.dag, skäl: 'resa', text: '', tid: m.tid } as const;
    const bedömning = { id: 'b', person, mark: m.id, giltig: true, skäl: 'x', av: 'H', tid: m.tid };
    assert.equal(räknas({}), 'oförklaradFrånvaro');
    assert.equal(räknas({ förklaringar: [förklaring] }), 'förklaradFrånvaro');
    assert.equal(räknas({ förklaringar: [förklaring], bedömningar: [bedömning] }), 'giltigFrånvaro');
    const senare = { ...bedömning, id: 'b2', giltig: false, tid: '2026-11-20T08:00:00.000Z' };
    assert.equal(räknas({ bedömningar: [bedömning, senare] }), 'ogiltigFrånvaro');
  });
});

describe('läkarintyg in the weeks', () => {
  const dagar = ['2026-11-16', '2026-11-18', '2026-11-20', '2026-11-23', '2026-11-25'];
  const sjuk = dagar.map((dag) => mark('kök', dag, 'sjuk-utan-intyg', 4));
  const läge = (own: Partial<Deltagandeunderlag> = {}) =>
    deltagandedagar(underlag({ anvisningar: [placering()], märken: sjuk, ...own }), dagar[0]!, dagar.at(-1)!).map(
      (d) => [d.intyg?.dagarIFöljd, d.intyg?.läge, d.räknas],
    );

  it('asks for one when the days in a row are more than seven, week-ends included', () => {
    assert.deepEqual(läge(), [
      [1, 'kravs-inte', 'giltigFrånvaro'],
      [3, 'kravs-inte', 'giltigFrånvaro'],
      [5, 'kravs-inte', 'giltigFrånvaro'],
      [8, 'saknas', 'oförklaradFrånvaro'],
      [10, 'saknas', 'oförklaradFrånvaro'],
    ]);
  });

  it('starts over after a planned day that is not sickness, or not marked', () => {
    assert.deepEqual(
      läge({ märken: sjuk.filter((m) => m.dag !== '2026-11-20') }).map((r) => r[0]),
      [1, 3, undefined, 1, 3],
    );
  });

  it('holds one told of against nobody, and counts it when read', () => {
    const sagt = lämnaIntyg({
      id: 'i',
      händelse: 'h',
      person,
      från: '2026-11-16',
      till: '2026-11-30',
      inlämning: 'mote',
      idag: '2026-11-26',
      nu: '2026-11-26T08:00:00.000Z',
    });
    assert.ok(sagt.ok);
    assert.deepEqual(läge({ intyg: [sagt.intyg] }).at(-1), [10, 'anmalt', 'förklaradFrånvaro']);
    const läst = läsIntyg(sagt.intyg, { händelse: 'h2', av: 'H', nu: '2026-11-26T09:00:00.000Z' });
    assert.ok(läst.ok);
    assert.deepEqual(läge({ intyg: [läst.intyg] }).at(-1), [10, 'finns', 'giltigFrånvaro']);
    assert.ok(!läsIntyg(läst.intyg, { händelse: 'h3', av: 'H', nu: '2026-11-26T09:00:00.000Z' }).ok);
  });

  it('may be asked for earlier, only from today, and be needless', () => {
    const beslut = (slag: string, från: string) =>
      beslutaOmIntyg({
        id: 'b',
        händelse: 'h',
        person,
        slag,
        från,
        till: '2026-12-31',
        skäl: 'Skäl',
        av: 'H',
        idag: '2026-11-18',
        nu: '2026-11-18T08:00:00.000Z',
      });
    assert.ok(!beslut('begart', '2026-11-16').ok);
    const begärt = beslut('begart', '2026-11-18');
    assert.ok(begärt.ok);
    assert.deepEqual(
      läge({ intygsbeslut: [begärt.beslut] }).map((r) => r[1]),
      ['kravs-inte', 'saknas', 'saknas', 'saknas', 'saknas'],
    );
    const undantag = beslut('undantag', '2026-11-16');
    assert.ok(undantag.ok);
    assert.ok(läge({ intygsbeslut: [undantag.beslut] }).every((r) => r[1] === 'kravs-inte'));
  });

  it('is never asked for in a voluntary activity', () => {
    assert.ok(läge({ anvisningar: [placering({ grund: 'frivillig' })] }).every((r) => r[1] === 'kravs-inte'));
  });
});

describe('märkDag', () => {
  const läge = (own: object = {}) => ({ placering: placering(), planer: [], märken: [], idag: '2026-11-26', ...own });
  const input = (dag: string, own: object = {}) => ({
    dag,
    slag: 'deltog',
    timmar: undefined,
    id: 'm',
    händelse: 'h',
    av: 'Handledare',
    nu: '2026-11-26T08:00:00.000Z',
    ...own,
  });
  const refusal = (dag: string, own: object = {}, l: object = {}) => {
    const svar = märkDag(läge(l), input(dag, own));
    assert.ok(!svar.ok);
    return [svar.refusal.kod, svar.refusal.fält?.[0]?.text];
  };

  it('marks a planned day with its hours', () => {
    const svar = märkDag(läge(), input('2026-11-25'));
    assert.ok(svar.ok);
    assert.deepEqual([svar.mark.timmar, svar.mark.slag, svar.events.length], [4, 'deltog', 0]);
    const borta = märkDag(läge(), input('2026-11-25', { slag: 'franvaro' }));
    assert.ok(borta.ok && borta.events[0]?.typ === 'franvaro-markerad');
  });

  it('refuses every day that is not one of the placement’s, and says which days are', () => {
    assert.deepEqual(refusal('2026-11-13'), [
      'utanfor',
      'Fredag 13 november ligger utanför placeringen. Markera en måndag, onsdag eller fredag från måndag 16 november 2026 till torsdag 26 november 2026.',
    ]);
    assert.equal(refusal('2027-02-15')[0], 'utanfor');
    assert.equal(refusal('2026-11-24')[0], 'inget-pass');
    assert.equal(refusal('2026-11-27')[0], 'kommande');
    assert.equal(refusal('2026-12-25', {}, { idag: '2026-12-28' })[0], 'helgdag');
    assert.equal(
      refusal('2026-11-25', {}, { planer: [plan('overenskommen', [{ från: '2026-11-23', till: '2026-11-29' }])] })[0],
      'uppehall',
    );
    assert.equal(refusal('x')[0], 'fel-dag');
    assert.equal(
      refusal('2026-11-25', {}, { placering: placering({ status: 'plats', startad: undefined }) })[0],
      'inte-startad',
    );
  });

  it('refuses other kinds, hours that are not the day’s, and a day that is marked', () => {
    assert.equal(refusal('2026-11-25', { slag: 'skolkade' })[0], 'fel-slag');
    for (const timmar of [0, -1, 4.25, 1.1, Number.NaN])
      assert.equal(refusal('2026-11-25', { timmar })[0], 'fel-timmar');
    assert.equal(refusal('2026-11-25', {}, { märken: [mark('kök', '2026-11-25', 'deltog', 4)] })[0], 'redan-markerad');
  });

  it('corrects by a mark that replaces the old one, with a reason', () => {
    const gammal = mark('kök', '2026-11-25', 'franvaro', 4);
    const rätta = (own: object) =>
      rättaMark(läge({ märken: [gammal] }), { ...input('2026-11-25'), skäl: 'Fel rad', ...own });
    const svar = rätta({});
    assert.ok(svar.ok);
    assert.deepEqual(svar.mark.rättar, { mark: gammal.id, skäl: 'Fel rad' });
    assert.ok(!rätta({ skäl: ' ' }).ok);
    assert.ok(!rätta({ slag: 'franvaro' }).ok);
    assert.ok(!rättaMark(läge(), { ...input('2026-11-25'), skäl: 'x' }).ok);
  });
});

describe('what the person and staff say of an absence', () => {
  const m = mark('kök', '2026-11-18', 'franvaro', 4);
  it('takes an explanation of a planned day, and of no other', () => {
    const säg = (own: object, märken = [m]) =>
      förklaraFrånvaro(
        { placering: placering(), planer: [], märken, idag: '2026-11-26' },
        { id: 'f', händelse: 'h', dag: m.dag, skäl: 'resa', text: '', nu: '2026-11-26T08:00:00.000Z', ...own },
      );
    assert.ok(säg({}).ok);
    assert.ok(säg({ dag: '2026-12-02' }).ok, 'ahead');
    for (const own of [
      { skäl: '' },
      { skäl: 'annat' },
      { text: 'x'.repeat(2001) },
      { dag: '2026-11-17' },
      { dag: '2027-02-10' },
    ])
      assert.ok(!säg(own).ok, JSON.stringify(own).slice(0, 40));
    assert.ok(!säg({}, [mark('kök', m.dag, 'deltog', 4)]).ok);
  });

  it('lets staff assess what is marked as absence, with a reason', () => {
    const bedöm = (own: object, märken = [m]) =>
      bedömFrånvaro(märken, {
        id: 'b',
        händelse: 'h',
        mark: m.id,
        giltig: false,
        skäl: 'Bussen gick.',
        av: 'H',
        nu: m.tid,
        ...own,
      });
    assert.ok(bedöm({}).ok);
    assert.ok(!bedöm({ giltig: undefined }).ok);
    assert.ok(!bedöm({ skäl: '' }).ok);
    assert.ok(!bedöm({}, [{ ...m, slag: 'deltog' }]).ok);
    const rättad = { ...mark('kök', m.dag, 'deltog', 4), rättar: { mark: m.id, skäl: 'fel' } };
    assert.ok(!bedöm({}, [rättad, m]).ok, 'the mark has been replaced');
  });
});

describe('ISO weeks', () => {
  it('belong to the year of their Thursday', () => {
    assert.equal(veckokod(isovecka('2027-01-01')), '2026-W53');
    assert.equal(veckokod(isovecka('2024-12-30')), '2025-W01');
    assert.equal(läsVeckokod('2026-W53')?.från, '2026-12-28');
    for (const kod of ['2025-W53', '2026-W00', '2026-48', '']) assert.equal(läsVeckokod(kod), undefined);
  });
  it('of a month begin and end with it', () => {
    assert.deepEqual(månadensVeckor('2027-01').map((v) => [v.nummer, v.från, v.till])[0], [
      53,
      '2027-01-01',
      '2027-01-03',
    ]);
    assert.equal(månadensVeckor('2027-02').length, 4);
  });
});

function plan(status: string, uppehåll: Uppehållsplan['uppehåll']): Uppehållsplan {
  return { nummer: 1, status, från: '2026-09-01', till: '2027-06-30', uppehåll };
}
