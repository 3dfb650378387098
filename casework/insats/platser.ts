import { type Dag, flyttaDag } from '../tid.ts';
import { type Anvisning, tarPlats } from './anvisning.ts';
import type { Insats } from './insats.ts';

/** How full an activity is. */
export interface Platsläge {
  platser: number;
  /** Taken on the day. */
  upptagna: number;
  /** Those that can be given from the day on: neither taken nor promised. */
  lediga: number;
  /** The days that places become free, and how many are free then; soonest first. */
  kommande: readonly { dag: Dag; lediga: number }[];
  /** How many wait, and how many the provider has not answered. */
  iKö: number;
  obesvarade: number;
}

type Platsanvisning = Pick<Anvisning, 'id' | 'status' | 'från' | 'till' | 'kö' | 'insats'>;

/** The most places that are taken on any day between the two, both included. */
export function mestUpptaget(anvisningar: readonly Platsanvisning[], från: Dag, till: Dag): number {
  const där = anvisningar.filter((a) => tarPlats(a) && a.från <= till && från <= a.till);
  const dagar = [från, ...där.map((a) => a.från).filter((dag) => dag > från)];
  return Math.max(...dagar.map((dag) => där.filter((a) => a.från <= dag && dag <= a.till).length));
}

const LÅNGT_FRAM: Dag = '9999-12-31';

/** Free places of one activity now and later, counted from the days of its referrals. */
export function platsläge(
  insats: Pick<Insats, 'id' | 'platser'>,
  anvisningar: readonly Platsanvisning[],
  idag: Dag,
): Platsläge {
  const dess = anvisningar.filter((a) => a.insats === insats.id);
  const ledigaFrån = (dag: Dag) => Math.max(0, insats.platser - mestUpptaget(dess, dag, LÅNGT_FRAM));
  const lediga = ledigaFrån(idag);
  const slut = [
    ...new Set(dess.filter((a) => tarPlats(a) && a.till >= idag).map((a) => flyttaDag(a.till, 1))),
  ].toSorted();
  const kommande: { dag: Dag; lediga: number }[] = [];
  for (const dag of slut) {
    const då = ledigaFrån(dag);
    if (då > (kommande.at(-1)?.lediga ?? lediga)) kommande.push({ dag, lediga: då });
  }
  return {
    platser: insats.platser,
    upptagna: dess.filter((a) => tarPlats(a) && a.från <= idag && idag <= a.till).length,
    lediga,
    kommande,
    iKö: kön(dess).length,
    obesvarade: dess.filter((a) => a.status === 'foreslagen').length,
  };
}

/** Those who wait for a place, the first in the queue first. */
export function kön<A extends Pick<Anvisning, 'status' | 'kö'>>(anvisningar: readonly A[]): A[] {
  return anvisningar.filter((a) => a.status === 'i-ko').toSorted((a, b) => (a.kö?.nummer ?? 0) - (b.kö?.nummer ?? 0));
}

/** The person's place in the queue, the first being 1; undefined when she does not wait. */
export function köplats(
  anvisning: Pick<Anvisning, 'id' | 'status'>,
  iInsatsen: readonly Platsanvisning[],
): number | undefined {
  if (anvisning.status !== 'i-ko') return undefined;
  return kön(iInsatsen).findIndex((a) => a.id === anvisning.id) + 1 || undefined;
}
