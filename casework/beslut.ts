import type { Öre } from './belopp.ts';
import type { Dag, Månad, Tidpunkt } from './tid.ts';

export type Utfall = 'bifall' | 'delavslag' | 'avslag';

/** Who decided: a person, or a named automated function. Both name the point of the delegation order that allows it. */
export type Beslutsfattare =
  | { slag: 'handlaggare'; id: string; namn: string; titel: string; delegationspunkt: string }
  | { slag: 'automatisk'; funktion: string; delegationspunkt: string };

/** How the person was heard before a negative outcome (FL 25 §): answer awaited, or obviously unnecessary with the reason. */
export type Kommunicering =
  | { slag: 'genomford'; skickad: Dag; svar: string | undefined }
  | { slag: 'uppenbart-obehovlig'; skäl: string };

/** A decision on an application. Never changed once made; a correction or change is a decision of its own. */
export interface Beslut {
  id: string;
  ansökan: string;
  ärende: string;
  /** The calculation it rests on. */
  beräkning: string;
  månad: Månad;
  utfall: Utfall;
  /** Granted assistance. */
  belopp: Öre;
  beslutsfattare: Beslutsfattare;
  /** The reasons in plain Swedish; never empty. */
  motivering: string;
  /** The sections applied. */
  lagrum: readonly string[];
  kommunicering: Kommunicering | undefined;
  /** The receipt of the calculation, as the rules gave it. */
  kvitto: unknown;
  beslutad: Tidpunkt;
}
