import assert from 'node:assert/strict';
import { isoDate, type Moment, month } from '../index.ts';
import { type Hearth, randomHearth, seeded } from '../invented-country/households.ts';
import { oss } from '../invented-country/oss.ts';
import { byHand, byHandWithRows, plainClosures } from './yardsticks.ts';

/** One way of doing the task: how many a second, and the time of one in nanoseconds (median of rounds, best, worst). */
export interface Measured {
  readonly name: string;
  readonly perSecond: number;
  readonly ns: number;
  readonly bestNs: number;
  readonly worstNs: number;
}

const moment: Moment = { month: month('0305-03'), applied: isoDate('0305-03-02') };

/** Measures all ways in one process, in turns and in processor time, so that their ratios hold on a busy machine too. */
export async function measureMotor(rounds = 15, households = 1024): Promise<Measured[]> {
  const chance = seeded(7);
  const hearths: Hearth[] = Array.from({ length: households }, () => JSON.parse(JSON.stringify(randomHearth(chance))) as Hearth);
  const hand = byHand(moment);
  const rows = byHandWithRows(moment);
  const closures = plainClosures(moment);
  const run = oss.wire(moment);
  const sharpRun = await oss.sharpen(moment);
  for (const hearth of hearths) {
    const expected = hand(hearth);
    assert.deepEqual(run(hearth), expected);
    assert.deepEqual(closures(hearth), expected);
    assert.deepEqual(rows(hearth).answer, expected);
  }
  const scale = Math.ceil(1024 / households);
  let sink = 0;
  const one = (work: (hearth: Hearth) => unknown) => () => {
    for (let i = 0; i < hearths.length; i++) if (work(hearths[i]!) !== undefined) sink++;
  };
  const ways: { name: string; all: () => void; times: number }[] = [
    { name: 'by hand', all: one(hand), times: 60 * scale },
    { name: 'by hand, every named step kept', all: one(rows), times: 20 * scale },
    { name: 'plain closures', all: one(closures), times: 30 * scale },
    { name: 'run', all: one(run), times: 30 * scale },
    { name: 'run.many', all: () => { sink += run.many(hearths).length; }, times: 30 * scale },
    { name: 'run, sharpened', all: one(sharpRun), times: 30 * scale },
    { name: 'run.many, sharpened', all: () => { sink += sharpRun.many(hearths).length; }, times: 30 * scale },
    { name: 'explain', all: one((hearth) => oss.explain(moment, hearth)), times: 5 * scale },
  ];
  const times = new Map<string, number[]>(ways.map((way) => [way.name, []]));
  for (let round = -4; round < rounds; round++) {
    for (const way of ways) {
      const start = process.cpuUsage();
      for (let i = 0; i < way.times; i++) way.all();
      const used = process.cpuUsage(start);
      const ns = ((used.user + used.system) * 1000) / (way.times * hearths.length);
      if (round >= 0) times.get(way.name)!.push(ns);
    }
  }
  assert.ok(sink > 0);
  return ways.map(({ name }) => {
    const sorted = times.get(name)!.sort((a, b) => a - b);
    const ns = sorted[Math.floor(sorted.length / 2)]!;
    return { name, ns, perSecond: 1e9 / ns, bestNs: sorted[0]!, worstNs: sorted.at(-1)! };
  });
}

if (import.meta.main) {
  const measured = await measureMotor(15, Number(process.argv[2] ?? 1024));
  const hand = measured[0]!;
  for (const m of measured) {
    const million = (m.perSecond / 1e6).toFixed(2).padStart(6);
    const best = (1e3 / m.bestNs).toFixed(2).padStart(6);
    console.log(`${m.name.padEnd(32)} ${million} M/s (best ${best})  ${m.ns.toFixed(0).padStart(6)} ns  ${(m.ns / hand.ns).toFixed(1).padStart(5)} × by hand`);
  }
}
