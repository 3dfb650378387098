import type { TenantTransaction } from '@stegvis/database';
import { fältet, indikator, type SkyddatSvar, type Statistikfråga, skydda } from '@stegvis/statistics';

/**
 * Counts a question and protects the answer: the only way for a figure from the facts out of the server.
 * @throws Frågefel when the indicator does not allow the question
 */
export async function ställFråga(t: TenantTransaction, fråga: Statistikfråga): Promise<SkyddatSvar> {
  const råsvar = await t.statistik.räkna(fråga);
  const värden: Record<string, readonly string[]> = {};
  const källa = indikator(fråga.indikator)?.källa;
  for (const namn of fråga.uppdelning)
    if (källa !== undefined && fältet(källa, namn)?.typ !== 'ja-nej') värden[namn] = await t.statistik.värden(namn);
  return skydda(råsvar, { värden });
}

/** An answer without a figure, to a question that was not counted. */
export const tomtSvar = (fråga: Statistikfråga) => ({
  fråga,
  celler: [],
  underlagFrån: undefined,
  överlappar: false,
  anmärkningar: [],
});
