import { type Graph, graphOf, type Outputs } from './graph.ts';
import type { LawParameter } from './law.ts';
import type { AnyNode, Node } from './node.ts';
import { makePlan } from './plan.ts';

/** One node of a graph and what an overlay puts in its place. */
export interface Replacement {
  readonly node: AnyNode;
  readonly by: AnyNode | LawParameter<unknown>;
}

/** Puts other law data in place of a parameter's; the type of the value is the same. */
export function setParameter<V>(node: Node<never, V>, law: LawParameter<NoInfer<V>>): Replacement {
  return { node, by: law };
}

/** Puts another rule in place of a rule; subject and type of the value are the same. */
export function replaceRule<S extends string, V>(node: Node<S, V>, by: Node<NoInfer<S>, NoInfer<V>>): Replacement {
  return { node, by };
}

/** What a municipality sets for itself, or a reform that somebody wants to try. */
export interface OverlayDefinition {
  readonly name: string;
  /** A municipality sets its own values only; a reform may change anything. */
  readonly by: 'municipality' | 'reform';
  readonly parameters?: readonly Replacement[];
  readonly rules?: readonly Replacement[];
}

/** An overlay that is not allowed, or does not fit the graph. */
export class OverlayRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OverlayRefused';
  }
}

/**
 * A graph with other law data or rules in places; the original is untouched. Throws OverlayRefused when a municipality
 * would overwrite what the state sets or replace a rule, and when a node is not in the graph.
 */
export function overlay<O extends Outputs>(original: Graph<O>, definition: OverlayDefinition): Graph<O> {
  const replaced = new Map(original.plan.replaced);
  const inGraph = (node: AnyNode): AnyNode => {
    const found = original.plan.nodes.find((one) => one.id === node.id) ?? replaced.get(node.id);
    if (found === undefined)
      throw new OverlayRefused(`${definition.name}: ${node.id} is not in the graph '${original.name}'`);
    return found;
  };
  for (const { node, by } of definition.parameters ?? []) {
    const { spec } = inGraph(node);
    if (spec.kind !== 'parameter' || 'spec' in by) {
      throw new OverlayRefused(
        `${definition.name}: ${node.id} is not a parameter; replace rules with replaceRule() under 'rules'`,
      );
    }
    if (definition.by === 'municipality' && (spec.law.setBy === 'state' || by.setBy === 'state')) {
      throw new OverlayRefused(
        `${definition.name}: ${node.id} is set by the state; a municipality cannot overwrite it`,
      );
    }
    const law = { ...by, id: spec.law.id };
    replaced.set(node.id, {
      ...node,
      label: by.label,
      spec: { kind: 'parameter', law, optional: spec.optional },
    } as AnyNode);
  }
  for (const { node, by } of definition.rules ?? []) {
    inGraph(node);
    if (!('spec' in by))
      throw new OverlayRefused(`${definition.name}: ${node.id} needs a rule in its place, not law data`);
    if (definition.by === 'municipality') {
      throw new OverlayRefused(
        `${definition.name}: a municipality sets its own parameters, it cannot replace the rule ${node.id}`,
      );
    }
    if (by.subject !== node.subject) {
      throw new OverlayRefused(`${definition.name}: ${by.id} belongs to another subject than ${node.id}`);
    }
    replaced.set(node.id, by);
  }
  return graphOf(makePlan(`${original.name} + ${definition.name}`, original.declared, replaced), original.declared);
}
