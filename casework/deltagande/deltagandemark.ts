import type { PersonId } from '../person.ts';
import type { Dag, Tidpunkt } from '../tid.ts';

/** What a provider can say about one planned day. A day without mark is not marked, and that is never absence. */
export const MARKSLAG = {
  deltog: 'Deltog',
  'annan-aktivitet': 'Annan aktivitet',
  'giltig-franvaro': 'Giltig frånvaro',
  franvaro: 'Frånvaro',
  'sjuk-med-intyg': 'Sjuk, med intyg',
  'sjuk-utan-intyg': 'Sjuk, utan intyg',
} as const;
export type Deltagandeslag = keyof typeof MARKSLAG;

/** One mark for one planned day of a referral. Never changed: a correction is a mark that replaces it. */
export interface Deltagandemark {
  id: string;
  anvisning: string;
  person: PersonId;
  dag: Dag;
  slag: Deltagandeslag;
  /** The hours the mark is about, at most those planned that day; what is left of the day is not marked. */
  timmar: number;
  /** Who marked, by name. */
  av: string;
  tid: Tidpunkt;
  /** The mark it replaces, and why. */
  rättar: { mark: string; skäl: string } | undefined;
}

export function ärMarkslag(text: string): text is Deltagandeslag {
  return Object.hasOwn(MARKSLAG, text);
}

/** Whether the person was away, as the provider has marked it. */
export function ärFrånvaro({ slag }: Pick<Deltagandemark, 'slag'>): boolean {
  return slag !== 'deltog' && slag !== 'annan-aktivitet';
}

/** The marks that hold: those no other mark has replaced. */
export function gällandeMärken(märken: readonly Deltagandemark[]): Deltagandemark[] {
  const rättade = new Set(märken.map(({ rättar }) => rättar?.mark));
  return märken.filter(({ id }) => !rättade.has(id));
}

/** The mark that holds for the day of a referral; undefined when the day is not marked. */
export function markFör(märken: readonly Deltagandemark[], anvisning: string, dag: Dag): Deltagandemark | undefined {
  return gällandeMärken(märken).find((m) => m.anvisning === anvisning && m.dag === dag);
}
