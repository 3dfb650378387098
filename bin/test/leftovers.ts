import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isProcessAlive, isRunningPostgresOf, readPostmasterFile } from '@stegvis/database/postmaster-file';

/** The variable that marks every process of a test run, so that one left behind is found. */
export const runMark = 'STEGVIS_TEST_RUN';

const folderName = /^stegvis-test-(\d+)$/;

/** Makes the folder for one run's cluster and temporary files, and clears what runs that were killed left behind. */
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

/**
 * The processes of this run that still live, as `number command`, ended on the way. Only Linux tells; elsewhere none.
 */
export function endLeftoverProcesses(mark: string): string[] {
  const wanted = `${runMark}=${mark}`;
  const found: string[] = [];
  for (const entry of process.platform === 'linux' ? readdirSync('/proc') : []) {
    if (!/^\d+$/.test(entry) || Number(entry) === process.pid) continue;
    try {
      if (!readFileSync(`/proc/${entry}/environ`, 'utf8').split('\0').includes(wanted)) continue;
      const command = readFileSync(`/proc/${entry}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      process.kill(Number(entry), 'SIGKILL');
      found.push(`${entry} ${command}`);
    } catch {
      // Ended meanwhile, or not ours to read.
    }
  }
  return found;
}
