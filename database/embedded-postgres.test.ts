import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseStartError } from './database-start-error.ts';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, openEmbeddedPostgres } from './embedded-postgres.ts';
import { readPostmasterFile } from './postmaster-file.ts';

const base = mkdtempSync(path.join(tmpdir(), 'stegvis-embedded-'));
chmodSync(base, 0o755);
const folder = path.join(base, 'shared');
const open = (options: Partial<EmbeddedPostgresOptions> = {}) => openEmbeddedPostgres({ folder, ...options });

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** An app in a process of its own, which opens the folder, says so and then waits. */
async function startApp(env: NodeJS.ProcessEnv = {}, where = folder): Promise<{ app: ChildProcess; url: string }> {
  const module = path.join(import.meta.dirname, 'embedded-postgres.ts');
  const source = `
    const { openEmbeddedPostgres } = await import(${JSON.stringify(module)});
    const { url } = await openEmbeddedPostgres({ folder: ${JSON.stringify(where)} });
    console.log(url);
    setInterval(() => {}, 60_000);`;
  const app = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_TEST_CONTEXT: undefined, ...env },
  });
  let errors = '';
  app.stderr?.on('data', (chunk) => (errors += chunk));
  const [line] = await Promise.race([
    once(app.stdout as NodeJS.ReadableStream, 'data'),
    once(app, 'exit').then(() => assert.fail(errors)),
  ]);
  return { app, url: String(line).trim() };
}

async function kill(app: ChildProcess): Promise<void> {
  app.kill('SIGKILL');
  await once(app, 'exit');
}

function serverPid(where = folder): number {
  return readPostmasterFile(path.join(where, 'data'))?.pid ?? assert.fail('no server runs');
}

function isAlive(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0] !== 'Z';
  } catch {
    return false;
  }
}

/** Waits until the process has left; the test runner's own limit ends a wait in vain. */
async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await pause(5);
}

function refusal(fault: string, text: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof DatabaseStartError, String(error));
    assert.equal(error.fault, fault, error.message);
    assert.match(error.message, text);
    return true;
  };
}

