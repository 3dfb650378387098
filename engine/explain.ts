import { type AnyNode, type Spec } from './node.ts';
import { inForceAt, type ParameterVersion } from './law.ts';
import { type Program, versionAt } from './program.ts';
import { type About, about, assessmentStep, factStep, parameterStep, ruleStep, sumStep } from './steps.ts';
import { partId, readPath } from './stepwise.ts';
import { pathDown } from './subject.ts';
import type { Step, SumStep } from './trace.ts';

/** How a node reads another: which node, and how many subjects up its instance lies. */
interface Read {
  readonly of: Template;
  readonly up: number;
}

/** A part of an aggregate: a read of the own instance, or of every instance below. */
interface PartRead {
  readonly of: Template | undefined;
  readonly up: number;
  readonly starts: readonly number[][] | undefined;
  readonly sign: 1 | -1;
}

/** All that can be known of a node's steps before any household. */
interface Template {
  readonly node: AnyNode;
  readonly spec: Spec;
  readonly about: About;
  readonly subject: number;
  readonly single: boolean;
  readonly reads: readonly Read[];
  readonly guard: Read | undefined;
  readonly parts: readonly PartRead[];
  readonly version: ParameterVersion | undefined;
  readonly rounded: boolean;
  readonly value: ((...inputs: never[]) => unknown) | undefined;
  /** Lane of the value, −1 for a constant. */
  lane: number;
  constant: unknown;
  /** Which of its instances somebody reads, and the ids of their steps. */
  needed: boolean[];
  ids: number[];
}

/** Writes the trace of the household that a program has loaded. */
export class TraceWriter {
  readonly #program: Program;
  readonly #templates: Template[] = [];
  readonly #outputs: Template[];
  readonly #parentOf: number[][];
  readonly #parents: number[];
  readonly #names: string[];

  constructor(program: Program) {
    this.#program = program;
    const { plan, moment } = program;
    this.#parents = plan.subjects.map((subject) => (subject.parent === undefined ? -1 : plan.subjects.indexOf(subject.parent)));
    this.#parentOf = plan.subjects.map(() => []);
    for (const node of plan.nodes) this.#templates.push(this.#template(node, moment));
    this.#outputs = Object.values(plan.outputs).map((node) => this.#of(node));
    this.#names = Object.keys(plan.outputs);
  }

