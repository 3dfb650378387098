import { createHash } from 'node:crypto';
import type { Moment } from './dates.ts';
import type { Explanation, Graph, Outputs, OutputValues } from './graph.ts';
import { dated } from './survey.ts';
import type { Trace } from './trace.ts';
import { engineVersion } from './version.ts';

/** What is kept of a computation, so that it can be run again years later: data only. */
export interface Receipt {
  readonly graph: string;
  readonly engineVersion: string;
  readonly moment: Moment;
  /** SHA-256 of all law data of the graph, and of the facts, as canonical JSON. */
  readonly lawHash: string;
  readonly factsHash: string;
  readonly facts: object;
  readonly outputs: { readonly [name: string]: unknown };
  readonly trace: Trace;
}

/** Something in which a receipt and the computation done again differ. */
export interface Difference {
  /** Where, e.g. `outputs.bistand`, `lawHash`, `trace.steps[12].value`. */
  readonly path: string;
  readonly before: unknown;
  readonly now: unknown;
}

/** JSON with sorted keys and without absent values: equal data gives equal text. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`${value} has no place in JSON`);
    return JSON.stringify(value) ?? 'null';
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/** SHA-256 of the canonical JSON, in hexadecimal. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** The hash of all law data that the graph can read: grounds and parameters with every date. */
export function lawHash<O extends Outputs>(graph: Graph<O>): string {
  return hashOf(dated(graph.plan).map(canonicalJson).sort());
}

/** The receipt of an explanation. The facts go along, so that it can be run again. */
export function makeReceipt<O extends Outputs>(
  graph: Graph<O>,
  moment: Moment,
  facts: object,
  result: Explanation<O> = graph.explain(moment, facts),
): Receipt {
  const plain = (value: unknown) => JSON.parse(canonicalJson(value)) as never;
  return {
    graph: graph.name,
    engineVersion,
    moment: { month: moment.month, applied: moment.applied },
    lawHash: lawHash(graph),
    factsHash: hashOf(facts),
    facts: plain(facts),
    outputs: plain(nulled(result.outputs)),
    trace: plain(result.trace),
  };
}

function nulled<O extends Outputs>(outputs: OutputValues<O>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, value ?? null]));
}

/**
 * Runs a receipt again and lists what differs; empty when everything is the same. A difference in `engineVersion` or
 * `lawHash` tells why, where the outputs differ too. Throws as `explain` does where the rules no longer give an answer.
 */
export function checkReceipt<O extends Outputs>(graph: Graph<O>, receipt: Receipt): Difference[] {
  const again = makeReceipt(graph, receipt.moment, receipt.facts);
  const differences: Difference[] = [];
  if (hashOf(receipt.facts) !== receipt.factsHash) {
    differences.push({ path: 'factsHash', before: receipt.factsHash, now: hashOf(receipt.facts) });
  }
  for (const key of ['graph', 'engineVersion', 'lawHash', 'outputs', 'trace'] as const) {
    compare(key, withoutSentences(key, receipt[key]), withoutSentences(key, again[key]), differences);
  }
  return differences;
}

/** Sentences may be worded anew without the computation being another. */
function withoutSentences(key: keyof Receipt, value: unknown): unknown {
  if (key !== 'trace') return value;
  const trace = value as Trace;
  return { ...trace, steps: trace.steps.map((step) => ('said' in step ? { ...step, said: undefined } : step)) };
}

function compare(path: string, before: unknown, now: unknown, differences: Difference[]): void {
  if (canonicalJson(before ?? null) === canonicalJson(now ?? null)) return;
  const nested = typeof before === 'object' && typeof now === 'object' && before !== null && now !== null;
  if (!nested || Array.isArray(before) !== Array.isArray(now)) {
    differences.push({ path, before, now });
    return;
  }
  for (const key of new Set([...Object.keys(before), ...Object.keys(now)])) {
    const at = Array.isArray(before) ? `${path}[${key}]` : `${path}.${key}`;
    compare(at, (before as Record<string, unknown>)[key], (now as Record<string, unknown>)[key], differences);
  }
}
