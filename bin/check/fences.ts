import { isBuiltin } from 'node:module';
import path from 'node:path';
import type { Fault } from './fault.ts';
import { type Import, importedFile, importsOf } from './imports.ts';
import type { ProjectFiles } from './project-files.ts';
import { lineOf, type SyntaxNode, syntaxTree, walk } from './syntax.ts';

/** Which rooms a room may import. `types` are rooms of which it may take only types. */
interface Room {
  from: readonly string[];
  types?: readonly string[];
  /** What is reachable from `index.ts` does no input or output and reads no clock. */
  pure?: boolean;
}

const everyRoom = [
  'engine',
  'rules',
  'casework',
  'statistics',
  'database',
  'integrations',
  'ui',
  'apply',
  'workbench',
  'server',
];

/** The room table. It is also in docs/adr/0001-house.md. */
export const rooms: Readonly<Record<string, Room>> = {
  engine: { from: [], pure: true },
  rules: { from: ['engine'], pure: true },
  casework: { from: ['rules', 'engine'], pure: true },
  statistics: { from: ['casework', 'rules', 'engine'], pure: true },
  database: { from: ['casework', 'statistics'], types: ['rules', 'engine'] },
  integrations: { from: ['casework', 'statistics'], types: ['rules', 'engine'] },
  ui: { from: ['engine'] },
  apply: { from: ['ui', 'casework', 'rules', 'engine'] },
  workbench: { from: ['ui', 'casework', 'statistics', 'rules', 'engine'] },
  server: { from: everyRoom },
  scenarios: { from: everyRoom },
  bin: { from: everyRoom },
};

const forbiddenNames = new Set([
  'utils',
  'util',
  'common',
  'helpers',
  'helper',
  'shared',
  'misc',
  'manager',
  'managers',
]);
/** Node's own modules that compute and do nothing else. */
const pureBuiltins = new Set(['node:crypto', 'node:util']);
const impure = ['Date.now', 'performance.now', 'Math.random', 'crypto.randomUUID', 'crypto.getRandomValues'];

/** Everything that the house forbids about files and imports. */
export function checkFences(files: ProjectFiles): Fault[] {
  const house = new House(files);
  const faults = files.paths.flatMap(checkName);
  for (const file of files.sources()) {
    for (const imported of importsOf(files, file)) {
      const text = house.refuse(file, imported);
      if (text) faults.push({ place: `${file}:${imported.line}`, text });
    }
    faults.push(...findEval(files, file));
  }
  return [...faults, ...house.findCycles(), ...house.findImpurity()];
}

function checkName(file: string): Fault[] {
  const parts = file.split('/');
  const stem = (parts.at(-1) ?? '').split('.')[0] ?? '';
  const forbidden = [...parts.slice(0, -1), stem].find((part) => forbiddenNames.has(part.toLowerCase()));
  if (forbidden) {
    return [
      { place: file, text: `"${forbidden}" says nothing; name it for what it holds, in the room that it belongs to` },
    ];
  }
  // Node's own letters for `any character outside ASCII`.
  if (/[^\p{ASCII}]/u.test(file))
    return [{ place: file, text: 'names of files and folders are ASCII: å ä become a, ö becomes o' }];
  return [];
}

class House {
  readonly #files: ProjectFiles;
  readonly #declared: { production: Set<string>; development: Set<string> };
  readonly #exports = new Map<string, Record<string, string>>();

