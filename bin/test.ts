// npm test [-- [--postgres FOLDER] [part of a path ...]]
//
// Runs the tests of all rooms, or of the files whose path contains one of the words. Brings what they need: a browser,
// and a PostgreSQL of its own that does not wait for the disk; --postgres names the folder with another PostgreSQL's
// programs. Leaves nothing running. The last line says how it went.
import { globSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type EmbeddedPostgres, openEmbeddedPostgres } from '@stegvis/database/embedded-postgres';
import { makeRunFolder, removeRunFolder } from '@stegvis/database/run-folder';
import { ChromiumMissing, findChromium } from './test/find-chromium.ts';
import { endLeftoverProcesses, runMark } from './test/leftovers.ts';
import { type GroupOutcome, type NotedTest, runTestGroup } from './test/test-group.ts';

/** Rooms whose tests need neither database nor browser. */
const pureRooms = new Set(['bin', 'engine', 'rules', 'casework', 'statistics', 'ui']);
/** Rooms whose tests need no browser. */
const withoutBrowser = new Set([...pureRooms, 'database', 'integrations']);
/** Whole-system stories: each file in a process of its own, begun first, since they take longest. */
const stories = 'scenarios';
/** Longest time for one of them on a slow machine. */
const STORY_LIMIT_MS = 900_000;
/** Groups that run at the same time. */
const AT_ONCE = 2;

const root = path.dirname(import.meta.dirname);
const { values, positionals } = parseArgs({ options: { postgres: { type: 'string' } }, allowPositionals: true });
const totals = { passed: 0, failed: 0, notRun: [] as NotedTest[] };

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => interrupted.abort(signal));

const groups = findTests(positionals);
if (groups.size === 0) {
  totals.failed++;
  console.log(`No test file's path contains ${positionals.map((word) => `"${word}"`).join(' or ')}.`);
} else {
  await runAll();
}
if (interrupted.signal.aborted) {
  console.log('Interrupted.');
  totals.failed++;
}
for (const { name, place, text } of totals.notRun) console.log(`not run: ${place} ${name}: ${text}`);
const skipped = totals.notRun.length > 0 ? `, ${totals.notRun.length} skipped` : '';
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed > 0 ? 1 : 0;

function findTests(words: string[]): Map<string, string[]> {
  const files = globSync('*/**/*.test.{ts,tsx}', { cwd: root, exclude: (name) => isOutside(String(name)) }).sort();
  const chosen = words.length === 0 ? files : files.filter((file) => words.some((word) => file.includes(word)));
  const grouped = Map.groupBy(chosen, (file) => (roomOf(file) === stories ? file : roomOf(file)));
  return new Map([...grouped].sort(([a], [b]) => turn(a) - turn(b)));
}

function roomOf(file: string): string {
  return file.split(path.sep)[0] as string;
}

/** What takes longest goes first, so that no processor waits at the end. */
function turn(group: string): number {
  const first = ['scenarios/alla-sidor.test.ts', 'server', 'scenarios/daliga-svar.test.ts'].indexOf(group);
  return first >= 0 ? first : roomOf(group) === stories ? 3 : 4;
}

function isOutside(name: string): boolean {
  return path.basename(name) === 'node_modules' || path.basename(name).startsWith('.');
}

async function runAll(): Promise<void> {
  const folder = makeRunFolder();
  const mark = String(process.pid);
  let cluster: EmbeddedPostgres | undefined;
  try {
    const env: NodeJS.ProcessEnv = { ...process.env, [runMark]: mark, TMPDIR: folder };
    for (const name of ['NODE_TEST_CONTEXT', 'DATABASE_URL', 'TEST_DATABASE_URL']) delete env[name];
    const rooms = [...groups.keys()].map(roomOf);
    if (rooms.some((room) => !withoutBrowser.has(room))) env.CHROMIUM_PATH = findChromium();
    if (rooms.some((room) => !pureRooms.has(room))) {
      cluster = await openEmbeddedPostgres({
        folder: path.join(folder, 'postgres'),
        durable: false,
        ...(values.postgres ? { binFolder: values.postgres } : {}),
      });
      env.TEST_DATABASE_URL = cluster.superuserUrl;
    }
    const waiting = [...groups];
    const workers = Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await runGroup(...next, env);
    });
    await Promise.all(workers);
  } catch (fault) {
    totals.failed++;
    console.log(fault instanceof ChromiumMissing ? fault.message : fault);
  } finally {
    await cluster?.stop();
    for (const left of endLeftoverProcesses(mark)) {
      if (interrupted.signal.aborted) continue;
      totals.failed++;
      console.log(`FAILED  a test left a process running: ${left}`);
    }
    removeRunFolder(folder);
  }
}

async function runGroup(group: string, files: string[], env: NodeJS.ProcessEnv): Promise<void> {
  if (interrupted.signal.aborted) return;
  const outcome = await runTestGroup({
    root,
    files,
    env,
    signal: interrupted.signal,
    ...(roomOf(group) === stories ? { testLimitMs: STORY_LIMIT_MS } : {}),
  });
  if (interrupted.signal.aborted) return;
  totals.passed += outcome.passed;
  totals.failed += outcome.failed.length;
  totals.notRun.push(...outcome.notRun);
  print(group.replace('.test.ts', ''), outcome);
}

function print(group: string, { passed, failed, notRun, seconds, output }: GroupOutcome): void {
  const counts = [
    `${passed} passed`,
    failed.length > 0 && `${failed.length} FAILED`,
    notRun.length > 0 && `${notRun.length} not run`,
  ];
  console.log(`${group.padEnd(34)}${counts.filter(Boolean).join(', ')} (${seconds.toFixed(1)} s)`);
  for (const { name, place, text } of failed) console.log(`\nFAILED  ${place} ${name}\n${indent(text)}\n`);
  if (failed.length > 0 && output.trim()) console.log(`printed by the tests of ${group}:\n${indent(output.trim())}\n`);
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}
