import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseStartError } from './database-start-error.ts';
import {
  chooseRunAs,
  dataFolderOwner,
  findInstalledPostgres,
  findPackagedPostgres,
  type PostgresBinaries,
  type RunAs,
  spawnPostgresProgram,
} from './postgres-binaries.ts';
import { isProcessAlive, isRunningPostgresOf, readPostmasterFile } from './postmaster-file.ts';

export interface EmbeddedPostgresOptions {
  /** The folder that belongs to this database: the cluster in `data/`, passwords and log beside it. */
  folder: string;
  /** A fixed port on 127.0.0.1; a free one is chosen when left out. */
  port?: number;
  /** False only for tests: does not wait for the disk. True when left out. */
  durable?: boolean;
  /** Another PostgreSQL than the one among the dependencies: the folder with `initdb` and `postgres`. */
  binFolder?: string;
}

export interface EmbeddedPostgres {
  /** Connects as `stegvis`: owns the database `stegvis`, is no superuser, obeys row-level security that is forced. */
  url: string;
  /** Connects as the superuser `postgres`, for tests and for making databases. Passes all row-level security. */
  superuserUrl: string;
  /** True where a server left behind by an app that was killed was taken over. */
  adopted: boolean;
  /** Shuts the server down and waits until it is gone. May be called more than once. */
  stop(): Promise<void>;
}

interface Passwords {
  superuser: string;
  stegvis: string;
}

interface Cluster {
  folder: string;
  data: string;
  binaries: PostgresBinaries;
  runAs: RunAs;
  passwords: Passwords;
  /** Tells apart servers started by another version or with other settings. */
  name: string;
}

const startDeadlineMs = 30_000;
const stopDeadlineMs = 20_000;
/** Held by the app for as long as it uses the cluster; the server lets go of it the moment the app dies. */
const applicationLock = 'select pg_try_advisory_lock(5736478) as free';

/**
 * Opens the PostgreSQL that Stegvis brings itself: makes the cluster at first use, starts the server on 127.0.0.1,
 * or takes over one that is still running after the app was killed.
 *
 * Only one app at a time may hold a folder. The guard is a lock inside the server, so a killed app never leaves it
 * behind. Both roles have random passwords (scram) in a file that only the owner may read: the data is personal, and
 * without a password every user of the machine could connect to the port.
 *
 * @throws DatabaseStartError with a Swedish text that says what to do
 */
export async function openEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    const cluster = await prepareCluster(realpathSync(options.folder), options);
    return await openServer(cluster, options);
  } catch (fault) {
    throw asDatabaseStartError(fault, path.resolve(options.folder));
  }
}

async function prepareCluster(folder: string, options: EmbeddedPostgresOptions): Promise<Cluster> {
  const binaries = options.binFolder ? findInstalledPostgres(options.binFolder) : findPackagedPostgres();
  const runAs = chooseRunAs();
  const data = path.join(folder, 'data');
  if (!existsSync(path.join(data, 'PG_VERSION'))) await createCluster(folder, data, binaries, runAs);
  refuseOtherMajor(data, binaries);
  return {
    folder,
    data,
    binaries,
    runAs,
    passwords: JSON.parse(readFileSync(path.join(data, passwordFile), 'utf8')) as Passwords,
    name: `stegvis ${binaries.version} ${options.durable === false ? 'test' : 'durable'} ${options.port ?? 'any'}`,
  };
}

const passwordFile = 'stegvis-passwords.json';

/**
 * Makes the cluster in a folder of its own and moves it into place when it is whole: an interrupted attempt, or two
 * at once, never leaves half a cluster.
 */
