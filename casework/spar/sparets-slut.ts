import { type Dag, flyttaDag, flyttaMånad, type Månad } from '../tid.ts';
import type { Spårlängd, Spårplacering } from './spar.ts';

/** The last day of a track that begins on the day; undefined when it has no length. */
export function sistaDagEfterLängd(från: Dag, längd: Spårlängd): Dag | undefined {
  if (!längd) return undefined;
  if (längd.enhet === 'dagar') return flyttaDag(från, längd.antal - 1);
  const månad = flyttaMånad(från.slice(0, 7), längd.antal);
  const sista = flyttaDag(`${flyttaMånad(månad, 1)}-01`, -1);
  const samma = `${månad}-${från.slice(8, 10)}`;
  return flyttaDag(samma > sista ? flyttaDag(sista, 1) : samma, -1);
}

/**
 * When the place ends and why: by its length, or, where the plan may hold job-seeking only, when the activity requirement of
 * 12 kap. 4 a § falls due (`kravFrån`, the first month it must be made) if that is earlier.
 */
export function spåretsSlut(
  placering: Pick<Spårplacering, 'från' | 'slutar' | 'baraJobbsökande'>,
  kravFrån: Månad | undefined,
): { dag: Dag; skäl: 'langd' | 'aktivitetskrav' } | undefined {
  const { slutar, baraJobbsökande } = placering;
  const krav = baraJobbsökande && kravFrån !== undefined ? flyttaDag(`${kravFrån}-01`, -1) : undefined;
  if (krav !== undefined && (slutar === undefined || krav < slutar)) return { dag: krav, skäl: 'aktivitetskrav' };
  return slutar === undefined ? undefined : { dag: slutar, skäl: 'langd' };
}
