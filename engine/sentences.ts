import type { Format } from './node.ts';
import type { Plan } from './plan.ts';
import type { Step, Trace } from './trace.ts';

/**
 * The plain sentence of a step, in the words of the rule's author; undefined where the rule has none or did not apply.
 * Made from the trace alone, so a stored trace can be read long after.
 */
export function sentenceOf(plan: Plan, trace: Trace, step: Step, t: Format): string | undefined {
  const index = plan.indexOf.get(step.node);
  if (index === undefined) return undefined;
  const { spec } = plan.nodes[index]!;
  const known = (of: Step) => (of.value ?? undefined) as never;
  if (spec.kind === 'aggregate') return spec.say?.(known(step), t);
  if (spec.kind !== 'rule' || step.kind !== 'rule' || step.notApplicable) return undefined;
  const inputs = spec.when === undefined ? step.inputs : step.inputs.slice(1);
  return spec.say?.(
    known(step),
    inputs.map((id) => known(trace.steps[id]!)),
    t,
  );
}

/** The trace with `said` on every step that has a sentence: for keeping, when the rules may have other words later. */
export function withSentences(plan: Plan, trace: Trace, t: Format): Trace {
  const steps = trace.steps.map((step): Step => {
    const said = sentenceOf(plan, trace, step, t);
    return said === undefined ? step : ({ ...step, said } as Step);
  });
  return { ...trace, steps };
}
