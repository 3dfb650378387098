import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isProcessAlive, isRunningPostgresOf, readPostmasterFile } from './postmaster-file.ts';

const folderName = /^stegvis-test-(\d+)$/;

/**
 * Makes this process's folder for a test cluster (in `postgres/`) and temporary files, and clears away those of
 * processes that were killed, with their servers.
 */
export function makeRunFolder(): string {
  for (const name of readdirSync(tmpdir())) {
    const pid = folderName.exec(name)?.[1];
    if (pid && !isProcessAlive(Number(pid))) removeRunFolder(path.join(tmpdir(), name));
  }
  const folder = path.join(tmpdir(), `stegvis-test-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  // Others may pass through: where PostgreSQL must run as another user, its folder lies in here.
  mkdirSync(folder, { mode: 0o711 });
  return folder;
}

/** Ends a server that still runs in the folder, then removes the folder. */
export function removeRunFolder(folder: string): void {
  const data = path.join(folder, 'postgres', 'data');
  const pid = readPostmasterFile(data)?.pid;
  if (pid && isRunningPostgresOf(data, pid)) process.kill(pid, 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
