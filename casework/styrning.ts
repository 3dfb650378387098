import { z } from 'zod';

/** What the board requires of itself about automation and delegation. Its own choice, kept among its settings. */
export interface Styrning {
  /** For switching to real decisions: the least share of agreement in shadow mode (whole per cent) on the least number of cases. */
  övergång: { procent: number; minst: number };
  /** Days after a decision within which it is to be reported to the board (KL 7 kap. 8 §: the board decides the extent). */
  anmälanInomDagar: number;
}

/** Nobody may switch automation on with less agreement than this, in per cent, or on fewer cases. */
export const MINSTA_ÖVERENSSTÄMMELSE = 90;
export const MINSTA_ANTAL_SKUGGFALL = 30;

export const FÖRVALD_STYRNING: Styrning = { övergång: { procent: 98, minst: 100 }, anmälanInomDagar: 45 };

const heltal = (vad: string, minst: number, högst: number) =>
  z
    .number(`Skriv ett helt tal mellan ${minst} och ${högst}.`)
    .int('Skriv ett helt tal.')
    .min(minst, `${vad} får inte vara under ${minst}.`)
    .max(högst, `${vad} får inte vara över ${högst}.`);

const schema = z.strictObject({
  overgangProcent: heltal('Andelen', MINSTA_ÖVERENSSTÄMMELSE, 100),
  overgangMinst: heltal('Antalet ärenden', MINSTA_ANTAL_SKUGGFALL, 10_000),
  anmalanInomDagar: heltal('Antalet dagar', 1, 180),
});

/** As stored among the board's settings. */
export type Styrningsdokument = z.infer<typeof schema>;

/** Reads the settings as stored; those never set are the ones that hold before anybody has chosen. */
export function läsStyrning(
  json: unknown,
): { ok: true; styrning: Styrning } | { ok: false; fel: { fält: string; text: string }[] } {
  if (json === undefined) return { ok: true, styrning: FÖRVALD_STYRNING };
  const läst = schema.safeParse(json);
  if (!läst.success)
    return { ok: false, fel: läst.error.issues.map((i) => ({ fält: i.path.join('.'), text: i.message })) };
  const { overgangProcent, overgangMinst, anmalanInomDagar } = läst.data;
  return {
    ok: true,
    styrning: { övergång: { procent: overgangProcent, minst: overgangMinst }, anmälanInomDagar: anmalanInomDagar },
  };
}

/** The settings as `läsStyrning` reads them. */
export function skrivStyrning({ övergång, anmälanInomDagar }: Styrning): Styrningsdokument {
  return { overgangProcent: övergång.procent, overgangMinst: övergång.minst, anmalanInomDagar: anmälanInomDagar };
}
