import { createHash } from 'node:crypto';
import { z } from 'zod';
import { beloppstext, type Öre } from './belopp.ts';

/**
 * How far automatic decisions go at a board. It is the municipality's own choice, not law, so it is kept among the board's
 * settings and never among the law's values.
 */
export interface Automatikinställningar {
  /** Off; shadow (the machine proposes and people decide); on. */
  läge: 'av' | 'skugga' | 'pa';
  /** The largest grant that is decided automatically. */
  högstaBelopp: Öre;
  /** How far an income or cost may be from what a person last approved: whole per cent, and never more than the amount. */
  ändring: { procent: number; högst: Öre };
  /** Share of the automatic grants that a person looks at (whole per cent, at least five), and when. */
  granskning: { procent: number; när: 'fore-beslut' | 'efter-beslut' };
  /** A plan that is missing after its time: a task for staff, or also a stop. */
  planSaknas: 'uppgift' | 'stopp';
}

/** What a board has before it has chosen: nothing is automatic. */
export const FÖRVALD_AUTOMATIK: Automatikinställningar = {
  läge: 'av',
  högstaBelopp: 2_500_000,
  ändring: { procent: 12, högst: 100_000 },
  granskning: { procent: 5, när: 'efter-beslut' },
  planSaknas: 'uppgift',
};

/** Nobody may choose to look at less than this share of the automatic grants, in per cent. */
export const MINSTA_GRANSKNING = 5;

const belopp = (minst: Öre, högst: Öre) =>
  z
    .number(`Skriv ett belopp mellan ${beloppstext(minst)} och ${beloppstext(högst)}.`)
    .int('Beloppet ska vara hela ören.')
    .min(minst, `Beloppet får inte vara under ${beloppstext(minst)}.`)
    .max(högst, `Beloppet får inte vara över ${beloppstext(högst)}.`);
const procent = (minst: number) =>
  z
    .number(`Skriv hela procent mellan ${minst} och 100.`)
    .int('Skriv hela procent.')
    .min(minst, `Andelen får inte vara under ${minst} procent.`)
    .max(100, 'Andelen får inte vara över 100 procent.');

const schema = z.strictObject({
  lage: z.enum(['av', 'skugga', 'pa'], 'Välj av, skugga eller pa.'),
  hogstaBelopp: belopp(0, 10_000_000),
  andringProcent: procent(0),
  andringHogst: belopp(0, 1_000_000),
  granskningProcent: procent(MINSTA_GRANSKNING),
  granskas: z.enum(['fore-beslut', 'efter-beslut'], 'Välj fore-beslut eller efter-beslut.'),
  planSaknas: z.enum(['uppgift', 'stopp'], 'Välj uppgift eller stopp.'),
});

/** The settings as they are stored: ASCII keys, amounts in öre. */
export type Automatikdokument = z.infer<typeof schema>;

/**
 * Reads the board's settings for automatic decisions as stored. Everything must be there and allowed: settings that cannot be
 * read are no settings, and then nothing is automatic.
 */
export function läsAutomatik(
  json: unknown,
): { ok: true; automatik: Automatikinställningar } | { ok: false; fel: { fält: string; text: string }[] } {
  const läst = schema.safeParse(json);
  if (!läst.success) {
    return { ok: false, fel: läst.error.issues.map((i) => ({ fält: i.path.join('.'), text: i.message })) };
  }
  const { lage, hogstaBelopp, andringProcent, andringHogst, granskningProcent, granskas, planSaknas } = läst.data;
  return {
    ok: true,
    automatik: {
      läge: lage,
      högstaBelopp: hogstaBelopp,
      ändring: { procent: andringProcent, högst: andringHogst },
      granskning: { procent: granskningProcent, när: granskas },
      planSaknas,
    },
  };
}

/** The settings as `läsAutomatik` reads them. */
export function skrivAutomatik(automatik: Automatikinställningar): Automatikdokument {
  return {
    lage: automatik.läge,
    hogstaBelopp: automatik.högstaBelopp,
    andringProcent: automatik.ändring.procent,
    andringHogst: automatik.ändring.högst,
    granskningProcent: automatik.granskning.procent,
    granskas: automatik.granskning.när,
    planSaknas: automatik.planSaknas,
  };
}

/**
 * Whether the application is in the random share that a person looks at. Drawn from the SHA-256 of the application's id, which is
 * random itself: the same every time it is asked, and nobody can choose it.
 */
export function utvaldFörGranskning(ansökan: string, procent: number): boolean {
  const tal = createHash('sha256').update(`granskning:${ansökan}`).digest().readUInt32BE(0);
  return tal * 100 < procent * 2 ** 32;
}
