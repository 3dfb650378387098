import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The files that make up the project: what git tracks, and what is new and not ignored. */
export class ProjectFiles {
  readonly root: string;
  /** Paths relative to the project, with `/`, in order. */
  readonly paths: readonly string[];
  readonly #texts = new Map<string, string>();

  constructor(root: string, paths = listWithGit(root)) {
    this.root = root;
    this.paths = paths.toSorted();
  }

  /** The files whose name ends so. */
  ending(...endings: string[]): string[] {
    return this.paths.filter((file) => endings.some((ending) => file.endsWith(ending)));
  }

  /** TypeScript and plain JavaScript of the project's own. */
  sources(): string[] {
    return this.ending('.ts', '.tsx', '.mjs').filter((file) => !file.endsWith('.d.ts'));
  }

  text(file: string): string {
    const known = this.#texts.get(file);
    if (known !== undefined) return known;
    const text = readFileSync(path.join(this.root, file), 'utf8');
    this.#texts.set(file, text);
    return text;
  }
}

function listWithGit(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return [...new Set(listed.split('\0'))].filter((file) => file !== '' && existsSync(path.join(root, file)));
}
