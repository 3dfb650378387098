import type { Moment } from './dates.ts';
import { type Ground, inForceAt } from './law.ts';
import type { AnyNode } from './node.ts';
import { type Program, versionAt } from './program.ts';
import { readPath } from './read-path.ts';
import { about, assessmentStep, factStep, parameterStep, ruleStep, sumStep } from './steps.ts';
import { partId } from './stepwise.ts';
import { pathDown } from './subject.ts';
import type { Step, SumStep } from './trace.ts';

/** How a node reads another: which, and where its instance lies: the own one, the only one, or so many subjects up. */
interface Read {
  readonly of: Written;
  readonly where: 'own' | 'only' | 'above';
  readonly up: number;
}

/** A part of an aggregate: a read of the own instance, or of every instance below. */
interface PartRead {
  readonly read: Read | undefined;
  readonly starts: readonly (readonly number[])[];
  readonly sign: 1 | -1;
}

type Write = (k: number, id: number, subject: string) => Step;

/** A node as the writer knows it: what it reads, and which of its instances have which step in the trace being written. */
interface Written {
  readonly node: AnyNode;
  readonly subject: number;
  readonly single: boolean;
  readonly guard: Read | undefined;
  readonly reads: readonly Read[];
  readonly parts: readonly PartRead[];
  /** Whether every instance there is has a step; else `needed` says which. */
  always: boolean;
  readonly needed: boolean[];
  readonly ids: number[];
  value: (k: number) => unknown;
  write: Write;
}

/** Writes the trace, at one moment, of the one household that a program has loaded. */
export class TraceWriter {
  readonly #program: Program;
  readonly #nodes: Written[] = [];
  readonly #sometimes: Written[];
  /** Those that read something that only some read, last first. */
  readonly #markers: Written[];
  readonly #outputs: { readonly name: string; readonly of: Written }[];
  readonly #moment: Moment;
  #layout = -1;

  constructor(program: Program, moment: Moment) {
    this.#program = program;
    this.#moment = moment;
    const { plan } = program;
    for (const node of plan.nodes) this.#nodes.push(this.#know(node));
    this.#outputs = Object.entries(plan.outputs).map(([name, node]) => ({ name, of: this.#of(node) }));
    this.#decideAlways();
    this.#sometimes = this.#nodes.filter((node) => !node.always);
    const reads = (node: Written) => [node.guard, ...node.reads, ...node.parts.map((part) => part.read)];
    this.#markers = this.#nodes
      .filter((node) => reads(node).some((read) => read !== undefined && !read.of.always))
      .reverse();
  }

