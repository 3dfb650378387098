/** What may be done with the data, with the address that DCAT-AP-SE wants for it. */
export const LICENSER = {
  cc0: { namn: 'CC0 1.0 (fritt, inget krav på källa)', adress: 'http://creativecommons.org/publicdomain/zero/1.0/' },
  'cc-by': { namn: 'CC BY 4.0 (fritt, källan ska anges)', adress: 'http://creativecommons.org/licenses/by/4.0/' },
} as const;
export type Licens = keyof typeof LICENSER;

/** A published series as the catalogue describes it. */
export interface Datamängd {
  readonly nyckel: string;
  readonly titel: string;
  readonly beskrivning: string;
  readonly nyckelord: readonly string[];
  /** Days `YYYY-MM-DD`. */
  readonly utgiven: string;
  readonly ändrad: string;
  readonly från: string;
  readonly till: string;
  readonly takt: 'manad' | 'kvartal' | 'ar';
}

export interface Katalogval {
  /** The address of the server, without a slash at the end. */
  readonly bas: string;
  readonly licens: Licens;
  readonly kommun: string;
  /** Ten digits. */
  readonly organisationsnummer: string;
  readonly utgivare: string;
  readonly epost: string;
  readonly webbplats: string;
  readonly ändrad: string;
  readonly datamängder: readonly Datamängd[];
}

/** A value of a property: another thing by its address, a text in Swedish, a plain text, a day. */
export type Rdfvärde =
  | { readonly iri: string }
  | { readonly sv: string }
  | { readonly text: string }
  | { readonly dag: string };

/** One thing of the catalogue. Every one has an address: the portal takes no blank nodes for these. */
export interface Rdfting {
  readonly iri: string;
  readonly typ: string;
  readonly egenskaper: readonly (readonly [namn: string, värde: Rdfvärde])[];
}

/** The prefixes of the names. */
export const NAMNRYMDER = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
} as const;

const EU = 'http://publications.europa.eu/resource/authority';
const TAKT = { manad: 'MONTHLY', kvartal: 'QUARTERLY', ar: 'ANNUAL' } as const;

/** The catalogue in DCAT-AP-SE 3.0.1: catalogue, publisher, contact, and for each series a dataset with its CSV. */
export function katalogensTing(k: Katalogval): Rdfting[] {
  const katalog = `${k.bas}/oppna-data`;
  const utgivare = `http://dataportal.se/organisation/SE${k.organisationsnummer}`;
  const kontakt = `${katalog}#kontakt`;
  const licens = { iri: LICENSER[k.licens].adress };
  const svenska = { iri: `${EU}/language/SWE` };
  return [
    {
      iri: `${katalog}#katalog`,
      typ: 'dcat:Catalog',
      egenskaper: [
        ['dcterms:title', { sv: `Ekonomiskt bistånd i ${k.kommun}` }],
        ['dcterms:description', { sv: `Öppna data om ekonomiskt bistånd från ${k.utgivare}. Små tal är skyddade.` }],
        ['dcterms:publisher', { iri: utgivare }],
        // The description is always free in Sweden, whatever the data's own licence is.
        ['dcterms:license', { iri: LICENSER.cc0.adress }],
        ['dcterms:language', svenska],
        ['dcterms:modified', { dag: k.ändrad }],
        ['foaf:homepage', { iri: katalog }],
        ['dcat:themeTaxonomy', { iri: `${EU}/data-theme` }],
        ...k.datamängder.map(({ nyckel }) => ['dcat:dataset', { iri: `${katalog}/${nyckel}` }] as const),
      ],
    },
    {
      iri: utgivare,
      typ: 'foaf:Agent',
      egenskaper: [
        ['foaf:name', { text: k.utgivare }],
        ['dcterms:type', { iri: 'http://purl.org/adms/publishertype/LocalAuthority' }],
      ],
    },
    {
      iri: kontakt,
      typ: 'vcard:Organization',
      egenskaper: [
        ['vcard:fn', { text: k.utgivare }],
        ['vcard:hasEmail', { iri: `mailto:${k.epost}` }],
        ['vcard:hasURL', { iri: k.webbplats }],
      ],
    },
    ...k.datamängder.flatMap((d): Rdfting[] => {
      const serie = `${katalog}/${d.nyckel}`;
      return [
        {
          iri: serie,
          typ: 'dcat:Dataset',
          egenskaper: [
            ['dcterms:title', { sv: d.titel }],
            ['dcterms:description', { sv: d.beskrivning }],
            ['dcterms:publisher', { iri: utgivare }],
            ['dcat:contactPoint', { iri: kontakt }],
            ...d.nyckelord.map((ord) => ['dcat:keyword', { sv: ord }] as const),
            ['dcat:theme', { iri: `${EU}/data-theme/SOCI` }],
            ['dcterms:accessRights', { iri: `${EU}/access-right/PUBLIC` }],
            ['dcterms:accrualPeriodicity', { iri: `${EU}/frequency/${TAKT[d.takt]}` }],
            ['dcterms:language', svenska],
            ['dcterms:issued', { dag: d.utgiven }],
            ['dcterms:modified', { dag: d.ändrad }],
            ['dcterms:temporal', { iri: `${serie}#tid` }],
            ['dcat:landingPage', { iri: katalog }],
            ['dcat:distribution', { iri: `${serie}#csv` }],
          ],
        },
        {
          iri: `${serie}#tid`,
          typ: 'dcterms:PeriodOfTime',
          egenskaper: [
            ['dcat:startDate', { dag: d.från }],
            ['dcat:endDate', { dag: d.till }],
          ],
        },
        {
          iri: `${serie}#csv`,
          typ: 'dcat:Distribution',
          egenskaper: [
            ['dcterms:title', { sv: `${d.titel}, CSV` }],
            ['dcat:accessURL', { iri: `${serie}.csv` }],
            ['dcat:downloadURL', { iri: `${serie}.csv` }],
            ['dcterms:format', { text: 'text/csv' }],
            ['dcat:mediaType', { iri: 'http://www.iana.org/assignments/media-types/text/csv' }],
            ['dcterms:license', licens],
            ['dcterms:modified', { dag: d.ändrad }],
          ],
        },
      ];
    }),
  ];
}

