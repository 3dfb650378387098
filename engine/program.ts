import type { Moment } from './dates.ts';
import type { Frame, Instances, Join, Kernel, PartLane, Reading, Sweep } from './kernels.ts';
import * as commonKernels from './kernels.ts';
import { indexInForce, inForceAt } from './law.ts';
import { type AggregateSpec, type AnyNode, type RuleSpec, type RuleVersion, unitOf } from './node.ts';
import type { Plan } from './plan.ts';
import { round } from './rounding.ts';
import { type AnySubject, pathDown } from './subject.ts';
import { dated } from './survey.ts';

/** What is known of a node at a moment before any facts: its value, a lane that will hold it, or that it cannot be computed. */
export type NodeState =
  | { readonly is: 'constant'; readonly value: unknown }
  | { readonly is: 'lane'; readonly lane: number }
  | { readonly is: 'moment'; readonly read: (moment: Moment) => unknown }
  | { readonly is: 'impossible' };

/** The rule's wording in force at the moment; undefined where there is none. */
export function versionAt(spec: RuleSpec, moment: Moment): RuleVersion | undefined {
  return spec.versions.find((v) => v.ground === undefined || inForceAt(v.ground.versions, moment) !== undefined);
}

/**
 * Gives, for a moment, which version of all that is dated in the graph is in force: where that is the same, one program
 * serves.
 */
export function lawInForce(plan: Plan): (moment: Moment) => string {
  const law = dated(plan);
  return (moment) => law.map(({ versions }) => indexInForce(versions, moment)).join(' ');
}

/** The functions that make kernels, or a copy of them. */
export type KernelMakers = typeof commonKernels;

type Facts = Record<string, unknown>;

/** Households in one go of `each`: enough to spread the cost of an instruction, few enough for the processor's cache. */
const chunkSize = 64;
/** Instances of a part that there is room for at first, by household. */
const firstRoom = 8;

/** How to make a kernel once lanes have their places: what it runs over, the lane it writes, and those it reads (−1: none). */
interface Recipe {
  readonly subject: number;
  readonly writes: number;
  readonly reads: readonly number[];
  readonly make: (from: KernelMakers) => Kernel;
}

interface Lane {
  readonly subject: number;
  /** What fills the lane before any household: a constant, or something of the moment. */
  readonly filling: { readonly constant: unknown } | { readonly read: (moment: Moment) => unknown } | undefined;
}

/**
 * A graph wired for a moment, and for every other moment at which the same law is in force: kernels over lanes of values.
 * What depends on parameters only is computed here, once; what no output reads at such a moment is left out. The kernels compute everything for all households at once, also what a guard would have left alone; where that
 * fails, `load` says so and the careful way (`Stepwise`) decides whether anybody needed it.
 */
export class Program {
  readonly plan: Plan;
  readonly #wiredFor: Moment;
  /** What is known of each node of the plan, by its index. */
  readonly states: NodeState[] = [];
  /** Number of instances of each subject that are loaded, and their facts. */
  readonly counts: number[];
  readonly instances: readonly Instances[];
  /** For each subject, the index of its parent; −1 for the root. */
  readonly parents: readonly number[];
  values: unknown[] = [];
  /** Where each lane starts in `values`; changes when a bigger household than ever is loaded. */
  readonly laneStart: number[] = [];
  /** Raised when lanes have moved. */
  layout = 0;
  readonly #makers: (place: number) => KernelMakers;
  readonly #lanes: Lane[] = [];
  readonly #capacity: number[];
  #recipes: Recipe[] = [];
  /** The kernels in order, for one household: instance by instance within a block. */
  #blocks: { readonly subject: number; readonly kernels: readonly Kernel[] }[] = [];
  /** The kernels in order, for many households: kernel by kernel. */
  #sweeps: { readonly subject: number; readonly sweep: Sweep }[] = [];
  #gathers: ReturnType<KernelMakers['gather']>[] = [];
  #puts: ReturnType<KernelMakers['put']>[] = [];
  readonly #operands = new Map<string, number>();
  readonly #outputs: { readonly name: string; readonly lane: number }[] = [];
  readonly #template: Record<string, unknown>;
  readonly #impossible: boolean;
  readonly #groupSize: number;
  #placesUsed = 0;
  #filledFor: Moment | undefined;
  #busy = false;

