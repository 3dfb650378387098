import type { PersonId } from '../person.ts';
import type { Dag, Tidpunkt } from '../tid.ts';

export type Uppföljningsrytm = 'veckovis' | 'varannan-vecka' | 'manadsvis';

export const UPPFÖLJNINGSRYTMER: Readonly<Record<Uppföljningsrytm, string>> = {
  veckovis: 'varje vecka',
  'varannan-vecka': 'varannan vecka',
  manadsvis: 'varje månad',
};

/** The kind of support that an assessment points to; each track says which one it is for. */
export type Stödbehov =
  | 'klarar-sig-sjalv'
  | 'arbete-inom-arton-manader'
  | 'svenska'
  | 'samordnat-stod'
  | 'vidare-utredning';

export const STÖDBEHOV: Readonly<Record<Stödbehov, string>> = {
  'klarar-sig-sjalv': 'Klarar sin situation själv på kort tid',
  'arbete-inom-arton-manader': 'Kan nå arbete eller studier inom 18 månader',
  svenska: 'Behöver läsa svenska',
  'samordnat-stod': 'Behöver stöd från flera samtidigt',
  'vidare-utredning': 'Behöver utredas mer',
};

/** How long a track is. */
export type Spårlängd = { antal: number; enhet: 'dagar' | 'manader' } | undefined;

/** One track as the municipality has it. */
export interface Spår {
  /** ASCII, never reused for another track. */
  id: string;
  namn: string;
  syfte: string;
  behov: Stödbehov;
  /** Undefined: as long as it is needed. */
  längd: Spårlängd;
  uppföljningsrytm: Uppföljningsrytm;
  /** Which organisation works with it. */
  organisation: string;
  /** The plan may hold job-seeking only, until 12 kap. 4 a § asks for more; the track ends then. */
  baraJobbsökande: boolean;
}

/** One version of a municipality's tracks: who decided it, when and why. Never changed. */
export interface Spårinställning {
  version: number;
  spår: readonly Spår[];
  skäl: string;
  av: { id: string; namn: string } | undefined;
  tid: Tidpunkt | undefined;
}

/** What was proposed when a track was decided. */
export interface Spårförslag {
  behov: Stödbehov;
  /** The identity of the proposed track; undefined when the municipality has no track for the need. */
  förslag: string | undefined;
  namn: string;
  skäl: readonly string[];
  /** The version of the published rules. */
  regler: number;
}

/** One person's place in one track, from a day until she leaves it. */
export interface Spårplacering {
  id: string;
  person: PersonId;
  spår: string;
  /** As the track was called then. */
  namn: string;
  organisation: string;
  uppföljningsrytm: Uppföljningsrytm;
  baraJobbsökande: boolean;
  från: Dag;
  /** The day she left; undefined while she is there. */
  till: Dag | undefined;
  /** The last day by the track's length. */
  slutar: Dag | undefined;
  /** The version of the tracks it was decided by. */
  inställning: number;
  bedömning: string | undefined;
  förslag: Spårförslag | undefined;
  /** Why another track than the proposed was decided; undefined when it is the proposed one, or nothing was proposed. */
  avsteg: string | undefined;
  skäl: string;
  beslutad: Tidpunkt;
  beslutadAv: { id: string; namn: string };
  avslutsskäl: string | undefined;
  version: number;
}

/** The place the person has now. */
export function gällandeSpår(placeringar: readonly Spårplacering[]): Spårplacering | undefined {
  return placeringar.find((p) => p.till === undefined);
}