describe('embedded PostgreSQL', { skip: process.platform === 'linux' ? false : 'reads /proc, so Linux only' }, () => {
  let database: EmbeddedPostgres | undefined;
  after(async () => {
    await database?.stop();
    rmSync(base, { recursive: true, force: true });
  });

  it('makes the cluster at first use, with a role that is no superuser and obeys forced row-level security', async () => {
    database = await open();
    assert.equal(database.adopted, false);
    const roles = await query(
      database.url,
      'select current_user as name, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user',
    );
    assert.deepEqual(roles, [{ name: 'stegvis', rolsuper: false, rolbypassrls: false, rolcreaterole: false }]);
    await query(
      database.url,
      `create table rls (id int); insert into rls values (1), (2);
       alter table rls enable row level security; alter table rls force row level security;
       create policy one on rls using (id = 1)`,
    );
    assert.deepEqual(await query(database.url, 'select id from rls'), [{ id: 1 }]);
    assert.deepEqual(await query(database.superuserUrl, 'select rolsuper from pg_roles where rolname = current_user'), [
      { rolsuper: true },
    ]);
  });

  it('keeps the passwords in a file that only the owner may read, and lets nobody in without one', async () => {
    const { url } = database as EmbeddedPostgres;
    assert.equal(statSync(path.join(folder, 'data', 'stegvis-passwords.json')).mode & 0o777, 0o600);
    assert.equal(statSync(path.join(folder, 'data')).mode & 0o077, 0);
    const wrong = new URL(url);
    wrong.password = 'fel';
    await assert.rejects(query(wrong.href, 'select 1'), /password authentication failed/);
  });

  it('is refused to a second app while the first uses it', async () => {
    await assert.rejects(open(), refusal('upptagen', /används redan av en annan Stegvis/));
  });

  it('leaves no process behind when stopped, and keeps what was written', async () => {
    const pid = serverPid();
    await query((database as EmbeddedPostgres).url, 'create table kept as select 7 as n');
    await database?.stop();
    await database?.stop();
    await gone(pid);
    database = await open();
    assert.deepEqual(await query(database.url, 'select n from kept'), [{ n: 7 }]);
    await database.stop();
  });

  it('takes over the server of an app that was killed', async () => {
    const { app, url } = await startApp();
    await query(url, 'create table written_before_kill as select 1 as n');
    const pid = serverPid();
    await kill(app);
    assert.equal(isAlive(pid), true);
    database = await open();
    assert.equal(database.adopted, true);
    assert.equal(serverPid(), pid);
    assert.deepEqual(await query(database.url, 'select n from written_before_kill'), [{ n: 1 }]);
    await database.stop();
    await gone(pid);
  });

  it('replaces the server of a killed app that ran with other settings', async () => {
    const { app } = await startApp();
    const pid = serverPid();
    await kill(app);
    database = await open({ durable: false });
    assert.equal(database.adopted, false);
    await gone(pid);
    assert.deepEqual(await query(database.url, 'show fsync'), [{ fsync: 'off' }]);
    await database.stop();
  });

  it('recovers after both app and server were killed', async () => {
    const { app, url } = await startApp();
    await query(url, 'create table written_before_crash as select 2 as n');
    const pid = serverPid();
    process.kill(pid, 'SIGKILL');
    await kill(app);
    database = await open();
    assert.equal(database.adopted, false);
    assert.deepEqual(await query(database.url, 'select n from written_before_crash'), [{ n: 2 }]);
    await database.stop();
  });

  it('starts although the number in a left postmaster.pid now belongs to another program', async () => {
    writeFileSync(
      path.join(folder, 'data', 'postmaster.pid'),
      `${process.pid}\n${folder}/data\n1\n1\n\n127.0.0.1\n1 1\nready   \n`,
    );
    database = await open();
    assert.deepEqual(await query(database.url, 'select 1 as n'), [{ n: 1 }]);
    await database.stop();
  });

  it('gives the folder to exactly one of two apps that start at once, where a cluster was left half made', async () => {
    const apart = path.join(base, 'race');
    mkdirSync(path.join(apart, 'data.new-999999999'), { recursive: true });
    const outcomes = await Promise.allSettled([startApp({}, apart), startApp({}, apart)]);
    const started = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    assert.equal(started.length, 1);
    assert.equal(existsSync(path.join(apart, 'data.new-999999999')), false);
    assert.match(String(outcomes.find((outcome) => outcome.status === 'rejected')?.reason), /används redan/);
    const pid = serverPid(apart);
    for (const { value } of started) await kill(value.app);
    process.kill(pid, 'SIGQUIT');
    await gone(pid);
  });

  it('says what to do where the data are from a newer or an older PostgreSQL', async () => {
    const versionFile = path.join(folder, 'data', 'PG_VERSION');
    const version = readFileSync(versionFile, 'utf8');
    try {
      writeFileSync(versionFile, '19\n');
      await assert.rejects(open(), refusal('annan-version', /skapad av PostgreSQL 19.*nyare version av Stegvis/));
      writeFileSync(versionFile, '17\n');
      await assert.rejects(open(), refusal('annan-version', /pg_dump och pg_restore/));
    } finally {
      writeFileSync(versionFile, version);
    }
  });

  it('says what to do where the asked port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    try {
      await assert.rejects(open({ port }), refusal('startar-inte', new RegExp(`Port ${port} är upptagen`)));
    } finally {
      other.close();
    }
  });

  it('says what to do where there is no PostgreSQL in the named folder', async () => {
    await assert.rejects(open({ binFolder: base }), refusal('saknar-program', /ingen körbar PostgreSQL/));
  });

  it('says what to do where the disk is full, at first use and later', async (t) => {
    const disk = path.join(base, 'disk');
    mkdirSync(disk);
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'stegvis-test', disk], { encoding: 'utf8' });
    if (mount.status !== 0) return t.skip('needs the right to mount a small disk');
    try {
      await assert.rejects(open({ folder: path.join(disk, 'pg') }), refusal('full-disk', /Disken är full/));
      spawnSync('mount', ['-o', 'remount,size=52m', disk]);
      const cramped = await open({ folder: path.join(disk, 'pg') });
      const fill = `create table filler as select repeat(md5(g::text), 20) from generate_series(1, 100000) g`;
      await assert.rejects(query(cramped.url, fill), /No space left on device/);
      await cramped.stop();
      await assert.rejects(open({ folder: path.join(disk, 'pg') }), refusal('full-disk', /Disken är full/));
      spawnSync('mount', ['-o', 'remount,size=100m', disk]);
      const again = await open({ folder: path.join(disk, 'pg') });
      await again.stop();
    } finally {
      spawnSync('umount', ['-l', disk]);
    }
  });

  it('runs for root as another user where user namespaces are forbidden', async (t) => {
    if (process.getuid?.() !== 0) return t.skip('concerns only root');
    if (!everyoneMayEnter(import.meta.dirname)) return t.skip('the project lies in a folder that only root may enter');
    const forbidding = path.join(base, 'bin');
    mkdirSync(forbidding);
    writeFileSync(path.join(forbidding, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const apart = path.join(base, 'other-user');
    const { app, url } = await startApp({ PATH: `${forbidding}:${process.env.PATH}` }, apart);
    const pid = serverPid(apart);
    assert.deepEqual(await query(url, 'select 1 as n'), [{ n: 1 }]);
    assert.equal(statSync(`/proc/${pid}`).uid, 65_534);
    await kill(app);
    process.kill(pid, 'SIGQUIT');
    await gone(pid);
  });
});

function everyoneMayEnter(start: string): boolean {
  for (let at = start; at !== path.dirname(at); at = path.dirname(at)) if (!(statSync(at).mode & 0o001)) return false;
  return true;
}
