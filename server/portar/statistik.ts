import type { Statistikport } from '@stegvis/workbench';
import type { Handläggarkit } from './handlaggarkit.ts';
import { kartläggningsport } from './statistik/kartlaggning.ts';
import { kvalitetsport } from './statistik/kvalitet.ts';
import { uttagsport } from './statistik/uttag.ts';

/** Statistics, quality and consequences on the database. */
export function statistikport(kit: Handläggarkit): Statistikport {
  return { ...uttagsport(kit), ...kvalitetsport(kit), ...kartläggningsport(kit) };
}