  /** `makers` gives the makers for each place where a kernel stands; `room` is for how many households at once. */
  constructor(
    plan: Plan,
    moment: Moment,
    makers: (place: number) => KernelMakers = () => commonKernels,
    room = 1,
    groupSize = 1,
  ) {
    this.#groupSize = groupSize;
    this.plan = plan;
    this.#wiredFor = moment;
    this.#makers = makers;
    this.counts = plan.subjects.map(() => 0);
    this.instances = plan.subjects.map((subject) => ({ key: subject.key ?? '', facts: [], starts: [0], parentOf: [] }));
    this.parents = plan.subjects.map((subject) =>
      subject.parent === undefined ? -1 : plan.subjects.indexOf(subject.parent),
    );
    this.#capacity = plan.subjects.map((_, i) => (i === 0 ? room : room * firstRoom));
    for (const node of plan.nodes) this.states.push(this.#assemble(node));
    this.#template = template(Object.keys(plan.outputs));
    this.#impossible = Object.values(plan.outputs).some((node) => this.stateOf(node).is === 'impossible');
    if (!this.#impossible) {
      for (const [name, node] of Object.entries(plan.outputs))
        this.#outputs.push({ name, lane: this.#operand(node, 0) });
    }
    const outputLanes = this.#outputs.map((output) => output.lane);
    this.#recipes = inBlocks(onlyRead(this.#recipes, outputLanes), plan.subjects.length);
    this.#place();
  }

  /** How many copies of the makers a program takes when every kernel has its own. */
  get places(): number {
    return this.#placesUsed;
  }

  /** What is known of a node at this moment. */
  stateOf(node: AnyNode): NodeState {
    return this.states[this.plan.indexOf.get(node.id)!]!;
  }

  /** The outputs of household `h` of those loaded. */
  outputs(h: number): Record<string, unknown> {
    const out = { ...this.#template };
    const puts = this.#puts;
    for (let i = 0; i < puts.length; i++) puts[i]!(out, h);
    return out;
  }

  /** Loads the households in goes: `use` where that went well, `fallback` for each that the quick way cannot answer. */
  each(
    moment: Moment,
    households: readonly object[],
    use: (from: number, count: number) => void,
    fallback: (index: number) => void,
  ): void {
    for (let from = 0; from < households.length; from += chunkSize) {
      const count = Math.min(chunkSize, households.length - from);
      if (this.load(moment, households, from, count)) {
        use(from, count);
        continue;
      }
      for (let i = from; i < from + count; i++) {
        if (this.load(moment, households, i, 1)) use(i, 1);
        else fallback(i);
      }
    }
  }

  /** Computes everything for `count` households from `from`. False when the quick way cannot: then nothing may be read. */
  load(moment: Moment, households: readonly object[], from: number, count: number): boolean {
    if (this.#impossible || this.#busy) return false;
    this.#busy = true;
    try {
      this.#expand(households, from, count);
      if (moment !== this.#filledFor) this.#fillFor(moment);
      if (count === 1) this.#runOne();
      else this.#runMany();
      return true;
    } catch {
      return false;
    } finally {
      this.#busy = false;
    }
  }

  #runOne(): void {
    const { counts, instances } = this;
    const blocks = this.#blocks;
    for (let b = 0; b < blocks.length; b++) {
      const { subject, kernels } = blocks[b]!;
      const { facts } = instances[subject]!;
      for (let k = 0, n = counts[subject]!; k < n; k++) {
        const own = facts[k]!;
        for (let i = 0; i < kernels.length; i++) kernels[i]!(k, own);
      }
    }
  }

  #runMany(): void {
    const { counts, instances } = this;
    const sweeps = this.#sweeps;
    for (let i = 0; i < sweeps.length; i++) {
      const { subject, sweep } = sweeps[i]!;
      sweep(counts[subject]!, instances[subject]!.facts);
    }
  }

  #expand(households: readonly object[], from: number, count: number): void {
    const { counts, instances, parents } = this;
    const capacity = this.#capacity;
    const roots = instances[0]!.facts;
    for (let h = 0; h < count; h++) roots[h] = households[from + h] as Facts;
    counts[0] = count;
    let fits = count <= capacity[0]!;
    for (let s = 1; s < counts.length; s++) {
      const above = parents[s]!;
      const n = this.#gathers[s - 1]!(instances[above]!.facts, counts[above]!);
      counts[s] = n;
      if (n > capacity[s]!) fits = false;
    }
    if (fits) return;
    for (let s = 0; s < counts.length; s++) while (capacity[s]! < counts[s]!) capacity[s]! *= 2;
    this.#place();
  }

  #place(): void {
    let size = 0;
    for (let i = 0; i < this.#lanes.length; i++) {
      this.laneStart[i] = size;
      size += this.#capacity[this.#lanes[i]!.subject]!;
    }
    // Filled with null first, so that the array never becomes one of small integers or of doubles only.
    this.values = new Array<unknown>(size).fill(null);
    for (const [i, { filling }] of this.#lanes.entries()) {
      if (filling !== undefined && 'constant' in filling) this.#fill(i, filling.constant);
    }
    this.#filledFor = undefined;
    let place = 0;
    const { values, laneStart } = this;
    this.#gathers = this.instances.slice(1).map((instances) => this.#makers(place++).gather(instances));
    this.#blocks = [];
    this.#sweeps = [];
    for (let from = 0; from < this.#recipes.length; ) {
      const { subject } = this.#recipes[from]!;
      const kernels: Kernel[] = [];
      while (this.#recipes[from]?.subject === subject) {
        const group: Kernel[] = [];
        while (this.#recipes[from]?.subject === subject && group.length < this.#groupSize) {
          group.push(this.#recipes[from++]!.make(this.#makers(place++)));
        }
        const makers = this.#makers(place++);
        const kernel = makers.together(group);
        kernels.push(kernel);
        this.#sweeps.push({ subject, sweep: makers.sweep(kernel) });
      }
      this.#blocks.push({ subject, kernels });
    }
    this.#placesUsed = place + this.#outputs.length;
    this.#puts = this.#outputs.map(({ name, lane }) => this.#makers(place++).put(values, laneStart[lane]!, name));
    this.layout++;
  }

  #lane(subject: number, filling?: Lane['filling']): number {
    this.#lanes.push({ subject, filling });
    return this.#lanes.length - 1;
  }

