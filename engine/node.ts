import type { IsoDate, Moment, Month } from './dates.ts';
import { isIsoDate, isMonth } from './dates.ts';
import type { Ground, LawParameter } from './law.ts';
import type { Rounding } from './rounding.ts';
import type { AnySubject, Subject } from './subject.ts';
import type { Quantity, Unit } from './units.ts';

declare const nodeSubject: unique symbol;
declare const nodeValue: unique symbol;

/** A place in the graph: belongs to the subject named `S` (never = to all) and has values of type `V`. */
export interface Node<S extends string, V> {
  readonly id: string;
  readonly label: string;
  readonly subject: AnySubject | undefined;
  readonly spec: Spec;
  readonly [nodeSubject]: S;
  readonly [nodeValue]: V;
}

/** Any node, where neither subject nor value matters. */
export type AnyNode = Node<string, unknown>;

/** The type of a node's value. */
export type ValueOf<N> = N extends Node<string, infer V> ? V : never;

/** The types of a tuple of nodes' values, in order. */
export type Values<I extends readonly AnyNode[]> = { [K in keyof I]: ValueOf<I[K]> };

/** How a sentence shows a value: the reader's language gives it. */
export type Format = (value: unknown, unit?: string) => string;

/** What a node is made of; the closed list of mechanisms. */
export type Spec = FactSpec | AssessmentSpec | ParameterSpec | MomentSpec | InForceSpec | RuleSpec | AggregateSpec;

export interface FactSpec {
  readonly kind: 'fact';
  readonly type: FactType<unknown>;
  readonly path: readonly string[];
  readonly saidBy: string | undefined;
  readonly fallback: unknown;
  readonly question: string | undefined;
}
export interface AssessmentSpec {
  readonly kind: 'assessment';
  readonly type: FactType<unknown>;
  readonly path: readonly string[];
  readonly question: string;
  readonly cite: Ground | undefined;
}
export interface ParameterSpec {
  readonly kind: 'parameter';
  readonly law: LawParameter<unknown>;
  /** true: undefined instead of NotInForce where no value is set. */
  readonly optional: boolean;
}
export interface MomentSpec {
  readonly kind: 'moment';
  readonly read: (moment: Moment) => unknown;
}
export interface InForceSpec {
  readonly kind: 'in-force';
  readonly ground: Ground;
}
export interface RuleSpec {
  readonly kind: 'rule';
  readonly unit: Unit<string> | undefined;
  readonly when: AnyNode | undefined;
  readonly otherwise: unknown;
  readonly rounded: Rounding | undefined;
  readonly say: ((value: never, inputs: readonly never[], t: Format) => string) | undefined;
  readonly versions: readonly RuleVersion[];
}
/** One wording of a rule; `ground` undefined = always in force. */
export interface RuleVersion {
  readonly ground: Ground | undefined;
  readonly from: readonly AnyNode[];
  readonly value: (...inputs: never[]) => unknown;
}
/** How an aggregate joins its parts. */
export type Joining = 'sum' | 'count' | 'any' | 'all' | 'max' | 'min' | 'collect';
export interface AggregateSpec {
  readonly kind: 'aggregate';
  readonly how: Joining;
  readonly unit: Unit<string> | undefined;
  readonly cite: Ground | undefined;
  readonly parts: readonly AggregatePart[];
  readonly otherwise: unknown;
  readonly say: ((value: never, t: Format) => string) | undefined;
}
/** One part: a node of the aggregate's own subject (or above), or a node of a part below it. */
export interface AggregatePart {
  readonly node: AnyNode | undefined;
  readonly each: AnySubject | undefined;
  readonly sign: 1 | -1;
}

// --- types of facts -------------------------------------------------------------------------------------------

/** A type of fact: what it accepts, in words and as a test. */
export interface FactType<V> {
  readonly name: string;
  readonly unit?: Unit<string>;
  readonly values?: readonly string[];
  readonly isOptional: boolean;
  /** Whether its values are numbers, and then whole ones. */
  readonly number: 'whole' | 'any' | undefined;
  accepts(value: unknown): value is V;
  /** The same, but the fact may be absent (value undefined). */
  optional(): FactType<V | undefined>;
}

