import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { KÄLLOR } from '@stegvis/casework';
import fc from 'fast-check';
import { byggFråga } from './bygg-fraga.ts';
import { öppnaKontraktsschema } from './kontraktsschema.ts';
import { type Element, läsXml } from './las-xml.ts';
import { config, fråga, NU, UTAN_KONTRAKT, XSD } from './provunderlag.ts';
import { prövaConfig, prövaFråga, STANDARD_LAGTEXT } from './ssbtek-config.ts';

const anrop = { tidpunkt: NU, korrelationsid: 'k-1', ärendeidentitet: 'a-1' };
const schema = XSD === undefined ? undefined : öppnaKontraktsschema(XSD);
after(() => schema?.dispose());

function hitta(xml: string, namn: string): Element[] {
  const rot = läsXml(xml);
  assert.ok(!('fel' in rot));
  const sök = (e: Element): Element[] => [...(e.namn === namn ? [e] : []), ...e.barn.flatMap(sök)];
  return sök(rot);
}

test('frågan har gällande lagtext och ber inte om att få frågan tillbaka', () => {
  const xml = byggFråga(config, fråga, anrop);
  assert.equal(hitta(xml, 'lagtext')[0]?.text, STANDARD_LAGTEXT);
  assert.match(STANDARD_LAGTEXT, /^15 kap\. 10–12 §§ .*\(2025:400\), förordning \(2008:975\)/);
  assert.equal(hitta(xml, 'fraganSkallInkluderasISvaret')[0]?.text, 'false');
});

test('bara de myndigheter som behövs frågas', () => {
  const xml = byggFråga(config, { ...fråga, källor: ['PM', 'SO'] }, anrop);
  const inkludera = ['AF', 'CSN', 'FK', 'SKV', 'SO', 'TNS', 'MIV'].map((m) => [
    m,
    hitta(xml, m)[0]?.attribut['inkludera'],
  ]);
  assert.deepEqual(inkludera, [
    ['AF', 'false'],
    ['CSN', 'false'],
    ['FK', 'true'],
    ['SKV', 'false'],
    ['SO', 'true'],
    ['TNS', 'false'],
    ['MIV', 'false'],
  ]);
  const lefi = JSON.parse(Buffer.from(hitta(xml, 'lefiJsonFraga')[0]!.text, 'base64').toString());
  assert.deepEqual(lefi.utbetalningar, ['PM:AP', 'PM:BTI', 'PM:EF']);
  assert.deepEqual(Object.keys(lefi).sort(), ['period', 'personnummer', 'preliminaraUtbetalningar', 'utbetalningar']);
});

test('varje fråga följer XSD:n, vilka tecken, myndigheter och perioder den än har', (t) => {
  if (!schema) return t.skip(UTAN_KONTRAKT);
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((s) => `x${s}`);
  const dag = fc
    .date({ min: new Date('2025-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));
  const period = fc.tuple(dag, dag).map(([a, b]) => (a < b ? { from: a, tom: b } : { from: b, tom: a }));
  let skickade = 0;
  fc.assert(
    fc.property(
      fc.record({
        namn: text,
        handläggare: text,
        syfte: text,
        lagtext: text,
        aktorsId: text,
        biträde: fc.option(text, { nil: undefined }),
      }),
      fc.subarray([...KÄLLOR], { minLength: 1 }),
      fc.record({
        period,
        perioder: fc.record({ FK: period, AF: period, CSN: period, SO: period, TNS: period }, { requiredKeys: [] }),
      }),
      (texter, källor, perioder) => {
        const c = {
          ...config,
          ...texter,
          ingivare: { ...config.ingivare, namn: texter.namn, handläggare: texter.handläggare },
          ...(texter.biträde !== undefined && {
            personuppgiftsbiträden: [{ organisationsnummer: '162120000000', namn: texter.biträde }],
          }),
        };
        const f = { ...fråga, ...perioder, källor };
        if (prövaConfig(c).length > 0 || prövaFråga(f).length > 0) return;
        skickade++;
        const xml = byggFråga(c, f, anrop);
        assert.deepEqual(schema.prövaSoap(xml), []);
        assert.equal(hitta(xml, 'syfte')[0]?.text, texter.syfte);
      },
    ),
    { numRuns: 200, seed: 20261122 },
  );
  assert.ok(skickade > 50, `bara ${skickade} frågor prövades`);
});

test('XSD:n märker en fråga som inte följer den', (t) => {
  if (!schema) return t.skip(UTAN_KONTRAKT);
  const xml = byggFråga(config, fråga, anrop);
  assert.notDeepEqual(schema.prövaSoap(xml.replace(config.ingivare.organisationsnummer, '12')), []);
  assert.notDeepEqual(schema.prövaSoap(xml.replace(/<s:syfte>.*<\/s:syfte>/, '')), []);
});

test('fel i inställningarna sägs var för sig', () => {
  assert.deepEqual(prövaConfig(config), []);
  const fel = prövaConfig({
    ...config,
    url: 'http://ssbtek.example',
    tls: { cert: 'x', key: 'y' },
    ingivare: { organisationsnummer: '2120000000', namn: ' ', handläggare: 'a\u0000b' },
    förmånsgrupper: { FK: ['FK:QQ'], PM: [] },
  });
  assert.equal(fel.length, 6);
  for (const ord of ['https://', 'PEM', 'organisationsnummer', 'ingivare.namn', 'ingivare.handläggare', 'LEFI v9']) {
    assert.ok(
      fel.some((rad) => rad.includes(ord)),
      ord,
    );
  }
  for (const url of ['https://ssbtek.example/x', 'http://localhost:1/', 'http://[::1]:1/', 'http://127.0.0.1/'])
    assert.deepEqual(prövaConfig({ ...config, url }), []);
  for (const url of ['ftp://a.example', 'http://127.0.0.1.example/', 'nonsens', 'http://localhost.example'])
    assert.equal(prövaConfig({ ...config, url }).length, 1, url);
});

test('fel i frågan sägs utan personnummer', () => {
  const fel = prövaFråga({
    personnummer: '19900101-2385',
    period: { from: '2026-02-30', tom: '2026-03-01' },
    källor: [],
    ärendeidentitet: 'x'.repeat(32),
  });
  assert.equal(fel.length, 4);
  assert.ok(!fel.join(' ').includes('2385'));
  assert.equal(prövaFråga({ ...fråga, period: { from: '2024-01-01', tom: '2026-01-02' } }).length, 1);
  assert.deepEqual(prövaFråga({ ...fråga, period: { from: '2024-01-01', tom: '2026-01-01' } }), []);
  assert.equal(prövaFråga({ ...fråga, perioder: { SO: { from: '2026-03-01', tom: '2026-02-01' } } }).length, 1);
});
