import type { PrövatAktivitetskrav } from '@stegvis/rules';
import type { PersonId } from '../person.ts';
import type { Månad, Tidpunkt } from '../tid.ts';

/** The ground of a requirement: 4 a (shall), 4 d (may, before three months) or 4 g (rehabilitation, from January 2027). */
export const KRAVBESLUTSGRUNDER = ['12:4a', '12:4d', '12:4g'] as const;
export type Kravbeslutsgrund = (typeof KRAVBESLUTSGRUNDER)[number];

/** A decided requirement. It belongs to one person, holds between two months and names the plan it goes with. */
export interface Kravbeslut {
  id: string;
  person: PersonId;
  grund: Kravbeslutsgrund;
  /** The first month it holds for. */
  från: Månad;
  /** The last month; every requirement is limited in time. */
  till: Månad | undefined;
  timmarPerVecka: number;
  /** What the rule said for the first month, as it was read when the decision was made. */
  prövning: PrövatAktivitetskrav;
  plan: { id: string; nummer: number };
  /** Why, in words to the person. */
  skäl: string;
  beslutat: Tidpunkt;
  /** Who decided, by name and title. Never the system. */
  av: string;
  /** The point of the delegation order it was decided under. */
  delegationspunkt?: string | undefined;
  /** When it stops before its last month: from that month on it holds no longer. */
  upphört: { från: Månad; tid: Tidpunkt; av: string; skäl: string; ersattAv: string | undefined } | undefined;
}

/** The requirement that holds for the month, if any; of several the one decided last. */
export function gällandeKrav(beslut: readonly Kravbeslut[], månad: Månad): Kravbeslut | undefined {
  return beslut
    .filter(
      ({ från, till, upphört }) =>
        från <= månad && (till === undefined || månad <= till) && (upphört === undefined || månad < upphört.från),
    )
    .toSorted((a, b) => (a.beslutat < b.beslutat ? 1 : a.beslutat > b.beslutat ? -1 : 0))[0];
}
