import { kvartalFör } from '../samordning/ivo-rapport.ts';
import { dagFör } from '../tid.ts';
import type { Aktgranskning } from './aktgranskning.ts';
import { MINSTA_GRUPP } from './arbetsgrupp.ts';
import type { Checklista } from './checklista.ts';

/** How often a question has been answered with each, of the files it was about. */
export interface Frågemönster {
  checklista: string;
  fråga: string;
  text: string;
  ja: number;
  delvis: number;
  nej: number;
  /** Files it was about: without those where it was `ej-aktuellt`. */
  aktuella: number;
}

/** The patterns of finished reviews by a way to split them. */
export interface Kvalitetsmönster {
  /** The quarter (`2026-4`), the kind of application, automatic or not, or the name of the group. */
  del: string;
  akter: number;
  frågor: readonly Frågemönster[];
}

/** How the splits are called. */
export const MÖNSTERDELAR = {
  kvartal: 'Kvartal',
  slag: 'Slag av ansökan',
  beslut: 'Automatiskt eller av handläggare',
  grupp: 'Arbetsgrupp',
} as const;
export type Mönsterdel = keyof typeof MÖNSTERDELAR;

/**
 * Which questions fail, split. There is no split by caseworker, and a group of fewer than five staff when the file was drawn is put
 * together with the others that are too small: what is left of one such group alone is not shown.
 */
export function kvalitetsmönster(
  akter: readonly Aktgranskning[],
  checklistor: readonly Checklista[],
  del: Mönsterdel,
): Kvalitetsmönster[] {
  const klara = akter.filter(({ status }) => status === 'klar');
  const grupper = Map.groupBy(klara, (a) => delnamn(a, del));
  return [...grupper]
    .filter(([namn]) => namn !== undefined)
    .map(([namn, rader]) => ({ del: namn!, akter: rader.length, frågor: frågemönster(rader, checklistor) }))
    .sort((a, b) => a.del.localeCompare(b.del, 'sv'));
}

function delnamn(a: Aktgranskning, del: Mönsterdel): string | undefined {
  if (del === 'kvartal') return kvartalFör(dagFör(a.klar!).slice(0, 7));
  if (del === 'slag') return a.slag;
  if (del === 'beslut') return a.automatisk ? 'Automatiska beslut' : 'Beslut av handläggare';
  return a.grupp && a.grupp.antal >= MINSTA_GRUPP ? a.grupp.namn : undefined;
}

/** The questions of the lists over some reviews, the one that fails most often first. Questions nobody has met are left out. */
export function frågemönster(akter: readonly Aktgranskning[], checklistor: readonly Checklista[]): Frågemönster[] {
  const svar = Map.groupBy(
    akter.flatMap(({ svar }) => svar),
    (s) => `${s.checklista} ${s.fråga}`,
  );
  const rader: Frågemönster[] = [];
  for (const c of checklistor)
    for (const f of c.frågor) {
      const alla = svar.get(`${c.id} ${f.id}`) ?? [];
      const antal = (vad: string) => alla.filter((s) => s.svar === vad).length;
      const [ja, delvis, nej] = [antal('ja'), antal('delvis'), antal('nej')];
      if (ja + delvis + nej > 0)
        rader.push({
          checklista: c.id,
          fråga: f.id,
          text: f.text,
          ja,
          delvis,
          nej,
          aktuella: ja + delvis + nej,
        });
    }
  const brist = (r: Frågemönster) => (r.nej + r.delvis) / r.aktuella;
  return rader.sort((a, b) => brist(b) - brist(a) || b.aktuella - a.aktuella || a.text.localeCompare(b.text, 'sv'));
}
