import { z } from 'zod';
import type { Fältfel } from '../refusal.ts';
import type { Stegtrappa, Trappsteg } from './steg.ts';

/** The ladder of a municipality that has not made its own: Linköping's named levels, with work, studies and own income above. */
export const FÖRVALD_STEGTRAPPA: Stegtrappa = [
  { id: 'sysselsattning', namn: 'Sysselsättning', om: 'Rutiner i vardagen och att träffa andra.' },
  {
    id: 'arbetsinriktad-rehabilitering',
    namn: 'Arbetsinriktad rehabilitering',
    om: 'Stöd för hälsan som har arbete som mål.',
  },
  { id: 'prova-och-trana', namn: 'Pröva och träna arbete', om: 'Arbetsuppgifter på en arbetsplats, i egen takt.' },
  {
    id: 'arbete-med-stod',
    namn: 'Arbete med samhällsstöd',
    om: 'Anställning där samhället betalar en del eller ger stöd.',
  },
  { id: 'studier', namn: 'Studier', om: 'Utbildning på hel- eller deltid.' },
  { id: 'egen-forsorjning', namn: 'Egen försörjning', om: 'Lön, eget företag eller annan egen inkomst.' },
];

/** The fewest and the most steps a ladder has. */
export const TRAPPANS_LÄNGD = { minst: 3, högst: 10 } as const;

const steg = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Steget ska ha ett kortnamn med små bokstäver, siffror och bindestreck.'),
  namn: z.string().trim().min(2, 'Skriv vad steget heter.').max(60, 'Namnet får ha högst 60 tecken.'),
  om: z.string().trim().max(200, 'Beskrivningen får ha högst 200 tecken.'),
});
const schema = z
  .array(steg)
  .min(TRAPPANS_LÄNGD.minst, `Trappan ska ha minst ${TRAPPANS_LÄNGD.minst} steg.`)
  .max(TRAPPANS_LÄNGD.högst, `Trappan får ha högst ${TRAPPANS_LÄNGD.högst} steg.`)
  .refine(
    (s) => new Set(s.map(({ id }) => id)).size === s.length,
    'Två steg har samma kortnamn. Varje steg ska ha sitt.',
  );

/** The ladder in the board's settings (`steg`), or the usual one. @throws when what is stored cannot be read */
export function läsStegtrappa(inställningar: unknown): Stegtrappa {
  const läst = z.object({ steg: z.object({ trappa: schema }).nullish() }).parse(inställningar ?? {});
  return läst.steg?.trappa ?? FÖRVALD_STEGTRAPPA;
}

/** A ladder as it is written in a form, one step on each line: `kortnamn; namn; beskrivning`, the lowest step first. */
export function skrivStegtrappa(trappa: Stegtrappa): string {
  return trappa.map(({ id, namn, om }) => [id, namn, om].join('; ')).join('\n');
}

/** Reads what `skrivStegtrappa` wrote, as somebody has changed it. A step that somebody stands on may not be taken away. */
export function tolkaStegtrappa(
  text: string,
  används: readonly string[] = [],
): { ok: true; trappa: Trappsteg[] } | { ok: false; fel: Fältfel[] } {
  const rader = text
    .split('\n')
    .map((rad) => rad.trim())
    .filter((rad) => rad !== '')
    .map((rad) => {
      const [id = '', namn = '', ...om] = rad.split(';').map((del) => del.trim());
      return { id, namn, om: om.join('; ') };
    });
  const läst = schema.safeParse(rader);
  if (!läst.success) {
    const [fel] = läst.error.issues;
    const rad = typeof fel?.path[0] === 'number' ? `Rad ${fel.path[0] + 1}: ` : '';
    return { ok: false, fel: [{ fält: 'trappa', text: `${rad}${fel?.message ?? 'Trappan går inte att läsa.'}` }] };
  }
  const borta = används.find((id) => !läst.data.some((s) => s.id === id));
  return borta === undefined
    ? { ok: true, trappa: läst.data }
    : {
        ok: false,
        fel: [
          {
            fält: 'trappa',
            text: `Steget ${borta} kan finnas i någons historik. Byt gärna namn på det, men ta inte bort det.`,
          },
        ],
      };
}

/** The step's name; its identity when the ladder no longer has it. */
export function stegnamn(trappa: Stegtrappa, id: string): string {
  return trappa.find((s) => s.id === id)?.namn ?? id;
}
