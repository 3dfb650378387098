import {
  type Anvisning,
  type Dag,
  dagFör,
  INSATSOMRÅDEN,
  type Insats,
  type Stegtrappa,
  stegnamn,
} from '@stegvis/casework';
import { type Insatsmånad, SAKNAS } from '@stegvis/statistics';
import { månaderMellan } from './grund.ts';
import { sistaDagen } from './underlag.ts';

/** What a month of an activity is counted from. */
export type Platsanvisning = Pick<
  Anvisning,
  'status' | 'från' | 'till' | 'kö' | 'startad' | 'föreslagen' | 'svar' | 'återkallad'
>;

/**
 * One row for each month since the first referral: the places that there are, those taken and those who wait on the last day of the
 * month (or today), who began, and how long they had queued. That the number of places was another before is not known
 * (docs/tolkningar/W08).
 */
export function insatsmånader(
  insats: Pick<Insats, 'namn' | 'platser' | 'stegtrappa' | 'område' | 'kostnad' | 'status'>,
  anvisningar: readonly Platsanvisning[],
  trappa: Stegtrappa,
  nu: string,
): Insatsmånad[] {
  const idag = dagFör(nu);
  const första = anvisningar.map(({ föreslagen }) => dagFör(föreslagen).slice(0, 7)).toSorted()[0] ?? idag.slice(0, 7);
  return månaderMellan(första, idag.slice(0, 7)).map((månad) => {
    const [dag = idag] = [sistaDagen(månad), idag].toSorted();
    const började = anvisningar.filter((a) => a.startad?.slice(0, 7) === månad);
    return {
      månad,
      insats: insats.namn,
      steg: insats.stegtrappa === undefined ? SAKNAS : stegnamn(trappa, insats.stegtrappa),
      område: INSATSOMRÅDEN[insats.område],
      platser: insats.platser,
      upptagna: anvisningar.filter((a) => harPlats(a, dag)).length,
      iKö: anvisningar.filter((a) => köar(a, dag)).length,
      börjat: började.length,
      ködagar: började.reduce((sum, a) => sum + ködagar(a), 0),
      kostnad: (insats.kostnad ?? 0) * insats.platser,
    };
  });
}

/** Activities of the same name in the same month together. */
export function slåIhop(rader: readonly Insatsmånad[]): Insatsmånad[] {
  return [...Map.groupBy(rader, (r) => `${r.månad} ${r.insats}`).values()].map((lika) => {
    const summa = (tal: (r: Insatsmånad) => number) => lika.reduce((sum, r) => sum + tal(r), 0);
    return {
      ...lika[0]!,
      platser: summa((r) => r.platser),
      upptagna: summa((r) => r.upptagna),
      iKö: summa((r) => r.iKö),
      börjat: summa((r) => r.börjat),
      ködagar: summa((r) => r.ködagar),
      kostnad: summa((r) => r.kostnad),
    };
  });
}

function harPlats(a: Platsanvisning, dag: Dag): boolean {
  if (a.startad !== undefined) return a.startad <= dag && dag <= a.till;
  return a.status === 'plats' && a.från <= dag && dag <= a.till;
}

function köar(a: Platsanvisning, dag: Dag): boolean {
  if (a.kö === undefined || dagFör(a.kö.tid) > dag) return false;
  const slut = a.startad ?? (a.återkallad ? dagFör(a.återkallad.tid) : a.status === 'plats' ? a.från : undefined);
  return slut === undefined ? a.status === 'i-ko' : slut > dag;
}

/** Days from when the person was put in the queue to the start; 0 for one who got a place at once. */
function ködagar({ kö, startad }: Platsanvisning): number {
  if (kö === undefined || startad === undefined) return 0;
  return Math.max(0, Math.round((Date.parse(startad) - Date.parse(dagFör(kö.tid))) / 86_400_000));
}
