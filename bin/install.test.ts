import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';

const platform = `${process.platform}-${process.arch}`;

/** Stands in for npm: notes that it was called, and fails as told by FAKE_NPM. */
const fakeNpm = `
  const fs = require('node:fs'), path = require('node:path');
  fs.appendFileSync(process.env.NPM_CALLS, process.cwd() + '\\n');
  const say = (text) => { process.stderr.write(text); process.exit(1); };
  const faults = {
    network: 'npm error code ENOTFOUND\\nnpm error network request to the registry failed, reason: getaddrinfo ENOTFOUND',
    disk: 'npm error code ENOSPC\\nnpm error nospc ENOSPC: no space left on device, write',
    rights: 'npm error code EACCES\\nnpm error syscall mkdir',
    other: 'npm error code E404',
  };
  // What real npm does with a package for one platform: says nothing, unless asked for it alone.
  if (process.env.FAKE_NPM === 'silent') { if (process.argv[2] === 'cache') say(faults.network); process.exit(0); }
  if (faults[process.env.FAKE_NPM]) say(faults[process.env.FAKE_NPM]);
  if (process.env.FAKE_NPM === 'hang') setInterval(() => {}, 60_000);
  else if (path.basename(process.cwd()) === 'runtime') {
    fs.mkdirSync('node_modules/node-${platform}/bin', { recursive: true });
    if (process.env.FAKE_NPM !== 'broken') fs.symlinkSync(process.execPath, 'node_modules/node-${platform}/bin/node');
  } else {
    fs.mkdirSync('node_modules/hono', { recursive: true });
    setTimeout(() => {}, 200);
  }`;

class Project {
  readonly root = mkdtempSync(path.join(tmpdir(), 'stegvis-install-'));

  constructor(t: TestContext) {
    t.after(() => rmSync(this.root, { recursive: true, force: true }));
    cpSync(import.meta.dirname, path.join(this.root, 'bin'), { recursive: true });
    mkdirSync(path.join(this.root, 'runtime'));
    for (const folder of ['.', 'runtime'])
      writeFileSync(path.join(this.root, folder, 'package-lock.json'), `{"of":"${folder}"}`);
    writeFileSync(path.join(this.root, 'npm-cli.js'), fakeNpm);
    writeFileSync(
      path.join(this.root, 'install-only.mjs'),
      `import { install } from './bin/install.mjs';
       await install(import.meta.dirname, JSON.parse(process.argv[2])).catch((fault) => { console.error(fault.message); process.exitCode = 1; });`,
    );
  }

  env(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
    return {
      ...process.env,
      NODE_TEST_CONTEXT: undefined,
      npm_lifecycle_event: undefined,
      npm_execpath: path.join(this.root, 'npm-cli.js'),
      NPM_CALLS: path.join(this.root, 'calls'),
      ...extra,
    };
  }

