import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { randomExponential, randomLcg } from 'd3-random';
import { arbetstid, ärArbetsdag } from './arbetstid.ts';
import { betjäna } from './betjana.ts';
import { frigjordaHandläggare, type Kapacitet, simuleraKapacitet } from './kapacitet.ts';
import { läsKapacitet } from './las-kapacitet.ts';

/** Erlang C: the chance that an arrival has to wait, `a` = arrivals a minute · mean service time, `c` servers, a < c. */
function erlangC(a: number, c: number): number {
  let term = 1;
  let summa = 0;
  for (let k = 0; k < c; k += 1) {
    summa += term;
    term *= a / (k + 1);
  }
  const sista = (term * c) / (c - a);
  return sista / (summa + sista);
}

const GÖTEBORG = {
  månad: '2026-11',
  ansökningar: 7500,
  mönster: 'jamnt',
  minuter: 150,
  spridning: 75,
  timmar: 5.5,
} as const satisfies Omit<Kapacitet, 'handläggare' | 'automatisk'>;

describe('kapacitet', () => {
  test('the closed formula itself: one server at 0.7 waits 0.7; Erlang’s table, 10 servers and 7 erlang, 0.222', () => {
    assert.ok(Math.abs(erlangC(0.7, 1) - 0.7) < 1e-12);
    assert.equal(erlangC(7, 10).toFixed(3), '0.222');
  });

  for (const [c, belastning, antal] of [
    [1, 0.7, 2_000_000],
    [5, 0.8, 2_000_000],
    [20, 0.9, 2_000_000],
  ] as const)
    test(`M/M/${c} at ${belastning}: mean queue and waiting within 2 % of Erlang C`, () => {
      const slump = randomLcg(20261122);
      const lucka = randomExponential.source(slump)(c * belastning);
      const betjäning = randomExponential.source(slump)(1);
      let nu = 0;
      const ankomster = Float64Array.from({ length: antal }, () => {
        nu += lucka();
        return nu;
      });
      const { börjad } = betjäna(ankomster, Float64Array.from({ length: antal }, betjäning), c);
      const väntan = börjad.reduce((sum, b, i) => sum + b - ankomster[i]!, 0);
      const wq = erlangC(c * belastning, c) / (c * (1 - belastning));
      const lq = wq * c * belastning;
      const [medelväntan, medelkö] = [väntan / antal, väntan / nu];
      assert.ok(Math.abs(medelväntan / wq - 1) < 0.02, `waiting ${medelväntan} for ${wq}`);
      assert.ok(Math.abs(medelkö / lq - 1) < 0.02, `queue ${medelkö} for ${lq}`);
    });

  test('a queue by hand: two servers, four who come at 0, 1, 2, 3 and take 5, 5, 1, 1', () => {
    const { börjad, klar } = betjäna([0, 1, 2, 3], [5, 5, 1, 1], 2);
    assert.deepEqual([...börjad], [0, 1, 5, 6]);
    assert.deepEqual([...klar], [5, 6, 6, 7]);
    assert.throws(() => betjäna([0], [1], 0), RangeError);
  });

  test('worked minutes and the calendar: from Friday to Monday, and over a holiday', () => {
    const tid = arbetstid('2026-11-27', 10, 480);
    const [fredag, måndag] = [0, 3 * 1440];
    assert.equal(tid.arbetat(fredag + 8 * 60), 0);
    assert.equal(tid.arbetat(fredag + 9 * 60), 60);
    assert.equal(tid.arbetat(fredag + 20 * 60), 480);
    assert.equal(tid.arbetat(måndag + 8 * 60 + 30), 510);
    assert.equal(tid.när(60), 9 * 60);
    assert.equal(tid.när(510), måndag + 8 * 60 + 30);
    assert.equal(tid.när(1e9), Number.POSITIVE_INFINITY);
    assert.equal(ärArbetsdag('2026-12-24'), false);
    assert.equal(ärArbetsdag('2026-12-23'), true);
  });

  test('the same seed gives the same month; more automation and more people give a shorter queue', () => {
    const k: Kapacitet = { ...GÖTEBORG, ansökningar: 1000, handläggare: 22, automatisk: 0 };
    const en = simuleraKapacitet(k, { frö: 3 });
    assert.deepEqual(simuleraKapacitet(k, { frö: 3 }), en);
    assert.notDeepEqual(simuleraKapacitet(k, { frö: 4 }).kö, en.kö);
    const fler = simuleraKapacitet({ ...k, handläggare: 30 }, { frö: 3 });
    const mer = simuleraKapacitet({ ...k, automatisk: 60 }, { frö: 3 });
    for (const bättre of [fler, mer]) {
      assert.ok(bättre.väntan.medel.medel < en.väntan.medel.medel);
      assert.ok(bättre.inom24.medel > en.inom24.medel);
      assert.ok(bättre.kö.at(-1)!.antal.medel <= en.kö.at(-1)!.antal.medel);
    }
    assert.equal(en.kö.length, 30);
    assert.equal(en.månader, 20);
    // 21 working days · 5.5 h · 60 · 22 people = 152 460 minutes; 1 000 · 150 = 150 000.
    assert.equal(en.beläggning.toFixed(3), '0.984');
  });

  test('all automatic: everything within 24 hours and no queue', () => {
    const svar = simuleraKapacitet({ ...GÖTEBORG, ansökningar: 50, handläggare: 1, automatisk: 100 }, { frö: 1 });
    assert.equal(svar.inom24.medel, 1);
    assert.ok(svar.kö.every(({ antal }) => antal.medel === 0));
  });

  /*
   * Göteborg: about 10 000 persons, which is taken to be 7 500 applications a month (a household applies once). Taken for granted here and
   * not said by them: 150 minutes of a person's work for an application, 5.5 hours a day for applications, and an answer within a week for
   * nine of ten. They say that 100–150 caseworkers can be moved from handling to support; that is what automation of 70–90 % gives.
   */
  test('Göteborg’s 100–150 caseworkers are what 70–90 % automatic decisions free, under the assumptions above', () => {
    const kurva = frigjordaHandläggare(GÖTEBORG, { timmar: 168, andel: 90 }, { frö: 1 });
    assert.ok(kurva);
    const vid = (p: number) => kurva.find(({ automatisk }) => automatisk === p)!.frigjorda;
    for (const p of [70, 80, 90]) assert.ok(vid(p) >= 100 && vid(p) <= 150, `${p} %: ${vid(p)}`);
    assert.deepEqual(
      kurva.map((k) => k.frigjorda),
      kurva.map((k) => k.frigjorda).toSorted((a, b) => a - b),
    );
    assert.equal(kurva[0]?.frigjorda, 0);
  });

  test('a goal that nobody reaches says so', () => {
    const mål = { timmar: 1, andel: 100 };
    assert.equal(frigjordaHandläggare({ ...GÖTEBORG, ansökningar: 100 }, mål, { frö: 1 }), undefined);
  });
});

