import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** A line of a table: a head, an ordinary line, or a sum with a rule above. */
export interface Brevrad {
  readonly slag: 'rubrik' | 'rad' | 'summa';
  readonly text: string;
  /** As printed, for example `−8 610 kr`; empty for a head. */
  readonly belopp: string;
}

export type Brevdel =
  | { readonly slag: 'stycke'; readonly text: string }
  | { readonly slag: 'lista'; readonly punkter: readonly string[] }
  | { readonly slag: 'tabell'; readonly kolumner: readonly [string, string]; readonly rader: readonly Brevrad[] };

/** A letter as text. Everything is plain text: nothing in it is read as markup. */
export interface Brevinnehåll {
  readonly titel: string;
  readonly avsandare: { readonly kommun: string; readonly namnd: string };
  /** Upper right: date, case number. */
  readonly huvud: readonly { readonly namn: string; readonly varde: string }[];
  /** Name and address, a line each; empty when there is none. */
  readonly mottagare: readonly string[];
  readonly rubrik: string;
  readonly ingress: readonly string[];
  readonly avsnitt: readonly { readonly rubrik: string; readonly delar: readonly Brevdel[] }[];
  /** Who to ask, in the foot of every page. */
  readonly kontakt: string;
}

const template = readFileSync(new URL('./brev.typ', import.meta.url), 'utf8');
let compiler: NodeCompiler | undefined;

/**
 * The letter as PDF/UA-1: tagged, in Swedish, with title, headings and table heads. The same content and instant give the same
 * bytes.
 * @param skapat instant, ISO 8601
 * @throws when the typesetter refuses; never for what a text holds.
 */
export function brevPdf(innehåll: Brevinnehåll, skapat: string): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts() }] });
  for (const [i, readable] of READABLE.entries()) {
    const brev = JSON.stringify(printable(innehåll, readable));
    try {
      const pdf = compiler.pdf(
        { mainFileContent: template, inputs: { brev } },
        { pdfStandard: 'ua-1', creationTimestamp: Math.floor(Date.parse(skapat) / 1000) },
      );
      return new Uint8Array(pdf);
    } catch (fault) {
      if (i === READABLE.length - 1 || !String(fault).includes('could not be displayed')) throw fault;
    } finally {
      compiler.evictCache(10);
    }
  }
  throw new Error('unreachable');
}

/** PDF/UA-1 refuses a character that no font has: then letters of other scripts are shown as □, and at last all but Western ones. */
const READABLE = [
  /[^]/u,
  /[\n\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\p{Z}+<=>|~^$−]/u,
  /[\n\u0020-\u017f\u2010-\u2026\u202f−]/u,
];

function fonts(): Buffer[] {
  const require = createRequire(import.meta.url);
  return ['400Regular', '600SemiBold'].map((cut) =>
    readFileSync(require.resolve(`@expo-google-fonts/source-sans-3/${cut}/SourceSans3_${cut}.ttf`)),
  );
}

/** Control characters are no text, lone surrogates no characters; what is not readable becomes □. */
function printable<T>(value: T, readable: RegExp): T {
  if (typeof value === 'string')
    return [...value.toWellFormed()]
      .map((ch) => (ch === '\n' ? ch : /[\p{Cc}\p{Cf}]/u.test(ch) ? ' ' : readable.test(ch) ? ch : '□'))
      .join('') as T;
  if (Array.isArray(value)) return value.map((part) => printable(part, readable)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, printable(v, readable)])) as T;
}
