import { addDays, type IsoDate } from './dates.ts';
import type { Clock, Ground } from './law.ts';
import { type AnyNode, inputsOf, unitOf } from './node.ts';
import type { Plan } from './plan.ts';
import { readPath } from './read-path.ts';
import type { AnySubject } from './subject.ts';

/** A fact or an assessment that the rules read. */
export interface FactNeeded {
  readonly id: string;
  readonly kind: 'fact' | 'assessment';
  readonly subject: string;
  /** Where it lies in the facts, `[]` after every list: `vuxna[].inkomster[].netto`. */
  readonly path: string;
  readonly label: string;
  readonly type: string;
  readonly values: readonly string[] | undefined;
  readonly unit: string | undefined;
  /** Whether the rules fail without it. */
  readonly required: boolean;
  readonly question: string | undefined;
}

/** The facts that the outputs (all, or those named) can read, in the order of the graph. */
export function factsNeeded(plan: Plan, outputs: readonly string[] = Object.keys(plan.outputs)): FactNeeded[] {
  const reached = reachedFrom(
    plan,
    outputs.map((name) => outputNamed(plan, name)),
  );
  return plan.nodes
    .filter((node) => reached.has(node))
    .flatMap((node): FactNeeded[] => {
      const { spec } = node;
      if (spec.kind !== 'fact' && spec.kind !== 'assessment') return [];
      return [
        {
          id: node.id,
          kind: spec.kind,
          subject: node.subject!.name,
          path: [...listPath(node.subject!), spec.path.join('.')].join('.'),
          label: node.label,
          type: spec.type.name,
          values: spec.type.values,
          unit: unitOf(node)?.unit,
          required: spec.kind === 'fact' && spec.fallback === undefined && !spec.type.isOptional,
          question: spec.question,
        },
      ];
    });
}

function outputNamed(plan: Plan, name: string): AnyNode {
  const node = plan.outputs[name];
  if (node === undefined)
    throw new RangeError(`'${name}' is not an output; outputs are ${Object.keys(plan.outputs).join(', ')}`);
  return node;
}

function listPath(subject: AnySubject): string[] {
  return subject.parent === undefined ? [] : [...listPath(subject.parent), `${subject.key}[]`];
}

function reachedFrom(plan: Plan, nodes: readonly AnyNode[]): Set<AnyNode> {
  const reached = new Set<AnyNode>();
  const visit = (declared: AnyNode) => {
    const node = plan.resolve(declared);
    if (reached.has(node)) return;
    reached.add(node);
    for (const input of inputsOf(node)) visit(input);
  };
  for (const node of nodes) visit(node);
  return reached;
}

/** A day from which an answer can be another, without any change in the facts. */
export interface DateOfChange {
  readonly date: IsoDate;
  /** What begins or ends, by the clock that decides it. */
  readonly changes: readonly { readonly what: string; readonly clock: Clock; readonly begins: boolean }[];
}

/** The days in the span (both ends included) where law data begins, changes or ends. Ages and other facts come on top. */
export function datesOfChange(plan: Plan, span: { readonly from: IsoDate; readonly to: IsoDate }): DateOfChange[] {
  const found = new Map<IsoDate, Map<string, { what: string; clock: Clock; begins: boolean }>>();
  const note = (date: IsoDate, what: string, clock: Clock, begins: boolean) => {
    if (date < span.from || date > span.to) return;
    const onDay = found.get(date) ?? new Map<string, { what: string; clock: Clock; begins: boolean }>();
    if (begins || !onDay.has(what)) onDay.set(what, { what, clock, begins });
    found.set(date, onDay);
  };
  for (const { id, versions } of dated(plan)) {
    for (const v of versions) {
      if (v.to !== undefined) note(addDays(v.to, 1), id, v.clock, false);
      note(v.from, id, v.clock, true);
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, changes]) => ({ date, changes: [...changes.values()].sort((a, b) => (a.what < b.what ? -1 : 1)) }));
}

interface Dated {
  readonly id: string;
  readonly versions: readonly { readonly from: IsoDate; readonly to?: IsoDate; readonly clock: Clock }[];
}

