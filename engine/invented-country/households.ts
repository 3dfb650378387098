/** A source of chance that gives the same households every time. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Facts of a hearth as the rules of Mirr read them. */
export interface Hearth {
  couple?: boolean;
  adults: { id: string; monthsHelped?: number; incomes?: { kind: string; net: number; source?: string }[] }[];
  children?: { id: string; born: string; lunchAway?: boolean; livesHere?: boolean }[];
  costs?: {
    kind: string;
    amount: number;
    source?: string;
    found?: { value: number; who: string; when: string; reasons: string };
  }[];
  advance?: number;
}

const two = (n: number) => String(n).padStart(2, '0');
const incomeKinds = ['wage', 'pension', 'benefit', 'prize'];
const costKinds = ['rent', 'heat', 'travel', 'guild'];

/** A random hearth for a month of the year 305. `odd` lets in ages and absences that the rules must refuse or leave untouched. */
export function randomHearth(chance: (below: number) => number, odd = false): Hearth {
  const list = <T>(n: number, make: (i: number) => T) => Array.from({ length: n }, (_, i) => make(i));
  const couple = chance(3) === 0;
  const hearth: Hearth = {
    adults: list(couple ? 2 : 1, (i) => ({
      id: `a${i}`,
      ...(chance(2) === 0 ? { monthsHelped: chance(12) } : {}),
      incomes: list(couple ? 2 : 4, () => ({
        kind: incomeKinds[chance(4)]!,
        net: chance(200_000),
        ...(chance(2) === 0 ? { source: 'register' } : {}),
      })),
    })),
    children: list(chance(7), (i) => ({
      id: `c${i}`,
      born: `0${288 + chance(odd && chance(20) === 0 ? 18 : 17) - (odd && chance(20) === 0 ? 20 : 0)}-${two(1 + chance(12))}-${two(1 + chance(28))}`,
      ...(chance(3) === 0 ? { lunchAway: true } : {}),
      ...(chance(6) === 0 ? { livesHere: false } : {}),
    })),
    costs: costKinds.map((kind) => ({
      kind,
      amount: chance(90_000),
      ...(chance(5) === 0
        ? { found: { value: chance(50_000), who: 'The elder', when: '0305-03-02', reasons: 'Seen' } }
        : {}),
    })),
  };
  if (couple) hearth.couple = true;
  if (chance(8) === 0) hearth.advance = chance(30_000);
  if (odd && chance(15) === 0) delete hearth.children;
  if (odd && chance(15) === 0) delete hearth.adults[0]!.incomes;
  if (odd && chance(40) === 0) delete (hearth.costs![0] as Partial<{ amount: number }>).amount;
  return hearth;
}
