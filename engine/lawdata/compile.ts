import { type Document, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { addDays, type IsoDate, isIsoDate, isMonth } from '../dates.ts';
import {
  type LawFile,
  type LawFileParameter,
  type LawFileValue,
  lawFile,
  type UnitsFile,
  unitsFile,
} from './schema.ts';

/** A fault in law data: where it is and what is allowed instead. */
export class LawDataFault extends Error {
  readonly file: string;
  readonly line: number;
  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`);
    this.name = 'LawDataFault';
    this.file = file;
    this.line = line;
  }
}

type Path = readonly PropertyKey[];

/** A parsed YAML file that can say on which line a path stands. */
class Source {
  readonly file: string;
  readonly #document: Document;
  readonly #lines = new LineCounter();

  constructor(file: string, text: string) {
    this.file = file;
    this.#document = parseDocument(text, { lineCounter: this.#lines, uniqueKeys: true });
    const error = this.#document.errors[0];
    if (error !== undefined) {
      throw new LawDataFault(
        file,
        error.linePos?.[0].line ?? 1,
        error.message.split('\n')[0]!.replace(/ at line .*$/, ''),
      );
    }
  }

  get data(): unknown {
    return this.#document.toJS();
  }

  fault(path: Path, message: string): LawDataFault {
    const where = path.length === 0 ? '' : `${path.map(String).join('.')}: `;
    return new LawDataFault(this.file, this.#line(path), `${where}${message}`);
  }

  #line(path: Path): number {
    for (let length = path.length; length > 0; length--) {
      const node = this.#document.getIn(path.slice(0, length), true) as
        | { range?: [number, number, number] }
        | undefined;
      if (node?.range !== undefined) {
        const parent = this.#document.getIn(path.slice(0, length - 1), true);
        const key = keyIn(parent, path[length - 1]!);
        return this.#lines.linePos(key ?? node.range[0]).line;
      }
    }
    return 1;
  }
}

function keyIn(parent: unknown, key: PropertyKey): number | undefined {
  const items = (parent as { items?: { key?: unknown }[] } | undefined)?.items;
  const pair = items?.find((item) => isScalar(item.key) && item.key.value === key);
  return pair !== undefined && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
}

function checked<T>(source: Source, schema: z.ZodType<T>): T {
  const result = schema.safeParse(source.data ?? {});
  if (result.success) return result.data;
  const issue = result.error.issues.find((one) => one.code === 'unrecognized_keys') ?? result.error.issues[0]!;
  if (issue.code === 'unrecognized_keys') {
    const allowed = allowedKeys(issue.path);
    throw source.fault([...issue.path, issue.keys[0]!], `unknown key '${issue.keys[0]}'${allowed}`);
  }
  throw source.fault(issue.path, sentence(issue));
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is missing';
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  return issue.message;
}

function allowedKeys(path: Path): string {
  const keys =
    path.length === 0
      ? Object.keys(lawFile.shape)
      : path[0] === 'grounds'
        ? ['from', 'to', 'cite', 'act', 'transition', 'clock']
        : path.length === 2
          ? ['label', 'unit', 'form', 'setBy', 'clock', 'values']
          : path.includes('table')
            ? ['from', 'to', 'value', 'rows']
            : [
                'from',
                'to',
                'act',
                'checked',
                'status',
                'source',
                'note',
                'clock',
                'value',
                'rows',
                'table',
                'awaiting',
                'none',
              ];
  return `; allowed are ${keys.join(', ')}`;
}

/** Reads `units.yaml`. Throws LawDataFault. */
export function readUnits(file: string, text: string): UnitsFile {
  return checked(new Source(file, text), unitsFile);
}

/** Compiles one `*.law.yaml` to the TypeScript that stands beside it. `engine` is how the file imports the engine. Throws LawDataFault. */
export function compileLaw(file: string, text: string, units: UnitsFile, engine = '@stegvis/engine'): string {
  const source = new Source(file, text);
  const law = checked(source, lawFile);
  const imports = new Set<string>();
  const grounds = Object.entries(law.grounds ?? {}).map(([name, versions]) => {
    inOrder(source, ['grounds', name], versions, false);
    const data = {
      id: `${law.id}.${name}`,
      versions: versions.map((v) => ({ ...v, clock: v.clock ?? 'month' })),
    };
    return `    ${name}: ${print(data, 4)},`;
  });
  const parameters = Object.entries(law.parameters ?? {}).map(([name, parameter]) => {
    const { type, data } = compileParameter(source, law, name, parameter, units, imports);
    return `    ${name}: lawParameter<${type}>(${print(data, 4)}),`;
  });
  const types = [...imports, 'Law'].sort().map((name) => `type ${name}`);
  const used = [
    ...(grounds.length + parameters.length > 0 ? ['day'] : []),
    ...(parameters.length > 0 ? ['lawParameter'] : []),
    ...types,
  ];
  return [
    `// Made from ${file.split('/').at(-1)} by \`npm run lagdata\`. Do not edit: change the YAML and run it again.`,
    `import { ${used.join(', ')} } from '${engine}';`,
    '',
    `/** Law data of '${law.id}': grounds and dated parameters. */`,
    `export const ${camel(law.id)}Law = {`,
    `  id: '${law.id}',`,
    grounds.length === 0 ? '  grounds: {},' : `  grounds: {\n${grounds.join('\n')}\n  },`,
    parameters.length === 0 ? '  parameters: {},' : `  parameters: {\n${parameters.join('\n')}\n  },`,
    '} satisfies Law;',
    '',
  ].join('\n');
}

