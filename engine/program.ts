import type { Moment } from './dates.ts';
import {
  bail, bailIfAny, cannot, type Instruction, joinParts, type Kernel, type PartLane, readDeepFact, readFact, roundLane, rule0, rule1,
  rule2, rule3, rule4, rule5, ruleMany, spread, sumParts,
} from './kernels.ts';
import { inForceAt } from './law.ts';
import { type AggregateSpec, type AnyNode, type RuleSpec, type RuleVersion, unitOf } from './node.ts';
import type { Plan } from './plan.ts';
import { round } from './rounding.ts';
import { type AnySubject, pathDown } from './subject.ts';

/** What is known of a node at a moment before any facts: its value, a lane that will hold it, or that it cannot be computed. */
export type NodeState =
  | { readonly is: 'constant'; readonly value: unknown; readonly exact: unknown }
  | { readonly is: 'lane'; readonly lane: number; readonly exactLane: number }
  | { readonly is: 'impossible' };

/** The rule's wording in force at the moment; undefined where there is none. */
export function versionAt(spec: RuleSpec, moment: Moment): RuleVersion | undefined {
  return spec.versions.find((v) => v.ground === undefined || inForceAt(v.ground.versions, moment) !== undefined);
}

interface Lane {
  readonly subject: number;
  readonly filled: boolean;
  readonly value: unknown;
}