function factType<V>(
  name: string,
  test: (value: unknown) => boolean,
  more: { unit?: Unit<string>; values?: readonly string[]; number?: 'whole' | 'any' } = {},
  isOptional = false,
): FactType<V> {
  return {
    name,
    number: undefined,
    ...more,
    isOptional,
    accepts: (value): value is V => (isOptional && value === undefined) || test(value),
    optional: () => factType<V | undefined>(name, test, more, true),
  };
}

/** A number in a unit; whole when the unit is whole. */
export function quantity<U extends string>(of: Unit<U>): FactType<Quantity<U>> {
  const test = (value: unknown) => (of.whole ? Number.isSafeInteger(value) : Number.isFinite(value));
  return factType(`quantity:${of.unit}`, test, { unit: of as Unit<string>, number: of.whole ? 'whole' : 'any' });
}
/** A plain whole number. */
export function wholeNumber(): FactType<number> {
  return factType('whole-number', (value) => Number.isSafeInteger(value), { number: 'whole' });
}
/** true or false. */
export function flag(): FactType<boolean> {
  return factType('flag', (value) => typeof value === 'boolean');
}
/** Free text. */
export function text(): FactType<string> {
  return factType('text', (value) => typeof value === 'string');
}
/** A day, `YYYY-MM-DD`. */
export function date(): FactType<IsoDate> {
  return factType('date', isIsoDate);
}
/** A month, `YYYY-MM`. */
export function monthType(): FactType<Month> {
  return factType('month', isMonth);
}
/** One of the listed words. */
export function oneOf<const T extends readonly string[]>(values: T): FactType<T[number]> {
  return factType('one-of', (value) => typeof value === 'string' && values.includes(value), { values });
}
/** A list of values of one type. */
export function listOf<V>(of: FactType<V>): FactType<readonly V[]> {
  return factType(`list:${of.name}`, (value) => Array.isArray(value) && value.every((item) => of.accepts(item)));
}

// --- leaves ---------------------------------------------------------------------------------------------------

export interface FactDefinition<V> {
  readonly type: FactType<V>;
  readonly label: string;
  /** Key in the facts, dots for nested objects (`boende.form`); default: the name. */
  readonly key?: string;
  /** The value where the fact is absent. Without it (and without `.optional()`) an absent fact is an error. */
  readonly default?: NoInfer<V>;
  /** Key in the same facts that says who said it (`kalla`). */
  readonly saidBy?: string;
  /** The question an applicant would be asked. */
  readonly question?: string;
}

/** A fact about a subject, read from the facts given to `run`. */
export function fact<N extends string, A extends string, V>(
  of: Subject<N, A>,
  name: string,
  definition: FactDefinition<V>,
): Node<N, V> {
  return make(`${of.name}.${name}`, definition.label, of, {
    kind: 'fact',
    type: definition.type,
    path: (definition.key ?? name).split('.'),
    saidBy: definition.saidBy,
    fallback: definition.default,
    question: definition.question,
  });
}

/** What a person has settled: the value, and who, when and why as far as that is known. */
export interface Settled<V> {
  readonly value: V;
  readonly who?: string;
  readonly when?: IsoDate;
  readonly reasons?: string;
}

interface AssessmentBase {
  readonly label: string;
  /** What the person must answer. */
  readonly question: string;
  readonly cite?: Ground;
  readonly key?: string;
}

/**
 * What the law leaves to a person. In the facts: `{ value, who, when, reasons }` (see `Settled`), absent while not
 * settled; the node's value is then undefined.
 */
export function assessment<N extends string, A extends string, U extends string>(
  of: Subject<N, A>,
  name: string,
  definition: AssessmentBase & { readonly unit: Unit<U> },
): Node<N, Quantity<U> | undefined>;
export function assessment<N extends string, A extends string, V>(
  of: Subject<N, A>,
  name: string,
  definition: AssessmentBase & { readonly type: FactType<V> },
): Node<N, V | undefined>;
export function assessment(
  of: AnySubject,
  name: string,
  definition: AssessmentBase & { readonly unit?: Unit<string>; readonly type?: FactType<unknown> },
): AnyNode {
  return make(`${of.name}.${name}`, definition.label, of, {
    kind: 'assessment',
    type: definition.type ?? quantity(definition.unit!),
    path: (definition.key ?? name).split('.'),
    question: definition.question,
    cite: definition.cite,
  });
}