function compileParameter(
  source: Source,
  law: LawFile,
  name: string,
  parameter: LawFileParameter,
  units: UnitsFile,
  imports: Set<string>,
): { type: string; data: object } {
  const path = ['parameters', name];
  const kind = unitKind(source, [...path, 'unit'], parameter.unit, units);
  inOrder(source, [...path, 'values'], parameter.values, true);
  const shapes = new Map<string, number>();
  if (parameter.form !== undefined) shapes.set(shapeOf(parameter.form), -1);
  const words = new Set<string>();
  const versions = parameter.values.map((v, i) => {
    const at = [...path, 'values', i];
    const given = (['value', 'rows', 'table', 'awaiting', 'none'] as const).filter((key) => v[key] !== undefined);
    if (given.length !== 1) {
      const has = given.length === 0 ? 'none of them' : given.join(' and ');
      throw source.fault(at, `needs exactly one of value, rows, table, awaiting, none; it has ${has}`);
    }
    const kept = {
      from: v.from,
      to: v.to,
      act: v.act,
      checked: v.checked,
      status: v.status ?? 'printed',
      source: v.source,
      note: v.note,
      clock: v.clock ?? parameter.clock ?? 'month',
    };
    if (v.awaiting !== undefined) return { ...kept, awaiting: v.awaiting };
    if (v.none !== undefined) return { ...kept, none: v.none };
    if (v.status === undefined)
      throw source.fault([...at, 'status'], 'is missing; write printed, derived or uncertain');
    const { shape, value } = compileValue(source, at, v, kind, words);
    if (shapes.size > 0 && !shapes.has(shape)) {
      throw source.fault(at, `has another form than the value before it: ${shape} instead of ${[...shapes.keys()][0]}`);
    }
    shapes.set(shape, i);
    return { ...kept, value };
  });
  const scalar = scalarType(kind, words, imports);
  const shape = [...shapes.keys()][0] ?? 'value';
  const type = shapedType(shape, scalar, imports);
  return {
    type,
    data: {
      id: `${law.id}.${name}`,
      label: parameter.label,
      unit: kind.unit,
      setBy: parameter.setBy ?? 'state',
      versions,
    },
  };
}

