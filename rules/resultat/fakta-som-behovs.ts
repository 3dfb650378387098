import type { AnyNode } from '@stegvis/engine';
import { normgraf } from './normgraf.ts';

/** Ett faktum som reglerna läser: vem det gäller, nyckeln i underlaget och frågan till den som söker (om den ska ställas). */
export type BehövtFaktum = {
  readonly id: string;
  readonly galler: string;
  readonly nyckel: string;
  readonly namn: string;
  readonly fraga?: string;
  /** Sant för det som en handläggare avgör. */
  readonly bedoms: boolean;
};

/** Alla fakta som normberäkningen läser, ur grafen: de frågor som en ansökan måste ställa. */
export const faktaSomBehövs = (): BehövtFaktum[] =>
  normgraf.plan.nodes.flatMap((nod: AnyNode): BehövtFaktum[] => {
    const { spec } = nod;
    if (spec.kind !== 'fact' && spec.kind !== 'assessment') return [];
    const fråga = spec.question;
    return [
      {
        id: nod.id,
        galler: nod.subject?.name ?? 'hushall',
        nyckel: spec.path.join('.'),
        namn: nod.label,
        ...(fråga === undefined ? {} : { fraga: fråga }),
        bedoms: spec.kind === 'assessment',
      },
    ];
  });
