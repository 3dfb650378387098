import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Källa, Registersvar } from '@stegvis/casework';
import { läsKuvert, läsSvar } from './las-svar.ts';
import { KONTRAKT, NU, UTAN_KONTRAKT } from './provunderlag.ts';

/** Whom the samples are about. */
const iProven = (): string => väntat('test02_getFinancialAid_af').af.Svar.IdentitetsbeteckningFysiskPerson;

function läsProv(fil: string, källor: Källa[], personnummer = iProven()): Registersvar[] {
  const kuvert = läsKuvert(200, readFileSync(`${KONTRAKT}samples/${fil}`), källor);
  assert.ok(kuvert.ok);
  const period = { from: '2016-01-01', tom: '2017-01-01' };
  return läsSvar(kuvert.utfall, { config: {}, fråga: { personnummer, period, källor }, hämtad: NU });
}

// biome-ignore lint/suspicious/noExplicitAny: the samples' own JSON, whose shape is what is compared
function väntat(prov: string): any {
  return JSON.parse(readFileSync(`${KONTRAKT}samples/integration/${prov}/expected-response.json`, 'utf8'));
}

for (const [prov, fil] of [
  ['test02_getFinancialAid_af', 'fixture/af-response.xml'],
  ['test02_getFinancialAid_af', 'integration/test02_getFinancialAid_af/responses/ssbtek-response.xml'],
] as const) {
  test(`prov ${fil}: Arbetsförmedlingen läses, fast delar som kontraktet kräver saknas`, (t) => {
    if (!KONTRAKT) return t.skip(UTAN_KONTRAKT);
    const [svar] = läsProv(fil, ['AF']);
    const { Svar } = väntat(prov).af;
    assert.equal(svar?.kvalitet, 'svarat');
    assert.equal(svar.version, `SSBTEK v10, AF ${Svar.Schemaversion}`);
    assert.deepEqual(svar.uppgifter, [
      {
        slag: 'arbetssokande',
        inskriven: Svar.ArbetssokandeInfo.Arbetssokande === 'true',
        inskrivenSedan: Svar.ArbetssokandeInfo.ArbetssokandeRegistrerad.slice(0, 10),
        omfattning: Number(Svar.ArbetssokandeInfo.ArbetssokandeOmfattning),
      },
    ]);
  });
}

for (const fil of [
  'fixture/csn-response.xml',
  'integration/test01_getFinancialAid_csn/responses/ssbtek-response.xml',
]) {
  test(`prov ${fil}: CSN:s svar enligt schema 3.0 avvisas med skäl, det är inget 'inget hos oss'`, (t) => {
    if (!KONTRAKT) return t.skip(UTAN_KONTRAKT);
    const [svar] = läsProv(fil, ['CSN']);
    assert.equal(svar?.kvalitet, 'ej-kontrollerbar');
    assert.equal(svar.fel?.kod, 'okand-version');
    assert.ok(svar.fel.text.includes(väntat('test01_getFinancialAid_csn').csn.schemaVersion));
    assert.deepEqual(svar.uppgifter, []);
  });
}

for (const fil of ['fixture/fk-response.xml', 'integration/test03_getFinancialAid_fk/responses/ssbtek-response.xml']) {
  test(`prov ${fil}: Försäkringskassan är tillgänglig men säger inget om utbetalningar`, (t) => {
    if (!KONTRAKT) return t.skip(UTAN_KONTRAKT);
    const [utlämnare] = väntat('test03_getFinancialAid_fk').fk.utlamnare;
    assert.equal(utlämnare.tillstand.kod, 'OK');
    const [fk, pm] = läsProv(fil, ['FK', 'PM']);
    assert.deepEqual([fk?.kvalitet, fk?.fel?.kod], ['ej-kontrollerbar', 'lista-saknas']);
    assert.deepEqual([pm?.kvalitet, pm?.fel?.kod], ['ej-kontrollerbar', 'utlamnare-saknas']);
  });

  test(`prov ${fil}: läses som 'inget hos oss' när kommunen vet att LEFI utelämnar tomma listor`, (t) => {
    if (!KONTRAKT) return t.skip(UTAN_KONTRAKT);
    const kuvert = läsKuvert(200, readFileSync(`${KONTRAKT}samples/${fil}`), ['FK']);
    assert.ok(kuvert.ok);
    const fråga = {
      personnummer: iProven(),
      period: { from: '2025-01-01', tom: '2025-06-30' },
      källor: ['FK' as const],
    };
    const [fk] = läsSvar(kuvert.utfall, { config: { lefiUtelämnarTommaListor: true }, fråga, hämtad: NU });
    assert.equal(fk?.kvalitet, 'inget-hos-oss');
  });
}

