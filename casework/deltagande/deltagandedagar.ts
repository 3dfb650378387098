import { läkarintygKrävs } from '@stegvis/rules';
import type { Dag } from '../tid.ts';
import { type Deltagandemark, gällandeMärken } from './deltagandemark.ts';
import {
  bedömningFör,
  type Frånvarobedömning,
  type Frånvaroförklaring,
  förklaringFör,
  type Intygsbeslut,
  type Läkarintyg,
} from './franvaro.ts';
import { dagarna } from './isovecka.ts';
import { type Placering, planeradeTimmar, type Uppehållsplan } from './planerad-dag.ts';

/** Everything that is known of one person's attendance. */
export interface Deltagandeunderlag {
  anvisningar: readonly Placering[];
  märken: readonly Deltagandemark[];
  planer: readonly Uppehållsplan[];
  förklaringar: readonly Frånvaroförklaring[];
  bedömningar: readonly Frånvarobedömning[];
  intyg: readonly Läkarintyg[];
  intygsbeslut: readonly Intygsbeslut[];
  idag: Dag;
}

/** How the hours of a day count. */
export const TIMSLAG = [
  'deltog',
  'giltigFrånvaro',
  'förklaradFrånvaro',
  'oförklaradFrånvaro',
  'ogiltigFrånvaro',
  'inteMarkerat',
  'kommande',
] as const;
export type Timslag = (typeof TIMSLAG)[number];

/** Whether a certificate is due for a day of sickness, and where it is. */
export type Intygsläge = 'kravs-inte' | 'finns' | 'anmalt' | 'saknas';

/** One planned or marked day of a referral with all that is known of it. */
export interface Deltagandedag {
  anvisning: string;
  insats: string;
  dag: Dag;
  /** Planned hours; at least those of the mark. */
  timmar: number;
  mark: Deltagandemark | undefined;
  förklaring: Frånvaroförklaring | undefined;
  bedömning: Frånvarobedömning | undefined;
  /** Undefined when the day is not marked as sickness. */
  intyg: { läge: Intygsläge; text: string; grund: string | undefined; dagarIFöljd: number } | undefined;
  /** How the marked hours count; the rest of the day is not marked. */
  räknas: Timslag;
  /** A voluntary activity: nothing of it is in the monthly basis. */
  frivillig: boolean;
}

/** Every planned or marked day from one day to another, in order. */
export function deltagandedagar(underlag: Deltagandeunderlag, från: Dag, till: Dag): Deltagandedag[] {
  const märken = gällandeMärken(underlag.märken);
  const sjukdagar = sjukperioder(underlag, märken, till);
  return dagarna(från, till).flatMap((dag) =>
    underlag.anvisningar.flatMap((anvisning): Deltagandedag[] => {
      const mark = märken.find((m) => m.anvisning === anvisning.id && m.dag === dag);
      const timmar = Math.max(planeradeTimmar(anvisning, underlag.planer, dag), mark?.timmar ?? 0);
      if (timmar === 0) return [];
      const förklaring = förklaringFör(underlag.förklaringar, anvisning.id, dag);
      const bedömning = mark && bedömningFör(underlag.bedömningar, mark.id);
      const intyg =
        mark?.slag === 'sjuk-utan-intyg' || mark?.slag === 'sjuk-med-intyg'
          ? intygsläge(underlag, anvisning, mark, sjukdagar.get(dag) ?? 1)
          : undefined;
      return [
        {
          anvisning: anvisning.id,
          insats: anvisning.insats,
          dag,
          timmar,
          mark,
          förklaring,
          bedömning,
          intyg,
          räknas: räkna(mark, förklaring, bedömning, intyg?.läge, dag >= underlag.idag),
          frivillig: anvisning.grund === 'frivillig',
        },
      ];
    }),
  );
}

function räkna(
  mark: Deltagandemark | undefined,
  förklaring: Frånvaroförklaring | undefined,
  bedömning: Frånvarobedömning | undefined,
  intyg: Intygsläge | undefined,
  kommande: boolean,
): Timslag {
  if (!mark) return kommande ? 'kommande' : 'inteMarkerat';
  if (mark.slag === 'deltog' || mark.slag === 'annan-aktivitet') return 'deltog';
  if (bedömning) return bedömning.giltig ? 'giltigFrånvaro' : 'ogiltigFrånvaro';
  if (mark.slag === 'giltig-franvaro' || intyg === 'kravs-inte' || intyg === 'finns') return 'giltigFrånvaro';
  return förklaring || intyg === 'anmalt' ? 'förklaradFrånvaro' : 'oförklaradFrånvaro';
}

/**
 * How many days in a row the sickness has lasted on each day it is marked: from the first marked day of sickness, the days between
 * included, until a planned day that is not marked as sickness. A day that is not marked breaks the row: nothing is known of it.
 */
function sjukperioder(underlag: Deltagandeunderlag, märken: readonly Deltagandemark[], till: Dag): Map<Dag, number> {
  const dagar = new Map<Dag, number>();
  const första = märken.map(({ dag }) => dag).sort()[0];
  if (första === undefined) return dagar;
  let sedan: Dag | undefined;
  for (const dag of dagarna(första, till)) {
    const dagens = märken.filter((m) => m.dag === dag);
    const planerad =
      dagens.length > 0 || underlag.anvisningar.some((a) => planeradeTimmar(a, underlag.planer, dag) > 0);
    if (!planerad) continue;
    const sjuk = dagens.length > 0 && dagens.every((m) => m.slag === 'sjuk-utan-intyg' || m.slag === 'sjuk-med-intyg');
    if (!sjuk) {
      sedan = undefined;
      continue;
    }
    sedan ??= dag;
    dagar.set(dag, (Date.parse(dag) - Date.parse(sedan)) / 86_400_000 + 1);
  }
  return dagar;
}

function intygsläge(
  { intyg, intygsbeslut }: Deltagandeunderlag,
  { grund }: Placering,
  { dag, slag }: Deltagandemark,
  dagarIFöljd: number,
): NonNullable<Deltagandedag['intyg']> {
  const omfattar = ({ från, till }: { från: Dag; till: Dag }) => från <= dag && dag <= till;
  const beslut = intygsbeslut.filter(omfattar).toSorted((a, b) => (a.tid < b.tid ? 1 : -1))[0]?.slag;
  const svar = läkarintygKrävs({
    hinder: 'uteblir',
    månad: dag.slice(0, 7),
    dagarIFöljd,
    anvisning: grund,
    särskildaSkäl: beslut === 'begart',
    uppenbartObehövligt: beslut === 'undantag',
  });
  const täcker = intyg.filter(omfattar);
  const läge: Intygsläge =
    slag === 'sjuk-med-intyg' || täcker.some((i) => i.läst !== undefined)
      ? 'finns'
      : !svar.krävs
        ? 'kravs-inte'
        : täcker.length > 0
          ? 'anmalt'
          : 'saknas';
  return { läge, text: svar.text, grund: svar.grund, dagarIFöljd };
}
