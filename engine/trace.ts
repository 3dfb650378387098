import type { IsoDate, Moment } from './dates.ts';
import type { ValueStatus } from './law.ts';
import type { Joining } from './node.ts';

/** A legal ground as it stood at the moment. */
export interface Citation {
  /** The act, e.g. `SFS 2025:400`. */
  readonly act?: string | undefined;
  /** The place, e.g. chapter and section. */
  readonly place: string;
  readonly from: IsoDate;
  readonly to?: IsoDate | undefined;
  readonly transition?: string | undefined;
}

interface StepBase {
  /** Place in `Trace.steps`. */
  readonly id: number;
  /** Id of the node, e.g. `barn.alder`. */
  readonly node: string;
  readonly label: string;
  /** Which instance, e.g. `''` for the root, `vuxna.v1.inkomster.0` for an income. */
  readonly subject: string;
  /** JSON value; null for a value that is not settled or absent. */
  readonly value: unknown;
  readonly unit?: string | undefined;
}

/** A value from the facts. */
export interface FactStep extends StepBase {
  readonly kind: 'fact';
  /** Who said it, as the facts say; `default` where the declared default was used, `moment` for the moment itself. */
  readonly saidBy?: string | undefined;
}
/** A dated value from law data. */
export interface ParameterStep extends StepBase {
  readonly kind: 'parameter';
  readonly act: string;
  readonly from: IsoDate;
  readonly to?: IsoDate | undefined;
  readonly checked: IsoDate;
  readonly status: ValueStatus;
  readonly setBy: 'state' | 'municipality';
  readonly source?: string | undefined;
  readonly note?: string | undefined;
}
/** A rule's value. */
export interface RuleStep extends StepBase {
  readonly kind: 'rule';
  readonly citation?: Citation | undefined;
  /** Steps it read, by id, in order. */
  readonly inputs: readonly number[];
  /** The fraction before rounding, where rounding changed it. */
  readonly unrounded?: number | undefined;
  /** true: `when` was false (the only input), the value is the stated `otherwise`. */
  readonly notApplicable?: true | undefined;
  /** The plain sentence, where the trace was written with sentences. */
  readonly said?: string | undefined;
}
/** What a person has settled, or has not yet (value null). */
export interface AssessmentStep extends StepBase {
  readonly kind: 'assessment';
  readonly question: string;
  readonly who?: string | undefined;
  readonly when?: IsoDate | undefined;
  readonly reasons?: string | undefined;
  readonly citation?: Citation | undefined;
}
/** Parts joined: a sum, a count, the largest … */
export interface SumStep extends StepBase {
  readonly kind: 'sum';
  readonly how: Joining;
  readonly citation?: Citation | undefined;
  readonly parts: readonly { readonly step: number; readonly sign: 1 | -1 }[];
  /** The plain sentence, where the trace was written with sentences. */
  readonly said?: string | undefined;
}

/** One step of an explanation; a closed union, data only. */
export type Step = FactStep | ParameterStep | RuleStep | AssessmentStep | SumStep;

/**
 * An explanation: a step for each output and everything it read. Steps stand in the order of the graph, those of one node in
 * the order of the facts; every step comes after those it reads, and a step read twice stands once.
 */
export interface Trace {
  readonly moment: Moment;
  readonly outputs: { readonly [output: string]: number };
  readonly steps: readonly Step[];
}

/** The ids of the steps a step reads, in order. */
export function readsOf(step: Step): readonly number[] {
  if (step.kind === 'rule') return step.inputs;
  if (step.kind === 'sum') return step.parts.map((part) => part.step);
  return [];
}
