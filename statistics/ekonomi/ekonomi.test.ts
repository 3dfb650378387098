import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { GÖTEBORGS, räknaEkonomi } from './arbetsmodell.ts';
import { läsArbetsmodell } from './las-arbetsmodell.ts';
import { simuleraEkonomi } from './simulera-ekonomi.ts';

const nära = (faktiskt: number, väntat: number, andel: number) =>
  assert.ok(Math.abs(faktiskt - väntat) <= Math.abs(väntat) * andel, `${faktiskt} is not near ${väntat}`);

describe('arbetsmodellens ekonomi', () => {
  test("Göteborg's sum: 1 500 · 15 % = 225 · 110 tkr = 24 750 tkr", () => {
    const { självförsörjande, besparing, netto, kostnad, brytpunkt } = räknaEkonomi(GÖTEBORGS);
    assert.equal(självförsörjande, 225);
    assert.equal(besparing, 24_750_000);
    assert.equal(netto, 24_750_000);
    assert.equal(kostnad, undefined);
    assert.equal(brytpunkt, undefined);
  });

  test('the cost of places: 1 500 · 6 months · 2 000 kr = 18 000 tkr; the break-even share is 12 000 / 110 000 = 10.9 %', () => {
    const modell = { ...GÖTEBORGS, plats: { kostnad: { värde: 2000 }, månader: 6 } };
    const { kostnad, netto, brytpunkt, högstaKostnad } = räknaEkonomi(modell);
    assert.equal(kostnad, 18_000_000);
    assert.equal(netto, 6_750_000);
    assert.equal(brytpunkt?.toFixed(2), '10.91');
    assert.equal(högstaKostnad, 2750, '24 750 000 / 9 000 place-months');
    const påGränsen = räknaEkonomi({ ...modell, andel: { värde: brytpunkt ?? 0 } });
    assert.ok(Math.abs(påGränsen.netto) <= 1);
  });

  test('the chance of the participants alone: mean 225 and standard deviation √(1 500 · 0.15 · 0.85) = 13.8', () => {
    const { självförsörjande, besparing, netton, täcker } = simuleraEkonomi(GÖTEBORGS, { frö: 7 });
    nära(självförsörjande.medel, 225, 0.005);
    nära(självförsörjande.till - självförsörjande.från, 2 * 1.645 * 13.83, 0.05);
    nära(besparing.medel, 24_750_000, 0.005);
    assert.equal(netton.length, 10_000);
    assert.equal(täcker, 1);
  });

  test('a PERT figure has the mean (lowest + 4 · likeliest + highest) / 6 and stays between its ends', () => {
    const modell = {
      deltagare: 1000,
      andel: { värde: 100 },
      besparing: { värde: 100_000, från: 60_000, till: 200_000 },
    };
    const { besparing, netton } = simuleraEkonomi(modell, { frö: 3, dragningar: 20_000 });
    nära(besparing.medel / 1000, (60_000 + 4 * 100_000 + 200_000) / 6, 0.01);
    assert.ok(netton[0]! >= 60_000_000 && netton.at(-1)! <= 200_000_000);
  });

  test('the same seed gives the same figures, another gives others', () => {
    const modell = { ...GÖTEBORGS, andel: { värde: 15, från: 8, till: 20 } };
    assert.deepEqual(simuleraEkonomi(modell, { frö: 1 }), simuleraEkonomi(modell, { frö: 1 }));
    assert.notDeepEqual(simuleraEkonomi(modell, { frö: 1 }).netto, simuleraEkonomi(modell, { frö: 2 }).netto);
  });

  test('texts become the sum; Swedish numbers are read', () => {
    const läst = läsArbetsmodell({
      deltagare: '1 500',
      andel: '12,5',
      'andel-fran': '8',
      'andel-till': '20',
      betalning: '9 000',
      manader: '12',
      'plats-kr': '4 500',
      'plats-manader': '6',
      fro: '42',
    });
    assert.deepEqual(läst, {
      ok: true,
      värde: {
        modell: {
          deltagare: 1500,
          andel: { värde: 12.5, från: 8, till: 20 },
          besparing: { värde: 108_000 },
          plats: { kostnad: { värde: 4500 }, månader: 6 },
        },
        frö: 42,
        dragningar: 10_000,
      },
    });
  });

  test('bad numbers are refused with a sentence that says what is allowed', () => {
    const fel = (skrivet: Record<string, string>) => {
      const läst = läsArbetsmodell({ deltagare: '10', andel: '15', 'besparing-tkr': '110', ...skrivet });
      return läst.ok ? [] : läst.fel.map(({ fält, text }) => `${fält}: ${text.replaceAll('\u00a0', ' ')}`);
    };
    assert.deepEqual(fel({}), []);
    assert.deepEqual(fel({ deltagare: '1e9' }), [
      'deltagare: Antalet deltagare ska vara ett heltal från 1 till 100 000.',
    ]);
    assert.deepEqual(fel({ deltagare: '10,5' }).length, 1);
    assert.deepEqual(fel({ andel: '101' }), ['andel: Andelen ska vara ett tal från 0 till 100 %.']);
    assert.deepEqual(fel({ andel: 'NaN' }).length, 1);
    assert.deepEqual(fel({ 'besparing-tkr': '' }).length, 1);
    assert.deepEqual(fel({ 'andel-fran': '16', 'andel-till': '20' }), [
      'andel-fran: Andelen: skriv både lägst och högst, med det troligaste mellan dem.',
    ]);
    assert.deepEqual(fel({ 'andel-till': '20' }).length, 1);
    assert.deepEqual(fel({ betalning: '9000', manader: '12' }).length, 1, 'not both');
    assert.deepEqual(fel({ 'plats-kr': '1000' }).length, 1, 'a place needs its months');
  });
});
