import { type Indikator, omSvaret, type SkyddatSvar, svarsrader } from '@stegvis/statistics';
import writeXlsxFile from 'write-excel-file/node';
import { csv } from '../csv.ts';

/** The answer as CSV for a spreadsheet: the same figures as on the page, decimals with a comma. */
export function uttagsCsv(svar: SkyddatSvar, mått: Indikator): string {
  return csv(
    svarsrader(svar, mått).map((rad) => rad.map((c) => (typeof c === 'number' ? String(c).replace('.', ',') : c))),
  );
}

/** The answer as an Excel file: the figures, and a sheet about them. Text is always text, so that nothing is run as a formula. */
export async function uttagsXlsx(svar: SkyddatSvar, mått: Indikator): Promise<Uint8Array> {
  const text = (value: string, bold = false) => ({ value, type: String, ...(bold && { fontWeight: 'bold' as const }) });
  const [huvud = [], ...rader] = svarsrader(svar, mått);
  const siffror = [
    huvud.map((c) => text(String(c), true)),
    ...rader.map((rad) => rad.map((c) => (typeof c === 'number' ? { value: c, type: Number } : text(c)))),
  ];
  const om = omSvaret(svar, mått).map(([namn, värde]) => [text(namn, true), { ...text(värde), wrap: true }]);
  const fil = writeXlsxFile([
    { data: siffror, sheet: 'Siffror', columns: huvud.map(() => ({ width: 24 })), stickyRowsCount: 1 },
    { data: om, sheet: 'Om siffrorna', columns: [{ width: 22 }, { width: 90 }] },
  ]);
  return new Uint8Array(await fil.toBuffer());
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