/** A dated value from law data. Touching it at a moment where it has no value throws NotInForce. */
export function parameter<V>(law: LawParameter<V>): Node<never, V> {
  return make(law.id, law.label, undefined, { kind: 'parameter', law, optional: false });
}

/** A value that a municipality may set: undefined where none is set. Refused for what the state sets. */
export function parameterIfSet<V>(law: LawParameter<V>): Node<never, V | undefined> {
  if (law.setBy !== 'municipality') {
    throw new Error(`${law.id} is set by the state and cannot be left out; use parameter()`);
  }
  return make(law.id, law.label, undefined, { kind: 'parameter', law, optional: true });
}

/** The month asked about. */
export const momentMonth: Node<never, Month> = make('moment.month', 'Month', undefined, {
  kind: 'moment',
  read: (moment) => moment.month,
});

/** The day the application came in. */
export const momentApplied: Node<never, IsoDate> = make('moment.applied', 'Application received', undefined, {
  kind: 'moment',
  read: (moment) => moment.applied,
});

/** Whether a ground is in force at the moment; a constant for the whole run, made for `when`. */
export function inForce(ground: Ground): Node<never, boolean> {
  return make(`in-force.${ground.id}`, ground.id, undefined, { kind: 'in-force', ground });
}

// --- rules ----------------------------------------------------------------------------------------------------

interface RuleBase<S extends string, I extends readonly AnyNode[], R> {
  readonly label: string;
  readonly cite?: Ground;
  /** The inputs, in the order in which `value` takes them: nodes of this subject, of those above, and parameters. */
  readonly from?: I;
  /** Where this is false, `otherwise` is the value and no input is touched. */
  readonly when?: Node<S, boolean>;
  readonly otherwise?: NoInfer<R>;
  /** How a fraction is made whole; explain keeps the fraction. */
  readonly rounded?: Rounding;
  /** One plain sentence for the explanation. */
  readonly say?: (value: NoInfer<R>, inputs: Values<I>, t: Format) => string;
}

interface RuleWithValue<S extends string, I extends readonly AnyNode[], R> extends RuleBase<S, I, R> {
  readonly value: (...inputs: Values<I>) => R;
  readonly versions?: never;
}

interface RuleWithVersions<S extends string, I extends readonly AnyNode[], R> extends RuleBase<S, I, R> {
  readonly versions: readonly Version<S, R, I>[];
  readonly value?: never;
}

/** One wording: either with its own inputs (made by `version()`), or with the rule's. */
export type Version<S extends string, R, I extends readonly AnyNode[]> =
  | { readonly ground: Ground; readonly value: (...inputs: Values<I>) => R; readonly own?: never }
  | OwnVersion<S, R>;

/** A wording with inputs of its own. */
export interface OwnVersion<S extends string, R> {
  readonly ground: Ground;
  readonly own: readonly Node<S, unknown>[];
  readonly value: (...inputs: never[]) => R;
}

/** A wording of a rule with inputs of its own; goes into `versions`. */
export function version<S extends string, const I extends readonly Node<S, unknown>[], R>(
  ground: Ground,
  from: I,
  value: (...inputs: Values<I>) => R,
): OwnVersion<I[number] extends Node<infer N, unknown> ? N : never, R> {
  return { ground, own: from, value: value as never } as never;
}

type RuleDefinition<S extends string, I extends readonly AnyNode[], R> =
  | RuleWithValue<S, I, R>
  | RuleWithVersions<S, I, R>;

interface AnyRuleDefinition {
  readonly label: string;
  readonly unit?: Unit<string>;
  readonly cite?: Ground;
  readonly from?: readonly AnyNode[];
  readonly when?: AnyNode;
  readonly otherwise?: unknown;
  readonly rounded?: Rounding;
  readonly say?: unknown;
  readonly value?: unknown;
  readonly versions?: readonly {
    readonly ground: Ground;
    readonly own?: readonly AnyNode[];
    readonly value: unknown;
  }[];
}

/**
 * A rule: a pure function of its declared inputs, belonging to one subject. With a `unit` the value must be in that
 * unit. With `cite` (or `versions`) it exists only while its ground is in force: otherwise NotInForce.
 */
export function rule<
  N extends string,
  A extends string,
  const I extends readonly Node<N | A, unknown>[],
  U extends string,
  R extends Quantity<U> | undefined,
