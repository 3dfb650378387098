import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Brevkopia } from '@stegvis/casework';

/** Part of a letter. Keys are ASCII because the content leaves TypeScript for the template. */
export type Brevdel =
  | { readonly slag: 'rubrik'; readonly text: string }
  /** A paragraph; a citation in brackets at its end is set quietly. */
  | { readonly slag: 'stycke'; readonly text: string }
  | { readonly slag: 'lista'; readonly punkter: readonly string[] }
  /** A numbered list. */
  | { readonly slag: 'steg'; readonly punkter: readonly string[] }
  | {
      readonly slag: 'kalkyl';
      readonly kolumner: readonly [string, string];
      readonly grupper: readonly Brevgrupp[];
      /** What it all comes to, under no head. */
      readonly slutsumma: readonly Brevrad[];
      /** Whether it may be broken between pages; must be true for one that does not fit on a page. */
      readonly brytbar: boolean;
    }
  /** A table of figures: the first column is text, the others stand to the right. Every row has as many cells as there are columns. */
  | {
      readonly slag: 'tabell';
      readonly kolumner: readonly string[];
      readonly rader: readonly (readonly string[])[];
    }
  | {
      readonly slag: 'svar';
      readonly kolumner: readonly [string, string];
      readonly svar: readonly { readonly fraga: string; readonly svar: string }[];
    };

export interface Brevrad {
  /** A sum has a rule above. */
  readonly slag: 'rad' | 'summa';
  readonly text: string;
  /** As printed, for example `−8 610 kr`. */
  readonly belopp: string;
}

/** Lines of a calculation under one head; an empty head for lines without. */
export interface Brevgrupp {
  readonly rubrik: string;
  readonly rader: readonly Brevrad[];
}

/** A letter as text. Everything is plain text: nothing in it is read as markup. */
export interface Brevinnehåll {
  readonly titel: string;
  /** The language it is written in, and how a page number is said in it: `Sida {sida} av {sidor}`. Swedish when left out. */
  readonly sprak?: { readonly kod: string; readonly riktning: 'ltr' | 'rtl'; readonly sida: string };
  readonly avsandare: { readonly kommun: string; readonly namnd: string };
  /** Upper right: date, case number. */
  readonly huvud: readonly { readonly namn: string; readonly varde: string }[];
  /** Name and address, a line each; empty when there is none. */
  readonly mottagare: readonly string[];
  /** What kind of letter it is, above the heading. */
  readonly slag: string;
  readonly rubrik: string;
  readonly ingress: readonly string[];
  readonly avsnitt: readonly { readonly rubrik: string; readonly delar: readonly Brevdel[] }[];
  /** Who to ask, in the foot of every page. */
  readonly kontakt: string;
  /** The case number, in the foot of every page, so that loose pages find home. */
  readonly referens: string;
}

/** The version of `brev.typ`; raised when the template changes what a letter looks like. */
export const MALL = '2';

/**
 * A letter fixed: what it says, for which template, and its hash. It takes no time, so it belongs in the transaction of what the
 * letter is about; the PDF is made of it afterwards, once (`ritaBrev`).
 */
export function bestämBrev(innehåll: Brevinnehåll): Brevkopia {
  return { data: innehåll, mall: MALL, hash: brevhash(innehåll) };
}

/**
 * The PDF of a fixed letter.
 * @throws RangeError when the content is not what was fixed
 */
export function ritaBrev(kopia: Brevkopia, skapat: string): Uint8Array {
  if (brevhash(kopia.data) !== kopia.hash) throw new RangeError('Brevets innehåll är inte det som bestämdes.');
  return brevPdf(kopia.data as Brevinnehåll, skapat);
}

/** SHA-256 of the content with its keys in order, so that it is the same after a round through the database. */
function brevhash(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(ordered(value)))
    .digest('hex');
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, ordered(part)]),
  );
}

const template = readFileSync(new URL('./brev.typ', import.meta.url), 'utf8');
let compiler: NodeCompiler | undefined;

/**
 * The letter as PDF/UA-1: tagged, in its language, with title, headings and table heads. The same content and instant give the same
 * bytes. A character that no font has is shown as □, since PDF/UA-1 does not allow it to be left out. It takes some 30 ms and holds
 * the thread; memory is given back when the event loop turns, so let it turn between letters.
 * @param skapat instant, ISO 8601
 * @throws RangeError when `skapat` is not an instant; an Error when the typesetter refuses, never for what a text holds.
 */
export function brevPdf(innehåll: Brevinnehåll, skapat: string): Uint8Array {
  const creationTimestamp = Math.floor(Date.parse(skapat) / 1000);
  if (Number.isNaN(creationTimestamp)) throw new RangeError(`"${skapat}" är inte en tidpunkt.`);
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: FONTS.map(readFont) }] });
  for (let missing = new Set<string>(); ; ) {
    const brev = JSON.stringify(printable(innehåll, missing));
    try {
      const options = { pdfStandard: 'ua-1', creationTimestamp };
      return new Uint8Array(compiler.pdf({ mainFileContent: template, inputs: { brev } }, options));
    } catch (fault) {
      const more = new Set([...missing, ...undisplayable(String(fault))]);
      if (more.size === missing.size) throw fault;
      missing = more;
    } finally {
      compiler.evictCache(2);
    }
  }
}

/** Latin, Greek and Cyrillic; Arabic and Persian; Tigrinya and Amharic. The compiler's own fonts stand behind them. */
const FONTS = [
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf',
];

function readFont(file: string): Buffer {
  return readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/${file}`));
}

/** The characters that the typesetter says no font has. They stand in its message as Rust prints them: `\u{200d}` or as they are. */
function undisplayable(message: string): Set<string> {
  const texts = [...message.matchAll(/the text `\\*"(.*?)\\*"` could not be displayed/g)].map((m) => m[1] ?? '');
  const characters = texts.flatMap((text) => [
    ...text.replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  ]);
  return new Set(characters.filter((ch) => !/[\u0020-\u007e]/.test(ch)));
}

/**
 * Every text made fit to print: well-formed, without control and direction characters (joiners stay, Persian needs them),
 * numbers kept with their § and kap., and a place to break in what is longer than a line without a space.
 */
function printable<T>(value: T, missing: ReadonlySet<string>): T {
  if (typeof value === 'string')
    return [...value.toWellFormed().replaceAll(/\r\n?/g, '\n')]
      .map((ch) => (missing.has(ch) ? '□' : ch))
      .join('')
      .replaceAll(/(?!\n)\p{Cc}/gu, ' ')
      .replaceAll(/(?![\u200c\u200d])\p{Cf}/gu, '')
      .replaceAll(/(\d(?: [a-z])?) (?=kap\.|§)/g, '$1\u00a0')
      .replaceAll(/\S{40}(?=\S)/gu, '$&\u200b') as T;
  if (Array.isArray(value)) return value.map((part) => printable(part, missing)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, printable(v, missing)])) as T;
}
