import type { IsoDate, Moment } from './dates.ts';
import { type Documentation, documentation } from './documentation.ts';
import { TraceWriter } from './explain.ts';
import type { AnyNode, Format, ValueOf } from './node.ts';
import { makePlan, type Plan } from './plan.ts';
import { type KernelMakers, lawInForce, Program } from './program.ts';
import { sentenceOf, withSentences } from './sentences.ts';
import { Stepwise } from './stepwise.ts';
import {
  checkFacts,
  type DateOfChange,
  type Dependencies,
  datesOfChange,
  dependencies,
  type FactFault,
  type FactNeeded,
  factsNeeded,
} from './survey.ts';
import type { Step, Trace } from './trace.ts';

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
  /** The outputs as declared. */
  readonly declared: O;
  /** Every node reachable from the outputs, inputs before those that read them. */
  readonly nodes: readonly AnyNode[];
  /** The fast function for a moment; wired once per moment and kept. */
  wire(moment: Moment): Run<O>;
  /** The outputs and every step on the way. Throws as `run` does. */
  explain(moment: Moment, facts: object): Explanation<O>;
  /**
   * Gives every kernel its own copy of the machinery, so that the JIT compiles rules together: from then on runs are two
   * to three times as fast (`explain` a fifth faster) for every moment with the same law in force. Costs about a millisecond a
   * node and keeps its copies until the process ends: for the months that are in use, and for simulations.
   */
  sharpen(moment: Moment): Promise<Run<O>>;
  /** The facts that the outputs (all, or those named) can read: the questions that must be asked. */
  factsNeeded(outputs?: readonly (keyof O & string)[]): FactNeeded[];
  /** The days in the span (both ends included) from which law data can give another answer. */
  datesOfChange(span: { readonly from: IsoDate; readonly to: IsoDate }): DateOfChange[];
  /** What depends on what, as data. */
  dependencies(): Dependencies;
  /** All there is to say about one node; RangeError for an id that is not in the graph. */
  documentation(id: string): Documentation;
  /** The plain sentence of a step of a trace; undefined where the rule has none. `t` shows values in the reader's language. */
  sentence(trace: Trace, step: Step, t: Format): string | undefined;
  /** The trace with its sentences (`said`), for keeping. */
  withSentences(trace: Trace, t: Format): Trace;
  /** Every fact that is missing or of the wrong type; empty when the rules can read them all. */
  checkFacts(facts: object): FactFault[];
}

/** Declares a graph by its outputs. */
export function graph<const O extends Outputs>(definition: { readonly name: string; readonly outputs: O }): Graph<O> {
  return graphOf(makePlan(definition.name, definition.outputs), definition.outputs);
}

interface Wired<O extends Outputs> {
  readonly moment: Moment;
  readonly program: Program;
  readonly run: Run<O>;
  writer: TraceWriter | undefined;
}

/** How many kernels a sharpened program joins to one: as many as the JIT makes one piece of code of. */
const groupSize = 6;

/** How many moments, and how many programs, a graph keeps wired. */
const momentsKept = 400;
const programsKept = 40;

/** What was made for a key, made once and kept; the oldest is dropped where there are too many. */
function keeping<V>(most: number): (key: string, make: () => V) => V {
  const kept = new Map<string, V>();
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (kept.size >= most) kept.delete(kept.keys().next().value!);
    kept.set(key, made);
    return made;
  };
}

/** A graph from its layout. */
export function graphOf<O extends Outputs>(plan: Plan, declared: O): Graph<O> {
  const programs = keeping<Program>(programsKept);
  const sharpened = new Map<string, Program>();
  const inForce = lawInForce(plan);
  let moments = keeping<Wired<O>>(momentsKept);
  const wired = ({ month, applied }: Moment): Wired<O> =>
    moments(`${month} ${applied}`, () => {
      const moment = { month, applied };
      const law = inForce(moment);
      const program = sharpened.get(law) ?? programs(law, () => new Program(plan, moment));
      return { moment, program, run: runOf(plan, program, moment), writer: undefined };
    });
  return {
    name: plan.name,
    plan,
    declared,
    nodes: plan.nodes,
    sharpen: async (moment) => {
      const law = inForce(moment);
      if (!sharpened.has(law)) {
        const copies = await copiesOfKernels(new Program(plan, moment, undefined, 1, groupSize).places);
        sharpened.set(law, new Program(plan, moment, (place) => copies[place]!, 64, groupSize));
        moments = keeping<Wired<O>>(momentsKept);
      }
      return wired(moment).run;
    },
    factsNeeded: (outputs) => factsNeeded(plan, outputs),
    datesOfChange: (span) => datesOfChange(plan, span),
    dependencies: () => dependencies(plan),
    documentation: (id) => documentation(plan, id),
    sentence: (trace, step, t) => sentenceOf(plan, trace, step, t),
    withSentences: (trace, t) => withSentences(plan, trace, t),
    checkFacts: (facts) => checkFacts(plan, facts),
    wire: (moment) => wired(moment).run,
    explain: (at, facts) => {
      const made = wired(at);
      const { program, moment } = made;
      if (!program.load(moment, [facts], 0, 1)) return explainStepwise(plan, moment, facts);
      made.writer ??= new TraceWriter(program, moment);
      const { steps, outputs } = made.writer.write();
      return { outputs: program.outputs(0) as OutputValues<O>, trace: { moment, outputs, steps } };
    },
  };
}

let copiesMade = 0;

/** A module address with a query of its own is another instance of the module: that is all the copying there is. */
function copiesOfKernels(count: number): Promise<KernelMakers[]> {
  return Promise.all(
    Array.from({ length: count }, () => import(`./kernels.ts?copy=${++copiesMade}`) as Promise<KernelMakers>),
  );
}

function runOf<O extends Outputs>(plan: Plan, program: Program, moment: Moment): Run<O> {
  const one: object[] = [{}];
  const run = (facts: object) => {
    one[0] = facts;
    return (
      program.load(moment, one, 0, 1) ? program.outputs(0) : valuesStepwise(plan, moment, facts)
    ) as OutputValues<O>;
  };
  const many = (households: readonly object[]) => {
    const results = new Array<OutputValues<O>>(households.length);
    program.each(
      moment,
      households,
      (from, count) => {
        for (let h = 0; h < count; h++) results[from + h] = program.outputs(h) as OutputValues<O>;
      },
      (index) => {
        results[index] = valuesStepwise(plan, moment, households[index]!) as OutputValues<O>;
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