async function createCluster(folder: string, data: string, binaries: PostgresBinaries, runAs: RunAs): Promise<void> {
  removeAbandonedAttempts(folder);
  const attempt = path.join(folder, `data.new-${process.pid}`);
  rmSync(attempt, { recursive: true, force: true });
  mkdirSync(attempt, { mode: 0o700 });
  try {
    const passwords: Passwords = { superuser: newPassword(), stegvis: newPassword() };
    const superuserPasswordFile = path.join(folder, `password-${process.pid}`);
    writeFileSync(superuserPasswordFile, passwords.superuser, { mode: 0o600 });
    const owner = dataFolderOwner(runAs);
    if (owner !== undefined) {
      chmodSync(folder, 0o711);
      for (const entry of [attempt, superuserPasswordFile]) chownSync(entry, owner, owner);
    }
    try {
      await runInitdb(attempt, superuserPasswordFile, binaries, runAs);
    } finally {
      rmSync(superuserPasswordFile, { force: true });
    }
    writeFileSync(path.join(attempt, passwordFile), JSON.stringify(passwords), { mode: 0o600 });
    renameSync(attempt, data);
  } catch (fault) {
    rmSync(attempt, { recursive: true, force: true });
    const madeByAnother = existsSync(path.join(data, 'PG_VERSION'));
    if (!madeByAnother) throw fault;
  }
}

function removeAbandonedAttempts(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /^(?:data\.new|password)-(\d+)$/.exec(name)?.[1];
    if (pid && !isProcessAlive(Number(pid))) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

function newPassword(): string {
  return randomBytes(32).toString('base64url');
}

async function runInitdb(data: string, pwfile: string, binaries: PostgresBinaries, runAs: RunAs): Promise<void> {
  // From 17 on the server has a C.UTF-8 of its own; older ones take the operating system's.
  const locale = binaries.major >= 17 ? ['--locale-provider=builtin', '--locale=C.UTF-8'] : ['--locale=C.UTF-8'];
  const initdb = spawnPostgresProgram(
    path.join(binaries.binFolder, 'initdb'),
    ['-D', data, '-U', 'postgres', `--pwfile=${pwfile}`, '--auth=scram-sha-256', '--encoding=UTF8', ...locale],
    runAs,
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [initdb.stdout, initdb.stderr]) stream?.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => initdb.once('close', resolve).once('error', reject));
  if (code !== 0) throw new ServerOutputError('initdb', output);
}

function refuseOtherMajor(data: string, binaries: PostgresBinaries): void {
  const major = Number.parseInt(readFileSync(path.join(data, 'PG_VERSION'), 'utf8'), 10);
  if (major === binaries.major) return;
  throw new DatabaseStartError(
    'annan-version',
    major > binaries.major
      ? `Databasen i ${data} är skapad av PostgreSQL ${major}, men den här versionen av Stegvis har PostgreSQL ` +
          `${binaries.major}. Kör den nyare version av Stegvis som skapade den, eller välj en annan mapp med STEGVIS_DATA.`
      : `Databasen i ${data} är skapad av PostgreSQL ${major}, men den här versionen av Stegvis har PostgreSQL ` +
          `${binaries.major}. Flytta över uppgifterna med pg_dump och pg_restore, eller välj en annan mapp med STEGVIS_DATA.`,
  );
}

async function openServer(cluster: Cluster, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const deadline = Date.now() + startDeadlineMs;
  for (;;) {
    const running = await connectToRunning(cluster);
    if (running === 'other-settings' || running === 'unreachable') {
      await stopPostmaster(cluster, deadline);
    } else if (running) {
      return await handOver(cluster, running, true);
    } else {
      const started = await startServer(cluster, options);
      if (started) return await handOver(cluster, started, false);
    }
    if (Date.now() > deadline) throw new ServerOutputError('postgres', readLog(cluster));
    await pause(25);
  }
}

interface Connection {
  client: pg.Client;
  port: number;
  pid: number;
}

