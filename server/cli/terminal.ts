import { once } from 'node:events';
import process from 'node:process';

/** Exit codes: all went well; failed (a bug, or a receipt that does not agree); bad input; not in force. */
export const exit = { ok: 0, failed: 1, badInput: 2, notInForce: 3 } as const;
export type Exit = (typeof exit)[keyof typeof exit];

/** Where a command reads and writes. `out` is for answers alone; everything said about them goes to `err`. */
export interface Terminal {
  readonly input: AsyncIterable<Uint8Array>;
  /** Resolves when the reader can take more. */
  out(text: string): Promise<void>;
  err(text: string): Promise<void>;
  /** How wide the screen is that `err` is shown on; undefined when it is no screen but a file or another program. */
  readonly columns?: number | undefined;
}

/** The terminal of this process. A reader that stops reading (`| head`) ends the process without a fault. */
export function processTerminal(): Terminal {
  process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code === 'EPIPE') process.exit();
    throw fault;
  });
  return {
    input: process.stdin,
    out: (text) => write(process.stdout, text),
    err: (text) => write(process.stderr, text),
    columns: process.stderr.isTTY ? process.stderr.columns : undefined,
  };
}

async function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}
