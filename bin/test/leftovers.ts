import { readdirSync, readFileSync } from 'node:fs';

/** The variable that marks every process of a test run, so that one left behind is found. */
export const runMark = 'STEGVIS_TEST_RUN';

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
