import type { Context } from 'hono';
import { readJson } from '../read-json.ts';
import { problem } from './problem.ts';

const largest = 1024 * 1024;

/** The JSON value of a request, or the problem to answer with: 415, 413 or 400. */
export async function readBody(c: Context): Promise<{ ok: true; value: unknown } | { ok: false; response: Response }> {
  const refuse = (response: Response) => ({ ok: false, response }) as const;
  const mediaType = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (mediaType !== 'application/json') {
    const got = mediaType === '' ? 'Innehållstyp saknas.' : `Innehållstypen ${mediaType} går inte att läsa här.`;
    return refuse(problem(c, 'fel-innehallstyp', { detail: `${got} Skicka application/json.` }));
  }
  if (Number(c.req.header('content-length') ?? 0) > largest) return refuse(tooLarge(c));
  const bytes = await bytesUpTo(c.req.raw.body, largest);
  if (bytes === undefined) return refuse(tooLarge(c));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(problem(c, 'ogiltig-json', { detail: 'Texten är inte skriven i UTF-8.' }));
  }
  const json = readJson(text);
  return json.ok ? json : refuse(problem(c, 'ogiltig-json', { detail: json.text }));
}

const tooLarge = (c: Context) =>
  problem(c, 'for-stort', { detail: 'Högst 1 MB tas emot.', headers: { Connection: 'close' } });

async function bytesUpTo(body: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