>(
  of: Subject<N, A>,
  name: string,
  definition: { readonly unit: Unit<U> } & RuleDefinition<N | A, I, R>,
): Node<N, Quantity<U> | Extract<R, undefined>>;
export function rule<N extends string, A extends string, const I extends readonly Node<N | A, unknown>[], R>(
  of: Subject<N, A>,
  name: string,
  definition: { readonly unit?: never } & RuleDefinition<N | A, I, R>,
): Node<N, R>;
export function rule(of: AnySubject, name: string, definition: AnyRuleDefinition): AnyNode {
  const from = definition.from ?? [];
  const versions: RuleVersion[] = definition.versions
    ? definition.versions.map((v) => ({ ground: v.ground, from: v.own ?? from, value: v.value as never }))
    : [{ ground: definition.cite, from, value: definition.value as never }];
  if (definition.when !== undefined && !('otherwise' in definition)) {
    throw new Error(`${of.name}.${name} has 'when' but no 'otherwise'; state the value where it does not apply`);
  }
  const whole = definition.unit?.whole === true || definition.rounded !== undefined;
  if (whole && definition.otherwise !== undefined && !Number.isSafeInteger(definition.otherwise)) {
    throw new Error(`${of.name}.${name} has ${String(definition.otherwise)} as 'otherwise'; it must be whole`);
  }
  return make(`${of.name}.${name}`, definition.label, of, {
    kind: 'rule',
    unit: definition.unit,
    when: definition.when,
    otherwise: definition.otherwise,
    rounded: definition.rounded,
    say: definition.say as RuleSpec['say'],
    versions,
  });
}

// --- aggregates -----------------------------------------------------------------------------------------------

/** A node of every part below; `Above` are the subjects from which it can be reached. */
export interface Each<Above extends string, V> {
  readonly each: AnySubject;
  readonly node: AnyNode;
  readonly reachableFrom?: (subject: Above) => void;
  readonly [nodeValue]: V;
}

/** The node's value of every such part below the subject of the aggregate, at any depth. */
export function each<N extends string, A extends string, V>(
  part: Subject<N, A>,
  node: Node<NoInfer<N>, V>,
): Each<A, V> {
  return { each: part, node } as unknown as Each<A, V>;
}

/** A part that is taken away from a sum. */
export interface Minus<P> {
  readonly minus: P;
}
/** Takes this away from the sum. */
export function minus<P extends AnyNode | Each<never, unknown>>(part: P): Minus<P> {
  return { minus: part };
}

type SumPart<S extends string, N extends string, V> = Node<S, V> | Each<N, V> | Minus<Node<S, V>> | Minus<Each<N, V>>;

interface AggregateDefinition {
  readonly label?: string;
  readonly cite?: Ground;
  /** Name of the node; default: how and of what, e.g. `count-barn`. */
  readonly name?: string;
}

/** The sum of the parts: nodes of this subject (or above), `each(…)` of those below, and `minus(…)` of either; all in one unit. */
export function sum<N extends string, A extends string, U extends string>(
  of: Subject<N, A>,
  name: string,
  definition: {
    readonly label: string;
    readonly unit: Unit<U>;
    readonly cite?: Ground;
    readonly say?: (value: Quantity<U>, t: Format) => string;
    readonly parts: readonly SumPart<N | A, N, Quantity<NoInfer<U>>>[];
  },
): Node<N, Quantity<U>> {
  return make(`${of.name}.${name}`, definition.label, of, {
    kind: 'aggregate',
    how: 'sum',
    unit: definition.unit as Unit<string>,
    cite: definition.cite,
    parts: definition.parts.map((part) => {
      const taken = 'minus' in part ? part.minus : part;
      const sign = 'minus' in part ? -1 : 1;
      return 'each' in taken
        ? { node: taken.node, each: taken.each, sign }
        : { node: taken as AnyNode, each: undefined, sign };
    }),
    otherwise: undefined,
    say: definition.say as AggregateSpec['say'],
  });
}

