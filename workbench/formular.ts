import type { Refusal } from '@stegvis/casework';
import type { FieldError } from '@stegvis/ui';
import type { Context } from 'hono';

/** The texts of a posted form; of a name that comes several times, the last. */
export type Fält = Readonly<Record<string, string>>;

/** What had been written when something was refused: shown again, nothing lost. */
export interface Skrivet {
  readonly fel: readonly FieldError[];
  readonly fält: Fält;
}

export const INGET_SKRIVET: Skrivet = { fel: [], fält: {} };

/** A form as text, name by name; a body that is no form is an empty form, so that the page says what is missing. */
export async function formfält(c: Context): Promise<Fält> {
  const form = await c.req.parseBody().catch(() => ({}));
  return Object.fromEntries(
    Object.entries(form).map(([k, v]) => [k, typeof v === 'string' ? v.replaceAll('\0', '') : '']),
  );
}

/** Every box that was ticked under one name. */
export async function kryssade(c: Context, namn: string): Promise<string[]> {
  const form: Record<string, unknown> = await c.req.parseBody({ all: true }).catch(() => ({}));
  const valda = form[namn];
  return (Array.isArray(valda) ? valda : [valda]).filter((v): v is string => typeof v === 'string' && v !== '');
}

/** A refusal as lines for the error summary: at its fields where it names them, else at `annars`. */
export function vägran(refusal: Refusal, plats: (fält: string) => string, annars: string): FieldError[] {
  return (
    refusal.fält?.map((f) => ({ id: plats(f.fält), text: f.text })) ?? [
      { id: annars, text: `${refusal.text} ${refusal.tillåtet}` },
    ]
  );
}

/** The sentence of a field's fault. */
export function felFör({ fel }: Skrivet, id: string): string | undefined {
  return fel.find((f) => f.id === id)?.text;
}
