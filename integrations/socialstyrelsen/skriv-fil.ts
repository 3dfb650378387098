import type { Kolumn, Postbeskrivning } from './postbeskrivning.ts';

/** The file of records that have been tried and have no faults. Throws RangeError for a sign the encoding does not have. */
export function skrivUtlämningsfil(b: Postbeskrivning, rader: readonly (readonly string[])[]): Uint8Array {
  const alla = b.rubrikrad ? [b.kolumner.map(({ namn }) => namn), ...rader] : rader;
  const slut = b.radslut === 'crlf' ? '\r\n' : '\n';
  const text = alla.map((rad) => (b.format === 'fast' ? fastRad(b, rad) : rad.join(b.avgransare)) + slut).join('');
  if (b.teckenkodning === 'utf-8') return new TextEncoder().encode(text);
  return Uint8Array.from(text, (tecken) => {
    const kod = tecken.codePointAt(0)!;
    if (kod > 0xff) throw new RangeError(`Tecknet ”${tecken}” finns inte i ISO 8859-1.`);
    return kod;
  });
}

function fastRad(b: Postbeskrivning, celler: readonly string[]): string {
  const längd = Math.max(...b.kolumner.map((k) => (k.start ?? 1) + (k.bredd ?? 0) - 1));
  const tecken = new Array<string>(längd).fill(' ');
  b.kolumner.forEach((k, i) => {
    [...fyllUt(k, celler[i] ?? '')].forEach((t, n) => {
      tecken[(k.start ?? 1) - 1 + n] = t;
    });
  });
  return tecken.join('');
}

function fyllUt({ bredd = 0, utfyllnad = 'blank-efter' }: Kolumn, text: string): string {
  const kort = text.slice(0, bredd);
  if (utfyllnad === 'blank-efter') return kort.padEnd(bredd);
  // An empty cell is left blank: zeros would say something.
  return kort.padStart(bredd, utfyllnad === 'nolla-fore' && kort !== '' ? '0' : ' ');
}

/** The file's name with municipality, period and version filled in. */
export function filnamnet(b: Postbeskrivning, val: { kommun: string; period: string; version: number }): string {
  return b.filnamn
    .replaceAll('{kommun}', val.kommun)
    .replaceAll('{period}', val.period)
    .replaceAll('{version}', String(val.version));
}