/** The server that already runs on the folder, with the application lock taken. */
async function connectToRunning(cluster: Cluster): Promise<Connection | 'other-settings' | 'unreachable' | undefined> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const file = readPostmasterFile(cluster.data);
    if (!file) return undefined;
    if (!isRunningPostgresOf(cluster.data, file.pid)) {
      // A dead server's file is PostgreSQL's own to judge. It gives up only where the number now belongs to another.
      if (isProcessAlive(file.pid)) rmSync(path.join(cluster.data, 'postmaster.pid'), { force: true });
      return undefined;
    }
    const client = file.status === 'ready' ? await claim(cluster, file.port) : undefined;
    if (client) {
      const { rows } = await client.query<{ name: string }>(`select current_setting('cluster_name') as name`);
      if (rows[0]?.name === cluster.name) return { client, port: file.port, pid: file.pid };
      await client.end();
      return 'other-settings';
    }
    if (Date.now() > deadline) return 'unreachable';
    await pause(25);
  }
}

/**
 * Connects and takes the application lock; undefined where the server is not there or goes away meanwhile.
 *
 * @throws DatabaseStartError `upptagen` where another app holds the lock
 */
async function claim(cluster: Cluster, port: number): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: address(cluster, port, 'postgres'), connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    // A killed app's session ends at once, but its server process needs a moment to notice.
    for (let attempt = 0; attempt < 20; attempt++) {
      const { rows } = await client.query<{ free: boolean }>(applicationLock);
      if (rows[0]?.free) return client;
      await pause(50);
    }
  } catch {
    await client.end().catch(() => {});
    return undefined;
  }
  await client.end();
  throw new DatabaseStartError(
    'upptagen',
    `Databasen i ${cluster.folder} används redan av en annan Stegvis på den här datorn. ` +
      'Avsluta den först, eller välj en annan mapp med STEGVIS_DATA.',
  );
}

/** Starts the server; undefined where the caller should look again, because the folder or the port was just taken. */
async function startServer(cluster: Cluster, options: EmbeddedPostgresOptions): Promise<Connection | undefined> {
  const port = options.port ?? (await findFreePort());
  const log = openSync(path.join(cluster.folder, 'postgres.log'), 'w', 0o600);
  const server = spawnPostgresProgram(
    path.join(cluster.binaries.binFolder, 'postgres'),
    ['-D', cluster.data, '-p', String(port), ...settings(cluster, options.durable !== false)],
    cluster.runAs,
    // A process group of its own: Ctrl-C goes to the app, which then stops the server in order.
    { stdio: ['ignore', log, log], detached: true },
  );
  closeSync(log);
  server.unref();
  if (!(await waitUntilReady(cluster, server))) {
    const output = readLog(cluster);
    // Another got there first, or the processes of a server that was killed are still on their way out.
    if (/lock file "postmaster.pid" already exists|pre-existing shared memory block/.test(output)) return undefined;
    const portTaken = /could not bind|could not create any TCP/.test(output);
    if (portTaken && options.port === undefined) return undefined;
    if (portTaken) {
      throw new DatabaseStartError(
        'startar-inte',
        `Port ${port} är upptagen, så databasen kan inte starta. Välj en annan port eller stäng programmet som använder den.`,
      );
    }
    throw new ServerOutputError('postgres', output);
  }
  const client = await claim(cluster, port);
  return client && { client, port, pid: server.pid as number };
}

