import path from 'node:path';
import type { ProjectFiles } from './project-files.ts';
import { lineOf, type SyntaxNode, syntaxTree, walk } from './syntax.ts';

/** One import as it stands in a file. */
export interface Import {
  line: number;
  /** What is written: `./x.ts`, `@stegvis/engine`, `zod`, `node:fs`. */
  specifier: string;
  /** True where only types are taken, so that nothing is loaded. */
  typeOnly: boolean;
}

const known = new WeakMap<ProjectFiles, Map<string, Import[]>>();

/** Every import of a file: static, re-exported, dynamic, and types written as `import('…')`. */
export function importsOf(files: ProjectFiles, file: string): Import[] {
  const ofFiles = known.get(files) ?? new Map<string, Import[]>();
  known.set(files, ofFiles);
  const imports = ofFiles.get(file) ?? findImports(files, file);
  ofFiles.set(file, imports);
  return imports;
}

function findImports(files: ProjectFiles, file: string): Import[] {
  const found: Import[] = [];
  if (!/\.(ts|tsx|mjs)$/.test(file)) return [];
  for (const node of walk(syntaxTree(files, file))) {
    const specifier = literal(node.source) ?? importCall(node) ?? literal(node.argument);
    if (specifier === undefined) continue;
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        found.push({ line: lineOf(node), specifier, typeOnly: takesOnlyTypes(node) });
        break;
      case 'ImportExpression':
      case 'CallExpression':
        found.push({ line: lineOf(node), specifier, typeOnly: false });
        break;
      case 'TSImportType':
        found.push({ line: lineOf(node), specifier, typeOnly: true });
        break;
    }
  }
  return found;
}

function literal(value: unknown): string | undefined {
  const node = value as SyntaxNode | undefined;
  if (node?.type === 'TSLiteralType') return literal(node.literal);
  return node?.type === 'StringLiteral' ? (node.value as string) : undefined;
}

/** `import('…')`, `require('…')` and `import.meta.resolve('…')` as calls. */
function importCall(node: SyntaxNode): string | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const callee = node.callee as SyntaxNode;
  const loads =
    callee.type === 'Import' ||
    (callee.type === 'Identifier' && callee.name === 'require') ||
    (callee.type === 'MemberExpression' && (callee.object as SyntaxNode).type === 'MetaProperty');
  return loads ? literal((node.arguments as unknown[])[0]) : undefined;
}

function takesOnlyTypes(node: SyntaxNode): boolean {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const specifiers = (node.specifiers ?? []) as SyntaxNode[];
  return specifiers.length > 0 && specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type');
}

/**
 * The project file that an import loads, or undefined for packages from outside.
 *
 * @param exportsOf the `exports` of a room's package.json
 */
export function importedFile(
  file: string,
  specifier: string,
  exportsOf: (room: string) => Record<string, string>,
): string | undefined {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier);
  const room = /^@stegvis\/([^/]+)(\/.*)?$/.exec(specifier);
  if (!room) return undefined;
  const target = exportsOf(room[1] as string)[`.${room[2] ?? ''}`];
  return target === undefined ? undefined : path.posix.join(room[1] as string, target);
}
