import { BETALFILSFORMAT, type Betalfilsformat } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { SNARAST, type Utbetalningsregel } from '@stegvis/integrations';
import { z } from 'zod';

/** `betalning` among the board's settings. */
const schema = z.object({
  betalning: z
    .strictObject({
      format: z.enum(BETALFILSFORMAT).optional(),
      utbetalningsdag: z
        .discriminatedUnion('slag', [
          z.strictObject({ slag: z.literal('bankdagar'), antal: z.number().int().min(1).max(20) }),
          z.strictObject({
            slag: z.literal('dag-i-manaden'),
            dag: z.number().int().min(1).max(31),
            manad: z.enum(['foregaende', 'samma']),
          }),
        ])
        .optional(),
    })
    .optional(),
});

export interface Betalningsinställning {
  readonly format: Betalfilsformat;
  readonly regel: Utbetalningsregel;
}

/**
 * Which payment file the board's bank takes, and when money is paid. Without settings: pain.001.001.03, the bank day after the decision.
 * @throws when the settings say something about payments that cannot be read: a day or a format is never guessed
 */
export async function betalningsinställning(t: TenantTransaction): Promise<Betalningsinställning> {
  return läsBetalningsinställning((await t.organisation.findNämnd())?.inställningar);
}

/** The same from the board's settings as stored. @throws when what they say about payments cannot be read */
export function läsBetalningsinställning(inställningar: unknown): Betalningsinställning {
  const { betalning } = schema.parse(inställningar ?? {});
  return { format: betalning?.format ?? 'pain.001.001.03', regel: betalning?.utbetalningsdag ?? SNARAST };
}