describe('läsKapacitet', () => {
  const rätt = {
    manad: '2026-11',
    ansokningar: '7 500',
    monster: 'slutet',
    automatisk: '42,5',
    minuter: '150',
    spridning: '75',
    handlaggare: '160',
    timmar: '5,5',
    'mal-timmar': '168',
    'mal-andel': '90',
  };

  test('texts become a simulation', () => {
    const läst = läsKapacitet(rätt);
    assert.ok(läst.ok);
    assert.deepEqual(läst.värde, {
      kapacitet: {
        månad: '2026-11',
        mönster: 'slutet',
        ansökningar: 7500,
        automatisk: 42.5,
        minuter: 150,
        spridning: 75,
        handläggare: 160,
        timmar: 5.5,
      },
      mål: { timmar: 168, andel: 90 },
      frö: 1,
    });
  });

  test('what cannot be simulated is refused, field by field', () => {
    for (const [fält, värde] of [
      ['manad', '2026-13'],
      ['manad', ''],
      ['ansokningar', '0'],
      ['ansokningar', '1e6'],
      ['monster', 'toString'],
      ['automatisk', '-1'],
      ['minuter', '0'],
      ['spridning', 'abc'],
      ['handlaggare', '2,5'],
      ['timmar', '25'],
      ['mal-timmar', ''],
      ['mal-andel', '101'],
      ['fro', '-3'],
    ] as const) {
      const läst = läsKapacitet({ ...rätt, [fält]: värde });
      assert.deepEqual(läst.ok || läst.fel.map((f) => f.fält), [fält], `${fält} ${värde}`);
    }
    const tomt = läsKapacitet({});
    assert.equal(!tomt.ok && tomt.fel.length, 10);
  });
});
