import { type Rounding, round } from './rounding.ts';

/**
 * One instruction of a program. All values of a run lie in one array `v`; a lane is the stretch that holds one node's values
 * for every instance of its subject, and `z`, `x0` … are where lanes start. All instructions have the same shape, so that
 * reading them is quick.
 */
export interface Instruction {
  run: Kernel;
  /** Index of the subject whose instances it runs over. */
  subject: number;
  /** Where the result goes. */
  z: number;
  x0: number;
  x1: number;
  x2: number;
  x3: number;
  x4: number;
  x5: number;
  x6: number;
  x7: number;
  /** More inputs than eight: where all of them start. */
  xs: number[];
  fn: (...inputs: unknown[]) => unknown;
  /** Lane of the guard, −1 for none. */
  when: number;
  otherwise: unknown;
  /** Whether the value must be a whole number (or undefined). */
  whole: boolean;
  rounded: Rounding | undefined;
  /** Key, and the rest of the path, of a fact. */
  key: string;
  path: readonly string[];
  required: boolean;
  parts: readonly PartLane[];
  /** Where the instances below each instance start; see `Lists.starts`. */
  starts: readonly number[][];
}

/** One part of an aggregate. */
export interface PartLane {
  x: number;
  readonly sign: number;
  /** Starts from the aggregate's subject down to the part's, one list a level; empty for the own subject. */
  readonly starts: readonly number[][];
  readonly counted: boolean;
}

/** Runs one instruction over `n` instances. `o` holds the facts of the instances. */
export type Kernel = (i: Instruction, v: unknown[], n: number, o: Record<string, unknown>[]) => void;

/** Thrown when the quick way cannot give the answer: the careful way then gives it, or the right error. */
export const bail: Error = new Error('The quick way cannot give the answer');

/** A function that stands in for a rule that cannot be computed at this moment. */
export function cannot(): never {
  throw bail;
}

function wholeOrBail(value: unknown): void {
  if (value !== undefined && !Number.isSafeInteger(value)) throw bail;
}

export function readFact(i: Instruction, v: unknown[], n: number, o: Record<string, unknown>[]): void {
  const { key, z, otherwise, required } = i;
  for (let k = 0; k < n; k++) {
    let value = o[k]![key];
    if (value === undefined || value === null) {
      if (required) throw bail;
      value = otherwise;
    }
    v[z + k] = value;
  }
}

export function readDeepFact(i: Instruction, v: unknown[], n: number, o: Record<string, unknown>[]): void {
  const { path, z, otherwise, required } = i;
  for (let k = 0; k < n; k++) {
    let value: unknown = o[k];
    for (let p = 0; p < path.length && value !== undefined && value !== null; p++) {
      value = (value as Record<string, unknown>)[path[p]!];
    }
    if (value === undefined || value === null) {
      if (required) throw bail;
      value = otherwise;
    }
    v[z + k] = value;
  }
}

/** Copies each parent's value to its parts. */
export function spread(i: Instruction, v: unknown[], n: number): void {
  const { x0, z } = i;
  const starts = i.starts[0]!;
  for (let p = 0, k = 0; k < n; p++) {
    const value = v[x0 + p];
    for (const end = starts[p + 1]!; k < end; k++) v[z + k] = value;
  }
}

export function rule0(i: Instruction, v: unknown[], n: number): void {
  const { fn, z, when, whole, otherwise } = i;
  for (let k = 0; k < n; k++) {
    const r = when < 0 || v[when + k] === true ? fn() : otherwise;
    if (whole && ((r as number) | 0) !== r) wholeOrBail(r);
    v[z + k] = r;
  }
}

export function rule1(i: Instruction, v: unknown[], n: number): void {
  const { fn, z, when, whole, otherwise, x0 } = i;
  for (let k = 0; k < n; k++) {
    const r = when < 0 || v[when + k] === true ? fn(v[x0 + k]) : otherwise;
    if (whole && ((r as number) | 0) !== r) wholeOrBail(r);
    v[z + k] = r;
  }
}

export function rule2(i: Instruction, v: unknown[], n: number): void {
  const { fn, z, when, whole, otherwise, x0, x1 } = i;
  for (let k = 0; k < n; k++) {
    const r = when < 0 || v[when + k] === true ? fn(v[x0 + k], v[x1 + k]) : otherwise;
    if (whole && ((r as number) | 0) !== r) wholeOrBail(r);
    v[z + k] = r;
  }
}

