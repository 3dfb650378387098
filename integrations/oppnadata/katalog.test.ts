import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { type Katalogval, katalogensTing, katalogJsonLd, katalogRdfXml, NAMNRYMDER } from './katalog.ts';

const VAL: Katalogval = {
  bas: 'https://bistand.testkommunen.example',
  licens: 'cc0',
  kommun: 'Testkommunen',
  organisationsnummer: '2120000001',
  utgivare: 'Socialnämnden & vänner <i> Testkommunen',
  epost: 'oppnadata@testkommunen.example',
  webbplats: 'https://testkommunen.example/oppna-data',
  ändrad: '2026-11-24',
  datamängder: [
    {
      nyckel: 'hushall-per-manad',
      titel: 'Hushåll med ekonomiskt bistånd',
      beskrivning: 'Antal hushåll per månad.',
      nyckelord: ['ekonomiskt bistånd', 'hushåll'],
      utgiven: '2026-11-01',
      ändrad: '2026-11-24',
      från: '2025-01-01',
      till: '2026-09-30',
      takt: 'manad',
    },
  ],
};

/** Every statement as one line, from either form. */
function frånJsonLd(json: unknown): string[] {
  const { '@graph': graf } = json as { '@graph': Record<string, unknown>[] };
  return graf
    .flatMap(({ '@id': id, '@type': typ, ...rest }) => [
      `${id} a ${typ}`,
      ...Object.entries(rest).flatMap(([namn, värden]) =>
        (värden as Record<string, string>[]).map(
          (v) =>
            `${id} ${namn} ${v['@id'] ? `<${v['@id']}>` : `${v['@value']}@${v['@language'] ?? ''}^${v['@type'] ?? ''}`}`,
        ),
      ),
    ])
    .sort();
}

function frånRdfXml(text: string): string[] {
  const ns = { rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', ...NAMNRYMDER };
  const prefix = (e: XmlElement) => `${Object.entries(ns).find(([, uri]) => uri === e.namespaceUri)?.[0]}:${e.name}`;
  const doc = XmlDocument.fromString(text);
  try {
    return (doc.find('/rdf:RDF/*', ns) as XmlElement[])
      .flatMap((ting) => {
        const id = ting.attr('about', 'rdf')?.value;
        return [
          `${id} a ${prefix(ting)}`,
          ...(ting.find('*') as XmlElement[]).map((e) => {
            const iri = e.attr('resource', 'rdf')?.value;
            const språk = e.attr('lang', 'xml')?.value ?? '';
            return `${id} ${prefix(e)} ${iri ? `<${iri}>` : `${e.content}@${språk}^${e.attr('datatype', 'rdf')?.value ?? ''}`}`;
          }),
        ];
      })
      .sort();
  } finally {
    doc.dispose();
  }
}

describe('katalog', () => {
  const ting = katalogensTing(VAL);

  test('has what DCAT-AP-SE 3.0.1 says must be there', () => {
    const av = (typ: string) => ting.filter((t) => t.typ === typ);
    const har = (typ: string, namn: string) =>
      av(typ).every((t) => t.egenskaper.some(([n]) => n === namn)) && av(typ).length > 0;
    for (const namn of ['title', 'description', 'publisher', 'license'])
      assert.ok(har('dcat:Catalog', `dcterms:${namn}`));
    assert.ok(har('dcat:Catalog', 'dcat:dataset'));
    for (const namn of ['title', 'description', 'publisher']) assert.ok(har('dcat:Dataset', `dcterms:${namn}`));
    assert.ok(har('dcat:Dataset', 'dcat:contactPoint'));
    assert.ok(har('dcat:Dataset', 'dcat:distribution'));
    assert.ok(har('dcat:Distribution', 'dcat:accessURL'));
    assert.ok(har('dcat:Distribution', 'dcterms:license'));
    assert.ok(har('foaf:Agent', 'foaf:name'));
    assert.ok(har('vcard:Organization', 'vcard:fn') && har('vcard:Organization', 'vcard:hasEmail'));
  });

  test('everything that is pointed at within the catalogue is in it, once, with an absolute address', () => {
    const egna = ting.map(({ iri }) => iri);
    assert.equal(new Set(egna).size, egna.length);
    for (const { iri, egenskaper } of ting) {
      assert.match(iri, /^https?:\/\//);
      for (const [namn, värde] of egenskaper)
        if ('iri' in värde && /publisher|contactPoint|dataset$|distribution|temporal/.test(namn))
          assert.ok(egna.includes(värde.iri), värde.iri);
    }
  });

  test('JSON-LD and RDF/XML say the same, also with signs that XML must escape', () => {
    const ena = frånJsonLd(katalogJsonLd(ting));
    assert.deepEqual(frånRdfXml(katalogRdfXml(ting)), ena);
    assert.ok(ena.some((rad) => rad.includes('Socialnämnden & vänner <i> Testkommunen')));
    assert.ok(ena.some((rad) => rad.endsWith('<http://creativecommons.org/publicdomain/zero/1.0/>')));
  });
});
