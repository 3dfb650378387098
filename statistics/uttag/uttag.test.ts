import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { visaMått, visaTal } from '../visa-matt.ts';
import { frågaIAdress, läsUttagsfråga } from './las-uttagsfraga.ts';
import { frågaFör, nästaKörning } from './uttag.ts';

const val = { idag: '2026-11-24', värden: { distrikt: ['Norr', 'Söder'] } };
const skriven = (adress: string) => {
  const namn = new URLSearchParams(adress);
  return Object.fromEntries([...new Set(namn.keys())].map((n) => [n, namn.getAll(n)]));
};

describe('uttag', () => {
  it('reads a question from an address and writes the same address back', () => {
    const adress =
      'indikator=hushall&tid=kvartal&uppdelning=kon&uppdelning=distrikt&fran=2026-01&till=2026-10&f-distrikt=Norr';
    const läst = läsUttagsfråga(skriven(adress), val);
    assert.ok(läst.ok);
    assert.deepEqual(läst.statistikfråga, {
      indikator: 'hushall',
      tid: 'kvartal',
      uppdelning: ['kon', 'distrikt'],
      filter: { distrikt: ['Norr'] },
      från: '2026-01',
      till: '2026-10',
    });
    assert.equal(frågaIAdress(läst.fråga), adress);
  });

  it('counts the last whole months from the day it is run', () => {
    const läst = läsUttagsfråga(skriven('indikator=hushall&senaste=3'), val);
    assert.ok(läst.ok);
    assert.deepEqual([läst.statistikfråga.från, läst.statistikfråga.till], ['2026-08', '2026-10']);
    const { från, till } = frågaFör(läst.fråga, '2027-01-02');
    assert.deepEqual([från, till], ['2026-10', '2026-12']);
  });

  it('reads a month as people write it, and says what is missing', () => {
    const läst = läsUttagsfråga(skriven('indikator=hushall&fran=202601&till=2026-1'), val);
    assert.ok(läst.ok);
    assert.equal(läst.statistikfråga.från, '2026-01');
    const tom = läsUttagsfråga(skriven('indikator=hushall&period=fast'), val);
    assert.deepEqual(!tom.ok && tom.fel.map(({ fält }) => fält), ['fran', 'till']);
  });

  it('falls on the next Monday or the next 2nd, never on the same day', () => {
    assert.equal(nästaKörning('vecka', '2026-11-23'), '2026-11-30', 'a Monday');
    assert.equal(nästaKörning('vecka', '2026-11-29'), '2026-11-30', 'a Sunday');
    assert.equal(nästaKörning('manad', '2026-12-01'), '2026-12-02');
    assert.equal(nästaKörning('manad', '2026-12-02'), '2027-01-02');
    assert.equal(nästaKörning('inget', '2026-12-02'), undefined);
  });

  it('writes figures in Swedish', () => {
    assert.equal(visaMått(1234567, 'kr'), '1\u00a0234\u00a0567\u00a0kr');
    assert.equal(visaMått(7.5, 'procent'), '7,5\u00a0%');
    assert.equal(visaMått('skyddad', 'hushall'), 'skyddas');
    assert.equal(visaTal(-0.254), '−0,25');
    assert.equal(visaTal(-0.001), '0');
  });
});