export function rule3(i: Instruction, v: unknown[], n: number): void {
  const { fn, z, when, whole, otherwise, x0, x1, x2 } = i;
  for (let k = 0; k < n; k++) {
    const r = when < 0 || v[when + k] === true ? fn(v[x0 + k], v[x1 + k], v[x2 + k]) : otherwise;
    if (whole && ((r as number) | 0) !== r) wholeOrBail(r);
    v[z + k] = r;
  }
}

export function rule4(i: Instruction, v: unknown[], n: number): void {
  const { fn, z, when, whole, otherwise, x0, x1, x2, x3 } = i;
  for (let k = 0; k < n; k++) {
    const r = when < 0 || v[when + k] === true ? fn(v[x0 + k], v[x1 + k], v[x2 + k], v[x3 + k]) : otherwise;
    if (whole && ((r as number) | 0) !== r) wholeOrBail(r);
    v[z + k] = r;
  }
}

export function rule5(i: Instruction, v: unknown[], n: number): void {
  const { fn, z, when, whole, otherwise, x0, x1, x2, x3, x4 } = i;
  for (let k = 0; k < n; k++) {
    const r = when < 0 || v[when + k] === true ? fn(v[x0 + k], v[x1 + k], v[x2 + k], v[x3 + k], v[x4 + k]) : otherwise;
    if (whole && ((r as number) | 0) !== r) wholeOrBail(r);
    v[z + k] = r;
  }
}

/** A rule of more than five inputs. */
export function ruleMany(i: Instruction, v: unknown[], n: number): void {
  const { fn, z, when, whole, otherwise, xs } = i;
  for (let k = 0; k < n; k++) {
    let r = otherwise;
    if (when < 0 || v[when + k] === true) {
      const inputs = new Array<unknown>(xs.length);
      for (let x = 0; x < xs.length; x++) inputs[x] = v[xs[x]! + k];
      r = fn(...inputs);
    }
    if (whole && ((r as number) | 0) !== r) wholeOrBail(r);
    v[z + k] = r;
  }
}

/** Makes the fractions of lane `x0` whole. */
export function roundLane(i: Instruction, v: unknown[], n: number): void {
  const { x0, z, whole } = i;
  const rounded = i.rounded!;
  for (let k = 0; k < n; k++) {
    const exact = v[x0 + k];
    const r = typeof exact === 'number' && (exact | 0) !== exact ? round(exact, rounded) : exact;
    if (whole && ((r as number) | 0) !== r) wholeOrBail(r);
    v[z + k] = r;
  }
}

/** A sum of one stretch of parts below each instance. */
export function sumBelow(v: unknown[], x: number, from: number, to: number): number {
  let total = 0;
  for (let k = from; k < to; k++) total += v[x + k] as number;
  return total;
}

export function sumParts(i: Instruction, v: unknown[], n: number): void {
  const { parts, z, whole } = i;
  for (let k = 0; k < n; k++) {
    let total = 0;
    for (let p = 0; p < parts.length; p++) {
      const part = parts[p]!;
      const { starts, x } = part;
      if (starts.length === 0) {
        total += part.sign * (v[x + k] as number);
        continue;
      }
      let from = k;
      let to = k + 1;
      for (let s = 0; s < starts.length; s++) {
        from = starts[s]![from]!;
        to = starts[s]![to]!;
      }
      total += part.sign * sumBelow(v, x, from, to);
    }
    if (whole && (total | 0) !== total) wholeOrBail(total);
    v[z + k] = total;
  }
}

export function joinParts(i: Instruction, v: unknown[], n: number): void {
  const { fn, z } = i;
  const part = i.parts[0]!;
  for (let k = 0; k < n; k++) {
    let from = k;
    let to = k + 1;
    for (let s = 0; s < part.starts.length; s++) {
      from = part.starts[s]![from]!;
      to = part.starts[s]![to]!;
    }
    v[z + k] = fn(v, part.x, from, to);
  }
}

/** Bails when there is any instance at all: their value cannot be computed at this moment. */
export function bailIfAny(_i: Instruction, _v: unknown[], n: number): void {
  if (n > 0) throw bail;
}
