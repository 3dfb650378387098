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

const kataloger = new Map<Språkkod, Katalog>();
const tolkade = new Map<string, IntlMessageFormat>();
const pågår = new AsyncLocalStorage<Språkkod>();

/** Makes the texts of one language known; Swedish needs none. */
export function laddaKatalog(språk: Exclude<Språkkod, 'sv'>, katalog: Katalog): void {
  kataloger.set(språk, { ...kataloger.get(språk), ...katalog });
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
  const [meddelande] = meddelandeFör(svenska);
  return String(meddelande.format(värden));
}

/** The message in the language of the page and whether it had to be Swedish. */
function meddelandeFör(svenska: string): [IntlMessageFormat, boolean] {
  const språk = språket();
  const egen = språk === 'sv' ? svenska : kataloger.get(språk)?.[svenska];
  const text = egen ?? svenska;
  const { lang } = SPRÅK[egen === undefined ? 'sv' : språk];
  const nyckel = `${lang}:${text}`;
  let meddelande = tolkade.get(nyckel);
  if (!meddelande) {
    meddelande = new IntlMessageFormat(text, lang);
    tolkade.set(nyckel, meddelande);
  }
  return [meddelande, egen === undefined];
}