  #of(declared: AnyNode): Template {
    return this.#templates[this.#program.plan.indexOf.get(this.#program.plan.resolve(declared).id)!]!;
  }

  #read(declared: AnyNode, from: number): Read {
    const of = this.#of(declared);
    if (of.single) return { of, up: -1 };
    let up = 0;
    for (let s = from; s !== of.subject; s = this.#parents[s]!) up++;
    return { of, up };
  }

  #template(node: AnyNode, moment: Program['moment']): Template {
    const { plan } = this.#program;
    const spec = node.spec;
    const subject = node.subject === undefined ? 0 : plan.subjects.indexOf(node.subject);
    const state = this.#program.stateOf(node);
    const version = spec.kind === 'rule' ? versionAt(spec, moment) : undefined;
    const ground =
      spec.kind === 'rule' ? version?.ground
      : spec.kind === 'in-force' ? spec.ground
      : spec.kind === 'aggregate' || spec.kind === 'assessment' ? spec.cite
      : undefined;
    return {
      node,
      spec,
      about: about(node, ground, moment),
      subject,
      single: node.subject === undefined,
      reads: (version?.from ?? []).map((input) => this.#read(input, subject)),
      guard: spec.kind === 'rule' && spec.when !== undefined ? this.#read(spec.when, subject) : undefined,
      parts: spec.kind !== 'aggregate' ? [] : spec.parts.map((part): PartRead => {
        if (part.each === undefined) return { ...this.#read(part.node!, subject), starts: undefined, sign: part.sign };
        const path = pathDown(node.subject!, part.each).map((step) => plan.subjects.indexOf(step));
        const below = path.at(-1)!;
        const read = part.node === undefined ? { of: undefined, up: 0 } : this.#read(part.node, below);
        return { ...read, starts: path.map((s) => this.#program.starts[s]!), sign: part.sign };
      }),
      version: spec.kind === 'parameter' ? inForceAt(spec.law.versions, moment) : undefined,
      rounded: spec.kind === 'rule' && spec.rounded !== undefined,
      value: version?.value,
      lane: state.is === 'lane' ? state.lane : -1,
      constant: state.is === 'constant' ? state.value : undefined,
      needed: [false],
      ids: [-1],
    };
  }

  /** The trace of the loaded household. */
  write(): { steps: Step[]; outputs: Record<string, number> } {
    const subjects = this.#subjects();
    this.#mark();
    const steps: Step[] = [];
    for (const template of this.#templates) {
      const n = template.single ? 1 : this.#program.counts[template.subject]!;
      for (let k = 0; k < n; k++) {
        if (!template.needed[k]) continue;
        template.ids[k] = steps.length;
        steps.push(this.#step(template, k, steps.length, template.single ? '' : subjects[template.subject]![k]!));
      }
    }
    const outputs: Record<string, number> = {};
    for (let i = 0; i < this.#outputs.length; i++) outputs[this.#names[i]!] = this.#outputs[i]!.ids[0]!;
    return { steps, outputs };
  }

  #subjects(): string[][] {
    const { counts, objects, starts, plan } = this.#program;
    const ids: string[][] = [['']];
    for (let s = 1; s < counts.length; s++) {
      const subject = plan.subjects[s]!;
      const parent = this.#parents[s]!;
      const start = starts[s]!;
      const own: string[] = [];
      const parentOf = this.#parentOf[s]!;
      for (let p = 0; p < counts[parent]!; p++) {
        for (let k = start[p]!; k < start[p + 1]!; k++) {
          parentOf[k] = p;
          own.push(partId(ids[parent]![p]!, subject.key!, objects[s]![k]![subject.idKey], k - start[p]!));
        }
      }
      ids.push(own);
    }
    return ids;
  }

  #mark(): void {
    const { counts } = this.#program;
    for (const template of this.#templates) {
      const n = template.single ? 1 : counts[template.subject]!;
      for (let k = 0; k < n; k++) template.needed[k] = false;
    }
    for (const output of this.#outputs) output.needed[0] = true;
    for (let t = this.#templates.length - 1; t >= 0; t--) {
      const template = this.#templates[t]!;
      if (template.spec.kind !== 'rule' && template.spec.kind !== 'aggregate') continue;
      const n = counts[template.subject]!;
      for (let k = 0; k < n; k++) if (template.needed[k]) this.#markReads(template, k);
    }
  }

  #markReads(template: Template, k: number): void {
    const { guard, reads, parts } = template;
    if (guard !== undefined) {
      guard.of.needed[this.#instance(guard.up, template.subject, k)] = true;
      if (this.#value(guard.of, this.#instance(guard.up, template.subject, k)) !== true) return;
    }
    for (let i = 0; i < reads.length; i++) {
      const read = reads[i]!;
      read.of.needed[this.#instance(read.up, template.subject, k)] = true;
    }
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i]!;
      if (part.of === undefined) continue;
      if (part.starts === undefined) {
        part.of.needed[this.#instance(part.up, template.subject, k)] = true;
        continue;
      }
      let from = k;
      let to = k + 1;
      for (const starts of part.starts) {
        from = starts[from]!;
        to = starts[to]!;
      }
      if (part.up < 0) {
        if (to > from) part.of.needed[0] = true;
      } else for (let b = from; b < to; b++) part.of.needed[b] = true;
    }
  }

  /** The index of the instance `up` subjects above instance `k`; the only one (0) where `up` is −1. */
  #instance(up: number, subject: number, k: number): number {
    if (up <= 0) return up < 0 ? 0 : k;
    let at = k;
    let s = subject;
    for (let i = 0; i < up; i++) {
      at = this.#parents[s] === 0 ? 0 : this.#parentOf[s]![at]!;
      s = this.#parents[s]!;
    }
    return at;
  }

  #value(template: Template, k: number): unknown {
    return template.lane < 0 ? template.constant : this.#program.values[this.#program.laneStart[template.lane]! + k];
  }

  #step(template: Template, k: number, id: number, subject: string): Step {
    const value = this.#value(template, k);
    const { spec, about } = template;
    switch (spec.kind) {
      case 'fact': {
        const facts = this.#program.objects[template.subject]![k]!;
        if (spec.fallback !== undefined && value === spec.fallback && readPath(facts, spec.path) === undefined) {
          return factStep(about, id, subject, value, 'default');
        }
        return factStep(about, id, subject, value, spec.saidBy === undefined ? undefined : facts[spec.saidBy]);
      }
      case 'assessment':
        return assessmentStep(about, id, subject, value, spec.question, readPath(this.#program.objects[template.subject]![k]!, spec.path));
      case 'parameter':
        if (template.version === undefined || !('value' in template.version)) return factStep(about, id, '', undefined, 'not-set');
        return parameterStep(about, id, spec.law.setBy, template.version);
      case 'moment':
        return factStep(about, id, '', value, 'moment');
      case 'in-force':
        return ruleStep(about, id, '', value, value, [], true);
      case 'rule':
        return this.#ruleStep(template, k, id, subject, value);
      case 'aggregate':
        return sumStep(about, id, subject, value, spec.how, this.#partSteps(template, k));
    }
  }

  #ruleStep(template: Template, k: number, id: number, subject: string, value: unknown): Step {
    const { guard, reads } = template;
    const inputs: number[] = [];
    if (guard !== undefined) {
      const at = this.#instance(guard.up, template.subject, k);
      inputs.push(guard.of.ids[at]!);
      if (this.#value(guard.of, at) !== true) return ruleStep(template.about, id, subject, value, value, inputs, false);
    }
    for (let i = 0; i < reads.length; i++) {
      const read = reads[i]!;
      inputs.push(read.of.ids[this.#instance(read.up, template.subject, k)]!);
    }
    const exact = template.rounded ? this.#exact(template, k) : value;
    return ruleStep(template.about, id, subject, value, exact, inputs, true);
  }

  /** The fraction before rounding: rules are pure, so it is computed again. */
  #exact(template: Template, k: number): unknown {
    const inputs = template.reads.map((read) => this.#value(read.of, this.#instance(read.up, template.subject, k)));
    return (template.value as (...inputs: unknown[]) => unknown)(...inputs);
  }

  #partSteps(template: Template, k: number): SumStep['parts'] {
    const out: { step: number; sign: 1 | -1 }[] = [];
    for (const part of template.parts) {
      if (part.of === undefined) continue;
      const { sign } = part;
      if (part.starts === undefined) {
        out.push({ step: part.of.ids[this.#instance(part.up, template.subject, k)]!, sign });
        continue;
      }
      let from = k;
      let to = k + 1;
      for (const starts of part.starts) {
        from = starts[from]!;
        to = starts[to]!;
      }
      for (let b = from; b < to; b++) out.push({ step: part.of.ids[part.up < 0 ? 0 : b]!, sign });
    }
    return out;
  }
}
