import { type ActResult, refuse } from '../refusal.ts';
import { type Dag, flyttaDag, type Tidpunkt } from '../tid.ts';
import type { Inskrivningsläge, Inskrivningsundantag } from './inskrivning.ts';
import type { Spårplacering } from './spar.ts';

/** How many track decisions followed the proposal, went another way, or had none to follow. */
export interface Avstegsmått {
  beslut: number;
  enligtFörslag: number;
  avsteg: readonly Spårplacering[];
  utanFörslag: number;
}

export function avstegsmått(placeringar: readonly Spårplacering[]): Avstegsmått {
  const avsteg = placeringar.filter((p) => p.avsteg !== undefined);
  const utanFörslag = placeringar.filter((p) => p.förslag?.förslag === undefined).length;
  return {
    beslut: placeringar.length,
    enligtFörslag: placeringar.length - avsteg.length - utanFörslag,
    avsteg,
    utanFörslag,
  };
}

export type Inskrivningsutfall = 'i-tid' | 'for-sent' | 'vantar' | 'forsenad' | 'undantagen';

/** Whether one person was enrolled within the board's days from the first application. */
export function inskrivningsutfall(
  läge: Inskrivningsläge,
  inomDagar: number,
  idag: Dag,
): { utfall: Inskrivningsutfall; senast: Dag } {
  const senast = flyttaDag(läge.inkommen, inomDagar);
  if (läge.undantag !== undefined) return { utfall: 'undantagen', senast };
  if (läge.inskriven !== undefined) return { utfall: läge.inskriven <= senast ? 'i-tid' : 'for-sent', senast };
  return { utfall: senast < idag ? 'forsenad' : 'vantar', senast };
}

/** Exempts a person from being enrolled within the days, by one of the exemptions that the board has listed. */
export function undantaFrånInskrivning(
  tillåtna: readonly string[],
  input: {
    id: string;
    person: string;
    undantag: string;
    skäl: string;
    av: { id: string; namn: string };
    nu: Tidpunkt;
  },
): ActResult<{ undantag: Inskrivningsundantag }> {
  if (!tillåtna.includes(input.undantag))
    return refuse('okant-undantag', 'Undantaget finns inte i nämndens lista.', 'Välj ett av nämndens undantag.', [
      { fält: 'undantag', text: `Välj ett av nämndens undantag: ${tillåtna.join(', ')}.` },
    ]);
  return {
    ok: true,
    undantag: {
      id: input.id,
      person: input.person,
      undantag: input.undantag,
      skäl: input.skäl.trim(),
      av: { id: input.av.id, namn: input.av.namn },
      tid: input.nu,
    },
  };
}