  #of(declared: AnyNode): Written {
    const { plan } = this.#program;
    return this.#nodes[plan.indexOf.get(plan.resolve(declared).id)!]!;
  }

  #read(declared: AnyNode, from: number): Read {
    const of = this.#of(declared);
    let up = 0;
    for (let s = from; !of.single && s !== of.subject; s = this.#program.parents[s]!) up++;
    if (up === 0 && !of.single) return { of, where: 'own', up };
    return { of, where: of.single || of.subject === 0 ? 'only' : 'above', up };
  }

  #know(node: AnyNode): Written {
    const { plan, instances } = this.#program;
    const moment = this.#moment;
    const { spec } = node;
    const subject = node.subject === undefined ? 0 : plan.subjects.indexOf(node.subject);
    const inputs = spec.kind === 'rule' ? (versionAt(spec, moment)?.from ?? []) : [];
    return {
      node,
      subject,
      single: node.subject === undefined,
      guard: spec.kind === 'rule' && spec.when !== undefined ? this.#read(spec.when, subject) : undefined,
      reads: inputs.map((input) => this.#read(input, subject)),
      parts:
        spec.kind !== 'aggregate'
          ? []
          : spec.parts.map((part): PartRead => {
              if (part.each === undefined)
                return { read: this.#read(part.node!, subject), starts: [], sign: part.sign };
              const path = pathDown(node.subject!, part.each).map((step) => plan.subjects.indexOf(step));
              const read = part.node === undefined ? undefined : this.#read(part.node, path.at(-1)!);
              return { read, starts: path.map((s) => instances[s]!.starts), sign: part.sign };
            }),
      always: false,
      needed: [],
      ids: [],
      value: () => undefined,
      write: () => {
        throw new Error('not placed');
      },
    };
  }

  /** What is read by something that is always there, of its own or of every instance below, is always there too. */
  #decideAlways(): void {
    for (const { of } of this.#outputs) of.always = true;
    for (const node of this.#nodes.toReversed()) {
      if (!node.always) continue;
      const sure = (read: Read) => read.where === 'own' || (node.subject === 0 && !node.single);
      if (node.guard !== undefined && sure(node.guard)) node.guard.of.always = true;
      if (node.guard === undefined) for (const read of node.reads) if (sure(read)) read.of.always = true;
      for (const { read, starts } of node.parts) {
        if (read !== undefined && (starts.length === 0 ? sure(read) : read.where === 'own')) read.of.always = true;
      }
    }
  }

  /** The trace of the loaded household. */
  write(): { steps: Step[]; outputs: Record<string, number> } {
    if (this.#layout !== this.#program.layout) this.#place();
    const names = this.#subjects();
    const { counts } = this.#program;
    this.#mark();
    const steps: Step[] = [];
    for (const { always, single, subject, needed, ids, write } of this.#nodes) {
      const n = single ? 1 : counts[subject]!;
      const own = names[single ? 0 : subject]!;
      for (let k = 0; k < n; k++) {
        if (!always && !needed[k]) continue;
        const id = steps.length;
        ids[k] = id;
        steps.push(write(k, id, own[k]!));
      }
    }
    const outputs: Record<string, number> = {};
    for (const { name, of } of this.#outputs) outputs[name] = of.ids[0]!;
    return { steps, outputs };
  }

  #subjects(): string[][] {
    const { counts, instances, parents, plan } = this.#program;
    const names: string[][] = [['']];
    for (let s = 1; s < counts.length; s++) {
      const { key, facts, starts, parentOf } = instances[s]!;
      const { idKey } = plan.subjects[s]!;
      const above = names[parents[s]!]!;
      const own: string[] = [];
      for (let k = 0, n = counts[s]!; k < n; k++) {
        const p = parentOf[k]!;
        own.push(partId(above[p]!, key, facts[k]![idKey], k - starts[p]!));
      }
      names.push(own);
    }
    return names;
  }

  #mark(): void {
    const { counts } = this.#program;
    for (const node of this.#sometimes) {
      const n = node.single ? 1 : counts[node.subject]!;
      for (let k = 0; k < n; k++) node.needed[k] = false;
    }
    for (const node of this.#markers) {
      for (let k = 0, n = counts[node.subject]!; k < n; k++)
        if (node.always || node.needed[k]) this.#markReads(node, k);
    }
  }

  #markReads(node: Written, k: number): void {
    const { guard, reads, parts } = node;
    if (guard !== undefined) {
      const at = this.#at(guard, node.subject, k);
      guard.of.needed[at] = true;
      if (guard.of.value(at) !== true) return;
    }
    for (let i = 0; i < reads.length; i++) reads[i]!.of.needed[this.#at(reads[i]!, node.subject, k)] = true;
    for (let i = 0; i < parts.length; i++) {
      const { read, starts } = parts[i]!;
      if (read === undefined) continue;
      if (starts.length === 0) {
        read.of.needed[this.#at(read, node.subject, k)] = true;
        continue;
      }
      const [from, to] = below(starts, k);
      if (read.where === 'only') {
        if (to > from) read.of.needed[0] = true;
      } else for (let b = from; b < to; b++) read.of.needed[b] = true;
    }
  }

  /** The instance that instance `k` of the subject reads. */
  #at(read: Read, subject: number, k: number): number {
    if (read.where !== 'above') return read.where === 'own' ? k : 0;
    const { instances, parents } = this.#program;
    let at = k;
    for (let i = 0, s = subject; i < read.up; i++, s = parents[s]!) at = instances[s]!.parentOf[at]!;
    return at;
  }

  /** Lanes have places: makes the functions that read values from them and write steps. */
  #place(): void {
    this.#layout = this.#program.layout;
    const { values, laneStart } = this.#program;
    for (const written of this.#nodes) {
      const state = this.#program.stateOf(written.node);
      if (state.is === 'lane') {
        const start = laneStart[state.lane]!;
        written.value = (k) => values[start + k];
      } else {
        const constant =
          state.is === 'moment' ? state.read(this.#moment) : state.is === 'constant' ? state.value : undefined;
        written.value = () => constant;
      }
      written.write = this.#writer(written);
    }
  }

  #writer(written: Written): Write {
    const { instances } = this.#program;
    const moment = this.#moment;
    const { node, value } = written;
    const { spec } = node;
    const aboutWith = (ground: Ground | undefined) => about(node, ground, moment);
    switch (spec.kind) {
      case 'fact': {
        const a = aboutWith(undefined);
        const { facts } = instances[written.subject]!;
        const { fallback, path, saidBy } = spec;
        const { values, laneStart } = this.#program;
        const state = this.#program.stateOf(node);
        const start = state.is === 'lane' ? laneStart[state.lane]! : 0;
        return (k, id, subject) => {
          const own = facts[k]!;
          const v = values[start + k];
          if (fallback !== undefined && v === fallback && readPath(own, path) === undefined)
            return factStep(a, id, subject, v, 'default');
          return factStep(a, id, subject, v, saidBy === undefined ? undefined : own[saidBy]);
        };
      }
      case 'assessment': {
        const a = aboutWith(spec.cite);
        const { facts } = instances[written.subject]!;
        return (k, id, subject) =>
          assessmentStep(a, id, subject, value(k), spec.question, readPath(facts[k]!, spec.path));
      }
      case 'parameter': {
        const a = aboutWith(undefined);
        const version = inForceAt(spec.law.versions, moment);
        if (version === undefined || !('value' in version))
          return (_k, id) => factStep(a, id, '', undefined, 'not-set');
        return always((id) => parameterStep(a, id, spec.law.setBy, version));
      }
      case 'moment': {
        const a = aboutWith(undefined);
        return always((id) => factStep(a, id, '', value(0), 'moment'));
      }
      case 'in-force': {
        const a = aboutWith(spec.ground);
        return always((id) => ruleStep(a, id, '', value(0), value(0), [], true));
      }
      case 'rule': {
        const version = versionAt(spec, moment);
        const a = aboutWith(version?.ground);
        return this.#ruleWriter(
          written,
          a,
          spec.rounded === undefined ? undefined : (version?.value as Exact | undefined),
        );
      }
      case 'aggregate': {
        const a = aboutWith(spec.cite);
        return (k, id, subject) => sumStep(a, id, subject, value(k), spec.how, this.#partSteps(written, k));
      }
    }
  }

  #ruleWriter(written: Written, a: ReturnType<typeof about>, exactly: Exact | undefined): Write {
    const { guard, reads, value, subject: of } = written;
    const before = guard === undefined ? [] : [guard];
    const stepsRead = [...before, ...reads];
    return (k, id, subject) => {
      const v = value(k);
      if (guard !== undefined) {
        const at = this.#at(guard, of, k);
        if (guard.of.value(at) !== true) return ruleStep(a, id, subject, v, v, [guard.of.ids[at]!], false);
      }
      const inputs = this.#idsOf(stepsRead, of, k);
      // Rules are pure: the fraction before rounding is computed again rather than kept by every run.
      const exact = exactly === undefined ? v : exactly(...reads.map((read) => read.of.value(this.#at(read, of, k))));
      return ruleStep(a, id, subject, v, exact, inputs, true);
    };
  }

  /** The ids of the steps that instance `k` reads. Short lists are written out, because that is how they are made quickly. */
  #idsOf(reads: readonly Read[], subject: number, k: number): number[] {
    const id = (read: Read) =>
      read.of.ids[read.where === 'own' ? k : read.where === 'only' ? 0 : this.#at(read, subject, k)]!;
    switch (reads.length) {
      case 0:
        return [];
      case 1:
        return [id(reads[0]!)];
      case 2:
        return [id(reads[0]!), id(reads[1]!)];
      case 3:
        return [id(reads[0]!), id(reads[1]!), id(reads[2]!)];
      default:
        return reads.map(id);
    }
  }

  #partSteps(written: Written, k: number): SumStep['parts'] {
    const out: { step: number; sign: 1 | -1 }[] = [];
    for (const { read, starts, sign } of written.parts) {
      if (read === undefined) continue;
      if (starts.length === 0) {
        out.push({ step: read.of.ids[this.#at(read, written.subject, k)]!, sign });
        continue;
      }
      const [from, to] = below(starts, k);
      for (let b = from; b < to; b++) out.push({ step: read.of.ids[read.where === 'only' ? 0 : b]!, sign });
    }
    return out;
  }
}

type Exact = (...inputs: unknown[]) => unknown;

/** A step that is the same in every trace of the moment but for its id; the latest is used again while its id holds. */
function always(make: (id: number) => Step): Write {
  let latest = Object.freeze(make(0));
  return (_k, id) => {
    if (latest.id !== id) latest = Object.freeze(make(id));
    return latest;
  };
}

/** Where the instances below instance `k` start and end. */
function below(starts: readonly (readonly number[])[], k: number): [number, number] {
  let from = k;
  let to = k + 1;
  for (const start of starts) {
    from = start[from]!;
    to = start[to]!;
  }
  return [from, to];
}
