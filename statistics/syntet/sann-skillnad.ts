import { type Läge, riskAnnat, riskMål, övergångar } from './risker.ts';

interface Fråga {
  readonly läge: Läge;
  readonly person: { kön: 'kvinna' | 'man'; ålder: number };
  /** Months of the period before the start. */
  readonly månader: number;
  /** The calendar month of the start, 0–11. */
  readonly månad: number;
  /** How many times as often one leaves with the activity (`SANNING.insatser`), and with what else she takes part in. */
  readonly kvot: number;
  readonly andra: number;
  /** The partner's risk in a month to leave for work or studies, which ends the household's assistance; 0 when alone. */
  readonly partner: number;
  /** The chance to begin the activity in a later month. */
  readonly senare: (läge: Läge, månader: number) => number;
  readonly efter: number;
}

/**
 * How much larger the share who have left for work or studies is after so many months for one who begins an activity now than had she
 * not begun now (but perhaps later): worked out from the built-in risks, no chance in it. What else changes (a birthday, a partner's
 * situation, other activities) is held as it was at the start.
 */
export function sannSkillnad(fråga: Fråga): number {
  return andelUt(fråga, true) - andelUt(fråga, false);
}

interface Tillstånd {
  readonly läge: Läge;
  readonly börjat: boolean;
}

function andelUt(
  { läge, person, månader, månad, kvot, andra, partner, senare, efter }: Fråga,
  börjat: boolean,
): number {
  let nu: (readonly [Tillstånd, number])[] = [[{ läge, börjat }, 1]];
  let ut = 0;
  for (let steg = 0; steg < efter; steg++) {
    const sedan = new Map<string, readonly [Tillstånd, number]>();
    const lägg = (läge: Läge, börjat: boolean, andel: number) => {
      const nyckel = `${läge.spår}|${läge.hinder}|${börjat}`;
      sedan.set(nyckel, [{ läge, börjat }, (sedan.get(nyckel)?.[1] ?? 0) + andel]);
    };
    for (const [{ läge: läget, börjat: har }, andel] of nu) {
      const mål = Math.min(0.9, riskMål(läget, person, månader + steg, månad + steg) * andra * (har ? kvot : 1));
      ut += andel * mål;
      const kvar = andel * Math.max(0, 1 - mål - partner - riskAnnat(läget, person.ålder, månad + steg));
      const vidare = övergångar(läget, månader + steg + 1);
      for (const [nytt, chans] of vidare.length > 0 ? vidare : ([[läget, 1]] as const)) {
        const börjar = har ? 1 : senare(nytt, månader + steg + 1);
        if (börjar > 0) lägg(nytt, true, kvar * chans * börjar);
        if (börjar < 1) lägg(nytt, false, kvar * chans * (1 - börjar));
      }
    }
    nu = [...sedan.values()];
  }
  return ut;
}
