import { z } from 'zod';

export const SPRÅKNIVÅER = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type Språknivå = (typeof SPRÅKNIVÅER)[number];

/** The criteria that can be checked: a closed set, as data. */
export const villkorsschema = z.discriminatedUnion('slag', [
  z.object({ slag: z.literal('alder'), minst: z.int().min(0).optional(), högst: z.int().max(120).optional() }),
  z.object({ slag: z.literal('sprakniva'), minst: z.enum(SPRÅKNIVÅER) }),
  z.object({ slag: z.literal('timmar'), minst: z.number().positive() }),
  z.object({ slag: z.literal('inskriven') }),
  z.object({ slag: z.literal('spar'), av: z.array(z.string()).min(1) }),
  z.object({ slag: z.literal('hinder'), av: z.array(z.string()).min(1) }),
  z.object({ slag: z.literal('barn-under'), under: z.int().min(1).max(21) }),
]);
export type Villkor = z.infer<typeof villkorsschema>;
