import { type Rounding, round } from './rounding.ts';

/*
 * The machinery of a wired graph. All values of a run lie in one array `v`; a lane is the stretch that holds one node's values
 * for every instance of its subject, and `z`, `x0` … are where lanes start. Each function here makes a kernel: a function that
 * fills one place of one lane. What a kernel needs is caught when it is made and never changes, so that the JIT may treat it
 * as constant.
 */

type Facts = Record<string, unknown>;
type Values = unknown[];
type Rule = (...inputs: unknown[]) => unknown;

/** Computes one value of one instance: the `k`th of its subject, whose facts are `o`. */
export type Kernel = (k: number, o: Facts) => void;
/** Runs a kernel over the first `n` instances, whose facts are `o`. */
export type Sweep = (n: number, o: readonly Facts[]) => void;

/** The kernel over many instances in a loop of its own. */
export function sweep(kernel: Kernel): Sweep {
  return (n, o) => {
    for (let k = 0; k < n; k++) kernel(k, o[k]!);
  };
}

/** Thrown when the quick way cannot give the answer: the careful way then gives it, or the right error. */
export const bail: Error = new Error('The quick way cannot give the answer');

/** How a fact is read: its path, what stands for an absent one, and whether it may be absent. */
export interface Reading {
  readonly path: readonly string[];
  readonly otherwise: unknown;
  readonly required: boolean;
  /** Whether it must be a number, and then a whole one. */
  readonly number: 'whole' | 'any' | undefined;
}

/** What surrounds a rule's function: its guard's lane (−1 for none) and what becomes of its value. */
export interface Frame {
  readonly when: number;
  readonly otherwise: unknown;
  /** Whether the value must be whole (or undefined). */
  readonly whole: boolean;
  readonly rounded: Rounding | undefined;
}

/** One part of an aggregate: where its lane starts, and where instances start on each level from the aggregate's subject down. */
export interface PartLane {
  x: number;
  readonly sign: number;
  readonly starts: readonly (readonly number[])[];
}

/** Several kernels as one, so that a JIT that knows them (a copy of its own) can make one piece of code of them all. */
export function together(kernels: readonly Kernel[]): Kernel {
  const [a, b, c, d, e, f] = kernels;
  switch (kernels.length) {
    case 1:
      return a!;
    case 2:
      return (k, o) => {
        a!(k, o);
        b!(k, o);
      };
    case 3:
      return (k, o) => {
        a!(k, o);
        b!(k, o);
        c!(k, o);
      };
    case 4:
      return (k, o) => {
        a!(k, o);
        b!(k, o);
        c!(k, o);
        d!(k, o);
      };
    case 5:
      return (k, o) => {
        a!(k, o);
        b!(k, o);
        c!(k, o);
        d!(k, o);
        e!(k, o);
      };
    case 6:
      return (k, o) => {
        a!(k, o);
        b!(k, o);
        c!(k, o);
        d!(k, o);
        e!(k, o);
        f!(k, o);
      };
    default:
      throw new RangeError(`together takes one to six kernels, not ${kernels.length}`);
  }
}

/** The instances of one subject, gathered from their parents. */
export interface Instances {
  /** Key of their list in the facts of the parent. */
  readonly key: string;
  readonly facts: Facts[];
  /** Where the parts of each parent start; one more for the end. */
  readonly starts: number[];
  /** The parent of each. */
  readonly parentOf: number[];
}

/** Gathers the parts of `above`; gives how many there are. */
export function gather({
  key,
  facts,
  starts,
  parentOf,
}: Instances): (above: readonly Facts[], parents: number) => number {
  return (above, parents) => {
    let n = 0;
    for (let p = 0; p < parents; p++) {
      starts[p] = n;
      const list = above[p]![key] as Facts[] | undefined | null;
      if (list === undefined || list === null) continue;
      if (!Array.isArray(list)) throw bail;
      for (let i = 0; i < list.length; i++) {
        facts[n] = list[i]!;
        parentOf[n++] = p;
      }
    }
    starts[parents] = n;
    return n;
  };
}

function refuseOtherNumbers(reading: Reading, value: unknown): void {
  if (!(reading.number === 'whole' ? Number.isSafeInteger(value) : Number.isFinite(value))) throw bail;
}

export function readFact(v: Values, z: number, reading: Reading): Kernel {
  const { otherwise, required } = reading;
  const key = reading.path[0]!;
  const numeric = reading.number !== undefined;
  return (k, o) => {
    let value = o[key];
    if (value === undefined || value === null) {
      if (required) throw bail;
      value = otherwise;
    } else if (numeric && ((value as number) | 0) !== value) refuseOtherNumbers(reading, value);
    v[z + k] = value;
  };
}

export function readDeepFact(v: Values, z: number, reading: Reading): Kernel {
  const { path, otherwise, required } = reading;
  const key = path[0]!;
  const numeric = reading.number !== undefined;
  return (k, o) => {
    let value = o[key];
    for (let p = 1; p < path.length && value !== undefined && value !== null; p++) value = (value as Facts)[path[p]!];
    if (value === undefined || value === null) {
      if (required) throw bail;
      value = otherwise;
    } else if (numeric && ((value as number) | 0) !== value) refuseOtherNumbers(reading, value);
    v[z + k] = value;
  };
}

/** Copies the parent's value. */
export function spread(v: Values, z: number, x: number, parentOf: readonly number[]): Kernel {
  return (k) => {
    v[z + k] = v[x + parentOf[k]!];
  };
}

