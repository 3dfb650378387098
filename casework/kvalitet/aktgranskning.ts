import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import type { Tidpunkt } from '../tid.ts';
import { CHECKLISTSVAR, type Checklista, type Checklistsvar } from './checklista.ts';

export type Aktgranskningsstatus = 'att-granska' | 'pagar' | 'klar';
export type Aktgranskningsövergång = 'svarad' | 'lämnad' | 'slutförd';

/** The state machine of the review of one file. */
export const AKTGRANSKNINGSTABELL = {
  'att-granska': { svarad: 'pagar' },
  pagar: { svarad: 'pagar', lämnad: 'att-granska', slutförd: 'klar' },
  klar: {},
} as const satisfies Record<Aktgranskningsstatus, Partial<Record<Aktgranskningsövergång, Aktgranskningsstatus>>>;

export const AKTGRANSKNINGSLÄGEN: Readonly<Record<Aktgranskningsstatus, string>> = {
  'att-granska': 'Att granska',
  pagar: 'Pågår',
  klar: 'Granskad',
};

/** The answer to one question of one checklist. */
export interface Granskningssvar {
  checklista: string;
  fråga: string;
  svar: Checklistsvar;
  text: string;
}

/** The review of one file in a round. */
export interface Aktgranskning {
  id: string;
  omgång: string;
  /** The place in the draw, from 1. */
  ordning: number;
  beslut: string;
  ansökan: string;
  /** The kind of application. */
  slag: string;
  automatisk: boolean;
  /** Who decided; undefined for the machine. Never a person to count by: only to keep her from reviewing herself. */
  beslutsfattare: string | undefined;
  /** The group of the one who decided and how many it had, when it was drawn. */
  grupp: { id: string; namn: string; antal: number } | undefined;
  status: Aktgranskningsstatus;
  granskare: { id: string; namn: string } | undefined;
  svar: readonly Granskningssvar[];
  sammanfattning: string;
  påbörjad: Tidpunkt | undefined;
  klar: Tidpunkt | undefined;
  version: number;
}

export const LÄNGSTA_GRANSKNINGSTEXT = 1000;

/** Why this member of staff may not review the file; undefined when she may. `medverkat`: those who have worked in it. */
export function hinderAttGranska(
  akt: Pick<Aktgranskning, 'beslutsfattare' | 'granskare' | 'status'>,
  medverkat: readonly string[],
  vem: string,
): string | undefined {
  if (akt.beslutsfattare === vem) return 'Du har fattat beslutet. En kollega granskar akten.';
  if (medverkat.includes(vem)) return 'Du har arbetat i ärendet. En kollega granskar akten.';
  if (akt.granskare && akt.granskare.id !== vem) return `${akt.granskare.namn} granskar akten.`;
  return undefined;
}

/** The name of the field where a question is answered. */
export const svarsfält = (checklista: string, fråga: string): string => `svar-${checklista}-${fråga}`;
/** The name of the field for the words to an answer. */
export const textfält = (checklista: string, fråga: string): string => `text-${checklista}-${fråga}`;

/**
 * Saves the answers given so far; the first makes the reviewer the file's own. Refused for the one who decided and for those who
 * have worked in the case.
 */
