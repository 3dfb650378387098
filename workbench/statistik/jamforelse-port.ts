import type { ActResult, Tidpunkt } from '@stegvis/casework';
import type { Enhet, Jämförelsegrupp, Koladaområde, Körning, Motsvarighet, Skyddat } from '@stegvis/statistics';
import type { Medarbetare } from '../port.ts';

/** One year's figures, of all, of women or of men. */
export interface Jämförelsetal {
  /** Counted here; undefined where there are no facts for the year. */
  readonly eget: Skyddat | undefined;
  /** What Kolada says of the own municipality; null: no value. */
  readonly koladaEget: number | null;
  readonly riket: number | null;
  /** Of the group's municipalities with a value. */
  readonly grupp:
    | { readonly antal: number; readonly lägst: number; readonly median: number; readonly högst: number }
    | undefined;
}

/** One year of a key figure. */
export interface Jämförelseår extends Jämförelsetal {
  readonly år: number;
  /** Where Kolada has the key figure apart; undefined where it has not. */
  readonly kön: { readonly kvinnor: Jämförelsetal; readonly män: Jämförelsetal } | undefined;
}

export interface Jämförelsemått {
  readonly motsvarighet: Motsvarighet;
  readonly enhet: Enhet;
  /** Kolada's own name and definition, and the day they were fetched; undefined until they have been. */
  readonly officiellt: { readonly titel: string; readonly beskrivning: string; readonly hämtad: Tidpunkt } | undefined;
  readonly åren: readonly Jämförelseår[];
}

export interface Jämförelsebild {
  /** Whose figures the others' are, as it stands on the page. */
  readonly källa: string;
  readonly egen: { readonly kod: string; readonly namn: string };
  readonly grupper: readonly Jämförelsegrupp[];
  readonly vald: Jämförelsegrupp | undefined;
  /** Every municipality of the last fetch, by name. */
  readonly kommuner: readonly Koladaområde[];
  readonly mått: readonly Jämförelsemått[];
  readonly hämtad: Tidpunkt | undefined;
  /** The latest fetch, however it went. */
  readonly senasteKörning: Pick<Körning, 'id' | 'status' | 'felord' | 'startad' | 'startadAv'> | undefined;
  /** May fetch, and change groups. */
  readonly fårÄndra: boolean;
  readonly gräns: number;
}

export interface Gruppönskan {
  readonly namn: string;
  /** Names or codes of municipalities, one a line. */
  readonly kommuner: string;
}

export interface Jämförelseport {
  /** The latest comparison, with the group of that id, or the first. undefined for somebody who may not read. Logged. */
  jämförelsebild(who: Medarbetare, grupp: string | undefined): Promise<Jämförelsebild | undefined>;
  /** Starts a fetch; gives the run. */
  hämtaKolada(who: Medarbetare): Promise<ActResult<{ körning: string }>>;
  /** A new group, or the one of that id and version. */
  sparaGrupp(
    who: Medarbetare,
    vad: { readonly id: string; readonly version: number } | undefined,
    önskan: Gruppönskan,
  ): Promise<ActResult<{ grupp: Jämförelsegrupp }>>;
  taBortGrupp(who: Medarbetare, id: string, version: number): Promise<ActResult<object>>;
}