type LaneField = 'z' | 'x0' | 'x1' | 'x2' | 'x3' | 'x4' | 'x5' | 'x6' | 'x7' | 'when';
const inputFields = ['x0', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7'] as const;
const ruleKernels: readonly Kernel[] = [rule0, rule1, rule2, rule3, rule4, rule5];
/** Households in one go of `many`. */
const chunkSize = 64;

/**
 * A graph wired for a moment: instructions over lanes of values. What depends on parameters only is computed here, once.
 * `load` computes everything for some households; it throws (anything) when the quick way cannot give the answer.
 */
export class Program {
  readonly plan: Plan;
  readonly moment: Moment;
  readonly states: NodeState[] = [];
  readonly counts: number[];
  readonly objects: Record<string, unknown>[][];
  /** For each subject, where the parts of each parent start; one more for the end. */
  readonly starts: number[][];
  values: unknown[] = [];
  readonly #lanes: Lane[] = [];
  readonly #laneStart: number[] = [];
  readonly #capacity: number[];
  readonly #instructions: Instruction[] = [];
  readonly #places: (() => void)[] = [];
  readonly #operands = new Map<string, number>();
  readonly #keys: string[];
  readonly #parents: number[];
  readonly #outputNames: string[];
  readonly #outputLanes: number[] = [];
  readonly #template: Record<string, unknown>;
  readonly #impossible: boolean;
  #busy = false;

  constructor(plan: Plan, moment: Moment) {
    this.plan = plan;
    this.moment = moment;
    this.counts = plan.subjects.map(() => 0);
    this.objects = plan.subjects.map(() => []);
    this.starts = plan.subjects.map(() => [0]);
    this.#capacity = plan.subjects.map((_, i) => (i === 0 ? 1 : 8));
    this.#keys = plan.subjects.map((subject) => subject.key ?? '');
    this.#parents = plan.subjects.map((subject) => (subject.parent === undefined ? -1 : plan.subjects.indexOf(subject.parent)));
    for (const node of plan.nodes) this.states.push(this.#assemble(node));
    this.#outputNames = Object.keys(plan.outputs);
    this.#template = Object.fromEntries(this.#outputNames.map((name) => [name, undefined]));
    let impossible = false;
    for (const node of Object.values(plan.outputs)) {
      if (this.stateOf(node).is === 'impossible') impossible = true;
      else this.#outputLanes.push(this.#operand(node, 0));
    }
    this.#impossible = impossible;
    this.#place();
  }

  /** What is known of a node at this moment. */
  stateOf(node: AnyNode): NodeState {
    return this.states[this.plan.indexOf.get(node.id)!]!;
  }

  /** Where the lane starts in `values`. */
  startOf(lane: number): number {
    return this.#laneStart[lane]!;
  }

  /** The outputs of household `h` of those loaded. */
  outputs(h: number): Record<string, unknown> {
    const out = { ...this.#template };
    const names = this.#outputNames;
    const lanes = this.#outputLanes;
    for (let i = 0; i < names.length; i++) out[names[i]!] = this.values[this.#laneStart[lanes[i]!]! + h];
    return out;
  }

  /** Runs `use` over chunks of the households, loaded; `fallback` where the quick way fails for one of them. */
  each(households: readonly object[], use: (from: number, count: number) => void, fallback: (index: number) => void): void {
    for (let from = 0; from < households.length; from += chunkSize) {
      const count = Math.min(chunkSize, households.length - from);
      if (this.load(households as Record<string, unknown>[], from, count)) {
        use(from, count);
        continue;
      }
      for (let i = from; i < from + count; i++) {
        if (this.load(households as Record<string, unknown>[], i, 1)) use(i, 1);
        else fallback(i);
      }
    }
  }

  /** Computes everything for `count` households from `from`. False when the quick way cannot: then nothing may be read. */
  load(households: readonly Record<string, unknown>[], from: number, count: number): boolean {
    if (this.#impossible || this.#busy) return false;
    this.#busy = true;
    try {
      this.#expand(households, from, count);
      const instructions = this.#instructions;
      const { values, counts, objects } = this;
      for (let i = 0; i < instructions.length; i++) {
        const instruction = instructions[i]!;
        instruction.run(instruction, values, counts[instruction.subject]!, objects[instruction.subject]!);
      }
      return true;
    } catch {
      return false;
    } finally {
      this.#busy = false;
    }
  }

  #expand(households: readonly Record<string, unknown>[], from: number, count: number): void {
    const { counts, objects, starts } = this;
    const roots = objects[0]!;
    for (let h = 0; h < count; h++) roots[h] = households[from + h]!;
    counts[0] = count;
    let fits = count <= this.#capacity[0]!;
    for (let s = 1; s < objects.length; s++) {
      const parent = this.#parents[s]!;
      const above = objects[parent]!;
      const own = objects[s]!;
      const start = starts[s]!;
      const key = this.#keys[s]!;
      const parents = counts[parent]!;
      let n = 0;
      for (let p = 0; p < parents; p++) {
        start[p] = n;
        const list = above[p]![key] as Record<string, unknown>[] | undefined | null;
        if (list === undefined || list === null) continue;
        if (!Array.isArray(list)) throw bail;
        for (let i = 0; i < list.length; i++) own[n++] = list[i]!;
      }
      start[parents] = n;
      counts[s] = n;
      if (n > this.#capacity[s]!) fits = false;
    }
    if (!fits) this.#grow();
  }

  #grow(): void {
    for (let s = 0; s < this.counts.length; s++) {
      while (this.#capacity[s]! < this.counts[s]!) this.#capacity[s]! *= 2;
    }
    this.#place();
  }

  #place(): void {
    let size = 0;
    for (let i = 0; i < this.#lanes.length; i++) {
      this.#laneStart[i] = size;
      size += this.#capacity[this.#lanes[i]!.subject]!;
    }
    // Filled with null first, so that the array never becomes one of small integers or of doubles only.
    this.values = new Array<unknown>(size).fill(null);
    for (const [i, lane] of this.#lanes.entries()) {
      if (lane.filled) this.values.fill(lane.value, this.#laneStart[i]!, this.#laneStart[i]! + this.#capacity[lane.subject]!);
    }
    for (const place of this.#places) place();
  }

  #lane(subject: number): number {
    this.#lanes.push({ subject, filled: false, value: undefined });
    return this.#lanes.length - 1;
  }

  #constantLane(subject: number, value: unknown): number {
    this.#lanes.push({ subject, filled: true, value });
    return this.#lanes.length - 1;
  }

  #subjectIndex(subject: AnySubject | undefined): number {
    return subject === undefined ? 0 : this.plan.subjects.indexOf(subject);
  }

  /** The lane from which instances of a subject read the node. */
  #operand(declared: AnyNode, subject: number): number {
    const node = this.plan.resolve(declared);
    const state = this.stateOf(node);
    const own = this.#subjectIndex(node.subject);
    if (state.is === 'lane' && own === subject) return state.lane;
    const key = `${this.plan.indexOf.get(node.id)}:${subject}`;
    const known = this.#operands.get(key);
    if (known !== undefined) return known;
    let lane: number;
    if (state.is === 'lane') {
      const above = this.#operand(node, this.#parents[subject]!);
      lane = this.#lane(subject);
      this.#emit(spread, subject, { z: lane, x0: above }, { starts: [this.starts[subject]!] });
    } else {
      lane = this.#constantLane(subject, state.is === 'constant' ? state.value : undefined);
    }
    this.#operands.set(key, lane);
    return lane;
  }

  #emit(run: Kernel, subject: number, lanes: Partial<Record<LaneField, number>>, more: Partial<Instruction> = {}): Instruction {
    const instruction: Instruction = {
      run,
      subject,
      z: 0,
      x0: 0,
      x1: 0,
      x2: 0,
      x3: 0,
      x4: 0,
      x5: 0,
      x6: 0,
      x7: 0,
      xs: [],
      fn: more.fn ?? cannot,
      when: -1,
      otherwise: more.otherwise,
      whole: more.whole ?? false,
      rounded: more.rounded,
      key: more.key ?? '',
      path: more.path ?? [],
      required: more.required ?? false,
      parts: more.parts ?? [],
      starts: more.starts ?? [],
    };
    const places = Object.entries(lanes) as [LaneField, number][];
    this.#places.push(() => {
      for (const [field, lane] of places) instruction[field] = this.#laneStart[lane]!;
    });
    this.#instructions.push(instruction);
    return instruction;
  }

  #assemble(node: AnyNode): NodeState {
    const spec = node.spec;
    const subject = this.#subjectIndex(node.subject);
    switch (spec.kind) {
      case 'parameter': {
        const found = inForceAt(spec.law.versions, this.moment);
        if (found !== undefined && 'value' in found) return constant(found.value);
        return spec.optional ? constant(undefined) : { is: 'impossible' };
      }
      case 'moment':
        return constant(spec.read(this.moment));
      case 'in-force':
        return constant(inForceAt(spec.ground.versions, this.moment) !== undefined);
      case 'fact':
        return this.#read(subject, spec.path, spec.fallback, spec.fallback === undefined && !spec.type.isOptional);
      case 'assessment':
        return this.#read(subject, [...spec.path, 'value'], undefined, false);
      case 'rule':
        return this.#rule(node, spec, subject);
      case 'aggregate':
        return this.#aggregate(node, spec, subject);
    }
  }

  #read(subject: number, path: readonly string[], otherwise: unknown, required: boolean): NodeState {
    const lane = this.#lane(subject);
    const kernel = path.length === 1 ? readFact : readDeepFact;
    this.#emit(kernel, subject, { z: lane }, { key: path[0]!, path, otherwise, required });
    return { is: 'lane', lane, exactLane: lane };
  }

  #rule(node: AnyNode, spec: RuleSpec, subject: number): NodeState {
    const version = versionAt(spec, this.moment);
    if (version === undefined) return { is: 'impossible' };
    const guard = spec.when === undefined ? undefined : this.stateOf(this.plan.resolve(spec.when));
    if (guard?.is === 'impossible') return guard;
    if (guard?.is === 'constant' && guard.value !== true) return constant(spec.otherwise);
    const states = version.from.map((input) => this.stateOf(this.plan.resolve(input)));
    const impossible = states.some((state) => state.is === 'impossible');
    const guarded = guard?.is === 'lane';
    if (impossible && !guarded) return { is: 'impossible' };
    const whole = unitOf(node)?.whole ?? false;
    if (!guarded && states.every((state) => state.is === 'constant')) {
      return folded(version, spec, states.map((state) => state.value), whole);
    }
    const lane = this.#lane(subject);
    const lanes: Partial<Record<LaneField, number>> = { z: lane };
    if (guarded) lanes.when = this.#operand(spec.when!, subject);
    const more: Partial<Instruction> = {
      fn: version.value as Instruction['fn'],
      otherwise: spec.otherwise,
      whole: whole && spec.rounded === undefined,
    };
    if (impossible) {
      this.#emit(rule0, subject, lanes, { ...more, fn: cannot });
    } else {
      const inputs = version.from.map((input) => this.#operand(input, subject));
      const kernel = ruleKernels[inputs.length];
      if (kernel !== undefined) for (const [i, input] of inputs.entries()) lanes[inputFields[i]!] = input;
      const instruction = this.#emit(kernel ?? ruleMany, subject, lanes, more);
      if (kernel === undefined) {
        this.#places.push(() => {
          instruction.xs = inputs.map((input) => this.#laneStart[input]!);
        });
      }
    }
    if (spec.rounded === undefined) return { is: 'lane', lane, exactLane: lane };
    const rounded = this.#lane(subject);
    this.#emit(roundLane, subject, { z: rounded, x0: lane }, { rounded: spec.rounded, whole });
    return { is: 'lane', lane: rounded, exactLane: lane };
  }

  #aggregate(node: AnyNode, spec: AggregateSpec, subject: number): NodeState {
    if (spec.cite !== undefined && inForceAt(spec.cite.versions, this.moment) === undefined) return { is: 'impossible' };
    const parts: (PartLane & { lane: number })[] = [];
    for (const part of spec.parts) {
      const state = part.node === undefined ? undefined : this.stateOf(this.plan.resolve(part.node));
      if (part.each === undefined) {
        if (state!.is === 'impossible') return { is: 'impossible' };
        parts.push({ x: 0, lane: this.#operand(part.node!, subject), sign: part.sign, starts: [], counted: false });
        continue;
      }
      const below = this.#subjectIndex(part.each);
      if (state?.is === 'impossible') this.#emit(bailIfAny, below, {});
      const starts = pathDown(node.subject!, part.each).map((step) => this.starts[this.#subjectIndex(step)]!);
      const lane = part.node === undefined ? -1 : this.#operand(part.node, below);
      parts.push({ x: 0, lane, sign: part.sign, starts, counted: part.node === undefined });
    }
    const lane = this.#lane(subject);
    const whole = unitOf(node)?.whole ?? false;
    if (spec.how === 'sum') this.#emit(sumParts, subject, { z: lane }, { parts, whole });
    else this.#emit(joinParts, subject, { z: lane }, { parts, fn: joins[parts[0]!.counted ? 'number' : spec.how] as unknown as Instruction['fn'] });
    this.#places.push(() => {
      for (const part of parts) if (part.lane >= 0) part.x = this.#laneStart[part.lane]!;
    });
    return { is: 'lane', lane, exactLane: lane };
  }
}

