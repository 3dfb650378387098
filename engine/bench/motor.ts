import assert from 'node:assert/strict';
import { type Graph, isoDate, type Moment, month, type Outputs, overlay } from '../index.ts';
import { type EstimateFacts, estimate } from '../invented-country/estimate/estimate.ts';
import { type Hearth, randomHearth, seeded } from '../invented-country/households.ts';
import { oss } from '../invented-country/oss.ts';
import { estimateByClosures, estimateByHand, estimateByHandWithRows, helpByHand } from './yardsticks.ts';

/** One way of doing one task. Times are of one household, in nanoseconds of processor time. */
export interface Measured {
  readonly task: string;
  readonly way: string;
  /** A second, by the median of the rounds. */
  readonly perSecond: number;
  readonly medianNs: number;
  readonly bestNs: number;
  readonly p95Ns: number;
  /** How many times as long as by hand, best round against best round. */
  readonly timesByHand: number;
}

interface Way {
  readonly name: string;
  readonly all: () => void;
  readonly times: number;
}

const moment: Moment = { month: month('0305-03'), applied: isoDate('0305-03-02') };
let sink = 0;

/** Measures all ways in one process, in turns and in processor time, so that their ratios hold on a busy machine too. */
function measure(task: string, ways: readonly Way[], households: number, rounds: number): Measured[] {
  const times = new Map<string, number[]>(ways.map((way) => [way.name, []]));
  for (let round = -3; round < rounds; round++) {
    for (const way of ways) {
      const start = process.cpuUsage();
      for (let i = 0; i < way.times; i++) way.all();
      const used = process.cpuUsage(start);
      if (round >= 0) times.get(way.name)!.push(((used.user + used.system) * 1000) / (way.times * households));
    }
  }
  assert.ok(sink > 0);
  const sorted = (way: Way) => times.get(way.name)!.sort((a, b) => a - b);
  const byHand = sorted(ways[0]!)[0]!;
  return ways.map((way) => {
    const all = sorted(way);
    const median = all[Math.floor(all.length / 2)]!;
    const p95 = all[Math.floor(all.length * 0.95)]!;
    return {
      task,
      way: way.name,
      perSecond: 1e9 / median,
      medianNs: median,
      bestNs: all[0]!,
      p95Ns: p95,
      timesByHand: all[0]! / byHand,
    };
  });
}

function one<T>(households: readonly T[], work: (household: T) => unknown): () => void {
  return () => {
    for (let i = 0; i < households.length; i++) if (work(households[i]!) !== undefined) sink++;
  };
}

async function engineWays<O extends Outputs>(
  graph: Graph<O>,
  households: readonly object[],
  expected: readonly object[],
): Promise<Way[]> {
  const plain = graph.wire(moment);
  const plainExplain = overlay(graph, { name: 'not sharpened', by: 'reform' });
  const run = await graph.sharpen(moment);
  assert.deepEqual(
    households.map((household) => plain(household)),
    expected,
  );
  assert.deepEqual(run.many(households), expected);
  const many = (way: typeof run) => () => {
    sink += way.many(households).length;
  };
  const explained = (of: Graph<O>) => one(households, (household) => of.explain(moment, household));
  return [
    { name: 'run', all: one(households, plain), times: 160 },
    { name: 'run.many', all: many(plain), times: 160 },
    { name: 'explain', all: explained(plainExplain), times: 40 },
    { name: 'run, sharpened', all: one(households, run), times: 320 },
    { name: 'run.many, sharpened', all: many(run), times: 320 },
    { name: 'explain, sharpened', all: explained(graph), times: 40 },
  ];
}

/** The benchmark task, beside the same written by hand and as plain closures. */
export async function measureEstimate(rounds = 25): Promise<Measured[]> {
  const chance = seeded(11);
  const amount = (below: number) => chance(2) * chance(below);
  const facts: EstimateFacts[] = Array.from({ length: 64 }, () => ({
    adults: 1 + chance(2),
    couple: chance(2) === 0,
    monthsHelped: chance(12),
    rent: chance(90_000),
    heat: amount(9_000),
    travel: amount(9_000),
    guild: amount(4_000),
    wage: amount(90_000),
    pension: amount(50_000),
    benefit: amount(40_000),
    gain: amount(9_000),
    children: Array.from({ length: chance(7) }, () => ({ age: chance(18), lunchAway: chance(3) === 0 })),
  }));
  const hand = estimateByHand(moment);
  const rows = estimateByHandWithRows(moment);
  const closures = estimateByClosures(moment);
  const expected = facts.map(hand);
  assert.deepEqual(facts.map(closures), expected);
  assert.deepEqual(
    facts.map((one) => rows(one).answer),
    expected,
  );
  const ways: Way[] = [
    { name: 'by hand', all: one(facts, hand), times: 1600 },
    { name: 'by hand, every named step kept', all: one(facts, rows), times: 320 },
    { name: 'plain closures', all: one(facts, closures), times: 320 },
    ...(await engineWays(estimate, facts, expected)),
  ];
  return measure('estimate', ways, facts.length, rounds);
}

/** The whole law of Mirr: lists of costs and incomes, birth dates, assessments. */
export async function measureHelp(rounds = 25): Promise<Measured[]> {
  const chance = seeded(7);
  const hearths = Array.from({ length: 64 }, () => JSON.parse(JSON.stringify(randomHearth(chance))) as Hearth);
  const hand = helpByHand(moment);
  const ways: Way[] = [
    { name: 'by hand', all: one(hearths, hand), times: 640 },
    ...(await engineWays(oss, hearths, hearths.map(hand))),
  ];
  return measure('help', ways, hearths.length, rounds);
}

/** Prints what was measured as a table. */
export function printMeasured(measured: readonly Measured[]): void {
  for (const m of measured) {
    const million = (ns: number) => `${(1e3 / ns).toFixed(2).padStart(6)} M/s`;
    const cells = [
      m.task.padEnd(9),
      m.way.padEnd(31),
      million(m.medianNs),
      `best ${million(m.bestNs)}`,
      `p95 ${m.p95Ns.toFixed(0).padStart(6)} ns`,
    ];
    console.log(`${cells.join('  ')}  ${m.timesByHand.toFixed(1).padStart(5)} × by hand`);
  }
}

/** Measures the engine on both tasks and prints it. */
export async function bench(): Promise<void> {
  const memory = process.memoryUsage().heapUsed;
  printMeasured(await measureEstimate());
  printMeasured(await measureHelp());
  console.log(
    `memory: ${((process.memoryUsage().heapUsed - memory) / 2 ** 20).toFixed(1)} MB more on the heap than at the start`,
  );
}
