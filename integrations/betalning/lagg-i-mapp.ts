import { constants } from 'node:fs';
import { access, mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The folder the bank's file channel takes files from (SFTP or the bank's own program). Beside it lies `under-arbete`, where a file
 * is made ready. Handing over is two steps with a note kept between them, so that after a crash anywhere the next attempt knows:
 * a file that lies ready has not been handed over, and one that does not has. A file is thus handed over once, also when the
 * channel has already taken it away.
 */
export interface Betalmapp {
  /**
   * Makes the file ready: written, flushed, then named. The same again is the same file. Only before the note that it lies ready has
   * been kept.
   */
  läggFram(namn: string, innehåll: string): Promise<void>;
  /** Moves a ready file into the folder in one step. Does nothing when it has been moved already. */
  lämna(namn: string): Promise<void>;
}

/** @param mapp an existing folder; `under-arbete` is made in it, on the same file system, so that a move is one step */
export function betalmapp(mapp: string): Betalmapp {
  const ready = join(mapp, 'under-arbete');
  return {
    läggFram: async (namn, innehåll) => {
      await mkdir(ready, { recursive: true });
      const part = join(ready, `.${check(namn)}.${process.pid}.del`);
      const file = await open(part, 'w', 0o600);
      try {
        await file.writeFile(innehåll, 'utf8');
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, join(ready, namn));
      await flush(ready);
    },
    lämna: async (namn) => {
      await access(mapp, constants.W_OK);
      await rename(join(ready, check(namn)), join(mapp, namn)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
      await flush(mapp);
    },
  };
}

/** A name is only ever a file in the folder. */
function check(namn: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,60}\.xml$/.test(namn)) throw new Error('not the name of a payment file');
  return namn;
}

async function flush(mapp: string): Promise<void> {
  const folder = await open(mapp, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