/** The value after a closer look: rounded where that is stated, and whole where it must be. */
function settle(frame: Frame, r: unknown): unknown {
  const value = frame.rounded !== undefined && typeof r === 'number' ? round(r, frame.rounded) : r;
  if (frame.whole && value !== undefined && !Number.isSafeInteger(value)) throw bail;
  return value === 0 ? 0 : value;
}

/** A rule of up to six inputs, from the lanes that start at `x`. One form for each number of inputs. */
export function rule(v: Values, z: number, x: readonly number[], fn: Rule, frame: Frame): Kernel {
  const { when, otherwise, whole, rounded } = frame;
  const careful = whole || rounded !== undefined;
  const [x0 = 0, x1 = 0, x2 = 0, x3 = 0, x4 = 0, x5 = 0] = x;
  switch (x.length) {
    case 0:
      return (k) => {
        const r = when < 0 || v[when + k] === true ? fn() : otherwise;
        v[z + k] = careful ? (((r as number) | 0) === r ? (r as number) | 0 : settle(frame, r)) : r;
      };
    case 1:
      return (k) => {
        const r = when < 0 || v[when + k] === true ? fn(v[x0 + k]) : otherwise;
        v[z + k] = careful ? (((r as number) | 0) === r ? (r as number) | 0 : settle(frame, r)) : r;
      };
    case 2:
      return (k) => {
        const r = when < 0 || v[when + k] === true ? fn(v[x0 + k], v[x1 + k]) : otherwise;
        v[z + k] = careful ? (((r as number) | 0) === r ? (r as number) | 0 : settle(frame, r)) : r;
      };
    case 3:
      return (k) => {
        const r = when < 0 || v[when + k] === true ? fn(v[x0 + k], v[x1 + k], v[x2 + k]) : otherwise;
        v[z + k] = careful ? (((r as number) | 0) === r ? (r as number) | 0 : settle(frame, r)) : r;
      };
    case 4:
      return (k) => {
        const r = when < 0 || v[when + k] === true ? fn(v[x0 + k], v[x1 + k], v[x2 + k], v[x3 + k]) : otherwise;
        v[z + k] = careful ? (((r as number) | 0) === r ? (r as number) | 0 : settle(frame, r)) : r;
      };
    case 5:
      return (k) => {
        const r =
          when < 0 || v[when + k] === true ? fn(v[x0 + k], v[x1 + k], v[x2 + k], v[x3 + k], v[x4 + k]) : otherwise;
        v[z + k] = careful ? (((r as number) | 0) === r ? (r as number) | 0 : settle(frame, r)) : r;
      };
    case 6:
      return (k) => {
        const r =
          when < 0 || v[when + k] === true
            ? fn(v[x0 + k], v[x1 + k], v[x2 + k], v[x3 + k], v[x4 + k], v[x5 + k])
            : otherwise;
        v[z + k] = careful ? (((r as number) | 0) === r ? (r as number) | 0 : settle(frame, r)) : r;
      };
    default:
      return (k) => {
        let r = otherwise;
        if (when < 0 || v[when + k] === true) {
          const inputs = new Array<unknown>(x.length);
          for (let i = 0; i < x.length; i++) inputs[i] = v[x[i]! + k];
          r = fn(...inputs);
        }
        v[z + k] = careful ? (((r as number) | 0) === r ? (r as number) | 0 : settle(frame, r)) : r;
      };
  }
}

/** The sum of one part below each instance. */
export function sumBelow(v: Values, z: number, part: PartLane, whole: boolean): Kernel {
  const { x, sign, starts } = part;
  const first = starts[0]!;
  const second = starts[1];
  const deeper = starts.slice(2);
  return (k) => {
    let from = first[k]!;
    let to = first[k + 1]!;
    if (second !== undefined) {
      from = second[from]!;
      to = second[to]!;
      for (let s = 0; s < deeper.length; s++) {
        from = deeper[s]![from]!;
        to = deeper[s]![to]!;
      }
    }
    let total = 0;
    for (let b = x + from, end = x + to; b < end; b++) total += v[b] as number;
    if (whole && (total | 0) !== total && !Number.isSafeInteger(total)) throw bail;
    v[z + k] = total === 0 ? 0 : sign * total;
  };
}

/** How many there are just below each instance. */
export function countBelow(v: Values, z: number, starts: readonly number[]): Kernel {
  return (k) => {
    v[z + k] = starts[k + 1]! - starts[k]!;
  };
}

/** Joins the values of `v` from `from` up to `to` to one. */
export type Join = (v: Values, from: number, to: number) => unknown;

export function joinParts(v: Values, z: number, part: PartLane, join: Join): Kernel {
  const { starts, x } = part;
  return (k) => {
    let from = k;
    let to = k + 1;
    for (let s = 0; s < starts.length; s++) {
      from = starts[s]![from]!;
      to = starts[s]![to]!;
    }
    v[z + k] = join(v, x + from, x + to);
  };
}

/** Bails when there is any instance at all: their value cannot be computed at this moment. */
export function bailIfAny(): Kernel {
  return () => {
    throw bail;
  };
}

/** Writes one output. */
export function put(v: Values, z: number, name: string): (outputs: Record<string, unknown>, h: number) => void {
  return (outputs, h) => {
    outputs[name] = v[z + h];
  };
}
