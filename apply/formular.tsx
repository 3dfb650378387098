import type { Refusal } from '@stegvis/casework';
import { Breadcrumb, type FieldError, t, översatt } from '@stegvis/ui';

/** What had been written when something was refused: shown again, nothing lost. */
export interface Skrivet {
  readonly fel: readonly FieldError[];
  readonly fält: Readonly<Record<string, string>>;
}

export const INGET_SKRIVET: Skrivet = { fel: [], fält: {} };

/** A refusal as lines for the error summary, in the reader's language: at its fields where it names them, else at `annars`. */
export function vägran(refusal: Refusal, annars: string): FieldError[] {
  return (
    refusal.fält?.map((f) => ({ id: f.fält, text: översatt(f.text) })) ?? [
      { id: annars, text: `${översatt(refusal.text)} ${översatt(refusal.tillåtet)}` },
    ]
  );
}

/** The way to a page about a decision. */
export function VägFrånBeslut({ ansökan, här }: { ansökan: string; här: string }) {
  return (
    <Breadcrumb
      items={[
        { href: '/mina-sidor', label: t('Översikt') },
        { href: `/mina-sidor/beslut/${ansökan}`, label: t('Beslutet') },
      ]}
      here={här}
    />
  );
}
