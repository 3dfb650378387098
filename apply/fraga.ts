import { createHash } from 'node:crypto';
import type { Ansökan, PersonId, Svar, Uppgifter } from '@stegvis/casework';
import type { FieldError, SummaryRow } from '@stegvis/ui';
import type { Child } from 'hono/jsx';
import type { MedborgarPort, Vuxen } from './port.ts';

/** The texts of a form, name by name. */
export type Fält = Readonly<Record<string, string>>;

/** What a question may know when it is asked. */
export interface Frågekontext {
  readonly ansökan: Ansökan;
  readonly vuxna: readonly Vuxen[];
  /** Who reads; the one who writes the application unless given. */
  readonly läsare?: PersonId;
  readonly port: MedborgarPort;
  /** What a renewal is compared with. */
  readonly förra?: Ansökan | undefined;
}

/** What was read from a form: the answer, or every field that is wrong with a sentence. */
export type Läst =
  | { readonly ok: true; readonly svar: Svar }
  | { readonly ok: false; readonly fel: readonly FieldError[] };

/** One question of the journey: how it is shown, read and summed up. */
export interface Fråga {
  /** In the address. */
  readonly id: string;
  /** In the list of what remains. */
  etikett(): string;
  /** The facts of the statement it answers. */
  readonly svarar: readonly (keyof Uppgifter)[];
  /** The question itself, the page's heading. */
  rubrik(k: Frågekontext): string;
  ingress?(k: Frågekontext): Child;
  /** The form's texts from the answers that are stored. */
  fält(u: Uppgifter, k: Frågekontext): Fält;
  /** The fields. */
  vy(fält: Fält, fel: readonly FieldError[], k: Frågekontext): Child;
  läs(fält: Fält, k: Frågekontext): Läst;
  sammanfattning(u: Uppgifter, k: Frågekontext): readonly SummaryRow[];
}

/** Tells whether answers have changed since a page was shown: the same answers have the same mark. */
export function kännetecken(u: Uppgifter, nycklar: readonly (keyof Uppgifter)[]): string {
  const ordered = (_: string, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  const text = JSON.stringify(
    nycklar.map((key) => u[key] ?? null),
    ordered,
  );
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** The sentence of a field's fault. */
export function felFör(fel: readonly FieldError[], id: string): string | undefined {
  return fel.find((f) => f.id === id)?.text;
}

/** The rows of a form whose fields are `prefix-0-name`, `prefix-1-name`, …, as many as `prefix-antal` says. */
export function rader(fält: Fält, prefix: string): number[] {
  const antal = Math.min(30, Math.max(0, Number(fält[`${prefix}-antal`] ?? 0) || 0));
  return Array.from({ length: antal }, (_, i) => i);
}

/**
 * Adds or removes a row when such a button was pressed (`rad` = `lagg-till-prefix` or `ta-bort-prefix-2`); the others move up and
 * keep their texts. Undefined when no such button was pressed.
 */
export function ändradeRader(fält: Fält): Fält | undefined {
  const [, add] = /^lagg-till-(\w+)$/.exec(fält['rad'] ?? '') ?? [];
  const [, from, index] = /^ta-bort-(\w+)-(\d+)$/.exec(fält['rad'] ?? '') ?? [];
  const { rad: _, ...rest } = fält;
  if (add) return { ...rest, [`${add}-antal`]: String(rader(fält, add).length + 1) };
  if (!from) return undefined;
  const gone = Number(index);
  const next: Record<string, string> = {};
  for (const [name, value] of Object.entries(rest)) {
    const [, row, field] = new RegExp(`^${from}-(\\d+)-(.+)$`).exec(name) ?? [];
    if (row === undefined) next[name] = value;
    else if (Number(row) !== gone) next[`${from}-${Number(row) - (Number(row) > gone ? 1 : 0)}-${field}`] = value;
  }
  return { ...next, [`${from}-antal`]: String(Math.max(0, rader(fält, from).length - 1)) };
}
