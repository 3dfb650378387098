import { type ActResult, refuse } from './refusal.ts';
import type { Tidpunkt } from './tid.ts';

/** A problem that staff told about. Holds no personal data and not who wrote it. */
export interface Problemrapport {
  id: string;
  /** The pattern of the page (`/arenden/:id`), never its address. */
  sida: string;
  version: string;
  /** The kind of browser, never its full name. */
  webbläsare: string;
  text: string;
  tid: Tidpunkt;
}

const LÄNGST = 2000;

/** Six or more digits in a row however they are separated, or a day of birth with four more: a number that may point somebody out. */
const NUMMER = /\d(?:[\s\-–+./]?\d){5,}/u;
const EPOST = /[^\s@]+@[^\s@]+\.[^\s@]+/u;

/** Writes down a problem. Refused: a text that is empty, long, or has something like a personnummer, another long number or an e-mail. */
export function rapporteraProblem(input: {
  id: string;
  sida: string;
  version: string;
  useragent: string;
  text: string;
  nu: Tidpunkt;
}): ActResult<{ rapport: Problemrapport }> {
  const text = input.text.trim();
  const nej = (varför: string) => refuse('fel-text', varför, 'Ändra texten.', [{ fält: 'text', text: varför }]);
  if (text.length < 10) return nej('Skriv vad som hände och vad du väntade dig, minst tio tecken.');
  if (text.length > LÄNGST) return nej('Skriv högst 2 000 tecken.');
  if (NUMMER.test(text))
    return nej(
      'Texten har något som liknar ett personnummer eller ett annat långt nummer. Ta bort det: rapporten läses av andra.',
    );
  if (EPOST.test(text)) return nej('Texten har en e-postadress. Ta bort den: rapporten läses av andra.');
  return {
    ok: true,
    rapport: {
      id: input.id,
      sida: sidmönster(input.sida),
      version: input.version,
      webbläsare: webbläsarslag(input.useragent),
      text,
      tid: input.nu,
    },
  };
}

/** Only letters, hyphens and placeholders are kept: an address with an id in it becomes `okand`. */
function sidmönster(sida: string): string {
  return sida.length <= 120 && /^(\/(:?[a-z-]+)?)*$/.test(sida) ? sida || '/' : 'okand';
}

/** The kind of browser and device, from its `User-Agent`. */
export function webbläsarslag(useragent: string): string {
  const slag = /Edg\//.test(useragent)
    ? 'Edge'
    : /Firefox\//.test(useragent)
      ? 'Firefox'
      : /Chrome\//.test(useragent)
        ? 'Chrome'
        : /Safari\//.test(useragent)
          ? 'Safari'
          : 'annan';
  return `${slag}, ${/Mobi|Android/.test(useragent) ? 'mobil' : 'dator'}`;
}
