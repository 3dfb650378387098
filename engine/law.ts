import { firstDay, type IsoDate, type Moment } from './dates.ts';

/**
 * Which day decides what is in force: `month` the first day of the month asked about, `application` the day the
 * application came in, `later` the later of the two (the older wording needs both to lie before the change).
 */
export type Clock = 'month' | 'application' | 'later';

/** How sure a value is: printed in the act, derived from printed figures, or uncertain. */
export type ValueStatus = 'printed' | 'derived' | 'uncertain';

/** One wording of a ground. Days are inclusive; no `to` = until further notice. */
export interface GroundVersion {
  readonly from: IsoDate;
  readonly to?: IsoDate;
  readonly cite: string;
  readonly act?: string;
  readonly transition?: string;
  readonly clock: Clock;
}

/** A legal ground with its wordings in order of date. */
export interface Ground {
  readonly id: string;
  readonly versions: readonly GroundVersion[];
}

/** One dated value of a parameter: exactly one of `value`, `awaiting` (decided later) and `none` (a stated gap). */
export interface ParameterVersion {
  readonly from: IsoDate;
  readonly to?: IsoDate;
  readonly act: string;
  readonly checked: IsoDate;
  readonly status: ValueStatus;
  readonly source?: string;
  readonly note?: string;
  readonly clock: Clock;
  readonly value?: unknown;
  readonly awaiting?: string;
  readonly none?: string;
}

declare const parameterValue: unique symbol;

/** A dated parameter as compiled from law data; `V` is the type of its value. */
export interface LawParameter<V> {
  readonly id: string;
  readonly label: string;
  readonly unit?: string;
  readonly setBy: 'state' | 'municipality';
  readonly cite?: string;
  readonly versions: readonly ParameterVersion[];
  readonly [parameterValue]?: V;
}

/** A row of amounts by name. */
export type Rows<K extends string, V> = { readonly [P in K]: V };

/** Bands of whole numbers, both ends inclusive; the last band may be open upwards. */
export interface Band<V> {
  readonly from: number;
  readonly to?: number;
  readonly value: V;
}
/** A table of bands in rising order without overlap. */
export type Table<V> = readonly Band<V>[];

/** Under this symbol a table from law data carries its values by number, from the first band's start (`lawParameter` puts it there). */
const byNumber = Symbol('by number');
interface Indexed<V> {
  readonly first: number;
  readonly values: readonly V[];
  /** The value above the last of `values`, where the last band is open. */
  readonly above: V | undefined;
}

/** The value of the band in which `n` lies. Throws OutsideTable when there is none. */
export function lookUp<V>(table: Table<V>, n: number): V {
  const index = (table as { [byNumber]?: Indexed<V> })[byNumber];
  if (index !== undefined) {
    const at = n - index.first;
    const value = at < index.values.length ? index.values[at] : index.above;
    if (value !== undefined) return value;
  }
  for (let i = 0; i < table.length; i++) {
    const band = table[i]!;
    if (n >= band.from && (band.to === undefined || n <= band.to)) return band.value;
  }
  throw new OutsideTable(n, table);
}

/** A number that no band of a table covers. */
export class OutsideTable extends Error {
  constructor(n: number, table: Table<unknown>) {
    const first = table[0]?.from;
    const last = table.at(-1);
    super(
      `${n} lies outside the table, which runs from ${first} ${last?.to === undefined ? 'and up' : `to ${last.to}`}`,
    );
    this.name = 'OutsideTable';
  }
}

/** Law data of one file as compiled: grounds and parameters by name. */
export interface Law {
  readonly id: string;
  readonly grounds: { readonly [name: string]: Ground };
  readonly parameters: { readonly [name: string]: LawParameter<never> | LawParameter<unknown> };
}

/** Used by compiled law data: gives a parameter the type of its value, and its tables an index. */
export function lawParameter<V>(data: LawParameter<unknown>): LawParameter<V> {
  for (const { value } of data.versions) if (Array.isArray(value)) indexTable(value);
  return data as LawParameter<V>;
}

function indexTable(table: readonly Band<unknown>[]): void {
  const last = table.at(-1);
  const first = table[0];
  if (first === undefined || typeof first !== 'object' || last === undefined) return;
  const end = last.to ?? last.from;
  if (end - first.from > 200) return;
  const values = Array.from({ length: end - first.from + 1 }, (_, i) => {
    const n = first.from + i;
    return table.find((band) => n >= band.from && (band.to === undefined || n <= band.to))?.value;
  });
  const index: Indexed<unknown> = { first: first.from, values, above: last.to === undefined ? last.value : undefined };
  Object.defineProperty(table, byNumber, { value: index });
}

/** Used by compiled law data: a day that the compiler has checked. */
export function day(text: string): IsoDate {
  return text as IsoDate;
}

/** The day that decides, by the clock. */
export function decidingDay(clock: Clock, moment: Moment): IsoDate {
  const first = firstDay(moment.month);
  switch (clock) {
    case 'month':
      return first;
    case 'application':
      return moment.applied;
    case 'later':
      if (moment.applied > first) return moment.applied;
      return first;
  }
}

/** The version in force at the moment, or undefined. */
export function inForceAt<T extends { from: IsoDate; to?: IsoDate; clock: Clock }>(
  versions: readonly T[],
  moment: Moment,
): T | undefined {
  return versions[indexInForce(versions, moment)];
}

/** The place among the versions of the one in force at the moment; −1 where there is none. */
export function indexInForce(
  versions: readonly { from: IsoDate; to?: IsoDate; clock: Clock }[],
  moment: Moment,
): number {
  for (let i = 0; i < versions.length; i++) {
    const { from, to, clock } = versions[i]!;
    const day = decidingDay(clock, moment);
    if (from <= day && (to === undefined || day <= to)) return i;
  }
  return -1;
}

/** Thrown when an amount or a rule does not exist for the moment. Never answered by repeating an older amount. */
export class NotInForce extends Error {
  /** The id of the parameter or rule. */
  readonly what: string;
  /** Its label. */
  readonly label: string;
  /** Which act is awaited, in the words of the law data, when known. */
  readonly awaiting: string | undefined;
  readonly moment: Moment;

  constructor(what: string, label: string, moment: Moment, awaiting?: string) {
    super(
      awaiting ?? `${label} (${what}) is not in force for ${moment.month} with an application of ${moment.applied}`,
    );
    this.name = 'NotInForce';
    this.what = what;
    this.label = label;
    this.awaiting = awaiting;
    this.moment = moment;
  }
}
