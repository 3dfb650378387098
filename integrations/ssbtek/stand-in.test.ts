import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Ajv } from 'ajv';
import { XmlDocument, XmlElement, XsdValidator, xmlCleanupInputProvider } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { parse } from 'yaml';
import { byggFråga } from './bygg-fraga.ts';
import { öppnaKontraktsschema } from './kontraktsschema.ts';
import { type Element, läsXml } from './las-xml.ts';
import { ANNAT_PERSONNUMMER, config, fråga, KONTRAKT, NU, PERSONNUMMER, UTAN_KONTRAKT, XSD } from './provunderlag.ts';
import { type SsbtekStandIn, startSsbtekStandIn } from './stand-in.ts';
import { byggSvar, type StandInFråga, type StandInPerson } from './stand-in-svar.ts';

const BASTJÄNSTER = ['AF', 'CSN', 'FK', 'SKV', 'SO', 'TNS', 'MIV'] as const;
const period = { from: '2026-10-01', tom: '2026-11-30' };
const frågan: StandInFråga = {
  personnummer: PERSONNUMMER,
  korrelationsid: 'k & 1',
  perioder: { AF: period, CSN: period, FK: period, SKV: period, SO: period, TNS: period, MIV: period },
  frågade: BASTJÄNSTER,
  fel: [],
  tysta: [],
  idag: '2026-11-22',
};
const person: StandInPerson = {
  personnummer: PERSONNUMMER,
  skyddad: true,
  fk: [
    { förmån: 'Aktivitetsstöd', brutto: 8000, netto: 6000.25, dag: 25 },
    { förmån: 'Barnbidrag', netto: 1250, dag: 20 },
  ],
  pm: [
    { förmån: 'Allmän pension', brutto: 3000, netto: 2500, dag: 18 },
    { förmån: 'Bostadstillägg', netto: 900, dag: 18 },
  ],
  af: {
    inskrivenSedan: '2026-01-01',
    beslut: [{ ersattning: 'Aktivitetsstöd', omfattning: 100, from: '2026-01-01', tom: '2026-12-31' }],
  },
  csn: [
    { stodform: 'GRUND', netto: 12000, lån: 8000, dag: 25 },
    { stodform: 'SH', netto: 1250, dag: 27 },
  ],
  so: [{ utbetalningar: [{ netto: 7000.5, avdrag: 300, dag: 27 }], avstängd: period, ansökt: true }],
  skv: { överskottAvKapital: 666 },
  tns: [{ regnr: 'ABC001', fabrikat: 'Volvo', årsmodell: '2012', slag: 'PERSONBIL', modell: 'V<70>' }],
  miv: [{ beslutstyp: 'PUT', permanent: true, beslutad: '2020-05-12' }],
};

function bas64(xml: string, namn: string): Buffer {
  const rot = läsXml(xml);
  assert.ok(!('fel' in rot));
  const sök = (e: Element): Element | undefined => (e.namn === namn ? e : e.barn.map(sök).find((b) => b !== undefined));
  return Buffer.from(sök(rot)!.text, 'base64');
}

test('svaret följer XSD:n: en person med allt, en okänd, en med fel hos alla', (t) => {
  if (XSD === undefined) return t.skip(UTAN_KONTRAKT);
  const schema = öppnaKontraktsschema(XSD);
  try {
    assert.deepEqual(schema.prövaSoap(byggSvar(person, frågan)), []);
    assert.deepEqual(schema.prövaSoap(byggSvar(undefined, frågan)), []);
    assert.deepEqual(schema.prövaSoap(byggSvar(person, { ...frågan, fel: BASTJÄNSTER })), []);
    assert.deepEqual(schema.prövaSoap(byggSvar(person, { ...frågan, tysta: BASTJÄNSTER })), []);
  } finally {
    schema.dispose();
  }
});

test('LEFI-svaret följer OpenAPI-beskrivningen', (t) => {
  if (!KONTRAKT) return t.skip(UTAN_KONTRAKT);
  const lefi = parse(
    readFileSync(
      `${KONTRAKT}contract-v10/se/forsakringskassan/schema/lefi/lefi-formansinformation-v9.openapi.yaml`,
      'utf8',
    ),
    { maxAliasCount: -1 },
  );
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'lefi', components: lefi.components });
  const pröva = ajv.compile({ $ref: 'lefi#/components/schemas/LefiExternFormansinformationSvar' });
  assert.equal(pröva({ utlamnare: 'FK' }), false);
  for (const p of [person, undefined]) {
    const svar: object = JSON.parse(bas64(byggSvar(p, frågan), 'lefiJsonSvar').toString());
    assert.ok(pröva(svar), JSON.stringify(pröva.errors));
    const kända = Object.keys(lefi.components.schemas.LefiExternFormansinformationSvar.properties);
    assert.deepEqual(
      Object.keys(svar).filter((nyckel) => !kända.includes(nyckel)),
      [],
    );
  }
});

