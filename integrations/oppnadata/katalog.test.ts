import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import {
  type Katalogval,
  katalogensTing,
  katalogJsonLd,
  katalogRdfXml,
  NAMNRYMDER,
  type Rdfting,
  type Rdfvärde,
} from './katalog.ts';

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

const SPECIFIKATION = 'https://docs.dataportal.se/dcat/3.0.1/sv/';
const ankare = (klass: string, egenskap: string) => `#${klass}-${egenskap}`.replaceAll(':', '_');
type Provar = (värde: Rdfvärde, alla: readonly Rdfting[]) => boolean;
const svenska: Provar = (v) => 'sv' in v && v.sv.trim() !== '';
const text: Provar = (v) => 'text' in v && v.text.trim() !== '';
const en = (typ: string): Provar => {
  return (v, alla) => 'iri' in v && alla.some((ting) => ting.iri === v.iri && ting.typ === typ);
};
const iri = (mönster: RegExp): Provar => {
  return (v) => 'iri' in v && mönster.test(v.iri);
};
const dag: Provar = (v) => 'dag' in v && /^\d{4}-\d{2}-\d{2}$/.test(v.dag);
const FLERA = Number.POSITIVE_INFINITY;
const CC = /^http:\/\/creativecommons\.org\/(publicdomain\/zero\/1\.0|licenses\/by\/4\.0)\/$/;

/**
 * Every property that DCAT-AP-SE 3.0.1 makes mandatory for the classes that the catalogue has, and the limits of the others that it
 * uses: how many there may be and what a value is. The anchor of each is in the name of its test.
 */
const KRAV: readonly (readonly [klass: string, egenskap: string, antal: readonly [number, number], värde: Provar])[] = [
  ['dcat:Catalog', 'dcterms:title', [1, FLERA], svenska],
  ['dcat:Catalog', 'dcterms:description', [1, FLERA], svenska],
  ['dcat:Catalog', 'dcterms:publisher', [1, 1], en('foaf:Agent')],
  // The description of the data is CC0 in Sweden, also where the data are not.
  ['dcat:Catalog', 'dcterms:license', [1, 1], iri(/^http:\/\/creativecommons\.org\/publicdomain\/zero\/1\.0\/$/)],
  ['dcat:Catalog', 'dcat:dataset', [1, FLERA], en('dcat:Dataset')],
  ['dcat:Catalog', 'foaf:homepage', [0, 1], iri(/^https?:\/\//)],
  ['dcat:Catalog', 'dcterms:modified', [0, 1], dag],
  ['dcat:Dataset', 'dcterms:title', [1, FLERA], svenska],
  ['dcat:Dataset', 'dcterms:description', [1, FLERA], svenska],
  ['dcat:Dataset', 'dcterms:publisher', [1, 1], en('foaf:Agent')],
  ['dcat:Dataset', 'dcat:contactPoint', [0, FLERA], en('vcard:Organization')],
  ['dcat:Dataset', 'dcat:distribution', [0, FLERA], en('dcat:Distribution')],
  ['dcat:Dataset', 'dcterms:accessRights', [0, 1], iri(/\/authority\/access-right\/(PUBLIC|NON_PUBLIC|RESTRICTED)$/)],
  ['dcat:Dataset', 'dcat:theme', [0, FLERA], iri(/\/authority\/data-theme\/[A-Z]{4}$/)],
  ['dcat:Dataset', 'dcterms:accrualPeriodicity', [0, 1], iri(/\/authority\/frequency\/[A-Z]+$/)],
  ['dcat:Dataset', 'dcterms:issued', [0, 1], dag],
  ['dcat:Dataset', 'dcterms:modified', [0, 1], dag],
  ['dcat:Distribution', 'dcat:accessURL', [1, 1], iri(/^https?:\/\/.+/)],
  ['dcat:Distribution', 'dcterms:format', [1, 1], (v) => 'text' in v && /^\w+\/[-.\w]+(?:\+[-.\w]+)?$/.test(v.text)],
  ['dcat:Distribution', 'dcterms:license', [0, 1], iri(CC)],
  ['foaf:Agent', 'foaf:name', [1, FLERA], text],
  ['foaf:Agent', 'dcterms:type', [0, 1], iri(/^http:\/\/purl\.org\/adms\/publishertype\/\w+$/)],
  ['vcard:Organization', 'vcard:fn', [1, 1], text],
  ['vcard:Organization', 'vcard:hasEmail', [1, FLERA], iri(/^mailto:[^@\s]+@[^@\s]+$/)],
];

describe('katalog', () => {
  const ting = katalogensTing(VAL);

  for (const [klass, egenskap, [minst, högst], värdet] of KRAV)
    test(`${klass} has ${minst}–${högst} ${egenskap}: ${SPECIFIKATION}${ankare(klass, egenskap)}`, () => {
      for (const val of [VAL, { ...VAL, licens: 'cc-by' } as const]) {
        const alla = katalogensTing(val);
        const av = alla.filter(({ typ }) => typ === klass);
        assert.ok(av.length > 0);
        for (const { iri, egenskaper } of av) {
          const värden = egenskaper.filter(([namn]) => namn === egenskap).map(([, värde]) => värde);
          assert.ok(värden.length >= minst && värden.length <= högst, `${iri}: ${värden.length}`);
          for (const värde of värden) assert.ok(värdet(värde, alla), `${iri}: ${JSON.stringify(värde)}`);
        }
      }
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