export function svaraIAktgranskning(
  akt: Aktgranskning,
  input: {
    svar: readonly { checklista: string; fråga: string; svar: string; text: string }[];
    sammanfattning: string;
    checklistor: readonly Checklista[];
    medverkat: readonly string[];
    av: { id: string; namn: string };
    nu: Tidpunkt;
  },
): ActResult<{ akt: Aktgranskning }> {
  if (akt.status === 'klar') return refuse('redan-granskad', 'Akten är redan granskad.', 'Läs om sidan.');
  const hinder = hinderAttGranska(akt, input.medverkat, input.av.id);
  if (hinder) return refuse('egen-medverkan', hinder, 'Öppna en annan akt.');
  const fält: Fältfel[] = [];
  const svar: Granskningssvar[] = [];
  for (const s of input.svar) {
    const fråga = input.checklistor.find(({ id }) => id === s.checklista)?.frågor.find(({ id }) => id === s.fråga);
    const text = s.text.trim();
    if (!fråga || (s.svar === '' && text === '')) continue;
    if (!Object.hasOwn(CHECKLISTSVAR, s.svar))
      fält.push({
        fält: svarsfält(s.checklista, s.fråga),
        text: `Välj ${Object.values(CHECKLISTSVAR).join(', ').toLowerCase()} på frågan: ${fråga.text}`,
      });
    else if (text.length > LÄNGSTA_GRANSKNINGSTEXT)
      fält.push({
        fält: textfält(s.checklista, s.fråga),
        text: `Skriv högst ${LÄNGSTA_GRANSKNINGSTEXT} tecken. Nu är det ${text.length}.`,
      });
    else svar.push({ checklista: s.checklista, fråga: s.fråga, svar: s.svar as Checklistsvar, text });
  }
  const sammanfattning = input.sammanfattning.trim();
  if (sammanfattning.length > 4000)
    fält.push({ fält: 'sammanfattning', text: 'Skriv högst 4 000 tecken i sammanfattningen.' });
  if (fält.length > 0) return refuse('fel-i-falt', 'Granskningen är inte sparad.', 'Rätta de markerade fälten.', fält);
  return {
    ok: true,
    akt: {
      ...akt,
      status: AKTGRANSKNINGSTABELL[akt.status].svarad,
      granskare: { id: input.av.id, namn: input.av.namn },
      svar,
      sammanfattning,
      påbörjad: akt.påbörjad ?? input.nu,
      version: akt.version + 1,
    },
  };
}

/** Gives a file that somebody has begun back to the others, answers kept. */
export function lämnaAktgranskning(
  akt: Aktgranskning,
  av: { id: string; roller: readonly string[] },
): ActResult<{ akt: Aktgranskning }> {
  if (akt.status !== 'pagar') return refuse('fel-status', 'Akten är inte påbörjad.', 'Läs om sidan.');
  if (akt.granskare?.id !== av.id && !av.roller.includes('enhetschef'))
    return refuse('fel-roll', 'En kollega granskar akten.', 'Den som granskar eller en enhetschef kan lämna den.');
  return {
    ok: true,
    akt: { ...akt, status: AKTGRANSKNINGSTABELL.pagar.lämnad, granskare: undefined, version: akt.version + 1 },
  };
}

/** Finishes the review: every question answered, and words to each `nej` and `delvis`. */
export function slutförAktgranskning(
  akt: Aktgranskning,
  input: { checklistor: readonly Checklista[]; av: { id: string }; nu: Tidpunkt },
): ActResult<{ akt: Aktgranskning }> {
  if (akt.status !== 'pagar')
    return refuse('fel-status', 'Granskningen går inte att slutföra.', 'Svara på frågorna först.');
  if (akt.granskare?.id !== input.av.id)
    return refuse('fel-roll', 'En kollega granskar akten.', 'Den som har svarat slutför.');
  const fält: Fältfel[] = [];
  for (const c of input.checklistor)
    for (const f of c.frågor) {
      const svar = akt.svar.find((s) => s.checklista === c.id && s.fråga === f.id);
      if (!svar) fält.push({ fält: svarsfält(c.id, f.id), text: `Svara på frågan: ${f.text}` });
      else if ((svar.svar === 'nej' || svar.svar === 'delvis') && svar.text.length < 5)
        fält.push({ fält: textfält(c.id, f.id), text: `Skriv vad som brister: ${f.text}` });
    }
  if (fält.length > 0)
    return refuse(
      'ofullstandig',
      'Svaren är sparade, men granskningen är inte klar.',
      'Svara på det som saknas.',
      fält,
    );
  return {
    ok: true,
    akt: { ...akt, status: AKTGRANSKNINGSTABELL.pagar.slutförd, klar: input.nu, version: akt.version + 1 },
  };
}

/** The answers that say that something is missing. */
export function brister(akt: Pick<Aktgranskning, 'svar'>): Granskningssvar[] {
  return akt.svar.filter(({ svar }) => svar === 'nej' || svar === 'delvis');
}
