import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FÖRVALD_AUTOMATIK, läsAutomatik, skrivAutomatik, utvaldFörGranskning } from './automatik.ts';

const förvald = skrivAutomatik(FÖRVALD_AUTOMATIK);

describe('inställningar för automatiska beslut', () => {
  it('läses som de skrevs, och är av tills nämnden har valt', () => {
    assert.deepEqual(läsAutomatik(JSON.parse(JSON.stringify(förvald))), { ok: true, automatik: FÖRVALD_AUTOMATIK });
    assert.equal(FÖRVALD_AUTOMATIK.läge, 'av');
    assert.ok(Object.keys(förvald).every((nyckel) => /^[a-zA-Z]+$/.test(nyckel)));
  });

  for (const [namn, json, fält] of [
    ['inget alls', undefined, ['']],
    ['en andel under fem procent', { ...förvald, granskningProcent: 4 }, ['granskningProcent']],
    ['en andel som inte är hel', { ...förvald, andringProcent: 12.5 }, ['andringProcent']],
    ['ett läge som inte finns', { ...förvald, lage: 'pa-riktigt' }, ['lage']],
    ['ett negativt belopp', { ...förvald, hogstaBelopp: -1 }, ['hogstaBelopp']],
    ['något som saknas', { ...förvald, planSaknas: undefined }, ['planSaknas']],
    ['något okänt', { ...förvald, mer: 1 }, ['']],
  ] as const) {
    it(`vägrar ${namn} och säger var felet är`, () => {
      const läst = läsAutomatik(json);
      assert.ok(!läst.ok);
      assert.deepEqual(
        läst.fel.map((f) => f.fält),
        fält,
      );
    });
  }

  it('väljer ut samma ansökningar varje gång, så många som andelen säger', () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => `ansokan-${i}`);
    const utvalda = ids.filter((id) => utvaldFörGranskning(id, 5));
    assert.ok(utvalda.length > 900 && utvalda.length < 1100, String(utvalda.length));
    assert.deepEqual(
      ids.filter((id) => utvaldFörGranskning(id, 5)),
      utvalda,
    );
    assert.ok(ids.every((id) => utvaldFörGranskning(id, 100)));
    assert.ok(utvalda.every((id) => utvaldFörGranskning(id, 20)));
  });
});
