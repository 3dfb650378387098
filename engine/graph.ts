import type { Moment } from './dates.ts';
import { Explainer } from './explain.ts';
import { type AnyNode, inputsOf, type ValueOf } from './node.ts';
import type { AnySubject } from './subject.ts';
import type { Trace } from './trace.ts';

/** The nodes whose values a graph gives, by name. All belong to the root subject. */
export type Outputs = { readonly [name: string]: AnyNode };
/** The values of the outputs. */
export type OutputValues<O extends Outputs> = { [K in keyof O]: ValueOf<O[K]> };
/** A graph wired for a moment. Throws NotInForce, MissingFact, BrokenRule. */
export type Run<O extends Outputs> = (facts: object) => OutputValues<O>;

/** A declared graph of rules. */
export interface Graph<O extends Outputs> {
  readonly name: string;
  readonly root: AnySubject;
  readonly outputs: O;
  /** Every node reachable from the outputs, inputs before those that read them. */
  readonly nodes: readonly AnyNode[];
  /** Makes the fast function for a moment; keep it and call it for many households. */
  wire(moment: Moment): Run<O>;
  /** The outputs and every step on the way. */
  explain(moment: Moment, facts: object): { outputs: OutputValues<O>; trace: Trace };
}

/** Declares a graph by its outputs. */
export function graph<const O extends Outputs>(definition: { readonly name: string; readonly outputs: O }): Graph<O> {
  const nodes = reach(Object.values(definition.outputs));
  const root = rootOf(definition.name, nodes);
  for (const [name, node] of Object.entries(definition.outputs)) {
    if (node.subject !== undefined && node.subject !== root) {
      throw new Error(`The output '${name}' belongs to '${node.subject.name}'; outputs belong to '${root.name}', use collect() or sum()`);
    }
  }
  const explain = (moment: Moment, facts: object) => {
    const explainer = new Explainer(root, moment, facts, (node) => node);
    const outputs: Record<string, unknown> = {};
    const steps: Record<string, number> = {};
    for (const [name, node] of Object.entries(definition.outputs)) {
      const step = explainer.step(node);
      steps[name] = step;
      outputs[name] = explainer.value(step);
    }
    return { outputs: outputs as OutputValues<O>, trace: { moment, outputs: steps, steps: explainer.steps } };
  };
  return {
    name: definition.name,
    root,
    outputs: definition.outputs,
    nodes,
    wire: (moment) => (facts) => explain(moment, facts).outputs,
    explain,
  };
}

function reach(from: readonly AnyNode[]): AnyNode[] {
  const done = new Set<AnyNode>();
  const names = new Map<string, AnyNode>();
  const visit = (node: AnyNode) => {
    if (done.has(node)) return;
    for (const input of inputsOf(node)) visit(input);
    const same = names.get(node.id);
    if (same !== undefined && !(same.subject === undefined && node.subject === undefined)) {
      throw new Error(`Two different nodes are called '${node.id}'; give one of them another name`);
    }
    names.set(node.id, node);
    done.add(node);
  };
  for (const node of from) visit(node);
  return [...done];
}

function rootOf(name: string, nodes: readonly AnyNode[]): AnySubject {
  let root: AnySubject | undefined;
  for (const node of nodes) {
    let top = node.subject;
    while (top?.parent !== undefined) top = top.parent;
    if (top !== undefined && root !== undefined && top !== root) {
      throw new Error(`The graph '${name}' mixes the roots '${root.name}' and '${top.name}'`);
    }
    root ??= top;
  }
  if (root === undefined) throw new Error(`The graph '${name}' has no rule or fact of any subject`);
  return root;
}
