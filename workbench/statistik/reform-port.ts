import type { ActResult } from '@stegvis/casework';
import type { Trace } from '@stegvis/engine';
import type { Körning, Reformval, SkyddatReformsvar } from '@stegvis/statistics';
import type { Medarbetare } from '../port.ts';

/** What can be chosen when a reform is tried. */
export interface Reformstart {
  /** Months with decisions, newest first. */
  readonly månader: readonly string[];
  /** Months that synthetic households can be made for. */
  readonly syntetmånader: readonly string[];
}

/** One household before and after, öre. */
export interface FöreEfter {
  readonly rubrik: string;
  readonly rader: readonly {
    readonly namn: string;
    readonly före: number | undefined;
    readonly efter: number | undefined;
  }[];
  readonly före: Trace;
  readonly efter: Trace;
}

export interface Reformbild {
  readonly körning: Omit<Körning, 'resultat' | 'parametrar'>;
  readonly val: Reformval;
  readonly svar: SkyddatReformsvar;
  /** If the one who reads may see the cases behind. */
  readonly fårSeFall: boolean;
}

/** A case behind the figures, for those who may open it anyway. Öre a month. */
export interface Reformfallrad {
  readonly ansökan: string;
  /** Empty where the person is protected and the reader may not see. */
  readonly namn: string;
  readonly före: number;
  readonly efter: number;
}

/** Trying a reform on households: nothing it says changes anybody's assistance. */
export interface Reformport {
  reformstart(who: Medarbetare): Promise<Reformstart | undefined>;
  /** Starts the run; gives its id. */
  körReform(
    who: Medarbetare,
    fält: Readonly<Record<string, string>>,
    delar: readonly string[],
  ): Promise<ActResult<{ körning: string }>>;
  reformresultat(who: Medarbetare, id: string): Promise<Reformbild | undefined>;
  reformfall(
    who: Medarbetare,
    id: string,
  ): Promise<
    { readonly val: Reformval; readonly rader: readonly Reformfallrad[]; readonly ändrade: number } | undefined
  >;
  reformhushåll(who: Medarbetare, id: string, ansökan: string): Promise<FöreEfter | undefined>;
  /** The same for a household that is nobody's, for everybody who reads statistics. */
  reformexempel(who: Medarbetare, id: string, exempel: string): Promise<FöreEfter | undefined>;
}
