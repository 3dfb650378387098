import type { Insatssyfte } from '@stegvis/rules';
import type { Dag } from '../tid.ts';
import type { Insats, Insatsområde } from './insats.ts';
import type { Platsläge } from './platser.ts';

/** What is looked for; what is undefined is not asked about. */
export interface Insatssökning {
  syfte?: Insatssyfte | undefined;
  område?: Insatsområde | undefined;
  /** At most so many hours a week. */
  högstTimmar?: number | undefined;
  språk?: string | undefined;
  /** Starts within so many days. */
  inomDagar?: number | undefined;
  /** Has a free place now. */
  ledigt?: boolean | undefined;
  text?: string | undefined;
}

/** Days from today to the next start; 0 when one can start any day, undefined when there is no start left. */
export function dagarTillStart({ startdagar }: Pick<Insats, 'startdagar'>, idag: Dag): number | undefined {
  if (startdagar.length === 0) return 0;
  const nästa = nästaStart({ startdagar }, idag);
  return nästa === undefined ? undefined : Math.round((Date.parse(nästa) - Date.parse(idag)) / 86_400_000);
}

/** The next dated start, today included; undefined when it is continuous, or there is none left. */
export function nästaStart({ startdagar }: Pick<Insats, 'startdagar'>, idag: Dag): Dag | undefined {
  return startdagar.filter((dag) => dag >= idag).toSorted()[0];
}

/** Whether the activity is what is looked for. */
export function passarSökningen(
  insats: Insats,
  plats: Pick<Platsläge, 'lediga'>,
  sökning: Insatssökning,
  idag: Dag,
): boolean {
  const start = dagarTillStart(insats, idag);
  const text = (sökning.text ?? '').trim().toLowerCase();
  return (
    (sökning.syfte === undefined || insats.syften.includes(sökning.syfte)) &&
    (sökning.område === undefined || insats.område === sökning.område) &&
    (sökning.högstTimmar === undefined || insats.timmarPerVecka <= sökning.högstTimmar) &&
    (sökning.språk === undefined || insats.språk.some((s) => s.toLowerCase() === sökning.språk!.toLowerCase())) &&
    (sökning.inomDagar === undefined || (start !== undefined && start <= sökning.inomDagar)) &&
    (sökning.ledigt !== true || plats.lediga > 0) &&
    (text === '' ||
      `${insats.namn} ${insats.beskrivning} ${insats.målgrupp} ${insats.ort}`.toLowerCase().includes(text))
  );
}
