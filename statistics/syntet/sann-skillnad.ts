import { type Läge, riskAnnat, riskMål, övergångar } from './risker.ts';

/**
 * How much larger the share who have left for work or studies is after so many months with an activity than without, for one who is
 * where she is: worked out from the built-in risks, no chance in it. What else changes (a birthday, a partner's situation) is held
 * as it was at the start.
 * @param kvot how many times as often with the activity (`SANNING.insatser`)
 * @param partner the partner's risk in a month to leave for work or studies, which ends the household's assistance; 0 when alone
 */
export function sannSkillnad(input: {
  läge: Läge;
  person: { kön: 'kvinna' | 'man'; ålder: number };
  /** Months of the period before the start. */
  månader: number;
  /** The calendar month of the start, 0–11. */
  månad: number;
  kvot: number;
  partner: number;
  efter: number;
}): number {
  return andelUt(input, input.kvot) - andelUt(input, 1);
}

function andelUt(
  { läge, person, månader, månad, partner, efter }: Parameters<typeof sannSkillnad>[0],
  kvot: number,
): number {
  let nu: (readonly [Läge, number])[] = [[läge, 1]];
  let ut = 0;
  for (let steg = 0; steg < efter; steg++) {
    const sedan = new Map<string, readonly [Läge, number]>();
    for (const [läget, andel] of nu) {
      const mål = Math.min(0.9, riskMål(läget, person, månader + steg, månad + steg) * kvot);
      const kvar = Math.max(0, 1 - mål - partner - riskAnnat(läget, person.ålder, månad + steg));
      ut += andel * mål;
      const vidare = övergångar(läget, månader + steg + 1);
      for (const [nytt, chans] of vidare.length > 0 ? vidare : ([[läget, 1]] as const)) {
        const nyckel = `${nytt.spår}|${nytt.hinder}`;
        sedan.set(nyckel, [nytt, (sedan.get(nyckel)?.[1] ?? 0) + andel * kvar * chans]);
      }
    }
    nu = [...sedan.values()];
  }
  return ut;
}
