import type { IsoDate } from './dates.ts';
import type { Clock, ParameterVersion } from './law.ts';
import { type AnyNode, inputsOf, unitOf } from './node.ts';
import type { Plan } from './plan.ts';
import type { Rounding } from './rounding.ts';
import { groundsOf, kindOf } from './survey.ts';

/** A node named with its label. */
export interface NodeName {
  readonly id: string;
  readonly label: string;
}

/** All there is to say about one node, from its declaration alone. */
export interface Documentation {
  readonly id: string;
  readonly kind: 'fact' | 'parameter' | 'rule' | 'assessment' | 'sum';
  readonly label: string;
  readonly subject: string | undefined;
  readonly unit: string | undefined;
  readonly question: string | undefined;
  readonly rounded: Rounding | undefined;
  /** The flag that must be true for the rule to apply, and the value where it is not. */
  readonly appliesWhen: NodeName | undefined;
  readonly otherwise: unknown;
  /** Every wording of every ground: which act, place, days. */
  readonly grounds: readonly {
    readonly ground: string;
    readonly act: string | undefined;
    readonly place: string;
    readonly from: IsoDate;
    readonly to: IsoDate | undefined;
    readonly clock: Clock;
    readonly transition: string | undefined;
  }[];
  /** The values of a parameter by date. */
  readonly values: readonly ParameterVersion[];
  readonly reads: readonly NodeName[];
  readonly readBy: readonly NodeName[];
}

/** What there is to say about the node with this id. Throws RangeError for an id that is not in the graph. */
export function documentation(plan: Plan, id: string): Documentation {
  const node = plan.nodes[plan.indexOf.get(id) ?? -1];
  if (node === undefined) throw new RangeError(`'${id}' is not in the graph '${plan.name}'`);
  const { spec } = node;
  const named = (of: AnyNode): NodeName => ({ id: plan.resolve(of).id, label: plan.resolve(of).label });
  return {
    id,
    kind: kindOf(node),
    label: node.label,
    subject: node.subject?.name,
    unit: spec.kind === 'parameter' ? spec.law.unit : unitOf(node)?.unit,
    question: spec.kind === 'fact' || spec.kind === 'assessment' ? spec.question : undefined,
    rounded: spec.kind === 'rule' ? spec.rounded : undefined,
    appliesWhen: spec.kind === 'rule' && spec.when !== undefined ? named(spec.when) : undefined,
    otherwise: spec.kind === 'rule' ? spec.otherwise : undefined,
    grounds: groundsOf(node).flatMap((ground) =>
      ground.versions.map((v) => ({
        ground: ground.id,
        act: v.act,
        place: v.cite,
        from: v.from,
        to: v.to,
        clock: v.clock,
        transition: v.transition,
      })),
    ),
    values: spec.kind === 'parameter' ? spec.law.versions : [],
    reads: inputsOf(node).map(named),
    readBy: plan.nodes.filter((other) => inputsOf(other).some((input) => plan.resolve(input) === node)).map(named),
  };
}

/** The words around what the graph says, in the reader's language. */
export interface DocumentationWords {
  readonly kinds: Readonly<Record<Documentation['kind'], string>>;
  readonly about: string;
  readonly unit: string;
  readonly question: string;
  readonly rounded: string;
  readonly appliesWhen: string;
  readonly otherwise: string;
  readonly grounds: string;
  readonly values: string;
  readonly reads: string;
  readonly readBy: string;
  readonly untilFurtherNotice: string;
  readonly awaited: string;
}

/** English words. */
export const englishWords: DocumentationWords = {
  kinds: { fact: 'Fact', parameter: 'Amount in law', rule: 'Rule', assessment: 'Assessment', sum: 'Sum' },
  about: 'About',
  unit: 'Unit',
  question: 'Question',
  rounded: 'Rounded',
  appliesWhen: 'Applies when',
  otherwise: 'Otherwise',
  grounds: 'Grounds',
  values: 'Values',
  reads: 'Reads',
  readBy: 'Read by',
  untilFurtherNotice: 'until further notice',
  awaited: 'awaited',
};

/** A page in Markdown about one node. `link` makes the address of another node's page. */
export function documentationPage(
  doc: Documentation,
  words: DocumentationWords = englishWords,
  link: (id: string) => string = (id) => `${id}.md`,
): string {
  const lines = [`# ${doc.label}`, '', `${words.kinds[doc.kind]} \`${doc.id}\``, ''];
  const fact = (word: string, value: string | undefined) => {
    if (value !== undefined) lines.push(`- ${word}: ${value}`);
  };
  const to = (node: NodeName) => `[${node.label}](${link(node.id)})`;
  const span = (from: IsoDate, until: IsoDate | undefined) => `${from} – ${until ?? words.untilFurtherNotice}`;
  fact(words.about, doc.subject);
  fact(words.unit, doc.unit);
  fact(words.question, doc.question);
  fact(words.rounded, doc.rounded);
  fact(words.appliesWhen, doc.appliesWhen === undefined ? undefined : to(doc.appliesWhen));
  if (doc.appliesWhen !== undefined) fact(words.otherwise, JSON.stringify(doc.otherwise ?? null));
  const section = (word: string, rows: readonly string[]) => {
    if (rows.length > 0) lines.push('', `## ${word}`, '', ...rows.map((row) => `- ${row}`));
  };
  section(
    words.grounds,
    doc.grounds.map(
      (g) =>
        `${g.act === undefined ? '' : `${g.act}, `}${g.place}: ${span(g.from, g.to)}${g.transition === undefined ? '' : `. ${g.transition}`}`,
    ),
  );
  section(
    words.values,
    doc.values.map((v) => {
      const value =
        'value' in v ? `\`${JSON.stringify(v.value)}\` (${v.status})` : `${words.awaited}: ${v.awaiting ?? v.none}`;
      return `${span(v.from, v.to)}: ${value}, ${v.act}${v.source === undefined ? '' : `, ${v.source}`}${v.note === undefined ? '' : `. ${v.note}`}`;
    }),
  );
  section(words.reads, doc.reads.map(to));
  section(words.readBy, doc.readBy.map(to));
  return `${lines.join('\n')}\n`;
}
