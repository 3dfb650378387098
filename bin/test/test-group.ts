import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

/** A test that failed or was not run. */
export interface NotedTest {
  name: string;
  /** `file:line` relative to the project; empty where the fault is the group's own. */
  place: string;
  /** The fault as printed by Node, or the reason for not running. */
  text: string;
}

/** What came of one group of test files. */
export interface GroupOutcome {
  passed: number;
  failed: NotedTest[];
  notRun: NotedTest[];
  seconds: number;
  /** What the tests themselves printed. */
  output: string;
}

/** A message from `send-events.mjs`. */
type Message =
  | (Place & { type: 'start' | 'stop' })
  | (Place & {
      type: 'outcome';
      isSuite: boolean;
      passed: boolean;
      notRun?: string;
      /** True where the only fault is that a test inside failed. */
      onlyInside: boolean;
      fault?: string;
    })
  | { type: 'end' };

interface Place {
  name: string;
  file?: string;
  line?: number;
}

export interface GroupOptions {
  root: string;
  files: string[];
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
  /** Longest time that one test may take. */
  testLimitMs?: number;
  /** Longest time that the process may live on after its last test. */
  lingerLimitMs?: number;
}

/** Runs test files in one process. A process that dies, hangs or will not end is a failure that says so. */
export async function runTestGroup(options: GroupOptions): Promise<GroupOutcome> {
  const started = performance.now();
  const tally = new Tally(options.root);
  const child = startNode(options);
  const { pid } = child;
  // A group of its own: Ctrl-C reaches only the one who cleans up.
  const endGroup = () => pid && killGroup(pid);
  options.signal.addEventListener('abort', endGroup, { once: true });
  const limits = { test: options.testLimitMs ?? 300_000, linger: options.lingerLimitMs ?? 30_000 };
  let timer: NodeJS.Timeout | undefined;
  const watchFrom = () => {
    clearTimeout(timer);
    const hangs = tally.running.size > 0 || !tally.begun;
    timer = setTimeout(
      () => {
        tally.addFailure(
          hangs
            ? `no test finished for ${limits.test / 1000} s; ${tally.running.size > 0 ? `still running: ${[...tally.running].join(', ')}` : 'none had begun'}`
            : `the process was still alive ${limits.linger / 1000} s after its last test: something was left open`,
        );
        endGroup();
      },
      hangs ? limits.test : limits.linger,
    );
  };
  watchFrom();
  child.on('message', (message: Message) => {
    tally.take(message);
    watchFrom();
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  const how = await new Promise<string>((resolve) => {
    child.once('error', (fault) => resolve(fault.message));
    child.once('close', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  clearTimeout(timer);
  options.signal.removeEventListener('abort', endGroup);
  if (tally.failed.length === 0 && (how !== 'exit code 0' || !tally.ended)) {
    tally.addFailure(`the process ended before its tests were over (${how})`);
  }
  return { ...tally.result(), seconds: (performance.now() - started) / 1000, output };
}

function startNode({ root, files, env }: GroupOptions): ChildProcess {
  return spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      `--import=${path.join(root, 'bin/tsx-hook.mjs')}`,
      '--test',
      '--test-isolation=none',
      `--test-reporter=${path.join(import.meta.dirname, 'send-events.mjs')}`,
      '--test-reporter-destination=stdout',
      ...files,
    ],
    { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true },
  );
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

class Tally {
  readonly failed: NotedTest[] = [];
  readonly running = new Set<string>();
  /** Whether any test has started: before that the files are being loaded. */
  begun = false;
  ended = false;
  #passed = 0;
  readonly #notRun: NotedTest[] = [];
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  take(message: Message): void {
    if (message.type === 'end') {
      this.ended = true;
      return;
    }
    const place = message.file ? `${path.relative(this.#root, message.file)}:${message.line ?? 1}` : '';
    if (message.type === 'start') {
      this.begun = true;
      this.running.add(`${place} ${message.name}`);
    }
    if (message.type === 'stop') this.running.delete(`${place} ${message.name}`);
    if (message.type !== 'outcome') return;
    const { name, isSuite, passed, notRun, onlyInside, fault = '' } = message;
    if (!passed) {
      if (!onlyInside) this.failed.push({ name, place, text: fault });
    } else if (notRun) {
      this.#notRun.push({ name, place, text: notRun });
    } else if (!isSuite) {
      this.#passed++;
    }
  }

  addFailure(text: string): void {
    this.failed.push({ name: 'the test process itself', place: '', text });
  }

  result() {
    return { passed: this.#passed, failed: this.failed, notRun: this.#notRun };
  }
}