const XSD_DATE = 'http://www.w3.org/2001/XMLSchema#date';

/** The catalogue as JSON-LD. */
export function katalogJsonLd(ting: readonly Rdfting[]): object {
  return {
    '@context': NAMNRYMDER,
    '@graph': ting.map(({ iri, typ, egenskaper }) => {
      const nod: Record<string, unknown[]> = {};
      for (const [namn, värde] of egenskaper) {
        nod[namn] ??= [];
        nod[namn].push(jsonLdVärde(värde));
      }
      return { '@id': iri, '@type': typ, ...nod };
    }),
  };
}

function jsonLdVärde(värde: Rdfvärde): object {
  if ('iri' in värde) return { '@id': värde.iri };
  if ('sv' in värde) return { '@value': värde.sv, '@language': 'sv' };
  if ('dag' in värde) return { '@value': värde.dag, '@type': XSD_DATE };
  return { '@value': värde.text };
}

/** The catalogue as RDF/XML, which Sveriges dataportal harvests. */
export function katalogRdfXml(ting: readonly Rdfting[]): string {
  const rymder = Object.entries(NAMNRYMDER).map(([prefix, adress]) => ` xmlns:${prefix}="${adress}"`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"${rymder.join('')}>`,
    ...ting.flatMap(({ iri, typ, egenskaper }) => [
      `  <${typ} rdf:about="${xml(iri)}">`,
      ...egenskaper.map(([namn, värde]) => `    ${rdfXmlVärde(namn, värde)}`),
      `  </${typ}>`,
    ]),
    '</rdf:RDF>',
    '',
  ].join('\n');
}

function rdfXmlVärde(namn: string, värde: Rdfvärde): string {
  if ('iri' in värde) return `<${namn} rdf:resource="${xml(värde.iri)}"/>`;
  if ('sv' in värde) return `<${namn} xml:lang="sv">${xml(värde.sv)}</${namn}>`;
  if ('dag' in värde) return `<${namn} rdf:datatype="${XSD_DATE}">${xml(värde.dag)}</${namn}>`;
  return `<${namn}>${xml(värde.text)}</${namn}>`;
}

/** Text in XML; signs that XML cannot have are left out. */
function xml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
