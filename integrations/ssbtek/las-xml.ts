import type { Dag, Öre } from '@stegvis/casework';
import { ParseOption, XmlCData, XmlDocument, XmlElement, XmlText } from 'libxml2-wasm';
import { Oläsbart } from './ssbtek-fel.ts';

/** An element as plain data. `text` is the text directly inside it. */
export interface Element {
  readonly namn: string;
  readonly ns: string;
  readonly attribut: Readonly<Record<string, string>>;
  readonly barn: readonly Element[];
  readonly text: string;
}

/** Why a text is not XML we read: `ej-xml` (not well-formed, not UTF-8) or `farlig-xml` (a document type declaration). */
export type XmlFel = { readonly fel: 'ej-xml' | 'farlig-xml' };

/**
 * Reads XML from outside. Document type declarations are refused before the parser sees them: SOAP 1.1 (section 3) forbids
 * them, and without them there are no entities to expand and nothing to fetch.
 */
export function läsXml(källa: Uint8Array | string): Element | XmlFel {
  let text: string;
  try {
    text = typeof källa === 'string' ? källa : new TextDecoder('utf-8', { fatal: true }).decode(källa);
  } catch {
    return { fel: 'ej-xml' };
  }
  if (harDoctype(text)) return { fel: 'farlig-xml' };
  let doc: XmlDocument;
  try {
    // The text is already decoded, so a declared encoding says nothing.
    doc = XmlDocument.fromString(text.trimStart(), {
      option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_IGNORE_ENC,
    });
  } catch {
    return { fel: 'ej-xml' };
  }
  try {
    return doc.dtd ? { fel: 'farlig-xml' } : somData(doc.root);
  } finally {
    doc.dispose();
  }
}

function harDoctype(text: string): boolean {
  let at = 0;
  for (;;) {
    while (at < text.length && ' \t\r\n\uFEFF'.includes(text[at]!)) at++;
    const end = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : undefined;
    if (end === undefined) return text.startsWith('<!', at);
    const found = text.indexOf(end, at + 2);
    if (found < 0) return false;
    at = found + end.length;
  }
}

function somData(element: XmlElement): Element {
  const barn: Element[] = [];
  let text = '';
  for (let node = element.firstChild; node; node = node.next) {
    if (node instanceof XmlElement) barn.push(somData(node));
    else if (node instanceof XmlText || node instanceof XmlCData) text += node.content;
  }
  return {
    namn: element.name,
    ns: element.namespaceUri,
    attribut: Object.fromEntries(element.attrs.map((a) => [a.name, a.value])),
    barn,
    text,
  };
}

const trasig = (text: string) => new Oläsbart('olasbart-svar', text);

/**
 * Refuses children we do not know: a payment under another name would otherwise vanish. `främmande` lets through elements
 * in other namespaces, where the contract has `xs:any`.
 */
export function endast(
  element: Element,
  iRymden: (ns: string) => boolean,
  kända: readonly string[],
  främmande = false,
): void {
  if (element.barn.length > 0 && element.text.trim() !== '')
    throw trasig('Svaret har text där det ska vara uppgifter.');
  for (const barn of element.barn) {
    if (!iRymden(barn.ns)) {
      if (främmande) continue;
      throw trasig('Svaret har en uppgift ur en annan version av kontraktet.');
    }
    if (!kända.includes(barn.namn)) throw trasig('Svaret har en uppgift som kontraktet inte känner till.');
  }
}

/** The children with the name. */
export function alla(element: Element, namn: string): Element[] {
  return element.barn.filter((b) => b.namn === namn);
}

/** The only child with the name, if any. More than one is unreadable. */
export function kanske(element: Element, namn: string): Element | undefined {
  const träffar = alla(element, namn);
  if (träffar.length > 1) throw trasig('Svaret har samma uppgift två gånger.');
  return träffar[0];
}

/** The only child with the name. None, or more than one, is unreadable. */
export function ett(element: Element, namn: string): Element {
  const barn = kanske(element, namn);
  if (!barn) throw trasig('Svaret saknar en uppgift som ska finnas.');
  return barn;
}

/** The text of a leaf, trimmed. */
export function löv(element: Element): string {
  if (element.barn.length > 0) throw trasig('Svaret har uppgifter där det ska vara text.');
  return element.text.trim();
}

/** The text of the child with the name, if it exists and is not empty. */
export function kanskeText(element: Element, namn: string): string | undefined {
  const barn = kanske(element, namn);
  return (barn && löv(barn)) || undefined;
}

/** `true`, `false`, `1` or `0`. */
export function somSanning(text: string): boolean {
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  throw trasig('Svaret har något annat än ja eller nej.');
}

/** A day, with or without time zone (`2026-11-20+01:00`): the day as written. */
export function somDag(text: string): Dag {
  const träff = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?$/.exec(text);
  if (!träff || !finns(träff[1]!)) throw trasig('Svaret har ett datum som inte finns.');
  return träff[1]!;
}

/** Whether the text is a day in the calendar, `YYYY-MM-DD`. */
export function finns(dag: string): boolean {
  const tid = new Date(`${dag}T00:00:00Z`);
  return !Number.isNaN(tid.getTime()) && tid.toISOString().startsWith(dag);
}

/** A whole number. */
export function somHeltal(text: string): number {
  if (!/^[+-]?\d{1,9}$/.test(text)) throw trasig('Svaret har ett tal som inte går att läsa.');
  return Number(text);
}

/** Kronor with any number of decimals but at most two that count (`1250.50`, `1250.5000`) → öre. */
export function somÖre(text: string): Öre {
  const träff = /^([+-]?)(\d{1,9})(?:\.(\d{0,2})0*)?$/.exec(text);
  if (!träff) throw trasig('Svaret har ett belopp som inte går att läsa.');
  const öre = Number(träff[2]) * 100 + Number((träff[3] ?? '').padEnd(2, '0'));
  return träff[1] === '-' && öre !== 0 ? -öre : öre;
}

/** An amount that cannot be negative. */
export function somUtbetaltÖre(text: string): Öre {
  const öre = somÖre(text);
  if (öre < 0) throw new Oläsbart('negativt-belopp', 'Svaret har en utbetalning med negativt belopp.');
  return öre;
}

/** Base64 in its one canonical form, apart from white space. */
export function somBase64(text: string): Uint8Array {
  const tätt = text.replace(/\s+/g, '');
  const bytes = Buffer.from(tätt, 'base64');
  if (tätt === '' || bytes.toString('base64') !== tätt) throw trasig('Svaret har en del som inte går att packa upp.');
  return bytes;
}
