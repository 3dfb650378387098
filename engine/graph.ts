import type { Moment } from './dates.ts';
import { TraceWriter } from './explain.ts';
import type { AnyNode, ValueOf } from './node.ts';
import { makePlan, type Plan } from './plan.ts';
import { Program } from './program.ts';
import { Stepwise } from './stepwise.ts';
import type { Trace } from './trace.ts';

/** The nodes whose values a graph gives, by name. All belong to the root subject. */
export type Outputs = { readonly [name: string]: AnyNode };
/** The values of the outputs. */
export type OutputValues<O extends Outputs> = { [K in keyof O]: ValueOf<O[K]> };
/** A graph wired for a moment: facts of one household in, outputs out. Throws NotInForce, MissingFact, BrokenRule. */
export interface Run<O extends Outputs> {
  (facts: object): OutputValues<O>;
  /** The same for many households, faster than one by one. Throws at the first that fails, as `run` would. */
  many(households: readonly object[]): OutputValues<O>[];
}
/** The outputs and every step on the way. */
export interface Explanation<O extends Outputs> {
  readonly outputs: OutputValues<O>;
  readonly trace: Trace;
}

/** A declared graph of rules. */
export interface Graph<O extends Outputs> {
  readonly name: string;
  readonly plan: Plan;
  /** Every node reachable from the outputs, inputs before those that read them. */
  readonly nodes: readonly AnyNode[];
  /** The fast function for a moment; wired once per moment and kept. */
  wire(moment: Moment): Run<O>;
  /** The outputs and every step on the way. Throws as `run` does. */
  explain(moment: Moment, facts: object): Explanation<O>;
}

/** Declares a graph by its outputs. */
export function graph<const O extends Outputs>(definition: { readonly name: string; readonly outputs: O }): Graph<O> {
  return graphOf<O>(makePlan(definition.name, definition.outputs));
}

interface Wired<O extends Outputs> {
  readonly program: Program;
  readonly run: Run<O>;
  writer: TraceWriter | undefined;
}

/** How many moments a graph keeps wired. */
const momentsKept = 24;

/** A graph from its layout. */
export function graphOf<O extends Outputs>(plan: Plan): Graph<O> {
  const kept = new Map<string, Wired<O>>();
  const wired = (moment: Moment): Wired<O> => {
    const key = `${moment.month} ${moment.applied}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const program = new Program(plan, { month: moment.month, applied: moment.applied });
    const made: Wired<O> = { program, run: runOf(plan, program), writer: undefined };
    if (kept.size >= momentsKept) kept.delete(kept.keys().next().value!);
    kept.set(key, made);
    return made;
  };
  return {
    name: plan.name,
    plan,
    nodes: plan.nodes,
    wire: (moment) => wired(moment).run,
    explain: (moment, facts) => {
      const made = wired(moment);
      const { program } = made;
      if (!program.load([facts as Record<string, unknown>], 0, 1)) return explainStepwise(plan, program.moment, facts);
      made.writer ??= new TraceWriter(program);
      const { steps, outputs } = made.writer.write();
      return { outputs: program.outputs(0) as OutputValues<O>, trace: { moment: program.moment, outputs, steps } };
    },
  };
}

function runOf<O extends Outputs>(plan: Plan, program: Program): Run<O> {
  const one: Record<string, unknown>[] = [{}];
  const run = (facts: object) => {
    one[0] = facts as Record<string, unknown>;
    return (program.load(one, 0, 1) ? program.outputs(0) : valuesStepwise(plan, program.moment, facts)) as OutputValues<O>;
  };
  const many = (households: readonly object[]) => {
    const results = new Array<OutputValues<O>>(households.length);
    program.each(
      households,
      (from, count) => {
        for (let h = 0; h < count; h++) results[from + h] = program.outputs(h) as OutputValues<O>;
      },
      (index) => {
        results[index] = valuesStepwise(plan, program.moment, households[index]!) as OutputValues<O>;
      },
    );
    return results;
  };
  return Object.assign(run, { many });
}

function valuesStepwise(plan: Plan, moment: Moment, facts: object): Record<string, unknown> {
  const stepwise = new Stepwise(plan, moment, facts);
  return Object.fromEntries(Object.entries(plan.outputs).map(([name, node]) => [name, stepwise.value(node)]));
}

/** The careful explanation, node by node on demand; what the quick one is compared with. */
export function explainStepwise<O extends Outputs>(plan: Plan, moment: Moment, facts: object): Explanation<O> {
  const stepwise = new Stepwise(plan, moment, facts);
  const outputs = Object.fromEntries(Object.entries(plan.outputs).map(([name, node]) => [name, stepwise.value(node)]));
  return { outputs: outputs as OutputValues<O>, trace: { moment, ...stepwise.trace() } };
}
