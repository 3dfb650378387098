import { AsyncLocalStorage } from 'node:async_hooks';
import { IntlMessageFormat } from 'intl-messageformat';

/** The languages of the citizen's pages, in the order they are offered. Swedish prevails. */
export const SPRÅK = {
  sv: { namn: 'Svenska', lang: 'sv', dir: 'ltr' },
  'sv-latt': { namn: 'Lätt svenska', lang: 'sv', dir: 'ltr' },
  en: { namn: 'English', lang: 'en', dir: 'ltr' },
  ar: { namn: 'العربية', lang: 'ar', dir: 'rtl' },
  so: { namn: 'Soomaali', lang: 'so', dir: 'ltr' },
  ti: { namn: 'ትግርኛ', lang: 'ti', dir: 'ltr' },
  uk: { namn: 'Українська', lang: 'uk', dir: 'ltr' },
  fa: { namn: 'فارسی', lang: 'fa', dir: 'rtl' },
} as const satisfies Record<string, { namn: string; lang: string; dir: 'ltr' | 'rtl' }>;
export type Språkkod = keyof typeof SPRÅK;

/** Text by Swedish text, both in ICU message syntax. */
export type Katalog = Readonly<Record<string, string>>;
export type Värden = Readonly<Record<string, string | number>>;

/** The texts of a language: those a translator has read, and those that wait for it and are shown under a banner. */
export interface Språkfil {
  readonly granskade: Katalog;
  readonly ogranskade: Katalog;
}

const kataloger = new Map<Språkkod, Map<string, string>>();
/** Texts with numbered places, that come ready-made from the case's acts. */
const mönster = new Map<Språkkod, { form: RegExp; text: string }[]>();
const ogranskade = new Set<Språkkod>();
const tolkade = new Map<string, IntlMessageFormat>();
const pågår = new AsyncLocalStorage<Språkkod>();

/** Makes the texts of one language known; Swedish needs none. */
export function laddaSpråk(språk: Exclude<Språkkod, 'sv'>, fil: Språkfil): void {
  const texter = Object.entries({ ...fil.ogranskade, ...fil.granskade });
  kataloger.set(språk, new Map(texter));
  mönster.set(
    språk,
    texter.filter(([svenska]) => svenska.includes('{0}')).map(([svenska, text]) => ({ form: form(svenska), text })),
  );
  if (Object.keys(fil.ogranskade).length > 0) ogranskade.add(språk);
}

/** Whether the language of the page has texts that no translator has read. */
export function ogranskat(): boolean {
  return ogranskade.has(språket());
}

/** Runs what renders a page in a language; everything awaited inside is in the same language. */
export function medSpråk<T>(språk: Språkkod, rendera: () => T): T {
  return pågår.run(språk, rendera);
}

/** The language of what is being rendered. */
export function språket(): Språkkod {
  return pågår.getStore() ?? 'sv';
}

/**
 * A text for the citizen, in the language of the page. It is written in Swedish where it is used, and that text is its key in the
 * other languages; values are named: `t('Ansök för {månad}', { månad })`, counts by ICU:
 * `t('{antal, plural, one {Ett barn} other {# barn}}', { antal })`. The argument must be a literal: the check finds it in the source.
 * A text that a language lacks is given in Swedish.
 */
export function t(svenska: string, värden: Värden = {}): string {
  const egen = kataloger.get(språket())?.get(svenska);
  return tolkad(egen ?? svenska, egen === undefined ? 'sv' : språket(), värden);
}

/** What the catalogue of the language has for a word, as it stands there. */
export function ordet(svenska: string): string | undefined {
  return kataloger.get(språket())?.get(svenska);
}

/** A finished Swedish text that the language of the page has; `ord` says a value in it. undefined: it has not. */
export function slåUpp(svenska: string, ord: (värde: string) => string): string | undefined {
  const språk = språket();
  const egen = ordet(svenska);
  if (egen !== undefined && !svenska.includes('{')) return tolkad(egen, språk, {});
  for (const { form, text } of mönster.get(språk) ?? []) {
    const [, ...värden] = form.exec(svenska) ?? [];
    if (värden.length > 0)
      return tolkad(text, språk, Object.fromEntries(värden.map((värde, i) => [String(i), ord(värde)])));
  }
  return undefined;
}

/** A Swedish text with places `{0}`, `{1}` as a pattern for the sentences made from it. */
function form(svenska: string): RegExp {
  const fast = svenska.split(/\{\d+\}/).map((del) => del.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${fast.join('(.*?)')}$`, 's');
}

function tolkad(text: string, språk: Språkkod, värden: Värden): string {
  const nyckel = `${SPRÅK[språk].lang}:${text}`;
  let meddelande = tolkade.get(nyckel);
  if (!meddelande) {
    meddelande = new IntlMessageFormat(text, SPRÅK[språk].lang);
    tolkade.set(nyckel, meddelande);
  }
  return String(meddelande.format(SPRÅK[språk].dir === 'rtl' ? isolerade(värden) : värden));
}

/** Values with direction marks around them, so that a phone number is not read backwards in a text from right to left. */
function isolerade(värden: Värden): Värden {
  return Object.fromEntries(
    Object.entries(värden).map(([namn, värde]) => [namn, typeof värde === 'string' ? `\u2068${värde}\u2069` : värde]),
  );
}