  #fill(lane: number, value: unknown): void {
    const start = this.laneStart[lane]!;
    this.values.fill(value, start, start + this.#capacity[this.#lanes[lane]!.subject]!);
  }

  #fillFor(moment: Moment): void {
    for (const [i, { filling }] of this.#lanes.entries()) {
      if (filling !== undefined && 'read' in filling) this.#fill(i, filling.read(moment));
    }
    this.#filledFor = moment;
  }

  #subjectIndex(subject: AnySubject | undefined): number {
    return subject === undefined ? 0 : this.plan.subjects.indexOf(subject);
  }

  /** The lane from which instances of a subject read the node. */
  #operand(declared: AnyNode, subject: number): number {
    const node = this.plan.resolve(declared);
    const state = this.stateOf(node);
    if (state.is === 'lane' && this.#subjectIndex(node.subject) === subject) return state.lane;
    const key = `${this.plan.indexOf.get(node.id)}:${subject}`;
    const known = this.#operands.get(key);
    if (known !== undefined) return known;
    let lane: number;
    if (state.is === 'lane') {
      const above = this.#operand(node, this.parents[subject]!);
      const { parentOf } = this.instances[subject]!;
      lane = this.#lane(subject);
      const z = lane;
      this.#emit(subject, z, [above], (from) =>
        from.spread(this.values, this.laneStart[z]!, this.laneStart[above]!, parentOf),
      );
    } else if (state.is === 'moment') lane = this.#lane(subject, { read: state.read });
    else lane = this.#lane(subject, { constant: state.is === 'constant' ? state.value : undefined });
    this.#operands.set(key, lane);
    return lane;
  }

  #emit(subject: number, writes: number, reads: readonly number[], make: (from: KernelMakers) => Kernel): void {
    this.#recipes.push({ subject, writes, reads, make });
  }

  #assemble(node: AnyNode): NodeState {
    const spec = node.spec;
    const subject = this.#subjectIndex(node.subject);
    switch (spec.kind) {
      case 'parameter': {
        const found = inForceAt(spec.law.versions, this.#wiredFor);
        if (found !== undefined && 'value' in found) return constant(found.value);
        return spec.optional ? constant(undefined) : { is: 'impossible' };
      }
      case 'moment':
        return { is: 'moment', read: spec.read };
      case 'in-force':
        return constant(inForceAt(spec.ground.versions, this.#wiredFor) !== undefined);
      case 'fact':
        return this.#read(subject, {
          path: spec.path,
          otherwise: spec.fallback,
          required: spec.fallback === undefined && !spec.type.isOptional,
          number: spec.type.number,
        });
      case 'assessment':
        return this.#read(subject, {
          path: [...spec.path, 'value'],
          otherwise: undefined,
          required: false,
          number: spec.type.number,
        });
      case 'rule':
        return this.#rule(node, spec, subject);
      case 'aggregate':
        return this.#aggregate(node, spec, subject);
    }
  }

  #read(subject: number, reading: Reading): NodeState {
    const lane = this.#lane(subject);
    const kind = reading.path.length === 1 ? 'readFact' : 'readDeepFact';
    this.#emit(subject, lane, [], (from) => from[kind](this.values, this.laneStart[lane]!, reading));
    return { is: 'lane', lane };
  }

  #rule(node: AnyNode, spec: RuleSpec, subject: number): NodeState {
    const version = versionAt(spec, this.#wiredFor);
    if (version === undefined) return { is: 'impossible' };
    const guard = spec.when === undefined ? undefined : this.stateOf(this.plan.resolve(spec.when));
    if (guard?.is === 'impossible') return guard;
    if (guard?.is === 'constant' && guard.value !== true) return constant(spec.otherwise);
    const states = version.from.map((input) => this.stateOf(this.plan.resolve(input)));
    const guarded = guard?.is === 'lane' || guard?.is === 'moment';
    const impossible = states.some((state) => state.is === 'impossible');
    if (impossible && !guarded) return { is: 'impossible' };
    const whole = unitOf(node)?.whole ?? false;
    if (!guarded && states.every((state) => state.is === 'constant'))
      return folded(
        version,
        spec,
        states.map((state) => state.value),
        whole,
      );
    const lane = this.#lane(subject);
    const when = guarded ? this.#operand(spec.when!, subject) : -1;
    const inputs = impossible ? [] : version.from.map((input) => this.#operand(input, subject));
    const fn = impossible ? cannot : (version.value as (...inputs: unknown[]) => unknown);
    this.#emit(subject, lane, [...inputs, when], (from) => {
      const start = (of: number) => this.laneStart[of]!;
      const frame: Frame = {
        when: when < 0 ? -1 : start(when),
        otherwise: spec.otherwise,
        whole,
        rounded: spec.rounded,
      };
      return from.rule(this.values, start(lane), inputs.map(start), fn, frame);
    });
    return { is: 'lane', lane };
  }

  #aggregate(node: AnyNode, spec: AggregateSpec, subject: number): NodeState {
    if (spec.cite !== undefined && inForceAt(spec.cite.versions, this.#wiredFor) === undefined)
      return { is: 'impossible' };
    const { how } = spec;
    const whole = unitOf(node)?.whole ?? false;
    const own: { readonly lane: number; readonly sign: number; readonly below: boolean }[] = [];
    for (const part of spec.parts) {
      const state = part.node === undefined ? undefined : this.stateOf(this.plan.resolve(part.node));
      if (part.each === undefined) {
        if (state!.is === 'impossible') return { is: 'impossible' };
        own.push({ lane: this.#operand(part.node!, subject), sign: part.sign, below: false });
        continue;
      }
      const below = this.#subjectIndex(part.each);
      const alarm: number[] = [];
      if (state?.is === 'impossible') {
        alarm.push(this.#lane(below));
        this.#emit(below, alarm[0]!, [], (from) => from.bailIfAny());
      }
      const starts = pathDown(node.subject!, part.each).map((step) => this.instances[this.#subjectIndex(step)]!.starts);
      const lane = part.node === undefined ? -1 : this.#operand(part.node, below);
      const joined = this.#lane(subject);
      this.#emit(subject, joined, [lane, ...alarm], (from) => {
        const partLane: PartLane = { x: lane < 0 ? 0 : this.laneStart[lane]!, sign: part.sign, starts };
        const z = this.laneStart[joined]!;
        if (how === 'sum') return from.sumBelow(this.values, z, partLane, whole);
        if (lane < 0 && starts.length === 1) return from.countBelow(this.values, z, starts[0]!);
        return from.joinParts(this.values, z, partLane, joins[lane < 0 ? 'number' : how]);
      });
      own.push({ lane: joined, sign: 1, below: true });
    }
    if (own.length === 1 && own[0]!.below) return { is: 'lane', lane: own[0]!.lane };
    const lane = this.#lane(subject);
    const frame: Frame = { when: -1, otherwise: undefined, whole, rounded: undefined };
    const add = sums(own.map((part) => part.sign));
    const lanes = own.map((part) => part.lane);
    this.#emit(subject, lane, lanes, (from) => {
      return from.rule(
        this.values,
        this.laneStart[lane]!,
        lanes.map((one) => this.laneStart[one]!),
        add,
        frame,
      );
    });
    return { is: 'lane', lane };
  }
}

/** The recipes that an output reads, by way of others or at once; each stands before those that read it. */
function onlyRead(recipes: readonly Recipe[], outputs: readonly number[]): Recipe[] {
  const read = new Set(outputs);
  const kept: Recipe[] = [];
  for (const recipe of recipes.toReversed()) {
    if (!read.has(recipe.writes)) continue;
    kept.unshift(recipe);
    for (const lane of recipe.reads) read.add(lane);
  }
  return kept;
}

/**
 * The recipes in an order that keeps those of one subject together: each block takes every recipe of its subject that reads
 * only what is written before. The fewer the blocks, the fewer the loops over a household's instances.
 */
function inBlocks(recipes: readonly Recipe[], subjects: number): Recipe[] {
  const unwritten = new Set(recipes.map((recipe) => recipe.writes));
  const left = new Set(recipes);
  const ordered: Recipe[] = [];
  for (let subject = 0; left.size > 0; subject = (subject + 1) % subjects) {
    for (const recipe of left) {
      if (recipe.subject !== subject || recipe.reads.some((lane) => unwritten.has(lane))) continue;
      ordered.push(recipe);
      left.delete(recipe);
      unwritten.delete(recipe.writes);
    }
  }
  return ordered;
}

/** A function that adds as many values as there are signs. Starts from 0, so that the sum is never −0. */
function sums(signs: readonly number[]): (...values: unknown[]) => unknown {
  const [s0 = 1, s1 = 1, s2 = 1, s3 = 1] = signs;
  const adds: Record<number, unknown> = {
    1: (a: number) => 0 + s0 * a,
    2: (a: number, b: number) => 0 + s0 * a + s1 * b,
    3: (a: number, b: number, c: number) => 0 + s0 * a + s1 * b + s2 * c,
    4: (a: number, b: number, c: number, d: number) => 0 + s0 * a + s1 * b + s2 * c + s3 * d,
  };
  const many = (...values: unknown[]) =>
    values.reduce<number>((total, value, i) => total + signs[i]! * (value as number), 0);
  return (adds[signs.length] ?? many) as (...values: unknown[]) => unknown;
}

/**
 * An object with the names, to be copied. JSON.parse, because V8 keeps its objects quick however many names they have; three
 * times, with values of three kinds, so that it learns that anything may stand there and copies need no conversion.
 */
function template(names: readonly string[]): Record<string, unknown> {
  const filled = (value: string) => JSON.parse(`{${names.map((name) => `${JSON.stringify(name)}:${value}`).join()}}`);
  filled('0.5');
  filled('"text"');
  return filled('null') as Record<string, unknown>;
}

/** Stands in for a rule that cannot be computed at this moment. */
function cannot(): never {
  throw commonKernels.bail;
}

function constant(value: unknown): NodeState {
  return { is: 'constant', value };
}

function folded(version: RuleVersion, spec: RuleSpec, inputs: unknown[], whole: boolean): NodeState {
  try {
    const exact = (version.value as (...inputs: unknown[]) => unknown)(...inputs);
    const value = spec.rounded !== undefined && typeof exact === 'number' ? round(exact, spec.rounded) : exact;
    if (whole && value !== undefined && !Number.isSafeInteger(value)) return { is: 'impossible' };
    return constant((whole || spec.rounded !== undefined) && value === 0 ? 0 : value);
  } catch {
    // The careful way meets the same error, if anybody needs the value.
    return { is: 'impossible' };
  }
}

const joins: Record<AggregateSpec['how'] | 'number', Join> = {
  number: (_v, from, to) => to - from,
  sum: (v, from, to) => {
    let total = 0;
    for (let k = from; k < to; k++) total += v[k] as number;
    return total;
  },
  count: (v, from, to) => {
    let n = 0;
    for (let k = from; k < to; k++) if (v[k] === true) n++;
    return n;
  },
  any: (v, from, to) => {
    for (let k = from; k < to; k++) if (v[k] === true) return true;
    return false;
  },
  all: (v, from, to) => {
    for (let k = from; k < to; k++) if (v[k] !== true) return false;
    return true;
  },
  max: (v, from, to) => {
    let best: unknown;
    for (let k = from; k < to; k++) if (best === undefined || (v[k] as number) > (best as number)) best = v[k];
    return best;
  },
  min: (v, from, to) => {
    let best: unknown;
    for (let k = from; k < to; k++) if (best === undefined || (v[k] as number) < (best as number)) best = v[k];
    return best;
  },
  collect: (v, from, to) => v.slice(from, to),
};
