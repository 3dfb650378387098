import type { Moment } from './dates.ts';
import { inForceAt, NotInForce } from './law.ts';
import { type AggregateSpec, type AnyNode, type FactType, type RuleSpec, unitOf } from './node.ts';
import type { Plan } from './plan.ts';
import { versionAt } from './program.ts';
import { readPath } from './read-path.ts';
import { round } from './rounding.ts';
import { about, assessmentStep, factStep, parameterStep, ruleStep, sumStep } from './steps.ts';
import { type AnySubject, pathDown } from './subject.ts';
import type { Step } from './trace.ts';

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

/** A fact that is no number, or no whole one, where its unit needs that. Other types are checked by `checkFacts`. */
export class WrongFact extends Error {
  /** Where in the facts. */
  readonly path: string;
  constructor(path: string, label: string, value: unknown, allowed: string) {
    super(`The fact '${label}' at ${path} is ${String(value)}; allowed is ${allowed}`);
    this.name = 'WrongFact';
    this.path = path;
  }
}

/** A rule whose value breaks its own declaration: a fraction of a whole unit without a stated rounding, or no number at all. */
export class BrokenRule extends Error {
  constructor(node: AnyNode, value: unknown) {
    super(`${node.id} gave ${String(value)}, but its unit is whole; state a rounding with 'rounded'`);
    this.name = 'BrokenRule';
  }
}

interface Instance {
  readonly subject: AnySubject;
  readonly facts: Record<string, unknown>;
  readonly parent: Instance | undefined;
  readonly id: string;
  readonly path: string;
  /** Its place among all instances of its subject, as the places in the lists from the root down. */
  readonly place: readonly number[];
  readonly parts: Map<AnySubject, Instance[]>;
  readonly results: Map<AnyNode, Result>;
}

interface Result {
  readonly node: AnyNode;
  readonly at: Instance;
  readonly value: unknown;
  readonly reads: readonly Result[];
  /** Makes the step once the ids of what it read are known. */
  readonly step: (id: number, reads: number[]) => Step;
}

/**
 * The careful way: evaluates a node, and what it reads, only when somebody asks. Slower than a program, but the measure of
 * what is right: which error comes, and that a guarded amount is never touched.
 */
export class Stepwise {
  readonly #plan: Plan;
  readonly #moment: Moment;
  readonly #root: Instance;
  readonly #results: Result[] = [];

