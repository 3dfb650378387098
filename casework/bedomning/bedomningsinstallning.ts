import { z } from 'zod';

const schema = z.object({
  bedomning: z
    .object({
      inskrivenInomDagar: z.number().int().min(1).max(60),
      undantag: z.array(z.string().trim().min(3).max(120)).max(20),
      omprovningInomManader: z.number().int().min(1).max(24),
      framstegInomManader: z.number().int().min(1).max(12),
      fordjupadEfterManader: z.number().int().min(1).max(24),
    })
    .partial()
    .optional(),
});

/** What the board has set about assessments and about being enrolled. */
export interface Bedömningsinställning {
  /** Days from the first application to the first day in a track. */
  readonly inskrivenInomDagar: number;
  /** When the days do not count, in the board's words. */
  readonly undantag: readonly string[];
  /** Months until the first assessment is made again. */
  readonly omprövningInomMånader: number;
  readonly framstegInomMånader: number;
  /** Months with assistance after which the in-depth mapping is offered. */
  readonly fördjupadEfterMånader: number;
}

export const FÖRVALD_BEDÖMNINGSINSTÄLLNING: Bedömningsinställning = {
  inskrivenInomDagar: 7,
  undantag: [
    'Arbetar heltid',
    'Studerar heltid med godkänd plan',
    'Sjukskriven på heltid',
    'Föräldraledig',
    'Bara akut nödhjälp',
  ],
  omprövningInomMånader: 6,
  framstegInomMånader: 3,
  fördjupadEfterMånader: 5,
};

/** The board's settings (`bedomning`), or the usual ones. @throws ZodError when they cannot be read */
export function läsBedömningsinställning(inställningar: unknown): Bedömningsinställning {
  const { bedomning: b } = schema.parse(inställningar ?? {});
  const f = FÖRVALD_BEDÖMNINGSINSTÄLLNING;
  return {
    inskrivenInomDagar: b?.inskrivenInomDagar ?? f.inskrivenInomDagar,
    undantag: b?.undantag ?? f.undantag,
    omprövningInomMånader: b?.omprovningInomManader ?? f.omprövningInomMånader,
    framstegInomMånader: b?.framstegInomManader ?? f.framstegInomMånader,
    fördjupadEfterMånader: b?.fordjupadEfterManader ?? f.fördjupadEfterMånader,
  };
}
