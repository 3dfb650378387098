import type { Månad } from '@stegvis/casework';
import type { FrigjordTid, Likabehandling } from '@stegvis/statistics';
import type { Medarbetare } from '../port.ts';

export interface Likabehandlingsbild {
  readonly från: Månad;
  readonly till: Månad;
  /** One comparison a measure, of protected figures alone. */
  readonly mått: readonly { readonly namn: string; readonly mening: string; readonly svar: Likabehandling }[];
  /** The same months the year before against these; or why nothing can be said. */
  readonly tid: { readonly ok: true; readonly svar: FrigjordTid } | { readonly ok: false; readonly skäl: string };
}

/** Like households in the districts, and time freed. */
export interface Likabehandlingsport {
  /** The twelve whole months before today; undefined for those who may not read statistics, and while there are no facts. */
  likabehandlingsbild(who: Medarbetare): Promise<Likabehandlingsbild | undefined>;
}
