import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';

/** What a running server says about itself in `postmaster.pid` in its data folder. */
export interface PostmasterFile {
  pid: number;
  port: number;
  /** `starting`, `stopping`, `ready` or `standby`; empty while the server has not come that far. */
  status: string;
}

/** Reads `postmaster.pid`; undefined where there is none, or it is being written. */
export function readPostmasterFile(data: string): PostmasterFile | undefined {
  let lines: string[];
  try {
    lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fault;
  }
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() } : undefined;
}

/** Whether any process has this number now. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Whether the process with this number is a PostgreSQL server on this data folder. Numbers are used again, so that a
 * process lives is not enough.
 */
export function isRunningPostgresOf(data: string, pid: number): boolean {
  if (!isProcessAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  if (existsSync('/proc/self/cwd')) {
    // A server's working folder is its data folder. A process that has ended but is not yet waited for has none.
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === data && /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
    } catch (fault) {
      return (fault as NodeJS.ErrnoException).code !== 'ENOENT';
    }
  }
  const command = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  return command.includes('postgres') && command.includes(data);
}
