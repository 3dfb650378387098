import type { Moment } from './dates.ts';
import { inForceAt, NotInForce, type Ground } from './law.ts';
import { type AggregateSpec, type AnyNode, unitOf } from './node.ts';
import { round } from './rounding.ts';
import { type AnySubject, pathDown } from './subject.ts';
import type { Citation, Step } from './trace.ts';

/** A fact that a rule needs and that the facts do not hold. */
export class MissingFact extends Error {
  /** Where in the facts, e.g. `vuxna[0].inkomster[1].netto`. */
  readonly path: string;
  constructor(path: string, label: string) {
    super(`The fact '${label}' is missing at ${path}`);
    this.name = 'MissingFact';
    this.path = path;
  }
}

/** A rule whose value breaks its own declaration: a fraction of a whole unit without a stated rounding, or not a number. */
export class BrokenRule extends Error {
  constructor(node: AnyNode, value: unknown) {
    super(`${node.id} gave ${String(value)}, but its unit is whole; state a rounding with 'rounded'`);
    this.name = 'BrokenRule';
  }
}

type Base = Pick<Step, 'node' | 'label' | 'subject'>;

interface Instance {
  readonly subject: AnySubject;
  readonly facts: Record<string, unknown>;
  readonly parent: Instance | undefined;
  readonly id: string;
  readonly path: string;
  readonly parts: Map<AnySubject, Instance[]>;
  readonly steps: Map<AnyNode, number>;
}

/** Evaluates nodes for one household and keeps every step. */
export class Explainer {
  readonly steps: Step[] = [];
  readonly #values: unknown[] = [];
  readonly #moment: Moment;
  readonly #root: Instance;
  readonly #resolve: (node: AnyNode) => AnyNode;

  constructor(root: AnySubject, moment: Moment, facts: object, resolve: (node: AnyNode) => AnyNode) {
    this.#moment = moment;
    this.#resolve = resolve;
    this.#root = instance(root, facts as Record<string, unknown>, undefined, '', '');
  }

  /** The step of a node of the root (or of none): its id. */
  step(node: AnyNode): number {
    return this.#step(node, this.#root);
  }

  /** The value of a step as the rules see it. */
  value(step: number): unknown {
    return this.#values[step];
  }