  start(machine: object, extra: NodeJS.ProcessEnv = {}): ChildProcess {
    return spawn(process.execPath, [path.join(this.root, 'install-only.mjs'), JSON.stringify(machine)], {
      env: this.env(extra),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  install(machine: object, extra: NodeJS.ProcessEnv = {}) {
    return spawnSync(process.execPath, [path.join(this.root, 'install-only.mjs'), JSON.stringify(machine)], {
      encoding: 'utf8',
      env: this.env(extra),
    });
  }

  run(programArguments: string[]) {
    return spawnSync(process.execPath, [path.join(this.root, 'bin/run.mjs'), ...programArguments], {
      encoding: 'utf8',
      env: this.env(),
      input: 'in',
    });
  }

  calls(): string[] {
    const file = path.join(this.root, 'calls');
    return existsSync(file)
      ? readFileSync(file, 'utf8')
          .trim()
          .split('\n')
          .map((line) => path.relative(this.root, line))
      : [];
  }
}

const oldNode = { nodeVersion: '20.20.2' };
const newNode = { nodeVersion: '24.12.0' };

describe('install', () => {
  it('brings a newer Node and the dependencies once, and is silent afterwards', (t) => {
    const project = new Project(t);
    const first = project.install(oldNode);
    assert.equal(first.status, 0, first.stderr);
    assert.match(first.stderr, /Hämtar en nyare Node.*\nInstallerar beroenden/);
    assert.equal(first.stdout, '');
    assert.deepEqual(project.calls().sort(), ['', 'runtime']);
    const second = project.install(oldNode);
    assert.deepEqual([second.status, second.stdout, second.stderr], [0, '', '']);
    assert.equal(project.calls().length, 2);
  });

  it("leaves the caller's Node as it is where that is new enough", (t) => {
    const project = new Project(t);
    assert.equal(project.install(newNode).status, 0);
    assert.deepEqual(project.calls(), ['']);
  });

  it('installs again when the lockfile has changed', (t) => {
    const project = new Project(t);
    project.install(newNode);
    writeFileSync(path.join(project.root, 'package-lock.json'), '{"changed":true}');
    project.install(newNode);
    assert.deepEqual(project.calls(), ['', '']);
  });

  it('lets only one of two processes install', async (t) => {
    const project = new Project(t);
    const both = [project.start(newNode), project.start(newNode)];
    for (const [code] of await Promise.all(both.map((child) => once(child, 'exit')))) assert.equal(code, 0);
    assert.deepEqual(project.calls(), ['']);
  });

  it('starts over where an installation was killed', async (t) => {
    const project = new Project(t);
    const called = new Promise<void>((resolve) => {
      const watcher = watch(project.root, (_event, name) => {
        if (name !== 'calls') return;
        watcher.close();
        resolve();
      });
    });
    const killed = project.start(newNode, { FAKE_NPM: 'hang' });
    await called;
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const leftover = path.join(project.root, 'node_modules', 'half');
    mkdirSync(leftover, { recursive: true });
    process.kill(Number(readFileSync(path.join(project.root, 'node_modules', '.stegvis-installing'), 'utf8')));
    const again = project.install(newNode);
    assert.equal(again.status, 0, again.stderr);
    assert.equal(existsSync(leftover), false);
  });

  for (const [fault, sentence] of [
    ['network', /^Installerar .*\nDet går inte att nå npm:s paketregister.*Kontrollera nätverket/],
    ['disk', /^Installerar .*\nDisken är full\. Frigör minst 1 GB/],
    ['rights', /^Installerar .*\nDet går inte att skriva i projektets mapp/],
    ['other', /^Installerar .*\nInstallationen misslyckades\. npm säger:\nnpm error code E404/],
  ] as const) {
    it(`says what to do about a fault: ${fault}`, (t) => {
      const outcome = new Project(t).install(newNode, { FAKE_NPM: fault });
      assert.equal(outcome.status, 1);
      assert.match(outcome.stderr, sentence);
    });
  }

  it('says what to do where npm kept silent about a package for this platform that it could not fetch', (t) => {
    const project = new Project(t);
    const node = { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] };
    const other = { version: '1.0.0', optional: true, os: ['aix'] };
    writeFileSync(
      path.join(project.root, 'package-lock.json'),
      JSON.stringify({ packages: { 'node_modules/needed': node, 'node_modules/other': other } }),
    );
    const outcome = project.install(newNode, { FAKE_NPM: 'silent' });
    assert.equal(outcome.status, 1);
    assert.match(outcome.stderr, /Kontrollera nätverket/);
    assert.equal(project.calls().length, 2);
  });

  it('says what to do where the Node that came does not run, and tries again the next time', (t) => {
    const project = new Project(t);
    const outcome = project.install(oldNode, { FAKE_NPM: 'broken' });
    assert.match(outcome.stderr, /Den Node som hämtades går inte att köra/);
    assert.equal(project.install(oldNode).status, 0);
  });

  it('says what to do where npm is missing', (t) => {
    const outcome = new Project(t).install(newNode, { npm_execpath: undefined, PATH: '/nonexistent' });
    assert.match(outcome.stderr, /npm finns inte på datorn/);
  });

  it('says what to do where no ready Node exists for the platform', (t) => {
    const project = new Project(t);
    const outcome = project.install({ ...oldNode, platform: 'linux-riscv64' });
    assert.match(outcome.stderr, /ingen färdig Node för den här plattformen \(linux-riscv64\).*Installera Node 24\.12/);
    assert.deepEqual(project.calls(), []);
  });
});

describe('run', () => {
  it('hands over arguments, standard input and the exit code, and prints nothing of its own', (t) => {
    const project = new Project(t);
    project.install(newNode);
    writeFileSync(
      path.join(project.root, 'program.ts'),
      `import { readFileSync } from 'node:fs';
       const words: string[] = process.argv.slice(2);
       process.stdout.write([...words, readFileSync(0, 'utf8')].join(' '));
       process.exitCode = 3;`,
    );
    const outcome = project.run(['program.ts', 'a', '--json']);
    assert.deepEqual([outcome.status, outcome.stdout, outcome.stderr], [3, 'a --json in', '']);
  });

  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    it(`passes ${signal} on to the program and waits for it`, async (t) => {
      const project = new Project(t);
      project.install(newNode);
      writeFileSync(
        path.join(project.root, 'program.ts'),
        `process.on('${signal}', () => { console.log('stopping'); process.exit(5); });
         setInterval(() => {}, 60_000);
         console.log('started');`,
      );
      const child = spawn(process.execPath, [path.join(project.root, 'bin/run.mjs'), 'program.ts'], {
        env: project.env(),
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      child.stdout.on('data', (chunk) => {
        output += chunk;
        if (chunk.includes('started')) child.kill(signal);
      });
      assert.deepEqual(await once(child, 'close'), [5, null]);
      assert.equal(output, 'started\nstopping\n');
    });
  }

  it('stops the program where npm and its shell were ended', async (t) => {
    const project = new Project(t);
    project.install(newNode);
    writeFileSync(
      path.join(project.root, 'program.ts'),
      `process.on('SIGTERM', () => { console.log('stopping'); process.exit(); });
       setInterval(() => {}, 60_000);
       console.log('started');`,
    );
    const command = `"${process.execPath}" "${path.join(project.root, 'bin/run.mjs')}" program.ts; true`;
    const shell = spawn('sh', ['-c', command], {
      env: project.env({ npm_lifecycle_event: 'start' }),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    shell.stdout.on('data', (chunk) => {
      output += chunk;
      if (chunk.includes('started')) shell.kill('SIGTERM');
    });
    // The pipe closes only when the program, too, has let go of it.
    await once(shell, 'close');
    assert.equal(output, 'started\nstopping\n');
  });

  it('ends by the signal that ended the program', (t) => {
    const project = new Project(t);
    project.install(newNode);
    writeFileSync(
      path.join(project.root, 'program.ts'),
      `process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 60_000);`,
    );
    assert.equal(project.run(['program.ts']).signal, 'SIGTERM');
  });
});