test('CSN:s personuppgifter följer person.xsd', (t) => {
  if (!KONTRAKT) return t.skip(UTAN_KONTRAKT);
  // kommunfraga.xsd imports a schema that is not public, so the part below it is tested under a root of its own.
  const url = `${KONTRAKT}contract-v10/se/csn/schema/v4_0/person/prov.xsd`;
  const omslag = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://schema.csn.se/v4.0/kommunfraga" xmlns:p="http://schema.csn.se/v4.0/person" elementFormDefault="qualified"><xs:import namespace="http://schema.csn.se/v4.0/person" schemaLocation="person.xsd"/><xs:element name="Person" type="p:Person"/></xs:schema>`;
  xmlRegisterFsInputProviders();
  const xsd = XmlDocument.fromString(omslag, { url });
  const schema = XsdValidator.fromDoc(xsd);
  xmlCleanupInputProvider();
  try {
    for (const p of [person, undefined]) {
      const doc = XmlDocument.fromBuffer(bas64(byggSvar(p, frågan), 'svar'));
      const element = doc.get('//*[local-name()="Person"]');
      assert.ok(element instanceof XmlElement);
      assert.doesNotThrow(() => schema.validate(element));
      doc.dispose();
    }
  } finally {
    schema.dispose();
    xsd.dispose();
  }
});

test('dagarna följer den frågade perioden, så att provdata aldrig blir gamla', () => {
  const dagar = (from: string, tom: string, bara?: 'kontrollmanad' | 'jamforelsemanad') => {
    const p = { ...person, fk: [{ förmån: 'Barnbidrag', netto: 1, dag: 31, ...(bara && { bara }) }] };
    const svar = JSON.parse(
      bas64(
        byggSvar(p, { ...frågan, perioder: { ...frågan.perioder, FK: { from, tom } }, idag: '2030-01-01' }),
        'lefiJsonSvar',
      ).toString(),
    );
    return svar.formansinformation.utbetalningsuppgift.map((u: { datum: string }) => u.datum);
  };
  assert.deepEqual(dagar('2026-10-01', '2026-11-30'), ['2026-10-31', '2026-11-30']);
  assert.deepEqual(dagar('2027-12-01', '2028-02-29'), ['2027-12-31', '2028-01-31', '2028-02-29']);
  assert.deepEqual(dagar('2026-10-01', '2026-11-30', 'kontrollmanad'), ['2026-11-30']);
  assert.deepEqual(dagar('2026-10-01', '2026-11-30', 'jamforelsemanad'), ['2026-10-31']);
  assert.deepEqual(dagar('2026-10-01', '2026-11-15'), ['2026-10-31']);
});

let standIn: SsbtekStandIn;
before(async () => {
  standIn = await startSsbtekStandIn({ persons: [person] });
});
after(() => standIn.stop());

const riktig = byggFråga(
  config,
  { ...fråga, personnummer: ANNAT_PERSONNUMMER },
  { tidpunkt: NU, korrelationsid: 'k-1', ärendeidentitet: 'a-1' },
);
const skicka = (
  body: string,
  headers: Record<string, string> = { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' },
  method = 'POST',
) => fetch(standIn.url, { method, headers, ...(method === 'POST' && { body }) });

test('en fråga som bryter mot kontraktet får ett SOAP-fel, också utan XSD', async () => {
  assert.equal((await skicka(riktig)).status, 200);
  const lefi = (json: unknown) =>
    riktig.replace(
      /<s:lefiJsonFraga>.*?<\/s:lefiJsonFraga>/,
      `<s:lefiJsonFraga>${Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)).toString('base64')}</s:lefiJsonFraga>`,
    );
  for (const fel of [
    'inte xml',
    '<a/>',
    riktig.replace('ssbt/10', 'ssbt/9'),
    riktig.replace(/<s:syfte>.*<\/s:syfte>/, ''),
    riktig.replace('162120000000', '2120000000'),
    riktig.replace('inkludera="true"', 'inkludera="ja"'),
    riktig.replace('inkludera="true"', ''),
    riktig.replace(ANNAT_PERSONNUMMER, '9001022384'),
    riktig.replace(/(<s:syfte>.*<\/s:syfte>)(<s:lagtext>.*<\/s:lagtext>)/, '$2$1'),
    riktig.replace('2026-10-01', '2026-13-01'),
    riktig.replace('<s:TNS inkludera="false">', '<s:TNS inkludera="false"><s:tidsperiod/>'),
    riktig.replace('<s:version>v9', '<s:version>v8'),
    lefi('inte json'),
    lefi({ personnummer: ANNAT_PERSONNUMMER, period: {}, utbetalningar: ['FK:SJP'] }),
    lefi({ personnummer: PERSONNUMMER, period, utbetalningar: ['FK:SJP'] }),
    lefi({ personnummer: ANNAT_PERSONNUMMER, period, utbetalningar: ['FK:QQ'] }),
  ]) {
    const svar = await skicka(fel);
    assert.equal(svar.status, 500, fel.slice(0, 200));
    assert.match(await svar.text(), /hamtaBastjanstInformationFault.*<s:felkod>1001/);
  }
  assert.equal((await skicka(riktig, { 'content-type': 'application/json', soapaction: '""' })).status, 500);
  assert.equal((await skicka(riktig, { 'content-type': 'text/xml' })).status, 500);
  assert.equal((await skicka('', {}, 'GET')).status, 500);
});

test('CSN vägrar en ärendeidentitet på 32 tecken', async () => {
  const text = await (await skicka(riktig.replace('>a-1<', `>${'a'.repeat(32)}<`))).text();
  assert.match(text, /<s:CSN><s:error>/);
  assert.doesNotMatch(text, /<s:AF><s:error>/);
});

test('två servrar på samma port: den andra säger ifrån', async () => {
  await assert.rejects(startSsbtekStandIn({ persons: [], port: Number(new URL(standIn.url).port) }), {
    code: 'EADDRINUSE',
  });
});
