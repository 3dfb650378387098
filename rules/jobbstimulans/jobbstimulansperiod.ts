import { addMonths, type Month, monthsBetween } from '@stegvis/engine';

/** Lagens mått för jobbstimulansen: månader i följd som krävs, och månader som den sedan gäller. */
export type Periodmått = { readonly iFöljd: number; readonly periodMånader: number };

/**
 * Första månaden i den senaste jobbstimulansperioden före eller i `månad`, annars undefined. Perioden börjar månaden
 * efter den sista av månaderna i följd, direkt eller tidigare, och löper sedan utan avbrott. Nya månader i följd räknas
 * först efter att perioden har tagit slut (docs/tolkningar/T06). En period som en myndighet har slagit fast gäller före
 * det som månaderna visar.
 */
export const jobbstimulansperiod = (
  biståndsmånader: readonly Month[],
  fastställdFrån: Month | undefined,
  månad: Month,
  { iFöljd, periodMånader }: Periodmått,
): Month | undefined => {
  let från = fastställdFrån;
  let räknade = 0;
  let senaste: Month | undefined;
  for (const m of iOrdning(biståndsmånader)) {
    if (m >= månad) break;
    if (m === senaste) continue;
    if (från !== undefined && monthsBetween(från, m) < periodMånader) continue;
    räknade = senaste !== undefined && monthsBetween(senaste, m) === 1 ? räknade + 1 : 1;
    senaste = m;
    if (räknade < iFöljd) continue;
    från = addMonths(m, 1);
    räknade = 0;
    senaste = undefined;
  }
  return från;
};

const iOrdning = (månader: readonly Month[]): readonly Month[] =>
  månader.every((m, i) => i === 0 || månader[i - 1]! <= m) ? månader : månader.toSorted();