  constructor(plan: Plan, moment: Moment, facts: object) {
    this.#plan = plan;
    this.#moment = moment;
    this.#root = {
      subject: plan.root,
      facts: facts as Record<string, unknown>,
      parent: undefined,
      id: '',
      path: '',
      place: [],
      parts: new Map(),
      results: new Map(),
    };
  }

  /** The value of a node of the root, or of none. */
  value(node: AnyNode): unknown {
    return this.#result(node, this.#root).value;
  }

  /** Every step evaluated so far, in the order of a trace, and the id of each output's step. */
  trace(): { steps: Step[]; outputs: Record<string, number> } {
    const index = (result: Result) => this.#plan.indexOf.get(result.node.id)!;
    const ordered = [...this.#results].sort((a, b) => index(a) - index(b) || comparePlaces(a.at.place, b.at.place));
    const ids = new Map(ordered.map((result, id) => [result, id]));
    const steps = ordered.map((result, id) =>
      result.step(
        id,
        result.reads.map((read) => ids.get(read)!),
      ),
    );
    const outputs = Object.entries(this.#plan.outputs).map(([name, node]) => [
      name,
      ids.get(this.#result(node, this.#root))!,
    ]);
    return { steps, outputs: Object.fromEntries(outputs) };
  }

  #result(declared: AnyNode, at: Instance): Result {
    const node = this.#plan.resolve(declared);
    const owner = this.#owner(node, at);
    const known = owner.results.get(node);
    if (known !== undefined) return known;
    const result = { node, at: owner, ...this.#evaluate(node, owner) };
    owner.results.set(node, result);
    this.#results.push(result);
    return result;
  }

  #owner(node: AnyNode, at: Instance): Instance {
    if (node.subject === undefined) return this.#root;
    for (let i: Instance | undefined = at; i !== undefined; i = i.parent) if (i.subject === node.subject) return i;
    throw new Error(`${node.id} cannot be read from '${at.subject.name}'`);
  }

  #evaluate(node: AnyNode, at: Instance): Omit<Result, 'node' | 'at'> {
    const spec = node.spec;
    const moment = this.#moment;
    switch (spec.kind) {
      case 'fact': {
        const a = about(node, undefined, moment);
        const found = readPath(at.facts, spec.path);
        if (found === undefined && spec.fallback === undefined && !spec.type.isOptional) {
          throw new MissingFact(join(at.path, spec.path), node.label);
        }
        refuseOtherNumbers(node, spec.type, found, join(at.path, spec.path));
        const usesDefault = found === undefined && spec.fallback !== undefined;
        const value = found === undefined ? spec.fallback : found;
        const saidBy = usesDefault ? 'default' : spec.saidBy === undefined ? undefined : at.facts[spec.saidBy];
        return { value, reads: [], step: (id) => factStep(a, id, at.id, value, saidBy) };
      }
      case 'assessment': {
        const a = about(node, spec.cite, moment);
        const settled = readPath(at.facts, spec.path);
        const value = readPath(at.facts, [...spec.path, 'value']);
        refuseOtherNumbers(node, spec.type, value, join(at.path, [...spec.path, 'value']));
        return { value, reads: [], step: (id) => assessmentStep(a, id, at.id, value, spec.question, settled) };
      }
      case 'parameter': {
        const a = about(node, undefined, moment);
        const found = inForceAt(spec.law.versions, moment);
        if (found !== undefined && 'value' in found) {
          return { value: found.value, reads: [], step: (id) => parameterStep(a, id, spec.law.setBy, found) };
        }
        if (!spec.optional) throw new NotInForce(spec.law.id, spec.law.label, moment, found?.awaiting ?? found?.none);
        return { value: undefined, reads: [], step: (id) => factStep(a, id, '', undefined, 'not-set') };
      }
      case 'moment': {
        const value = spec.read(moment);
        return { value, reads: [], step: (id) => factStep(about(node, undefined, moment), id, '', value, 'moment') };
      }
      case 'in-force': {
        const value = inForceAt(spec.ground.versions, moment) !== undefined;
        return {
          value,
          reads: [],
          step: (id) => ruleStep(about(node, spec.ground, moment), id, '', value, value, [], true),
        };
      }
      case 'rule':
        return this.#rule(node, spec, at);
      case 'aggregate':
        return this.#aggregate(node, spec, at);
    }
  }

  #rule(node: AnyNode, spec: RuleSpec, at: Instance): Omit<Result, 'node' | 'at'> {
    const version = versionAt(spec, this.#moment);
    if (version === undefined) throw new NotInForce(node.id, node.label, this.#moment);
    const a = about(node, version.ground, this.#moment);
    const reads: Result[] = [];
    if (spec.when !== undefined) {
      const guard = this.#result(spec.when, at);
      reads.push(guard);
      if (guard.value !== true) {
        const value = spec.otherwise;
        return { value, reads, step: (id, inputs) => ruleStep(a, id, at.id, value, value, inputs, false) };
      }
    }
    for (const input of version.from) reads.push(this.#result(input, at));
    const values = reads.slice(spec.when === undefined ? 0 : 1).map((read) => read.value);
    const exact = (version.value as (...inputs: unknown[]) => unknown)(...values);
    const whole = unitOf(node)?.whole ?? false;
    const settled = spec.rounded !== undefined && typeof exact === 'number' ? round(exact, spec.rounded) : exact;
    const value = (whole || spec.rounded !== undefined) && settled === 0 ? 0 : settled;
    if (whole && value !== undefined && !Number.isSafeInteger(value)) throw new BrokenRule(node, value);
    return { value, reads, step: (id, inputs) => ruleStep(a, id, at.id, value, exact, inputs, true) };
  }

  #aggregate(node: AnyNode, spec: AggregateSpec, at: Instance): Omit<Result, 'node' | 'at'> {
    if (spec.cite !== undefined && inForceAt(spec.cite.versions, this.#moment) === undefined) {
      throw new NotInForce(node.id, node.label, this.#moment);
    }
    const reads: Result[] = [];
    const signs: (1 | -1)[] = [];
    let instances = 0;
    for (const part of spec.parts) {
      const of = part.each === undefined ? [at] : this.#below(at, part.each);
      instances += of.length;
      for (const one of of) {
        if (part.node === undefined) continue;
        reads.push(this.#result(part.node, one));
        signs.push(part.sign);
      }
    }
    const value = joined(
      spec,
      reads.map((read) => read.value),
      signs,
      instances,
    );
    if (spec.how === 'sum' && unitOf(node)?.whole && !Number.isSafeInteger(value)) throw new BrokenRule(node, value);
    const a = about(node, spec.cite, this.#moment);
    return {
      value,
      reads,
      step: (id, ids) =>
        sumStep(
          a,
          id,
          at.id,
          value,
          spec.how,
          ids.map((step, i) => ({ step, sign: signs[i]! })),
        ),
    };
  }

  #below(at: Instance, part: AnySubject): Instance[] {
    let level = [at];
    for (const subject of pathDown(at.subject, part)) level = level.flatMap((one) => this.#parts(one, subject));
    return level;
  }

  #parts(at: Instance, subject: AnySubject): Instance[] {
    const known = at.parts.get(subject);
    if (known !== undefined) return known;
    const where = at.path === '' ? '' : `${at.path}.`;
    const list = at.facts[subject.key!] ?? [];
    if (!Array.isArray(list)) throw new TypeError(`${where}${subject.key} must be a list`);
    const made = list.map((facts: Record<string, unknown>, i) => ({
      subject,
      facts,
      parent: at,
      id: partId(at.id, subject.key!, facts[subject.idKey], i),
      path: `${where}${subject.key}[${i}]`,
      place: [...at.place, i],
      parts: new Map(),
      results: new Map(),
    }));
    at.parts.set(subject, made);
    return made;
  }
}

function refuseOtherNumbers(node: AnyNode, type: FactType<unknown>, value: unknown, path: string): void {
  if (value === undefined || type.number === undefined) return;
  const good = type.number === 'whole' ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (!good) throw new WrongFact(path, node.label, value, type.name);
}

/** The id of an instance in a trace: `vuxna.v1.inkomster.0`. */
export function partId(parent: string, key: string, id: unknown, place: number): string {
  const own = `${key}.${id === undefined || id === null ? place : String(id)}`;
  return parent === '' ? own : `${parent}.${own}`;
}

function joined(spec: AggregateSpec, values: unknown[], signs: (1 | -1)[], instances: number): unknown {
  switch (spec.how) {
    case 'sum':
      return values.reduce<number>((total, value, i) => total + signs[i]! * (value as number), 0);
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

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}

function join(at: string, path: readonly string[]): string {
  return at === '' ? path.join('.') : `${at}.${path.join('.')}`;
}
