/** Letters that have no accent to take off, and signs with a plain form. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  œ: 'oe',
  Œ: 'OE',
  ŋ: 'n',
  Ŋ: 'N',
  ŧ: 't',
  Ŧ: 'T',
  ə: 'e',
  Ə: 'E',
  ẞ: 'SS',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  ʻ: "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
}; // prettier-ignore

/** What ISO 8859-1 and ISO 8859-15 have in common, control characters and the no-break space left out. */
const COMMON = /[\u0020-\u007e\u00a1-\u00a3\u00a5\u00a7\u00a9-\u00b3\u00b5-\u00b7\u00b9-\u00bb\u00bf-\u00ff]/;

/**
 * Text as Swedish banks take it: the characters of ISO 8859-15, so that å, ä, ö and é stay. A letter outside is written without
 * its accent where it has one (`Č` → `C`, `ł` → `l`), else as a full stop; control characters go, white space becomes one space,
 * and what is longer than `length` is cut.
 * @returns undefined when no letter and no digit is left to read
 */
export function banktext(value: string, length: number): string | undefined {
  const latin = [...value.normalize('NFC').replaceAll(/\s+/g, ' ')].map((ch) => {
    if (/[\p{Cc}\p{Cf}\p{M}]/u.test(ch)) return '';
    if (COMMON.test(ch)) return ch;
    const base = PLAIN[ch] ?? ch.normalize('NFKD').replaceAll(/\p{M}/gu, '');
    return [...base].every((part) => COMMON.test(part)) ? base : '.';
  });
  const text = [...latin.join('').trim()].slice(0, length).join('').trim();
  return /[\p{L}\p{N}]/u.test(text) ? text : undefined;
}
