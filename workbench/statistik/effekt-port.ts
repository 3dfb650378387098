import type { Månad } from '@stegvis/casework';
import type { Effektutfall, SkyddadEffekt } from '@stegvis/statistics';
import type { Medarbetare } from '../port.ts';

/** Who began the activity in these months. */
export interface Effektval {
  readonly insats: string;
  readonly från: Månad;
  readonly till: Månad;
}

/** One outcome within so many months; without `svar` too few to say anything. */
export interface Effektdel {
  readonly utfall: Effektutfall;
  readonly efter: number;
  readonly svar: SkyddadEffekt | undefined;
}

export interface Effektport {
  /** What can be chosen: the activities that occur, and the months that can be followed for a year. */
  effektval(who: Medarbetare): Promise<
    | {
        readonly insatser: readonly string[];
        readonly omfång: { readonly från: Månad; readonly till: Månad } | undefined;
      }
    | undefined
  >;
  /** undefined for somebody who may not read statistics; the attempt is logged. */
  effekt(who: Medarbetare, val: Effektval): Promise<readonly Effektdel[] | undefined>;
}
