import { UNDERSKRIFT_INOM_DAGAR, ÅTERANSÖKAN_INOM_MÅNADER } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { z } from 'zod';

const schema = z.object({
  ansokan: z
    .object({
      underskriftInomDagar: z.number().int().min(1).max(60).optional(),
      ateransokanInomManader: z.number().int().min(1).max(12).optional(),
    })
    .optional(),
});

/** The board's own choices about applications. */
export interface Ansökningsregler {
  /** Days the other adult has for signing. */
  readonly underskriftInomDagar: number;
  /** Months back within which an earlier application makes the next one a renewal. */
  readonly återansökanInom: number;
}

/** The choices in the board's settings (`ansokan`), or the usual ones. @throws when the settings cannot be read */
export async function ansökningsregler(t: TenantTransaction): Promise<Ansökningsregler> {
  return läsAnsökningsregler((await t.organisation.findNämnd())?.inställningar);
}

/** The same from the board's settings as stored. @throws when they cannot be read */
export function läsAnsökningsregler(inställningar: unknown): Ansökningsregler {
  const { ansokan } = schema.parse(inställningar ?? {});
  return {
    underskriftInomDagar: ansokan?.underskriftInomDagar ?? UNDERSKRIFT_INOM_DAGAR,
    återansökanInom: ansokan?.ateransokanInomManader ?? ÅTERANSÖKAN_INOM_MÅNADER,
  };
}