  constructor(files: ProjectFiles) {
    this.#files = files;
    const {
      dependencies = {},
      devDependencies = {},
      optionalDependencies = {},
    } = JSON.parse(files.text('package.json'));
    this.#declared = {
      production: new Set(Object.keys({ ...dependencies, ...optionalDependencies })),
      development: new Set(Object.keys(devDependencies)),
    };
  }

  exportsOf = (room: string): Record<string, string> => {
    let known = this.#exports.get(room);
    if (!known) {
      const manifest = `${room}/package.json`;
      known = this.#files.paths.includes(manifest) ? (JSON.parse(this.#files.text(manifest)).exports ?? {}) : {};
      this.#exports.set(room, known as Record<string, string>);
    }
    return known as Record<string, string>;
  };

  /** Why the import is not allowed; undefined where it is. */
  refuse(file: string, { specifier, typeOnly }: Import): string | undefined {
    const room = file.split('/')[0] as string;
    const rule = rooms[room];
    if (!rule)
      return file.includes('/') ? `${room}/ is no room: add it to the room table in bin/check/fences.ts` : undefined;
    if (isBuiltin(specifier)) return specifier.startsWith('node:') ? undefined : `write node:${specifier}`;
    if (specifier.startsWith('.')) {
      const target = path.posix.join(path.posix.dirname(file), specifier).split('/')[0];
      if (target === room || (room === 'bin' && target === 'package.json')) return undefined;
      return `a relative path may not leave the room; import from '@stegvis/${target}'`;
    }
    const target = /^@stegvis\/([^/]+)/.exec(specifier)?.[1];
    if (target === undefined) return this.#refusePackage(file, specifier);
    if (target === room) return `within ${room}/ use a relative path`;
    if (!rule.from.includes(target) && !rule.types?.includes(target)) return refusal(room, rule, target);
    if (!typeOnly && !rule.from.includes(target))
      return `${room}/ may take only types from ${target}/: write import type`;
    if (importedFile(file, specifier, this.exportsOf) === undefined) {
      return `${specifier} is not in the exports of ${target}/package.json (${Object.keys(this.exportsOf(target)).join(', ')})`;
    }
    return undefined;
  }

  #refusePackage(file: string, specifier: string): string | undefined {
    const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
    if (this.#declared.production.has(name)) return undefined;
    if (!this.#declared.development.has(name)) return `${name} is not among the dependencies in package.json`;
    if (!this.#production().has(file)) return undefined;
    return `${name} is a development dependency, and this file is loaded in production`;
  }

  #productionFiles: Set<string> | undefined;

  /** What is loaded from the front doors of the rooms and from the programs in package.json's scripts, bin/ and scenarios/ apart. */
  #production(): Set<string> {
    if (!this.#productionFiles) {
      const { scripts = {} } = JSON.parse(this.#files.text('package.json')) as { scripts?: Record<string, string> };
      const programs = Object.values(scripts).flatMap((script) => script.match(/\S+\.tsx?\b/g) ?? []);
      const doors = Object.keys(rooms)
        .filter((room) => room !== 'scenarios')
        .flatMap((room) => Object.values(this.exportsOf(room)).map((target) => path.posix.join(room, target)));
      this.#productionFiles = this.#reachable([
        ...doors,
        ...programs.filter((file) => !/^(bin|scenarios)\//.test(file)),
      ]);
    }
    return this.#productionFiles;
  }

  #loaded(file: string): { file: string; line: number }[] {
    return importsOf(this.#files, file)
      .filter((one) => !one.typeOnly)
      .flatMap((one) => {
        const target = importedFile(file, one.specifier, this.exportsOf);
        return target !== undefined && this.#files.paths.includes(target) ? [{ file: target, line: one.line }] : [];
      });
  }

  /** Files that load each other in a ring. Types do not count: they load nothing. */
  findCycles(): Fault[] {
    const faults: Fault[] = [];
    const state = new Map<string, 'open' | 'closed'>();
    const trail: string[] = [];
    const visit = (file: string): void => {
      state.set(file, 'open');
      trail.push(file);
      for (const next of this.#loaded(file)) {
        if (state.get(next.file) === 'open') {
          const ring = [...trail.slice(trail.indexOf(next.file)), next.file].join(' → ');
          faults.push({ place: `${file}:${next.line}`, text: `files load each other in a ring: ${ring}` });
        } else if (!state.has(next.file)) {
          visit(next.file);
        }
      }
      trail.pop();
      state.set(file, 'closed');
    };
    for (const file of this.#files.sources()) if (!state.has(file)) visit(file);
    return faults;
  }

  /** What a pure room's `index.ts` reaches may not touch the world outside. */
  findImpurity(): Fault[] {
    const faults: Fault[] = [];
    for (const [room, { pure }] of Object.entries(rooms)) {
      if (!pure || !this.#files.paths.includes(`${room}/index.ts`)) continue;
      for (const file of this.#reachable([`${room}/index.ts`], `${room}/`)) {
        for (const { line, specifier, typeOnly } of importsOf(this.#files, file)) {
          if (typeOnly || !isBuiltin(specifier) || pureBuiltins.has(specifier)) continue;
          faults.push({ place: `${file}:${line}`, text: `${room}/ is pure: ${specifier} belongs in another room` });
        }
        for (const node of walk(syntaxTree(this.#files, file))) {
          const name = impureName(node);
          if (name)
            faults.push({ place: `${file}:${lineOf(node)}`, text: `${room}/ is pure: pass in what ${name} gives` });
        }
      }
    }
    return faults;
  }

  #reachable(starts: string[], within = ''): Set<string> {
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file) || !file.startsWith(within) || !this.#files.paths.includes(file)) return;
      reached.add(file);
      for (const next of this.#loaded(file)) visit(next.file);
    };
    for (const start of starts) visit(start);
    return reached;
  }
}

function refusal(room: string, rule: Room, target: string): string {
  const allowed = [...rule.from, ...(rule.types ?? []).map((one) => `${one} (types)`)];
  return `${room}/ may not import ${target}/; it may import ${allowed.join(', ') || 'no room'}`;
}

function impureName(node: SyntaxNode): string | undefined {
  if (node.type === 'NewExpression' && (node.callee as SyntaxNode).name === 'Date') {
    return (node.arguments as unknown[]).length === 0 ? 'new Date()' : undefined;
  }
  if (node.type !== 'MemberExpression') return undefined;
  const object = node.object as SyntaxNode;
  const name = `${object.name}.${(node.property as SyntaxNode).name}`;
  if (object.type === 'Identifier' && object.name === 'process') return name;
  return impure.includes(name) ? name : undefined;
}

function findEval(files: ProjectFiles, file: string): Fault[] {
  return [...walk(syntaxTree(files, file))].flatMap((node) => {
    const callee = node.callee as SyntaxNode | undefined;
    const isEval =
      (node.type === 'CallExpression' && callee?.name === 'eval') ||
      (node.type === 'NewExpression' && callee?.name === 'Function');
    return isEval ? [{ place: `${file}:${lineOf(node)}`, text: 'text is never run as code here' }] : [];
  });
}
