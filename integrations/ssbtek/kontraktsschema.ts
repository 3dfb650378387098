import { readFileSync } from 'node:fs';
import { XmlDocument, XmlElement, XsdValidator, xmlCleanupInputProvider } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

/** The compiled schema of a contract, for testing what is sent. */
export interface Kontraktsschema {
  /** What is wrong with the only element in the SOAP body of the message; empty when it follows the schema. */
  prövaSoap(xml: string | Uint8Array): string[];
  dispose(): void;
}

/** Compiles an XSD with everything it imports. The parser reaches files only while it compiles. */
export function öppnaKontraktsschema(xsdfil: string): Kontraktsschema {
  xmlRegisterFsInputProviders();
  const xsd = XmlDocument.fromBuffer(readFileSync(xsdfil), { url: xsdfil });
  try {
    const schema = XsdValidator.fromDoc(xsd);
    return { prövaSoap: (xml) => prövaSoap(schema, xml), dispose: () => schema.dispose() };
  } finally {
    xsd.dispose();
    xmlCleanupInputProvider();
  }
}

function prövaSoap(schema: XsdValidator, xml: string | Uint8Array): string[] {
  const doc = typeof xml === 'string' ? XmlDocument.fromString(xml) : XmlDocument.fromBuffer(xml);
  try {
    const element = doc.get('/*[local-name()="Envelope"]/*[local-name()="Body"]/*');
    if (!(element instanceof XmlElement)) return ['Meddelandet har inget innehåll.'];
    schema.validate(element);
    return [];
  } catch (orsak) {
    return (orsak as Error).message.trim().split('\n');
  } finally {
    doc.dispose();
  }
}