function settings(cluster: Cluster, durable: boolean): string[] {
  const values: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    cluster_name: cluster.name,
    log_timezone: 'UTC',
    timezone: 'UTC',
    lc_messages: 'C',
    // Short queries all day: compiling them costs more than it gives.
    jit: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function waitUntilReady(cluster: Cluster, server: ChildProcess): Promise<boolean> {
  let ended = false;
  for (const event of ['exit', 'error']) server.once(event, () => (ended = true));
  const deadline = Date.now() + startDeadlineMs;
  while (!ended && Date.now() < deadline) {
    const file = readPostmasterFile(cluster.data);
    if (file?.pid === server.pid && file?.status === 'ready') return true;
    await pause(5);
  }
  return false;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

async function handOver(cluster: Cluster, connection: Connection, adopted: boolean): Promise<EmbeddedPostgres> {
  const { client, port, pid } = connection;
  await createRoleAndDatabase(cluster, client);
  // The lock must not keep a program alive that is otherwise done; if it ends so, the server ends with it.
  (client as unknown as { connection: { stream: { unref(): void } } }).connection.stream.unref();
  const stopWithProcess = () => signal(pid, 'SIGINT');
  process.once('exit', stopWithProcess);
  let stopped: Promise<void> | undefined;
  return {
    url: address(cluster, port, 'stegvis'),
    superuserUrl: address(cluster, port, 'postgres'),
    adopted,
    stop: () => {
      stopped ??= stopPostmaster(cluster, Date.now() + stopDeadlineMs, pid).then(() => {
        process.off('exit', stopWithProcess);
      });
      return stopped;
    },
  };
}

/** Idempotent, so that a first start that was interrupted between the steps is mended by the next. */
async function createRoleAndDatabase(cluster: Cluster, client: pg.Client): Promise<void> {
  const role = await client.query(`select 1 from pg_roles where rolname = 'stegvis'`);
  if (role.rowCount === 0) {
    const password = client.escapeLiteral(cluster.passwords.stegvis);
    await client.query(
      `create role stegvis login nosuperuser nocreatedb nocreaterole nobypassrls password ${password}`,
    );
  }
  const database = await client.query(`select 1 from pg_database where datname = 'stegvis'`);
  if (database.rowCount === 0) await client.query('create database stegvis owner stegvis');
}

/**
 * Stops the server and waits until the process is gone: fast shutdown, and after half the time an immediate one.
 * The app's own sessions end with the server, so the application lock is held until the end.
 */
async function stopPostmaster(
  cluster: Cluster,
  deadline: number,
  pid = readPostmasterFile(cluster.data)?.pid,
): Promise<void> {
  if (!pid) return;
  const patience = Date.now() + (deadline - Date.now()) / 2;
  let strength: NodeJS.Signals = 'SIGINT';
  signal(pid, strength);
  while (isRunningPostgresOf(cluster.data, pid)) {
    if (strength === 'SIGINT' && Date.now() > patience) {
      strength = 'SIGQUIT';
      signal(pid, strength);
    }
    if (Date.now() > deadline) throw new ServerOutputError('postgres', readLog(cluster));
    await pause(5);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Already gone.
  }
}

function address(cluster: Cluster, port: number, role: 'postgres' | 'stegvis'): string {
  const password = role === 'postgres' ? cluster.passwords.superuser : cluster.passwords.stegvis;
  return `postgres://${role}:${password}@127.0.0.1:${port}/${role}`;
}

function readLog(cluster: Cluster): string {
  const file = path.join(cluster.folder, 'postgres.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** What one of PostgreSQL's programs printed before it gave up. */
class ServerOutputError extends Error {
  readonly output: string;

  constructor(program: string, output: string) {
    super(`${program}: ${output.trim()}`);
    this.output = output;
  }
}

function asDatabaseStartError(fault: unknown, folder: string): DatabaseStartError {
  if (fault instanceof DatabaseStartError) return fault;
  const cause = { cause: fault };
  const text = fault instanceof Error ? fault.message : String(fault);
  const code = (fault as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC' || /No space left on device/.test(text)) {
    return new DatabaseStartError(
      'full-disk',
      `Disken är full, så databasen i ${folder} kan inte starta. Frigör minst 200 MB och försök igen. Inget är förlorat.`,
      cause,
    );
  }
  if (
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS' ||
    /Permission denied|Read-only file system/.test(text)
  ) {
    return new DatabaseStartError(
      'saknar-rattighet',
      `Databasen får inte skriva i ${folder}. Ge den som kör Stegvis rätt till mappen, eller välj en annan med STEGVIS_DATA.`,
      cause,
    );
  }
  return new DatabaseStartError(
    'startar-inte',
    `Databasen i ${folder} startar inte. Det sista den skrev:\n${text.trim().split('\n').slice(-5).join('\n')}`,
    cause,
  );
}
