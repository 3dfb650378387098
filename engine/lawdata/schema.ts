import { z } from 'zod';
import { isIsoDate } from '../dates.ts';

const day = z.string().refine(isIsoDate, { error: 'must be a day in the calendar, YYYY-MM-DD' });
const clock = z.enum(['month', 'application', 'later']);
const scalar = z.union([z.number(), z.string(), z.boolean()]);
const words = z.array(z.string()).min(1);
const rows = z.record(z.string().regex(/^[\p{L}_][\p{L}\d_]*$/u, 'must be a word of letters and digits'), scalar);
const band = z.strictObject({
  from: z.int(),
  to: z.int().optional(),
  value: scalar.optional(),
  rows: rows.optional(),
});

const ground = z.strictObject({
  from: day,
  to: day.optional(),
  cite: z.string().min(1),
  act: z.string().min(1).optional(),
  transition: z.string().min(1).optional(),
  clock: clock.optional(),
});

const value = z.strictObject({
  from: day,
  to: day.optional(),
  act: z.string().min(1),
  checked: day,
  status: z.enum(['printed', 'derived', 'uncertain']).optional(),
  source: z.string().min(1).optional(),
  note: z.string().min(1).optional(),
  clock: clock.optional(),
  value: z.union([scalar, words]).optional(),
  rows: rows.optional(),
  table: z.array(band).min(1).optional(),
  awaiting: z.string().min(1).optional(),
  none: z.string().min(1).optional(),
});

const parameter = z.strictObject({
  label: z.string().min(1),
  unit: z.string().min(1),
  form: z
    .string()
    .regex(
      /^(value|table|(rows|table)( [\p{L}_][\p{L}\d_]*)+)$/u,
      "must be 'value', 'table', 'rows a b …' or 'table a b …'",
    )
    .optional(),
  setBy: z.enum(['state', 'municipality']).optional(),
  clock: clock.optional(),
  values: z.array(value),
});

const name = z.string().regex(/^[\p{L}_][\p{L}\d_]*$/u, 'must be a word of letters and digits');

/** The form of a `*.law.yaml` file; unknown keys are refused. */
export const lawFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case a–z, digits and hyphens'),
  grounds: z.record(name, z.array(ground).min(1)).optional(),
  parameters: z.record(name, parameter).optional(),
});

/** The form of `units.yaml`: printed unit → unit of the types and the factor from one to the other. */
export const unitsFile = z.record(
  z.string(),
  z.strictObject({ unit: z.string().regex(/^[a-z][a-z0-9-]*$/), factor: z.number().positive() }),
);

export type LawFile = z.infer<typeof lawFile>;
export type LawFileValue = z.infer<typeof value>;
export type LawFileParameter = z.infer<typeof parameter>;
export type UnitsFile = z.infer<typeof unitsFile>;
