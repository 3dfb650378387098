import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Dokumentformat } from '@stegvis/casework';

/** Page pictures (JPEG without any metadata), or why there are none, as a sentence to the one who chose the file. */
export type Sidbilder =
  | { ok: true; sidor: readonly Uint8Array[] }
  | { ok: false; kod: 'krypterad' | 'trasig' | 'for-manga-sidor' | 'for-tung'; fel: string };

/** How much one file may cost. */
export interface Ritgränser {
  /** Milliseconds. */
  readonly tid: number;
  /** Bytes of memory of the process that draws. */
  readonly minne: number;
  readonly flestSidor: number;
}

export const RITGRÄNSER: Ritgränser = { tid: 30_000, minne: 900 * 1024 * 1024, flestSidor: 40 };

const FEL = {
  krypterad: 'Pdf:en är låst med lösenord. Spara den utan lösenord, eller ta ett foto av dokumentet.',
  trasig: 'Filen går inte att öppna. Den kan vara skadad. Spara den igen, eller ta ett foto av dokumentet.',
  'for-manga-sidor': `Pdf:en har för många sidor. Skicka högst ${RITGRÄNSER.flestSidor} sidor i samma fil.`,
  'for-tung': 'Filen är för tung att öppna. Ta ett foto av dokumentet i stället.',
} as const;

/** The program that draws; it ends with one of these when it gives up. */
export const AVSLUT = { krypterad: 11, trasig: 12, 'for-manga-sidor': 13 } as const;

/** Largest answer that is read, in bytes. */
const LARGEST_ANSWER = 64 * 1024 * 1024;
const program = fileURLToPath(new URL('rita-sidor-process.ts', import.meta.url));
const project = fileURLToPath(new URL('../..', import.meta.url));

/** Two at a time: the machine has other work. */
const SAMTIDIGA = 2;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Makes page pictures of a file in a process of its own, which may read the project's files and nothing else: no network, no
 * writing, no environment, limited time and memory. A hostile file ends that process and nothing more.
 */
export async function ritaSidor(
  bytes: Uint8Array,
  format: Dokumentformat,
  gränser: Ritgränser = RITGRÄNSER,
): Promise<Sidbilder> {
  if (running >= SAMTIDIGA) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await rita(bytes, format, gränser);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function rita(bytes: Uint8Array, format: Dokumentformat, gränser: Ritgränser): Promise<Sidbilder> {
  return new Promise((resolve) => {
    const child: ChildProcess = spawn(
      process.execPath,
      [
        '--permission',
        `--allow-fs-read=${project}`,
        '--allow-addons',
        '--allow-worker',
        '--disable-warning=SecurityWarning',
        '--max-old-space-size=256',
        program,
        format,
        String(gränser.flestSidor),
        String(gränser.minne),
      ],
      { stdio: ['pipe', 'pipe', 'ignore'], env: {}, cwd: project },
    );
    const parts: Buffer[] = [];
    let size = 0;
    let tooMuch = false;
    const stop = () => {
      tooMuch = true;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(stop, gränser.tid);
    child.stdout?.on('data', (part: Buffer) => {
      size += part.length;
      if (size > LARGEST_ANSWER) return stop();
      parts.push(part);
    });
    child.on('error', () => resolve(nej('trasig')));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (tooMuch || signal !== null) return resolve(nej('for-tung'));
      const [kod] = Object.entries(AVSLUT).find(([, number]) => number === code) ?? [];
      if (kod) return resolve(nej(kod as keyof typeof AVSLUT));
      const sidor = code === 0 ? läsSidor(Buffer.concat(parts)) : undefined;
      resolve(sidor && sidor.length > 0 ? { ok: true, sidor } : nej('trasig'));
    });
    child.stdin?.on('error', () => {});
    child.stdin?.end(bytes);
  });
}

function nej(kod: keyof typeof FEL): Sidbilder {
  return { ok: false, kod, fel: FEL[kod] };
}

/** Each picture with its length before it, four bytes; undefined when the answer was cut off. */
function läsSidor(answer: Buffer): Uint8Array[] | undefined {
  const sidor: Uint8Array[] = [];
  let at = 0;
  while (at + 4 <= answer.length) {
    const end = at + 4 + answer.readUInt32BE(at);
    if (end > answer.length) return undefined;
    sidor.push(new Uint8Array(answer.subarray(at + 4, end)));
    at = end;
  }
  return at === answer.length ? sidor : undefined;
}
