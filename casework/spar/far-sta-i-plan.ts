import type { Dag, Månad } from '../tid.ts';
import type { Spårplacering } from './spar.ts';
import { spåretsSlut } from './sparets-slut.ts';

/** What is asked about an entry of a plan. `syften` are the aims of the activity it comes from; undefined for a free entry. */
export interface Planpostfråga {
  område: string;
  från: Dag;
  syften?: readonly string[] | undefined;
}

/**
 * Whether an entry may stand in the plan of a person with this place in a track. While the track is one where the person looks for
 * work on her own (100 days), only job-seeking may: an activity whose only aim is job-seeking, or a free entry in the area work. From
 * the day the track ends — at the latest when 12 kap. 4 a § falls due — anything may.
 */
export function fårStåIPlan(
  placering: Pick<Spårplacering, 'namn' | 'från' | 'slutar' | 'baraJobbsökande' | 'till'> | undefined,
  post: Planpostfråga,
  kravFrån: Månad | undefined,
): { får: true } | { får: false; text: string; tillåtet: string } {
  if (!placering?.baraJobbsökande || placering.till !== undefined) return { får: true };
  const slut = spåretsSlut(placering, kravFrån);
  if (slut !== undefined && post.från > slut.dag) return { får: true };
  const söker =
    post.område === 'arbete' && (post.syften === undefined || post.syften.every((syfte) => syfte === 'soka-arbete'));
  if (söker) return { får: true };
  return {
    får: false,
    text: `I spåret ${placering.namn} får planen bara ha tid att söka arbete.`,
    tillåtet:
      slut === undefined
        ? 'Byt spår innan du lägger in en aktivitet.'
        : `Lägg aktiviteten efter ${slut.dag}, då spåret slutar, eller byt spår först.`,
  };
}
