import { type ParseResult, parse } from '@babel/parser';
import type { ProjectFiles } from './project-files.ts';

/** A node of Babel's syntax tree, as far as the checks look. */
export interface SyntaxNode {
  type: string;
  loc?: { start: { line: number } } | null;
  [property: string]: unknown;
}

const parsed = new WeakMap<ProjectFiles, Map<string, ParseResult>>();

/** The syntax tree of one source file; parsed once for all checks. */
export function syntaxTree(files: ProjectFiles, file: string): SyntaxNode {
  const known = parsed.get(files) ?? new Map<string, ParseResult>();
  parsed.set(files, known);
  let tree = known.get(file);
  if (!tree) {
    const plugins = file.endsWith('.mjs') ? [] : (['typescript', ...(file.endsWith('.tsx') ? ['jsx'] : [])] as const);
    tree = parse(files.text(file), { sourceType: 'module', plugins: [...plugins] as never[], errorRecovery: true });
    known.set(file, tree);
  }
  return tree.program as unknown as SyntaxNode;
}

/** All nodes below and including this one. */
export function* walk(node: SyntaxNode): Generator<SyntaxNode> {
  yield node;
  for (const [property, value] of Object.entries(node)) {
    if (property === 'loc' || property.endsWith('Comments')) continue;
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child);
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';
}

export function lineOf(node: SyntaxNode): number {
  return node.loc?.start.line ?? 1;
}
