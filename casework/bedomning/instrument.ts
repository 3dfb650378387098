import { z } from 'zod';
import type { Bedömningssvar, Svarssida, Svarssätt } from './bedomning.ts';

const id = z.string().regex(/^[a-z0-9-]+$/);
const ord = z.strictObject({ text: z.string().min(1) });
const alternativ = z.array(z.strictObject({ värde: id, text: z.string().min(1) })).min(2);

const frågeschema = z.strictObject({
  id,
  /** The question as the person is asked it. */
  text: z.string().min(1),
  /** The question as the caseworker is asked it, where both answer. */
  handläggartext: z.string().min(1).optional(),
  hjälp: ord.optional(),
  /** Who answers. */
  svaras: z.enum(['person', 'handlaggare', 'bada']),
  /** Asked only face to face with the person alone; neither the question nor the answer is on her own page. */
  enrum: z.boolean().default(false),
  svar: z.discriminatedUnion('slag', [
    z.strictObject({ slag: z.literal('ett'), alternativ }),
    z.strictObject({ slag: z.literal('flera'), alternativ }),
    /** The numbers 1, 2, … with a word for each, the lowest first. */
    z.strictObject({ slag: z.literal('skala'), ord: z.array(ord).min(2) }),
    z.strictObject({ slag: z.literal('text') }),
  ]),
});

/** An instrument in one version: what is asked, of whom, about which area of life, and how it is answered. Never changed. */
export const instrumentschema = z.strictObject({
  id,
  version: z.number().int().positive(),
  slag: z.enum(['inledande', 'fordjupad', 'framsteg']),
  namn: z.string().min(1),
  om: z.string().min(1),
  /** The areas of life, each with its questions. */
  områden: z.array(
    z.strictObject({ id, text: z.string().min(1), anmärkning: z.string().optional(), frågor: z.array(frågeschema) }),
  ),
});

export type Instrument = z.infer<typeof instrumentschema>;
export type Bedömningsfråga = z.output<typeof frågeschema>;

/** All questions of the instrument in their order. */
export function frågorI(instrument: Pick<Instrument, 'områden'>): Bedömningsfråga[] {
  return instrument.områden.flatMap((o) => o.frågor);
}

/** The questions that one side answers; on the web and by telephone none that is asked face to face alone. */
export function frågorFör(
  instrument: Pick<Instrument, 'områden'>,
  sida: Svarssida,
  sätt: Svarssätt = 'mote',
): Bedömningsfråga[] {
  return frågorI(instrument).filter((f) => (f.svaras === sida || f.svaras === 'bada') && (!f.enrum || sätt === 'mote'));
}

/** What may be chosen, value and words; empty for a free text. */
export function alternativFör(fråga: Bedömningsfråga): { värde: string; text: string }[] {
  const { svar } = fråga;
  if (svar.slag === 'text') return [];
  if (svar.slag === 'skala') return svar.ord.map(({ text }, i) => ({ värde: String(i + 1), text }));
  return svar.alternativ;
}

/** The answer in the words of the question's own version: each chosen alternative, and the free text. */
export function svarIOrd(fråga: Bedömningsfråga, svar: Pick<Bedömningssvar, 'val' | 'text'>): string[] {
  const alla = alternativFör(fråga);
  const valda = svar.val.flatMap((v) => alla.find((a) => a.värde === v)?.text ?? []);
  return svar.text === '' ? valda : [...valda, svar.text];
}