function aggregate<N extends string, V>(
  how: Joining,
  of: AnySubject,
  part: AnySubject,
  node: AnyNode | undefined,
  definition: AggregateDefinition & { readonly otherwise?: unknown } = {},
): Node<N, V> {
  const what = node === undefined ? part.name : node.id.replace('.', '-');
  const type = node === undefined ? undefined : unitOf(node);
  return make(
    `${of.name}.${definition.name ?? `${how}-${what}`}`,
    definition.label ?? node?.label ?? part.label,
    of as Subject<N, string>,
    {
      kind: 'aggregate',
      how,
      unit: how === 'max' || how === 'min' || how === 'collect' ? type : undefined,
      cite: definition.cite,
      parts: [{ node, each: part, sign: 1 }],
      otherwise: definition.otherwise,
      say: undefined,
    },
  );
}

/** How many such parts there are below; with `where`, how many for which it is true. */
export function count<N extends string, P extends string, A extends string>(
  of: Subject<N, string>,
  part: Subject<P, A> & (N extends A ? unknown : never),
  definition: AggregateDefinition & { readonly where?: Node<NoInfer<P>, boolean> } = {},
): Node<N, number> {
  return aggregate('count', of as AnySubject, part as AnySubject, definition.where, definition);
}

/** Whether it is true for at least one such part below. False where there is none. */
export function any<N extends string, P extends string, A extends string>(
  of: Subject<N, string>,
  part: Subject<P, A> & (N extends A ? unknown : never),
  node: Node<NoInfer<P>, boolean>,
  definition?: AggregateDefinition,
): Node<N, boolean> {
  return aggregate('any', of as AnySubject, part as AnySubject, node, definition);
}

/** Whether it is true for every such part below. True where there is none. */
export function all<N extends string, P extends string, A extends string>(
  of: Subject<N, string>,
  part: Subject<P, A> & (N extends A ? unknown : never),
  node: Node<NoInfer<P>, boolean>,
  definition?: AggregateDefinition,
): Node<N, boolean> {
  return aggregate('all', of as AnySubject, part as AnySubject, node, definition);
}

/** The largest value among such parts below; undefined where there is none. */
export function max<N extends string, P extends string, A extends string, V extends number | string>(
  of: Subject<N, string>,
  part: Subject<P, A> & (N extends A ? unknown : never),
  node: Node<NoInfer<P>, V>,
  definition?: AggregateDefinition,
): Node<N, V | undefined> {
  return aggregate('max', of as AnySubject, part as AnySubject, node, definition);
}

/** The smallest value among such parts below; undefined where there is none. */
export function min<N extends string, P extends string, A extends string, V extends number | string>(
  of: Subject<N, string>,
  part: Subject<P, A> & (N extends A ? unknown : never),
  node: Node<NoInfer<P>, V>,
  definition?: AggregateDefinition,
): Node<N, V | undefined> {
  return aggregate('min', of as AnySubject, part as AnySubject, node, definition);
}

/** The values of all such parts below, in the order of the facts. */
export function collect<N extends string, P extends string, A extends string, V>(
  of: Subject<N, string>,
  part: Subject<P, A> & (N extends A ? unknown : never),
  node: Node<NoInfer<P>, V>,
  definition?: AggregateDefinition,
): Node<N, readonly V[]> {
  return aggregate('collect', of as AnySubject, part as AnySubject, node, definition);
}

// --- what others read -----------------------------------------------------------------------------------------

/** The unit of a node's value, where it has one. */
export function unitOf(node: AnyNode): Unit<string> | undefined {
  const spec = node.spec;
  switch (spec.kind) {
    case 'fact':
    case 'assessment':
      return spec.type.unit;
    case 'rule':
    case 'aggregate':
      return spec.unit;
    default:
      return undefined;
  }
}

/** Every node this one reads at any moment, in order, without repetition. */
export function inputsOf(node: AnyNode): AnyNode[] {
  const spec = node.spec;
  const inputs = new Set<AnyNode>();
  if (spec.kind === 'rule') {
    if (spec.when !== undefined) inputs.add(spec.when);
    for (const v of spec.versions) for (const input of v.from) inputs.add(input);
  }
  if (spec.kind === 'aggregate') {
    for (const part of spec.parts) if (part.node !== undefined) inputs.add(part.node);
  }
  return [...inputs];
}

function make<S extends string, V>(
  id: string,
  label: string,
  of: AnySubject | undefined | Subject<S, string>,
  spec: Spec,
): Node<S, V> {
  return { id, label, subject: of, spec } as unknown as Node<S, V>;
}
