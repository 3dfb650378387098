import type { Moment } from './dates.ts';
import { type Ground, inForceAt, type ParameterVersion } from './law.ts';
import { type AnyNode, unitOf } from './node.ts';
import type { AssessmentStep, Citation, FactStep, ParameterStep, RuleStep, SumStep } from './trace.ts';

/** What all steps of one node at one moment have in common. */
export interface About {
  readonly node: string;
  readonly label: string;
  readonly unit: string | undefined;
  readonly citation: Citation | undefined;
}

/** What the steps of a node have in common; `ground` is that of the wording in force. */
export function about(node: AnyNode, ground: Ground | undefined, moment: Moment): About {
  const unit = node.spec.kind === 'parameter' ? node.spec.law.unit : unitOf(node)?.unit;
  return { node: node.id, label: node.label, unit, citation: citation(ground, moment) };
}

/** The ground as it stands at the moment; undefined without ground or where it is not in force. */
export function citation(ground: Ground | undefined, moment: Moment): Citation | undefined {
  const version = ground === undefined ? undefined : inForceAt(ground.versions, moment);
  if (version === undefined) return undefined;
  return { act: version.act, place: version.cite, from: version.from, to: version.to, transition: version.transition };
}

/** The ground as it stands at the moment, ready to spread into something else. */
export function cited(ground: Ground | undefined, moment: Moment): { citation?: Citation } {
  const found = citation(ground, moment);
  return found === undefined ? {} : { citation: found };
}

function json(value: unknown): unknown {
  return value === undefined ? null : value;
}

export function factStep(a: About, id: number, subject: string, value: unknown, saidBy: unknown): FactStep {
  return {
    kind: 'fact',
    id,
    node: a.node,
    label: a.label,
    subject,
    value: json(value),
    unit: a.unit,
    saidBy: typeof saidBy === 'string' ? saidBy : undefined,
  };
}

export function parameterStep(
  a: About,
  id: number,
  setBy: 'state' | 'municipality',
  version: ParameterVersion,
): ParameterStep {
  return {
    kind: 'parameter',
    id,
    node: a.node,
    label: a.label,
    subject: '',
    value: version.value,
    unit: a.unit,
    act: version.act,
    from: version.from,
    to: version.to,
    checked: version.checked,
    status: version.status,
    setBy,
    source: version.source,
    note: version.note,
  };
}

export function ruleStep(
  a: About,
  id: number,
  subject: string,
  value: unknown,
  exact: unknown,
  inputs: number[],
  applies: boolean,
): RuleStep {
  return {
    kind: 'rule',
    id,
    node: a.node,
    label: a.label,
    subject,
    value: json(value),
    unit: a.unit,
    citation: a.citation,
    inputs,
    unrounded: exact === value ? undefined : (exact as number),
    notApplicable: applies ? undefined : true,
  };
}

export function assessmentStep(
  a: About,
  id: number,
  subject: string,
  value: unknown,
  question: string,
  settled: unknown,
): AssessmentStep {
  const by = settled as { who?: string; when?: AssessmentStep['when']; reasons?: string } | undefined | null;
  return {
    kind: 'assessment',
    id,
    node: a.node,
    label: a.label,
    subject,
    value: json(value),
    unit: a.unit,
    question,
    who: by?.who,
    when: by?.when,
    reasons: by?.reasons,
    citation: a.citation,
  };
}

export function sumStep(
  a: About,
  id: number,
  subject: string,
  value: unknown,
  how: SumStep['how'],
  parts: SumStep['parts'],
): SumStep {
  return {
    kind: 'sum',
    id,
    node: a.node,
    label: a.label,
    subject,
    value: json(value),
    unit: a.unit,
    how,
    citation: a.citation,
    parts,
  };
}
