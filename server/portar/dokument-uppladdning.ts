import { Busboy } from '@fastify/busboy';

/** A form with at most one file, read as it streamed in. */
export interface Uppladdning {
  /** The form's texts by name, those that came before the file. */
  readonly fält: Readonly<Record<string, string>>;
  readonly fil: { readonly filnamn: string; readonly bytes: Uint8Array } | undefined;
}
export type LästUppladdning =
  | ({ readonly ok: true } & Uppladdning)
  | {
      readonly ok: false;
      readonly kod: 'for-stor' | 'inte-ett-formular' | 'avbruten';
      readonly fält: Uppladdning['fält'];
    };

/** What a form may weigh besides its file, in bytes. */
const ÖVRIGT = 64 * 1024;
/** How long the rest of a refused request is read and thrown away, so that the answer reaches a browser that is still sending. */
const TÖM_MS = 60_000;

/**
 * Reads a multipart form from the request's stream and keeps at most `störst` bytes of one file. What is larger is refused when the
 * file begins (if the request says how long it is) or when the limit is passed; memory never grows with what is sent.
 *
 * @param störst bytes of the file
 */
export async function läsUppladdning(request: Request, störst: number): Promise<LästUppladdning> {
  const type = request.headers.get('content-type') ?? '';
  const reader = request.body?.getReader();
  if (!reader || !/^multipart\/form-data;.*boundary=/i.test(type)) {
    if (reader) void töm(reader);
    return { ok: false, kod: 'inte-ett-formular', fält: {} };
  }
  const påstådd = Number(request.headers.get('content-length') ?? 0);
  const fält: Record<string, string> = {};
  const parts: Buffer[] = [];
  let filnamn: string | undefined;
  let stopp: 'for-stor' | 'inte-ett-formular' | undefined;

  const busboy = new Busboy({
    headers: { 'content-type': type },
    limits: { files: 1, fileSize: störst, fields: 20, fieldSize: 4000, parts: 24, headerPairs: 20, headerSize: 8192 },
  });
  const done = new Promise<void>((resolve) => {
    busboy.on('finish', () => resolve());
    busboy.on('error', () => {
      stopp ??= 'inte-ett-formular';
      resolve();
    });
  });
  busboy.on('field', (name, value) => {
    fält[name] = value;
  });
  busboy.on('file', (_, stream, name) => {
    filnamn = name ?? '';
    if (påstådd > störst + ÖVRIGT) stopp = 'for-stor';
    stream.on('limit', () => {
      stopp = 'for-stor';
    });
    stream.on('error', () => {});
    stream.on('data', (part: Buffer) => {
      if (stopp === undefined) parts.push(part);
    });
  });

  try {
    for (let sent = 0; ; ) {
      const { done: ended, value } = await reader.read();
      if (ended) break;
      sent += value.length;
      if (sent > störst + 2 * ÖVRIGT) stopp ??= 'for-stor';
      if (stopp !== undefined) break;
      if (!busboy.write(value)) await new Promise((resolve) => setImmediate(resolve));
      if (stopp !== undefined) break;
    }
  } catch {
    busboy.destroy();
    return { ok: false, kod: 'avbruten', fält };
  }
  if (stopp === undefined) {
    busboy.end();
    await done;
  }
  if (stopp !== undefined) {
    busboy.destroy();
    void töm(reader);
    return { ok: false, kod: stopp, fält };
  }
  const bytes = new Uint8Array(Buffer.concat(parts));
  // A browser sends an empty, nameless file where none was chosen.
  return { ok: true, fält, fil: filnamn ? { filnamn, bytes } : undefined };
}

/** Reads what is left and keeps nothing; gives up after a while. */
async function töm(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const timer = setTimeout(() => void reader.cancel().catch(() => {}), TÖM_MS);
  timer.unref();
  try {
    while (!(await reader.read()).done);
  } catch {
    // The sender has left.
  } finally {
    clearTimeout(timer);
  }
}