for (const fil of [
  'fixture/skv-response.xml',
  'integration/test04_getFinancialAid_skv/responses/ssbtek-response.xml',
]) {
  test(`prov ${fil}: Skatteverkets kapital läses`, (t) => {
    if (!KONTRAKT) return t.skip(UTAN_KONTRAKT);
    const [svar] = läsProv(fil, ['SKV']);
    const { Kapitaluppgift } = väntat('test04_getFinancialAid_skv').skv.PersonuppgiftLista.Personuppgift;
    assert.equal(svar?.kvalitet, 'svarat');
    assert.deepEqual(svar.uppgifter, [
      {
        slag: 'kapital',
        taxeringsar: Number(Kapitaluppgift.Taxeringsar),
        belopp: ['SummaIntakterPaKapital', 'OverskottPaKapital'].map((b) => ({
          benamning: b,
          belopp: Number(Kapitaluppgift[b]) * 100,
        })),
      },
    ]);
  });
}

test('prov fixture/so-response.xml: a-kassans utbetalning läses, fast Syfte saknas', (t) => {
  if (!KONTRAKT) return t.skip(UTAN_KONTRAKT);
  const [svar] = läsProv('fixture/so-response.xml', ['SO']);
  assert.equal(svar?.kvalitet, 'svarat');
  assert.deepEqual(svar.uppgifter, [
    {
      slag: 'utbetalning',
      inkomsttyp: 'a-kassa',
      netto: 125050,
      utbetald: '2013-11-23',
      avser: { from: '2013-11-03', tom: '2013-11-03' },
      planerad: false,
      ursprung: 'SO',
    },
  ]);
});

for (const fil of [
  'fixture/tns-response.xml',
  'integration/test06_getFinancialAid_tns/responses/ssbtek-response.xml',
]) {
  test(`prov ${fil}: fordonen läses`, (t) => {
    if (!KONTRAKT) return t.skip(UTAN_KONTRAKT);
    const [svar] = läsProv(fil, ['TNS']);
    const { fordon } = väntat('test06_getFinancialAid_tns').tns.fordonsinnehav;
    assert.equal(svar?.kvalitet, 'svarat');
    assert.deepEqual(
      svar.uppgifter,
      fordon.map((f: object) => ({ slag: 'fordon', ...f })),
    );
  });
}

for (const fil of [
  'fixture/miv-response.xml',
  'integration/test07_getFinancialAid_miv/responses/ssbtek-response.xml',
]) {
  test(`prov ${fil}: beslutet om uppehållstillstånd läses`, (t) => {
    if (!KONTRAKT) return t.skip(UTAN_KONTRAKT);
    const [svar] = läsProv(fil, ['MIV']);
    const { svar: beslut } = väntat('test07_getFinancialAid_miv').miv.response.svarCollection;
    assert.equal(svar?.kvalitet, 'svarat');
    assert.deepEqual(svar.uppgifter, [
      {
        slag: 'uppehallstillstand',
        arendetyp: beslut.arendeTyp,
        beslutskod: beslut.beslutsKod,
        beslutstyp: beslut.beslutsTyp,
        beslutad: beslut.beslutsdatum.slice(0, 10),
        giltighet: beslut.giltighetstid.toLowerCase(),
      },
    ]);
  });
}

test('svar om en annan person än den frågade avvisas, hos alla som säger vem svaret gäller', (t) => {
  if (!KONTRAKT) return t.skip(UTAN_KONTRAKT);
  for (const [fil, källa] of [
    ['af', 'AF'],
    ['so', 'SO'],
    ['skv', 'SKV'],
    ['miv', 'MIV'],
  ] as const) {
    const [svar] = läsProv(`fixture/${fil}-response.xml`, [källa], '199001012385');
    assert.deepEqual([källa, svar?.kvalitet, svar?.fel?.kod], [källa, 'ej-kontrollerbar', 'annan-person']);
    assert.deepEqual(svar?.uppgifter, []);
  }
});

test('en myndighet som är frågad men inte finns i svaret är ej kontrollerbar', (t) => {
  if (!KONTRAKT) return t.skip(UTAN_KONTRAKT);
  const svar = läsProv('fixture/af-response.xml', ['AF', 'FK', 'PM', 'CSN', 'SO', 'SKV']);
  assert.deepEqual(
    svar.map((s) => s.kvalitet),
    ['svarat', ...Array(5).fill('ej-kontrollerbar')],
  );
  assert.ok(svar.slice(1).every((s) => s.fel?.kod === 'inget-svar' && s.fel.tillfälligt));
});
