import { type Dag, flyttaMånad, type Månad } from '@stegvis/casework';
import type { Statistikfråga } from '../fraga.ts';
import type { Indikator } from '../indikator.ts';
import { INDIKATORER, indikator } from '../indikatorer/index.ts';
import { RAPPORTPLAN, rapportfrågor } from '../rapport/rapportplan.ts';
import { frågaFör } from './uttag.ts';

/** What a unit head and a member of the board want to see in one look, by area. */
export const ÖVERSIKTEN = [
  { rubrik: 'Hushåll och bistånd', mått: ['hushall', 'utbetalt', 'nya-hushall', 'avslutade-hushall'] },
  { rubrik: 'Ansökan och beslut', mått: ['vantetid-median', 'vantar', 'inom-dygn', 'automatiska-andel'] },
  { rubrik: 'Över tid', mått: ['aterkomst', 'langvarigt', 'mycket-langvarigt', 'barn-langvarigt'] },
  { rubrik: 'Insatser', mått: ['tid-till-insats', 'i-insats-andel', 'belaggning', 'kotid'] },
] as const;

/** What a single month says too little of: so few end, or begin, in a month. */
const PER_ÅR: readonly string[] = ['aterkomst', 'tid-till-insats', 'i-insats-andel'];
const MÅNADER = 25;
const ÅR = 6;

/** Months that a measure's own page shows when nobody has chosen: two years and one month, or five years of what is told by the year. */
export function förvaldaMånader(mått: Indikator): number {
  return mått.tid.kortast === 'ar' ? 60 : MÅNADER;
}

/** The question of a picture of the overview: 25 months to the last whole one, or the last years of what is told by the year. */
export function översiktsfråga(mått: Indikator, sista: Månad): Statistikfråga {
  const år = mått.tid.kortast === 'ar' || PER_ÅR.includes(mått.id);
  const till = år ? `${Number(sista.slice(0, 4)) - 1}-12` : sista;
  return {
    indikator: mått.id,
    från: år ? `${Number(till.slice(0, 4)) - ÅR + 1}-01` : flyttaMånad(till, 1 - MÅNADER),
    till,
    tid: år ? 'ar' : mått.tid.kortast,
    uppdelning: [],
    filter: {},
  };
}

/** The last month of the overview: the last whole one, or the last that there are facts of. */
export function översiktsmånad(idag: Dag, omfång: { readonly till: Månad } | undefined): Månad {
  const senaste = flyttaMånad(idag.slice(0, 7), -1);
  return omfång && omfång.till < senaste ? omfång.till : senaste;
}

/** Every question that the overview, the measures' pages and the report ask before anybody has chosen: counted at night, so that they are ready. */
export function förvaldaFrågor(idag: Dag, omfång: { readonly till: Månad } | undefined): Statistikfråga[] {
  const sista = översiktsmånad(idag, omfång);
  return [
    ...ÖVERSIKTEN.flatMap(({ mått }) => mått.flatMap((id) => indikator(id) ?? [])).map((mått) =>
      översiktsfråga(mått, sista),
    ),
    ...INDIKATORER.map((mått) =>
      frågaFör(
        {
          indikator: mått.id,
          tid: mått.tid.kortast,
          uppdelning: [],
          filter: {},
          period: { slag: 'senaste', månader: förvaldaMånader(mått) },
        },
        idag,
      ),
    ),
    ...RAPPORTPLAN.flatMap(({ mått }) => mått.flatMap((m) => rapportfrågor(m, sista))),
  ];
}
