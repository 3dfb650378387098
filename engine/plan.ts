import { type AnyNode, inputsOf } from './node.ts';
import { type AnySubject, pathDown } from './subject.ts';

/** A graph laid out: subjects from the root down, nodes with inputs before those that read them. */
export interface Plan {
  readonly name: string;
  readonly root: AnySubject;
  /** The root first, every subject after its parent. */
  readonly subjects: readonly AnySubject[];
  readonly nodes: readonly AnyNode[];
  /** Index of a node by its id. */
  readonly indexOf: ReadonlyMap<string, number>;
  readonly outputs: { readonly [name: string]: AnyNode };
  /** Nodes put in place of others by overlays, by the id of the one they replace. */
  readonly replaced: ReadonlyMap<string, AnyNode>;
  /** The node that stands for the one with this id (an overlay may have put another in its place). */
  readonly resolve: (node: AnyNode) => AnyNode;
}

/**
 * Lays out everything the outputs reach. `replaced` puts other nodes in place of those with the same id. Throws when two
 * different nodes share an id, when nodes read each other in a circle, when roots are mixed, or when an output is of a part.
 */
export function makePlan(
  name: string,
  outputs: { readonly [name: string]: AnyNode },
  replaced: ReadonlyMap<string, AnyNode> = new Map(),
): Plan {
  const known = new Map<string, AnyNode>();
  const indexOf = new Map<string, number>();
  const nodes: AnyNode[] = [];
  const way: string[] = [];

  const resolve = (node: AnyNode) => known.get(node.id) ?? replaced.get(node.id) ?? node;
  const visit = (declared: AnyNode) => {
    const node = replaced.get(declared.id) ?? declared;
    const same = known.get(node.id);
    if (same !== undefined) {
      if (same !== node && !interchangeable(same, node)) {
        throw new Error(`Two different nodes are called '${node.id}'; give one of them another name`);
      }
      if (!indexOf.has(node.id)) {
        throw new Error(`${[...way.slice(way.indexOf(node.id)), node.id].join(' → ')} read each other in a circle`);
      }
      return;
    }
    known.set(node.id, node);
    way.push(node.id);
    for (const input of inputsOf(node)) visit(input);
    way.pop();
    indexOf.set(node.id, nodes.length);
    nodes.push(node);
  };
  for (const node of Object.values(outputs)) visit(node);

  // What belongs to no subject depends on nothing: it can stand first, and its steps then have the same ids in most traces.
  nodes.sort((a, b) => Number(a.subject !== undefined) - Number(b.subject !== undefined));
  for (const [index, node] of nodes.entries()) indexOf.set(node.id, index);

  const subjects: AnySubject[] = [];
  const addSubject = (subject: AnySubject | undefined) => {
    if (subject === undefined || subjects.includes(subject)) return;
    addSubject(subject.parent);
    if (subject.parent === undefined && subjects.length > 0) {
      throw new Error(`The graph '${name}' mixes the roots '${subjects[0]!.name}' and '${subject.name}'`);
    }
    subjects.push(subject);
  };
  for (const node of nodes) {
    addSubject(node.subject);
    if (node.spec.kind === 'aggregate') {
      for (const part of node.spec.parts) {
        if (part.each !== undefined) {
          addSubject(part.each);
          pathDown(node.subject!, part.each);
        }
      }
    }
  }
  const root = subjects[0];
  if (root === undefined) throw new Error(`The graph '${name}' has no rule or fact of any subject`);

  const resolvedOutputs: Record<string, AnyNode> = {};
  for (const [output, declared] of Object.entries(outputs)) {
    const node = resolve(declared);
    if (node.subject !== undefined && node.subject !== root) {
      throw new Error(
        `The output '${output}' belongs to '${node.subject.name}'; outputs belong to '${root.name}', use collect() or sum()`,
      );
    }
    resolvedOutputs[output] = node;
  }
  return { name, root, subjects, nodes, indexOf, outputs: resolvedOutputs, replaced, resolve };
}

/** Two declarations of one parameter (or moment, or ground) are the same node. */
function interchangeable(a: AnyNode, b: AnyNode): boolean {
  if (a.spec.kind === 'parameter' && b.spec.kind === 'parameter') {
    return a.spec.law === b.spec.law && a.spec.optional === b.spec.optional;
  }
  if (a.spec.kind === 'in-force' && b.spec.kind === 'in-force') return a.spec.ground === b.spec.ground;
  return false;
}
