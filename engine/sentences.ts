import type { Format } from './node.ts';
import type { Plan } from './plan.ts';
import { readsOf, type Step, type Trace } from './trace.ts';

/**
 * The plain sentence of a step, in the words of the rule's author; undefined where the rule has none or did not apply.
 * Made from the trace alone, so a stored trace can be read long after.
 */
export function sentenceOf(plan: Plan, trace: Trace, step: Step, t: Format): string | undefined {
  const spec = plan.nodes[plan.indexOf.get(step.node) ?? -1]?.spec;
  const value = step.value ?? undefined;
  if (step.kind === 'sum' && spec?.kind === 'aggregate') return spec.say?.(value as never, t);
  if (step.kind !== 'rule' || spec?.kind !== 'rule' || spec.say === undefined || step.notApplicable === true)
    return undefined;
  const reads = spec.when === undefined ? readsOf(step) : readsOf(step).slice(1);
  return spec.say(
    value as never,
    reads.map((id) => (trace.steps[id]!.value ?? undefined) as never),
    t,
  );
}

/** The trace with `said` on every step that has a sentence: for keeping, when the rules may have other words later. */
export function withSentences(plan: Plan, trace: Trace, t: Format): Trace {
  const steps = trace.steps.map((step): Step => {
    const said = sentenceOf(plan, trace, step, t);
    return said === undefined || (step.kind !== 'rule' && step.kind !== 'sum') ? step : { ...step, said };
  });
  return { ...trace, steps };
}
