import type { Anvisning } from '../insats/anvisning.ts';
import type { Insats } from '../insats/insats.ts';
import { type Dag, flyttaDag } from '../tid.ts';
import type { Stegkälla, Stegposition, Stegtrappa } from './steg.ts';

/** A stretch of days on one step. */
export interface Stegsträcka {
  steg: string;
  från: Dag;
  /** The last day; undefined: still there. */
  till: Dag | undefined;
  källa: Stegkälla;
  /** What she does there: the activity's name, or why somebody noted the step. */
  text: string;
}

/** An activity beside the line. */
export interface Stegaktivitet {
  namn: string;
  /** The ladder's step; undefined when the activity has none. */
  steg: string | undefined;
  från: Dag;
  /** The last day; undefined: it goes on. */
  till: Dag | undefined;
}

/** The activities that have begun, oldest first. What was only planned, queued or withdrawn before the start is left out. */
export function stegaktiviteter(
  anvisningar: readonly Pick<Anvisning, 'status' | 'insats' | 'startad' | 'från' | 'till' | 'återkallad'>[],
  insatser: readonly Pick<Insats, 'id' | 'namn' | 'stegtrappa'>[],
  idag: Dag,
): Stegaktivitet[] {
  return anvisningar
    .flatMap((a): Stegaktivitet[] => {
      const insats = insatser.find(({ id }) => id === a.insats);
      if (!insats || a.startad === undefined || a.startad > idag) return [];
      const till =
        a.status === 'pagar' ? undefined : a.återkallad === undefined ? a.till : a.återkallad.tid.slice(0, 10);
      return [{ namn: insats.namn, steg: insats.stegtrappa, från: a.startad, till }];
    })
    .toSorted((a, b) => (a.från < b.från ? -1 : a.från > b.från ? 1 : 0));
}

/**
 * Which step a person has stood on, day by day, oldest first. An activity with a step gives the step while it runs; of several at
 * once the highest step of the ladder. What somebody has noted holds from its day until an activity with a step begins or somebody
 * notes another. Between them nothing is known, and nothing is said.
 */
export function steglinje(
  läge: {
    positioner: readonly Pick<Stegposition, 'steg' | 'dag' | 'källa' | 'skäl' | 'tid'>[];
    aktiviteter: readonly Stegaktivitet[];
    trappa: Stegtrappa;
  },
  idag: Dag,
): Stegsträcka[] {
  const { positioner, trappa } = läge;
  const aktiviteter = läge.aktiviteter.filter(({ steg }) => steg !== undefined);
  const höjd = (id: string | undefined) => trappa.findIndex((s) => s.id === id);
  const dagar = [
    ...new Set([
      ...positioner.map(({ dag }) => dag),
      ...aktiviteter.flatMap(({ från, till }) => (till === undefined ? [från] : [från, flyttaDag(till, 1)])),
    ]),
  ]
    .filter((dag) => dag <= idag)
    .sort();
  const den = (dag: Dag): Omit<Stegsträcka, 'från' | 'till'> | undefined => {
    const pågår = aktiviteter
      .filter(({ från, till }) => från <= dag && (till === undefined || dag <= till))
      .toSorted((a, b) => höjd(b.steg) - höjd(a.steg) || (a.från < b.från ? 1 : -1))[0];
    const noterad = positioner
      .filter((p) => p.dag <= dag)
      .toSorted((a, b) => (a.dag !== b.dag ? (a.dag < b.dag ? 1 : -1) : a.tid < b.tid ? 1 : -1))[0];
    const ersatt = noterad && aktiviteter.some(({ från }) => noterad.dag < från && från <= dag);
    if (noterad && !ersatt && (pågår === undefined || noterad.dag >= pågår.från))
      return { steg: noterad.steg, källa: noterad.källa, text: noterad.skäl };
    return pågår?.steg === undefined ? undefined : { steg: pågår.steg, källa: 'aktivitet', text: pågår.namn };
  };
  const sträckor: Stegsträcka[] = [];
  for (const [i, dag] of dagar.entries()) {
    const nu = den(dag);
    const nästa = dagar[i + 1];
    const till = nästa === undefined ? undefined : flyttaDag(nästa, -1);
    const förra = sträckor.at(-1);
    if (!nu) continue;
    if (
      förra?.till !== undefined &&
      flyttaDag(förra.till, 1) === dag &&
      förra.steg === nu.steg &&
      förra.källa === nu.källa &&
      förra.text === nu.text
    )
      förra.till = till;
    else sträckor.push({ ...nu, från: dag, till });
  }
  return sträckor;
}

/** The step the person stands on now; undefined when it is not known. */
export function stegetNu(linje: readonly Stegsträcka[]): Stegsträcka | undefined {
  const sista = linje.at(-1);
  return sista?.till === undefined ? sista : undefined;
}