interface Kind {
  readonly of: 'quantity' | 'number' | 'flag' | 'text' | 'date' | 'month' | 'words';
  readonly unit?: string;
  readonly factor: number;
  readonly printed: string;
}

const plainKinds = ['number', 'flag', 'text', 'date', 'month', 'words'] as const;

function unitKind(source: Source, path: Path, printed: string, units: UnitsFile): Kind {
  const plain = plainKinds.find((kind) => kind === printed);
  if (plain !== undefined) return { of: plain, factor: 1, printed };
  const known = units[printed];
  if (known === undefined) {
    throw source.fault(
      path,
      `unknown unit '${printed}'; allowed are ${[...Object.keys(units), ...plainKinds].join(', ')}`,
    );
  }
  return { of: 'quantity', unit: known.unit, factor: known.factor, printed };
}

function compileValue(
  source: Source,
  at: Path,
  v: LawFileValue,
  kind: Kind,
  words: Set<string>,
): { shape: string; value: unknown } {
  if (v.value !== undefined) return { shape: 'value', value: one(source, [...at, 'value'], v.value, kind, words) };
  if (v.rows !== undefined) {
    return {
      shape: `rows ${Object.keys(v.rows).sort().join('|')}`,
      value: row(source, [...at, 'rows'], v.rows, kind, words),
    };
  }
  const table = v.table!;
  let shape: string | undefined;
  let next = Number.NEGATIVE_INFINITY;
  const value = table.map((band, i) => {
    const where = [...at, 'table', i];
    if ((band.value === undefined) === (band.rows === undefined))
      throw source.fault(where, 'needs exactly one of value, rows');
    if (band.from < next)
      throw source.fault(where, `starts at ${band.from}, but the band before it reaches ${next - 1}`);
    if (i > 0 && band.from > next) throw source.fault(where, `starts at ${band.from}; ${next} is in no band`);
    if (band.to !== undefined && band.to < band.from) throw source.fault(where, `ends at ${band.to}, before it starts`);
    next = band.to === undefined ? Number.POSITIVE_INFINITY : band.to + 1;
    const own = band.rows === undefined ? 'table' : `table ${Object.keys(band.rows).sort().join('|')}`;
    if (shape !== undefined && own !== shape)
      throw source.fault(where, `has other rows than the band before it: ${own} instead of ${shape}`);
    shape = own;
    const inside =
      band.rows === undefined
        ? one(source, [...where, 'value'], band.value!, kind, words)
        : row(source, [...where, 'rows'], band.rows, kind, words);
    return { from: band.from, to: band.to, value: inside };
  });
  return { shape: shape!, value };
}

function row(source: Source, at: Path, rows: Record<string, unknown>, kind: Kind, words: Set<string>): object {
  return Object.fromEntries(
    Object.entries(rows).map(([key, value]) => [key, one(source, [...at, key], value, kind, words)]),
  );
}

function one(source: Source, at: Path, value: unknown, kind: Kind, words: Set<string>): unknown {
  switch (kind.of) {
    case 'quantity': {
      if (typeof value !== 'number') throw source.fault(at, `must be a number of ${kind.printed}`);
      const exact = value * kind.factor;
      const whole = Math.round(exact);
      if (Math.abs(exact - whole) > 1e-6) {
        throw source.fault(
          at,
          `${value} ${kind.printed} is not a whole number of ${kind.unit} (factor ${kind.factor})`,
        );
      }
      return whole;
    }
    case 'number':
      if (typeof value !== 'number') throw source.fault(at, 'must be a number');
      return value;
    case 'flag':
      if (typeof value !== 'boolean') throw source.fault(at, 'must be true or false');
      return value;
    case 'date':
      if (!isIsoDate(value)) throw source.fault(at, 'must be a day in the calendar, YYYY-MM-DD');
      return value;
    case 'month':
      if (!isMonth(value)) throw source.fault(at, 'must be a month, YYYY-MM');
      return value;
    case 'text':
      if (typeof value !== 'string') throw source.fault(at, 'must be text');
      words.add(value);
      return value;
    case 'words':
      if (!Array.isArray(value)) throw source.fault(at, 'must be a list of words');
      for (const word of value) words.add(String(word));
      return value;
  }
}

