import {
  DOKUMENTGRÄNSER,
  DOKUMENTKRAV,
  type Dokumentgränser,
  type Dokumentkrav,
  ärDokumentplats,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { z } from 'zod';

const MB = 1024 * 1024;

/** `dokument` among the board's settings. */
const schema = z.object({
  dokument: z
    .strictObject({
      storstaFilMb: z.number().int().min(1).max(50).optional(),
      storstaAnsokanMb: z.number().int().min(1).max(500).optional(),
      flest: z.number().int().min(1).max(200).optional(),
      krav: z
        .array(
          z.strictObject({
            plats: z.string().refine(ärDokumentplats),
            namn: z.string().min(1).max(100),
            slag: z.array(z.enum(['nyansokan', 'ateransokan', 'tillagg', 'akut'])).min(1),
            fraga: z.enum(['sjuk-mer-an-sju-dagar']).optional(),
          }),
        )
        .optional(),
    })
    .optional(),
});

export interface Dokumentinställning {
  readonly gränser: Dokumentgränser;
  readonly krav: readonly Dokumentkrav[];
}

/**
 * How much an application may hold and which documents the board requires.
 * @throws when the board's settings say something about documents that cannot be read: a limit or a requirement is never guessed
 */
export async function dokumentinställning(t: TenantTransaction): Promise<Dokumentinställning> {
  return läsDokumentinställning((await t.organisation.findNämnd())?.inställningar);
}

/** The same from the board's settings as stored. @throws when what they say about documents cannot be read */
export function läsDokumentinställning(inställningar: unknown): Dokumentinställning {
  const { dokument } = schema.parse(inställningar ?? {});
  return {
    gränser: {
      störstaFil: dokument?.storstaFilMb === undefined ? DOKUMENTGRÄNSER.störstaFil : dokument.storstaFilMb * MB,
      störstaAnsökan:
        dokument?.storstaAnsokanMb === undefined ? DOKUMENTGRÄNSER.störstaAnsökan : dokument.storstaAnsokanMb * MB,
      flest: dokument?.flest ?? DOKUMENTGRÄNSER.flest,
    },
    krav:
      dokument?.krav?.map(({ fraga, plats, ...krav }) => ({
        ...krav,
        plats: plats as Dokumentkrav['plats'],
        ...(fraga ? { fråga: fraga } : {}),
      })) ?? DOKUMENTKRAV,
  };
}
