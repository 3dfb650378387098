import { z } from 'zod';

const VECKODAGAR = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'] as const;
const SÅ_SKRIVS_PASS = 'Skriv ett pass per rad, som måndag 09:00–12:00.';
const klockslag = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, SÅ_SKRIVS_PASS);

/** One time in the week, the same every week. Times are Swedish local time, `HH:MM`. */
export interface Pass {
  /** 1 is Monday, 7 is Sunday. */
  veckodag: number;
  från: string;
  till: string;
  /** Where, when it is somewhere else than the activity itself. */
  plats?: string | undefined;
}

/** The times of a week as they are written down: valid times on the quarter, within one day, that do not overlap each other. */
export const passschema = z
  .array(
    z
      .object({
        veckodag: z.int(SÅ_SKRIVS_PASS).min(1, SÅ_SKRIVS_PASS).max(7, SÅ_SKRIVS_PASS),
        från: klockslag,
        till: klockslag,
        plats: z.string().max(200).optional(),
      })
      .refine((p) => p.från < p.till, 'Passet ska sluta senare än det börjar, samma dag.')
      .refine((p) => passtimmar(p) % 0.25 === 0, 'Passet ska vara hela kvartar, till exempel 09:00–11:45.'),
  )
  .refine(
    (pass) => !pass.some((a, i) => pass.slice(i + 1).some((b) => krockar(a, b))),
    'Två pass samma dag får inte gå i varandra.',
  );

/** The hours of one time in the week. */
export function passtimmar({ från, till }: Pick<Pass, 'från' | 'till'>): number {
  return (minuter(till) - minuter(från)) / 60;
}

/** The hours of the times of a week together. */
export function veckotimmar(pass: readonly Pass[]): number {
  return pass.reduce((sum, p) => sum + minuter(p.till) - minuter(p.från), 0) / 60;
}

/** Whether two times in the week are on the same day and overlap. */
export function krockar(a: Pass, b: Pass): boolean {
  return a.veckodag === b.veckodag && a.från < b.till && b.från < a.till;
}

/** `tisdag 09:00–12:00`. */
export function passIOrd({ veckodag, från, till }: Pass): string {
  return `${VECKODAGAR[veckodag - 1] ?? ''} ${från}–${till}`;
}

/** The weekday in words; 1 is Monday. */
export function veckodagsnamn(veckodag: number): string {
  return VECKODAGAR[veckodag - 1] ?? '';
}

function minuter(klocka: string): number {
  return Number(klocka.slice(0, 2)) * 60 + Number(klocka.slice(3, 5));
}

/** Times written one on each line, `måndag 09:00–12:00`; a line that cannot be read is a time that the schema refuses. */
export function läsPass(text: string): Pass[] {
  return text
    .split('\n')
    .map((rad) => rad.trim())
    .filter((rad) => rad !== '')
    .map((rad) => {
      const [, dag = '', från = '', till = '', plats] =
        /^(\p{L}+)\s+(\d{1,2}[:.]\d{2})\s*(?:–|-|till)\s*(\d{1,2}[:.]\d{2})(?:,\s*(.+))?$/iu.exec(rad) ?? [];
      const klocka = (t: string) => t.replace('.', ':').padStart(5, '0');
      return {
        veckodag: VECKODAGAR.findIndex((namn) => dag.length >= 3 && namn.startsWith(dag.toLowerCase())) + 1,
        från: klocka(från),
        till: klocka(till),
        ...(plats === undefined ? {} : { plats }),
      };
    });
}