  #step(declared: AnyNode, at: Instance): number {
    const node = this.#resolve(declared);
    const owner = this.#owner(node, at);
    const known = owner.steps.get(node);
    if (known !== undefined) return known;
    const id = this.#make(node, owner);
    owner.steps.set(node, id);
    return id;
  }

  #owner(node: AnyNode, at: Instance): Instance {
    if (node.subject === undefined) return this.#root;
    for (let i: Instance | undefined = at; i !== undefined; i = i.parent) if (i.subject === node.subject) return i;
    throw new Error(`${node.id} cannot be read from '${at.subject.name}'`);
  }

  #keep(value: unknown, step: (id: number) => Step): number {
    const id = this.steps.length;
    this.#values.push(value);
    this.steps.push(step(id));
    return id;
  }

  #make(node: AnyNode, at: Instance): number {
    const spec = node.spec;
    const base = { node: node.id, label: node.label, subject: node.subject === undefined ? '' : at.id };
    const unit = unitOf(node);
    const inUnit = unit === undefined ? {} : { unit: unit.unit };
    switch (spec.kind) {
      case 'fact': {
        const said = spec.saidBy === undefined ? undefined : at.facts[spec.saidBy];
        let value = read(at.facts, spec.path);
        let saidBy = typeof said === 'string' ? said : undefined;
        if (value === undefined) {
          if (spec.fallback !== undefined) {
            value = spec.fallback;
            saidBy = 'default';
          } else if (!spec.type.isOptional) throw new MissingFact(join(at.path, spec.path), node.label);
        }
        return this.#keep(value, (id) => ({
          kind: 'fact', id, ...base, value: json(value), ...inUnit, ...(saidBy === undefined ? {} : { saidBy }),
        }));
      }
      case 'assessment': {
        const settled = read(at.facts, spec.path) as Record<string, unknown> | undefined;
        const value = settled?.['value'];
        const citation = cited(spec.cite, this.#moment);
        return this.#keep(value, (id) => ({
          kind: 'assessment', id, ...base, value: json(value), ...inUnit, question: spec.question,
          ...(settled === undefined ? {} : { who: settled['who'], when: settled['when'], reasons: settled['reasons'] }),
          ...citation,
        }) as Step);
      }
      case 'parameter': {
        const found = inForceAt(spec.law.versions, this.#moment);
        if (found === undefined || !('value' in found)) {
          if (spec.optional) {
            return this.#keep(undefined, (id) => ({ kind: 'fact', id, ...base, value: null }));
          }
          throw new NotInForce(spec.law.id, spec.law.label, this.#moment, found?.awaiting ?? found?.none);
        }
        return this.#keep(found.value, (id) => ({
          kind: 'parameter', id, ...base, value: found.value,
          ...(spec.law.unit === undefined ? {} : { unit: spec.law.unit }),
          act: found.act, from: found.from, ...(found.to === undefined ? {} : { to: found.to }),
          checked: found.checked, status: found.status, setBy: spec.law.setBy,
          ...(found.source === undefined ? {} : { source: found.source }),
          ...(found.note === undefined ? {} : { note: found.note }),
        }));
      }
      case 'moment': {
        const value = spec.read(this.#moment);
        return this.#keep(value, (id) => ({ kind: 'fact', id, ...base, value, saidBy: 'moment' }));
      }
      case 'in-force': {
        const citation = cited(spec.ground, this.#moment);
        const value = citation.citation !== undefined;
        return this.#keep(value, (id) => ({ kind: 'rule', id, ...base, value, inputs: [], ...citation }));
      }
      case 'rule': {
        const version = spec.versions.find((v) => v.ground === undefined || inForceAt(v.ground.versions, this.#moment));
        if (version === undefined) throw new NotInForce(node.id, node.label, this.#moment);
        const citation = cited(version.ground, this.#moment);
        const inputs: number[] = [];
        if (spec.when !== undefined) {
          const when = this.#step(spec.when, at);
          inputs.push(when);
          if (this.#values[when] !== true) {
            return this.#keep(spec.otherwise, (id) => ({
              kind: 'rule', id, ...base, value: json(spec.otherwise), ...inUnit, inputs, notApplicable: true, ...citation,
            }));
          }
        }
        const read: unknown[] = [];
        for (const input of version.from) {
          const step = this.#step(input, at);
          inputs.push(step);
          read.push(this.#values[step]);
        }
        const exact = (version.value as (...inputs: unknown[]) => unknown)(...read);
        const value = spec.rounded !== undefined && typeof exact === 'number' ? round(exact, spec.rounded) : exact;
        checkWhole(node, value);
        return this.#keep(value, (id) => ({
          kind: 'rule', id, ...base, value: json(value), ...inUnit, inputs,
          ...(value === exact ? {} : { unrounded: exact as number }), ...citation,
        }));
      }
      case 'aggregate':
        return this.#aggregate(node, spec, at, base, inUnit);
    }
  }

  #aggregate(node: AnyNode, spec: AggregateSpec, at: Instance, base: Base, inUnit: { unit?: string }): number {
    if (spec.cite !== undefined && inForceAt(spec.cite.versions, this.#moment) === undefined) {
      throw new NotInForce(node.id, node.label, this.#moment);
    }
    const parts: { step: number; sign: 1 | -1 }[] = [];
    let instances = 0;
    for (const part of spec.parts) {
      if (part.each === undefined) {
        parts.push({ step: this.#step(part.node!, at), sign: part.sign });
        continue;
      }
      for (const below of this.#below(at, part.each)) {
        instances += 1;
        if (part.node !== undefined) parts.push({ step: this.#step(part.node, below), sign: part.sign });
      }
    }
    const value = joined(spec, parts.map((part) => this.#values[part.step]), parts, instances);
    checkWhole(node, value);
    return this.#keep(value, (id) => ({
      kind: 'sum', id, ...base, how: spec.how, value: json(value), ...inUnit, parts, ...cited(spec.cite, this.#moment),
    }));
  }

  #below(at: Instance, part: AnySubject): Instance[] {
    let level = [at];
    for (const subject of pathDown(at.subject, part)) level = level.flatMap((one) => this.#parts(one, subject));
    return level;
  }

  #parts(at: Instance, subject: AnySubject): Instance[] {
    const known = at.parts.get(subject);
    if (known !== undefined) return known;
    const list = (at.facts[subject.key!] ?? []) as Record<string, unknown>[];
    const made = list.map((facts, i) => {
      const id = facts[subject.idKey];
      const prefix = at.id === '' ? '' : `${at.id}.`;
      const where = at.path === '' ? '' : `${at.path}.`;
      return instance(subject, facts, at, `${prefix}${subject.key}.${String(id ?? i)}`, `${where}${subject.key}[${i}]`);
    });
    at.parts.set(subject, made);
    return made;
  }
}

function instance(subject: AnySubject, facts: Record<string, unknown>, parent: Instance | undefined, id: string, path: string): Instance {
  return { subject, facts, parent, id, path, parts: new Map(), steps: new Map() };
}

function joined(spec: AggregateSpec, values: unknown[], parts: { sign: 1 | -1 }[], instances: number): unknown {
  switch (spec.how) {
    case 'sum':
      return values.reduce<number>((total, value, i) => total + parts[i]!.sign * (value as number), 0);
    case 'count':
      return spec.parts[0]!.node === undefined ? instances : values.filter((value) => value === true).length;
    case 'any':
      return values.includes(true);
    case 'all':
      return values.every((value) => value === true);
    case 'max':
      return values.reduce((a, b) => (a === undefined || (b as number) > (a as number) ? b : a), undefined);
    case 'min':
      return values.reduce((a, b) => (a === undefined || (b as number) < (a as number) ? b : a), undefined);
    case 'collect':
      return values;
  }
}

function checkWhole(node: AnyNode, value: unknown): void {
  const unit = unitOf(node);
  if (unit?.whole && value !== undefined && !Array.isArray(value) && !Number.isSafeInteger(value)) {
    throw new BrokenRule(node, value);
  }
}

function read(facts: Record<string, unknown>, path: readonly string[]): unknown {
  let at: unknown = facts;
  for (const key of path) {
    if (at === undefined || at === null) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at ?? undefined;
}

function join(at: string, path: readonly string[]): string {
  return at === '' ? path.join('.') : `${at}.${path.join('.')}`;
}

function json(value: unknown): unknown {
  return value === undefined ? null : value;
}

/** The ground as it stands at the moment, ready to spread into a step. */
export function cited(ground: Ground | undefined, moment: Moment): { citation?: Citation } {
  if (ground === undefined) return {};
  const version = inForceAt(ground.versions, moment);
  if (version === undefined) return {};
  return {
    citation: {
      ...(version.act === undefined ? {} : { act: version.act }),
      place: version.cite,
      from: version.from,
      ...(version.to === undefined ? {} : { to: version.to }),
      ...(version.transition === undefined ? {} : { transition: version.transition }),
    },
  };
}
