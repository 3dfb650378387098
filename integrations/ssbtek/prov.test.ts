import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Källa } from '@stegvis/casework';
import { öppnaKontraktsschema } from './kontraktsschema.ts';
import { läsKuvert, läsSvar } from './las-svar.ts';
import { KONTRAKT, NU, UTAN_KONTRAKT, XSD } from './provunderlag.ts';

/** How an answer about the sample's person is read: quality, and the reason or the kinds of facts. */
type Läses = [Källa, 'svarat', ...slag: string[]] | [Källa, 'ej-kontrollerbar', kod: string];

const CSN: Läses[] = [['CSN', 'ej-kontrollerbar', 'okand-version']];
const AF: Läses[] = [['AF', 'svarat', 'arbetssokande']];
const FK: Läses[] = [
  ['FK', 'ej-kontrollerbar', 'lista-saknas'],
  ['PM', 'ej-kontrollerbar', 'utlamnare-saknas'],
];
const SKV: Läses[] = [['SKV', 'svarat', 'kapital']];
const SO: Läses[] = [['SO', 'svarat', 'utbetalning']];
const TNS: Läses[] = [['TNS', 'svarat', 'fordon', 'fordon']];
const MIV: Läses[] = [['MIV', 'svarat', 'uppehallstillstand']];
/** A question of another municipality; the stand-in's schema says whether it follows the contract. */
const FRÅGA = 'fråga';
/** What another reader made of the answer beside it; `las-svar.test.ts` compares with it, value by value. */
const FACIT = 'facit';

/** Every sample file, and what becomes of it. A new file makes the first test fail. */
const PROV: Readonly<Record<string, Läses[] | typeof FRÅGA | typeof FACIT>> = {
  'fixture/af-response.xml': AF,
  'fixture/csn-response.xml': CSN,
  'fixture/fk-response.xml': FK,
  'fixture/miv-response.xml': MIV,
  'fixture/skv-response.xml': SKV,
  'fixture/so-response.xml': SO,
  'fixture/tns-response.xml': TNS,
  ...Object.fromEntries(
    (
      [
        ['test01_getFinancialAid_csn', CSN],
        ['test02_getFinancialAid_af', AF],
        ['test03_getFinancialAid_fk', FK],
        ['test04_getFinancialAid_skv', SKV],
        ['test06_getFinancialAid_tns', TNS],
        ['test07_getFinancialAid_miv', MIV],
      ] as const
    ).flatMap(([mapp, läses]) => [
      [`integration/${mapp}/responses/ssbtek-response.xml`, läses],
      [`integration/${mapp}/mappings/ssbtek-200.json`, FRÅGA],
      [`integration/${mapp}/expected-response.json`, FACIT],
    ]),
  ),
};

test('varje provfil står i tabellen', (t) => {
  if (!KONTRAKT) return t.skip(UTAN_KONTRAKT);
  const filer = readdirSync(`${KONTRAKT}samples`, { recursive: true, withFileTypes: true })
    .filter((fil) => fil.isFile())
    .map((fil) => `${fil.parentPath}/${fil.name}`.slice(`${KONTRAKT}samples/`.length));
  assert.deepEqual(filer.sort(), Object.keys(PROV).sort());
});

/** Whom the samples are about. */
const personIProven = (): string =>
  JSON.parse(readFileSync(`${KONTRAKT}samples/integration/test02_getFinancialAid_af/expected-response.json`, 'utf8')).af
    .Svar.IdentitetsbeteckningFysiskPerson;

for (const [fil, väntat] of Object.entries(PROV)) {
  if (väntat === FACIT) continue;
  const blir =
    väntat === FRÅGA
      ? 'frågan följer kontraktet'
      : väntat.map(([källa, ...resten]) => `${källa} ${resten.join(' ')}`).join(', ');
  test(`prov ${fil}: ${blir}`, (t) => {
    if (!KONTRAKT || !XSD) return t.skip(UTAN_KONTRAKT);
    const text = readFileSync(`${KONTRAKT}samples/${fil}`, 'utf8');
    if (väntat === FRÅGA) {
      const fråga: string = JSON.parse(text).request.bodyPatterns[0].equalToXml;
      const schema = öppnaKontraktsschema(XSD);
      const brister = schema.prövaSoap(fråga.replace(/\$\{xmlunit\.ignore\}/g, '1'));
      schema.dispose();
      assert.deepEqual(brister, []);
      return;
    }
    const källor = väntat.map(([källa]) => källa);
    const kuvert = läsKuvert(200, Buffer.from(text), källor);
    assert.ok(kuvert.ok);
    const fråga = { personnummer: personIProven(), period: { from: '2016-01-01', tom: '2017-01-01' }, källor };
    const svar = läsSvar(kuvert.utfall, { config: {}, fråga, hämtad: NU });
    assert.deepEqual(
      svar.map((s) => [s.källa, s.kvalitet, ...(s.fel ? [s.fel.kod] : s.uppgifter.map((u) => u.slag))]),
      väntat,
    );
    for (const s of svar) assert.ok(s.kvalitet !== 'ej-kontrollerbar' || (s.uppgifter.length === 0 && s.fel!.text));
  });
}
