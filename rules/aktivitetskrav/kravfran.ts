import { addMonths, month } from '@stegvis/engine';
import { aktivitetskravLaw as lag } from './aktivitetskrav.law.ts';
import { gäller } from './gallande-lag.ts';

/** Från vilken månad aktivitetskravet ska ställas på den som fortsätter att få försörjningsstöd. */
export interface Kravmånader {
  /** Den första månaden i den följd av månader som räknas, ÅÅÅÅ-MM. */
  readonly följdFrån: string;
  /** Den senaste kända månaden i följden. */
  readonly följdTill: string;
  /** Den första månad som kravet ska ställas för, om följden inte bryts (SoL 12 kap. 4 a § första stycket). */
  readonly från: string;
  /** Månaden närmast före, vanligen den tredje: då görs planen (4 e §), så att den är klar när kravet börjar. */
  readonly planUnder: string;
}

/**
 * Läser den senaste obrutna följden av månader med försörjningsstöd. Tre hela månader ska ha gått, närmast före (A01, A02);
 * skyldigheten gäller först för oktober 2026 (SFS 2026:730 p. 2). `undefined` utan några månader.
 * Månaderna är ÅÅÅÅ-MM i valfri ordning; dubbletter spelar ingen roll.
 */
export function kravfrån(biståndsmånader: readonly string[]): Kravmånader | undefined {
  const senast = [...biståndsmånader].sort().at(-1);
  if (senast === undefined) return undefined;
  const har = new Set(biståndsmånader);
  let följdFrån = senast;
  while (har.has(flytta(följdFrån, -1))) följdFrån = flytta(följdFrån, -1);
  let från = flytta(följdFrån, sammanhängandeMånader);
  while (!gäller(lag.grounds.skyldighet, från)) från = flytta(från, 1);
  return { följdFrån, följdTill: senast, från, planUnder: flytta(från, -1) };
}

const sammanhängandeMånader = lag.parameters.sammanhangandeManader.versions[0]?.value as number;
const flytta = (månad: string, steg: number): string => addMonths(month(månad), steg);
