/**
 * Rows as CSV for a spreadsheet: UTF-8 with byte order mark and semicolons. A cell that a spreadsheet would run as a formula gets an
 * apostrophe first.
 */
export function csv(rader: readonly (readonly string[])[]): string {
  return `\uFEFF${rader.map((rad) => rad.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^[\s]*[=+\-@\t\r|%]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
