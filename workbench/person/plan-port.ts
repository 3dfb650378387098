import type {
  ActResult,
  Anvisning,
  Genomförandeplan,
  Insats,
  Kravbeslut,
  PersonId,
  Planinnehåll,
  Planväg,
  Spårplacering,
} from '@stegvis/casework';
import type { Medarbetare } from '../port.ts';

/** Everything the page about a person's plan shows. */
export interface Planbild {
  /** Every version, the newest first. */
  readonly planer: readonly Genomförandeplan[];
  /** The requirement that holds this month. */
  readonly krav: Kravbeslut | undefined;
  readonly spår: Spårplacering | undefined;
  /** What can be put in a plan, by name. */
  readonly insatser: readonly Insats[];
  readonly anvisningar: readonly Anvisning[];
  /** Weeks of break this calendar year, and the most there may be. */
  readonly uppehållsveckor: { readonly år: string; readonly antal: number; readonly högst: number };
}

/** A person's plan: written, handed over, answered, ended. */
export interface Planport {
  planbild(medarbetare: Medarbetare, person: PersonId): Promise<Planbild | undefined>;
  /**
   * The version on paper, as the person reads it, in Swedish. With a consent it is that party's copy, and the log says whom it is for.
   * Undefined when it may not be read, or when the consent does not hold or is not about the plan.
   */
  planPdf(
    medarbetare: Medarbetare,
    person: PersonId,
    val: { nummer: string; samtycke: string | undefined },
  ): Promise<Uint8Array | undefined>;
  startaPlan(medarbetare: Medarbetare, person: PersonId): Promise<ActResult<object>>;
  skrivPlan(
    medarbetare: Medarbetare,
    person: PersonId,
    innehåll: Planinnehåll,
    baseradPå: number,
  ): Promise<ActResult<object>>;
  lämnaPlan(
    medarbetare: Medarbetare,
    person: PersonId,
    val: { hur: Planväg['hur']; språk: string | undefined },
  ): Promise<ActResult<object>>;
  återtaPlan(medarbetare: Medarbetare, person: PersonId): Promise<ActResult<object>>;
  /** Notes what the person answered on paper or in a conversation. */
  noteraPlansvar(
    medarbetare: Medarbetare,
    person: PersonId,
    val: { instämmer: boolean; synpunkt: string; hur: Planväg['hur']; språk: string | undefined },
  ): Promise<ActResult<object>>;
  avslutaPlan(medarbetare: Medarbetare, person: PersonId, skäl: string): Promise<ActResult<object>>;
}