function constant(value: unknown, exact = value): NodeState {
  return { is: 'constant', value, exact };
}

function folded(version: RuleVersion, spec: RuleSpec, inputs: unknown[], whole: boolean): NodeState {
  try {
    const exact = (version.value as (...inputs: unknown[]) => unknown)(...inputs);
    const value = spec.rounded !== undefined && typeof exact === 'number' ? round(exact, spec.rounded) : exact;
    if (whole && value !== undefined && !Number.isSafeInteger(value)) return { is: 'impossible' };
    return constant(value, exact);
  } catch {
    // The careful way meets the same error, if anybody needs the value.
    return { is: 'impossible' };
  }
}

type Join = (v: unknown[], x: number, from: number, to: number) => unknown;

const joins: Record<Exclude<AggregateSpec['how'], 'sum'> | 'number', Join> = {
  number: (_v, _x, from, to) => to - from,
  count: (v, x, from, to) => {
    let n = 0;
    for (let k = from; k < to; k++) if (v[x + k] === true) n++;
    return n;
  },
  any: (v, x, from, to) => {
    for (let k = from; k < to; k++) if (v[x + k] === true) return true;
    return false;
  },
  all: (v, x, from, to) => {
    for (let k = from; k < to; k++) if (v[x + k] !== true) return false;
    return true;
  },
  max: (v, x, from, to) => {
    let best: unknown;
    for (let k = from; k < to; k++) if (best === undefined || (v[x + k] as number) > (best as number)) best = v[x + k];
    return best;
  },
  min: (v, x, from, to) => {
    let best: unknown;
    for (let k = from; k < to; k++) if (best === undefined || (v[x + k] as number) < (best as number)) best = v[x + k];
    return best;
  },
  collect: (v, x, from, to) => v.slice(x + from, x + to),
};
