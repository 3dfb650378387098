import { aktivitetskravLaw as lag } from './aktivitetskrav.law.ts';
import { lagrum, lagtal, månadsläge } from './gallande-lag.ts';

/**
 * Hur många veckors uppehåll i aktiviteterna nämnden högst får ge under ett kalenderår (SoL 12 kap. 4 f §). Gäller krav enligt
 * 4 a och 4 d §§, inte rehabilitering enligt 4 g §.
 * @param månad ÅÅÅÅ-MM
 * @throws NotInForce före juli 2026
 */
export function uppehållsveckorPerÅr(månad: string): { veckor: number; grund: string } {
  return {
    veckor: lagtal(lag.parameters.uppehallsveckor, månad),
    grund: lagrum(lag.grounds.uppehall, månadsläge(månad)),
  };
}
