export {
  type Datamängd,
  type Katalogval,
  katalogensTing,
  katalogJsonLd,
  katalogRdfXml,
  LICENSER,
  type Licens,
  type Rdfting,
} from './katalog.ts';
