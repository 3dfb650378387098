import { flyttaMånad, type Månad } from '@stegvis/casework';
import type { Statistikfråga } from '../fraga.ts';

/**
 * The time a figure of the report is about, counted from the month of the report: the month; the last quarter or calendar year that has
 * ended by then; twelve months together, where a month is too few; or twelve months that ended a year before, where what is counted is
 * what came after.
 */
export type Rapporttid = 'manad' | 'kvartal' | 'ar' | 'tolv' | 'tolv-aret-fore';

export interface Rapportmått {
  readonly indikator: string;
  readonly tid: Rapporttid;
}

export interface Avsnittsplan {
  readonly id: string;
  readonly rubrik: string;
  readonly mått: readonly Rapportmått[];
}

const månad = (...idn: string[]): Rapportmått[] => idn.map((id) => ({ indikator: id, tid: 'manad' }));
const under = (tid: Rapporttid, ...idn: string[]): Rapportmått[] => idn.map((id) => ({ indikator: id, tid }));

/** The parts of the report and their figures, in the order the board reads them. */
export const RAPPORTPLAN: readonly Avsnittsplan[] = [
  {
    id: 'utbetalningar',
    rubrik: 'Utbetalt bistånd',
    mått: månad('utbetalt', 'utbetalt-12-1', 'utbetalt-12-2', 'kr-per-hushall', 'kr-per-invanare'),
  },
  {
    id: 'hushall',
    rubrik: 'Hushåll och personer',
    mått: månad('hushall', 'personer', 'nya-hushall', 'avslutade-hushall'),
  },
  {
    id: 'barn',
    rubrik: 'Barn',
    mått: [...månad('barn'), ...under('ar', 'barn-langvarigt', 'barn-langvarigt-befolkning')],
  },
  {
    id: 'langvarigt',
    rubrik: 'Långvarigt bistånd',
    mått: under('ar', 'langvarigt-antal', 'langvarigt', 'langvarigt-befolkning', 'mycket-langvarigt'),
  },
  {
    id: 'aterkomst',
    rubrik: 'Avslut och återkomst',
    mått: [...under('tolv', 'avslutade'), ...under('tolv-aret-fore', 'aterkomst', 'hallbart-avslut-12')],
  },
  {
    id: 'vantetid',
    rubrik: 'Väntan på beslut',
    mått: månad('inom-dygn', 'vantetid-median', 'vantetid-p90', 'vantar'),
  },
  {
    id: 'automatik',
    rubrik: 'Automatiska beslut',
    mått: [...månad('automatiska-andel'), ...under('tolv', 'granskade-andel', 'granskade-fel')],
  },
  {
    id: 'avslag',
    rubrik: 'Avslag och överklaganden',
    mått: [
      ...månad('beslut', 'avslag-andel', 'avslag-processuella-andel'),
      ...under('tolv', 'overklaganden', 'overklaganden-andrade'),
    ],
  },
  {
    id: 'vagen',
    rubrik: 'Aktiviteter och kö',
    mått: [
      ...månad('i-insats-andel', 'platser', 'belaggning', 'i-ko'),
      ...under('tolv', 'tid-till-insats', 'stegforflyttningar-upp'),
    ],
  },
  {
    id: 'enligt-lag',
    rubrik: 'Rapporter enligt lag',
    mått: under('kvartal', 'ivo-4a', 'ivo-4d', 'ivo-nedsatt', 'ej-verkstallda', 'verkstallda-sent'),
  },
];

/** A figure's period: the key in the answer, the months, and what it is called. */
export interface Rapportperiod {
  readonly från: Månad;
  readonly till: Månad;
}

const årAv = (m: Månad) => Number(m.slice(0, 4));
const månadsnummer = (m: Månad) => Number(m.slice(5, 7));

/** The period that a figure is about in a report of this month. */
export function rapportperiod(tid: Rapporttid, månaden: Månad): Rapportperiod {
  if (tid === 'manad') return { från: månaden, till: månaden };
  if (tid === 'tolv') return { från: flyttaMånad(månaden, -11), till: månaden };
  if (tid === 'tolv-aret-fore') return { från: flyttaMånad(månaden, -24), till: flyttaMånad(månaden, -13) };
  if (tid === 'kvartal') {
    const till = flyttaMånad(månaden, -(månadsnummer(månaden) % 3));
    return { från: flyttaMånad(till, -2), till };
  }
  const år = månadsnummer(månaden) === 12 ? årAv(månaden) : årAv(månaden) - 1;
  return { från: `${år}-01`, till: `${år}-12` };
}

/** The period before it, and the same a year before; the former is undefined where it would overlap or be the same as the latter. */
export function jämförelseperioder(
  tid: Rapporttid,
  månaden: Månad,
): { readonly före: Rapportperiod | undefined; readonly åretFöre: Rapportperiod } {
  const { från, till } = rapportperiod(tid, månaden);
  const flytta = (n: number) => ({ från: flyttaMånad(från, n), till: flyttaMånad(till, n) });
  return { före: tid === 'manad' ? flytta(-1) : tid === 'kvartal' ? flytta(-3) : undefined, åretFöre: flytta(-12) };
}

/** What is asked for one figure: one question a period, and for a month the thirteen months together. */
export function rapportfrågor({ indikator: id, tid }: Rapportmått, månaden: Månad): readonly Statistikfråga[] {
  const grund = { indikator: id, uppdelning: [], filter: {} };
  const nu = rapportperiod(tid, månaden);
  if (tid === 'manad') return [{ ...grund, från: flyttaMånad(månaden, -12), till: månaden, tid: 'manad' }];
  const { före, åretFöre } = jämförelseperioder(tid, månaden);
  return [nu, åretFöre, ...(före ? [före] : [])].map((p) => ({ ...grund, ...p, tid: 'hela' as const }));
}
