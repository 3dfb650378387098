import { helgdag } from '@stegvis/rules';
import { gällandeKrav, type Kravbeslut } from '../aktivitetskrav/kravbeslut.ts';
import type { PersonId } from '../person.ts';
import type { Månad } from '../tid.ts';
import { type Deltagandedag, type Deltagandeunderlag, deltagandedagar, type Timslag } from './deltagandedagar.ts';
import { dagarna, type Isovecka, månadensVeckor, veckodag } from './isovecka.ts';
import { ärUppehåll } from './planerad-dag.ts';

/** Working days in a week: what a requirement per week is divided by in a week that is clipped. */
const ARBETSDAGAR = 5;

/** Hours planned, and how they came out; the others add up to `planerat`. */
export type Timmar = { planerat: number } & Record<Timslag, number>;

/** One ISO week of the month. */
export interface Veckounderlag {
  vecka: Isovecka;
  /** What is required of the week's days in the month; undefined when no requirement holds. */
  krav: number | undefined;
  /** Undefined when nothing is planned: an empty week is "–", never 0. */
  timmar: Timmar | undefined;
}

/** One person's month: material for whoever assesses it, never a decision. */
export interface Månadsunderlag {
  person: PersonId;
  månad: Månad;
  /** The requirement's hours a week; undefined when none holds. */
  kravPerVecka: number | undefined;
  /** What is required in the month; undefined when no requirement holds. */
  krav: number | undefined;
  veckor: Veckounderlag[];
  /** Undefined when nothing is planned in the month. */
  timmar: Timmar | undefined;
  /** Every planned or marked day; voluntary ones too, which count nowhere above. */
  dagar: Deltagandedag[];
}

/**
 * Adds up one person's month from her referrals, marks, plan and requirement, by ISO weeks clipped to the month. Voluntary activities
 * are in the list of days but in no sum.
 */
export function månadsunderlag(
  input: Deltagandeunderlag & { person: PersonId; månad: Månad; krav: readonly Kravbeslut[] },
): Månadsunderlag {
  const { person, månad } = input;
  const kravPerVecka = gällandeKrav(input.krav, månad)?.timmarPerVecka;
  const veckor = månadensVeckor(månad);
  const dagar = deltagandedagar(input, veckor[0]!.från, veckor.at(-1)!.till);
  const rader = veckor.map((vecka): Veckounderlag => {
    const arbetsdagar = dagarna(vecka.från, vecka.till).filter(
      (dag) => veckodag(dag) <= ARBETSDAGAR && helgdag(dag) === undefined && !ärUppehåll(input.planer, dag),
    ).length;
    return {
      vecka,
      krav: kravPerVecka === undefined ? undefined : kvart((kravPerVecka * arbetsdagar) / ARBETSDAGAR),
      timmar: summera(dagar.filter(({ dag }) => vecka.från <= dag && dag <= vecka.till)),
    };
  });
  return {
    person,
    månad,
    kravPerVecka,
    krav: kravPerVecka === undefined ? undefined : rader.reduce((sum, { krav }) => sum + (krav ?? 0), 0),
    veckor: rader,
    timmar: summera(dagar),
    dagar,
  };
}

/** Down to the whole quarter of an hour, to the person's advantage. */
function kvart(timmar: number): number {
  return Math.floor(timmar * 4 + 1e-9) / 4;
}

function summera(dagar: readonly Deltagandedag[]): Timmar | undefined {
  const räknade = dagar.filter(({ frivillig }) => !frivillig);
  if (räknade.length === 0) return undefined;
  const timmar: Timmar = {
    planerat: 0,
    deltog: 0,
    giltigFrånvaro: 0,
    förklaradFrånvaro: 0,
    oförklaradFrånvaro: 0,
    ogiltigFrånvaro: 0,
    inteMarkerat: 0,
    kommande: 0,
  };
  for (const { timmar: planerat, mark, räknas } of räknade) {
    timmar.planerat += planerat;
    timmar[räknas] += mark?.timmar ?? planerat;
    if (mark) timmar.inteMarkerat += planerat - mark.timmar;
  }
  return timmar;
}