/** Every ground and parameter of the graph, each once. */
export function dated(plan: Plan): (Dated | Ground)[] {
  const all = new Map<string, Dated>();
  for (const node of plan.nodes) {
    for (const ground of groundsOf(node)) all.set(`ground ${ground.id}`, ground);
    if (node.spec.kind === 'parameter') all.set(`parameter ${node.spec.law.id}`, node.spec.law);
  }
  return [...all.values()];
}

/** The grounds that a node names. */
export function groundsOf(node: AnyNode): Ground[] {
  const { spec } = node;
  if (spec.kind === 'rule') return spec.versions.flatMap((v) => (v.ground === undefined ? [] : [v.ground]));
  if (spec.kind === 'in-force') return [spec.ground];
  if (spec.kind === 'aggregate' || spec.kind === 'assessment') return spec.cite === undefined ? [] : [spec.cite];
  return [];
}

/** The graph as data: nodes, and which reads which. */
export interface Dependencies {
  readonly nodes: readonly {
    readonly id: string;
    readonly kind: 'fact' | 'parameter' | 'rule' | 'assessment' | 'sum';
    readonly label: string;
    /** Name of its subject; undefined for parameters and the moment. */
    readonly subject: string | undefined;
    readonly output: boolean;
  }[];
  /** `from` is read by `to`. */
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

/** What depends on what. */
export function dependencies(plan: Plan): Dependencies {
  const outputs = new Set(Object.values(plan.outputs));
  return {
    nodes: plan.nodes.map((node) => ({
      id: node.id,
      kind: kindOf(node),
      label: node.label,
      subject: node.subject?.name,
      output: outputs.has(node),
    })),
    edges: plan.nodes.flatMap((node) => inputsOf(node).map((input) => ({ from: plan.resolve(input).id, to: node.id }))),
  };
}

/** The kind of a node as a trace shows it. */
export function kindOf(node: AnyNode): 'fact' | 'parameter' | 'rule' | 'assessment' | 'sum' {
  switch (node.spec.kind) {
    case 'moment':
      return 'fact';
    case 'in-force':
      return 'rule';
    case 'aggregate':
      return 'sum';
    default:
      return node.spec.kind;
  }
}

/** Something in the facts that the rules cannot read. */
export interface FactFault {
  /** Where, e.g. `vuxna[0].inkomster[1].netto`. */
  readonly path: string;
  readonly label: string;
  readonly problem: 'missing' | 'wrong-type' | 'not-a-list';
  /** What is allowed, e.g. `quantity:ore` or the list of words. */
  readonly allowed: string;
}

/** Every fact that is missing or of the wrong type; empty when the rules can read them all. */
export function checkFacts(plan: Plan, facts: object): FactFault[] {
  const faults: FactFault[] = [];
  const visit = (subject: AnySubject, own: Record<string, unknown>, at: string) => {
    for (const node of plan.nodes) {
      const { spec } = node;
      if (node.subject !== subject || (spec.kind !== 'fact' && spec.kind !== 'assessment')) continue;
      const where = spec.kind === 'fact' ? spec.path : [...spec.path, 'value'];
      const path = at === '' ? where.join('.') : `${at}.${where.join('.')}`;
      const allowed = spec.type.values?.join(', ') ?? spec.type.name;
      const value = readPath(own, where);
      if (value === undefined) {
        const settled = spec.kind === 'assessment' && readPath(own, spec.path) !== undefined;
        const needed = spec.kind === 'fact' && spec.fallback === undefined && !spec.type.isOptional;
        if (settled || needed) faults.push({ path, label: node.label, problem: 'missing', allowed });
      } else if (!spec.type.accepts(value)) faults.push({ path, label: node.label, problem: 'wrong-type', allowed });
    }
    for (const part of plan.subjects) {
      if (part.parent !== subject) continue;
      const path = at === '' ? part.key! : `${at}.${part.key}`;
      const list = own[part.key!] ?? [];
      if (!Array.isArray(list)) faults.push({ path, label: part.label, problem: 'not-a-list', allowed: 'list' });
      else for (const [i, one] of list.entries()) visit(part, one as Record<string, unknown>, `${path}[${i}]`);
    }
  };
  visit(plan.root, facts as Record<string, unknown>, '');
  return faults;
}