function scalarType(kind: Kind, words: Set<string>, imports: Set<string>): string {
  const literals = () =>
    [...words]
      .sort()
      .map((word) => `'${word.replace(/['\\]/g, '\\$&')}'`)
      .join(' | ') || 'never';
  switch (kind.of) {
    case 'quantity':
      imports.add('Quantity');
      return `Quantity<'${kind.unit}'>`;
    case 'number':
      return 'number';
    case 'flag':
      return 'boolean';
    case 'date':
      imports.add('IsoDate');
      return 'IsoDate';
    case 'month':
      imports.add('Month');
      return 'Month';
    case 'text':
      return literals();
    case 'words':
      return `readonly (${literals()})[]`;
  }
}

function shapeOf(form: string): string {
  const [kind, ...names] = form.split(/\s+/);
  return names.length === 0 ? kind! : `${kind} ${names.sort().join('|')}`;
}

function shapedType(shape: string, scalar: string, imports: Set<string>): string {
  const [form, keys] = shape.split(' ');
  const names = keys
    ?.split('|')
    .map((key) => `'${key}'`)
    .join(' | ');
  if (names !== undefined) imports.add('Rows');
  const inside = names === undefined ? scalar : `Rows<${names}, ${scalar}>`;
  if (form !== 'table') return inside;
  imports.add('Table');
  return `Table<${inside}>`;
}

function inOrder(
  source: Source,
  path: Path,
  dated: readonly { from: IsoDate; to?: IsoDate | undefined; clock?: string | undefined }[],
  gapsAreFaults: boolean,
): void {
  for (const [i, entry] of dated.entries()) {
    if (entry.to !== undefined && entry.to < entry.from)
      throw source.fault([...path, i], `ends ${entry.to}, before it starts`);
    const before = dated[i - 1];
    if (before === undefined) continue;
    if (before.to === undefined) {
      throw source.fault(
        [...path, i],
        `starts ${entry.from}, but the one before it has no 'to'; give it to: ${addDays(entry.from, -1)}`,
      );
    }
    if (entry.from <= before.to)
      throw source.fault([...path, i], `starts ${entry.from}, but the one before it reaches ${before.to}`);
    if (gapsAreFaults && entry.from > addDays(before.to, 1)) {
      throw source.fault(
        [...path, i],
        `nothing is stated from ${addDays(before.to, 1)} to ${addDays(entry.from, -1)}; state it with 'none' and the reason`,
      );
    }
  }
}

function camel(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

const dayKeys = new Set(['from', 'to', 'checked']);

/** Data as TypeScript source; days are wrapped in `day()` so that they carry their type. */
function print(value: unknown, indent: number, key?: string): string {
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object')) return `[${value.map((item) => print(item, 0)).join(', ')}]`;
    const inner = ' '.repeat(indent + 2);
    return `[\n${value.map((item) => `${inner}${print(item, indent + 2)},\n`).join('')}${' '.repeat(indent)}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    const flat = entries.every(([, item]) => typeof item !== 'object');
    if (flat) {
      const line = `{ ${entries.map(([name, item]) => `${name}: ${print(item, 0, name)}`).join(', ')} }`;
      if (line.length + indent <= 110) return line;
    }
    const inner = ' '.repeat(indent + 2);
    const lines = entries.map(([name, item]) => `${inner}${name}: ${print(item, indent + 2, name)},\n`);
    return `{\n${lines.join('')}${' '.repeat(indent)}}`;
  }
  if (typeof value === 'string') {
    const quoted = `'${value.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}'`;
    return key !== undefined && dayKeys.has(key) ? `day(${quoted})` : quoted;
  }
  return String(value);
}
