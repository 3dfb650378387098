import type {
  ActResult,
  Begäransslag,
  Beslut,
  Beslutsbegäran,
  Dag,
  Månad,
  Rättelse,
  Återkrav,
  Överklagande,
} from '@stegvis/casework';
import type { Medborgare } from './port.ts';

/** One decision as it can be complained about. */
export interface Beslutsval {
  readonly beslut: Beslut;
  /** How it is appealed: to the board, or directly to the court as a test of legality. */
  readonly väg: 'forvaltningsbesvar' | 'laglighetsprovning';
  /** The last day an appeal may come in; undefined where the court counts it. */
  readonly sistaDag: Dag | undefined;
  readonly rättelser: readonly Rättelse[];
}

/** Everything that can be done about the decisions of an application, and what this person has done. */
export interface Efterbeslutsbild {
  readonly ansökan: string;
  readonly ärendenummer: string;
  readonly månad: Månad;
  /** In the order they were made. */
  readonly beslut: readonly Beslutsval[];
  /** The person's own; the other adult's are not hers to see. */
  readonly överklaganden: readonly Överklagande[];
  readonly begäranden: readonly Beslutsbegäran[];
  readonly återkrav: readonly Återkrav[];
  /** Names of the calculation's lines, to point at what is wrong. */
  readonly rader: readonly string[];
}

/** Appeal, review by a person, wrong facts and recovery, for the citizen's pages. */
export interface Överklagandeport {
  /** Reading it is when the person gets the decision: the three weeks count from the first time. */
  efterBeslut(person: Medborgare, ansökan: string): Promise<Efterbeslutsbild | undefined>;
  överklaga(
    person: Medborgare,
    ansökan: string,
    val: { beslut: string; ändring: string; skäl: string; villHaHjälp: boolean; avvisningen: string | undefined },
  ): Promise<ActResult<{ överklagande: Överklagande }>>;
  återkallaÖverklagande(person: Medborgare, överklagande: string): Promise<ActResult<object>>;
  begärOmBeslut(
    person: Medborgare,
    ansökan: string,
    val: { beslut: string; slag: Begäransslag; rad: string | undefined; text: string },
  ): Promise<ActResult<{ begäran: Beslutsbegäran }>>;
  /** The letter about the appeal, the correction or the claim, as PDF. */
  brevOm(person: Medborgare, ansökan: string, om: string): Promise<Uint8Array | undefined>;
  svaraPåÅterkrav(person: Medborgare, återkrav: string, text: string): Promise<ActResult<object>>;
}
