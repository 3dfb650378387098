import { readFile as read } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import { readJson } from '../read-json.ts';

/** The JSON value of a file, or a Swedish sentence saying why there is none. */
export type FileJson = { ok: true; value: unknown } | { ok: false; text: string };

/** Reads a JSON file in UTF-8. A relative path starts where the command was given, also through npm in a subfolder. */
export async function readJsonFile(file: string): Promise<FileJson> {
  const bytes = await bytesOf(file);
  if (typeof bytes === 'string') return { ok: false, text: `${file}: ${bytes}` };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, text: `${file}: Filen är inte skriven i UTF-8. Spara den med teckenkodningen UTF-8.` };
  }
  const json = readJson(text);
  return json.ok ? json : { ok: false, text: `${file}:${json.line}:${json.column}: ${json.text}` };
}

async function bytesOf(file: string): Promise<Uint8Array | string> {
  const places = [resolve(file), ...(process.env['INIT_CWD'] ? [resolve(process.env['INIT_CWD'], file)] : [])];
  let why = '';
  for (const place of places) {
    try {
      return await read(place);
    } catch (fault) {
      why =
        sentences[(fault as NodeJS.ErrnoException).code ?? ''] ??
        `Filen går inte att läsa (${String((fault as NodeJS.ErrnoException).code)}).`;
      if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') return why;
    }
  }
  return why;
}

const sentences: Record<string, string> = {
  ENOENT: 'Filen finns inte. Kontrollera sökvägen.',
  EISDIR: 'Det är en mapp. Ange en fil.',
  EACCES: 'Filen får inte läsas. Kontrollera rättigheterna.',
};
