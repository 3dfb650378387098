import type { Statistikport } from '@stegvis/workbench';
import type { Handläggarkit } from './handlaggarkit.ts';
import { kapacitetsport } from './statistik/kapacitet.ts';
import { kartläggningsport } from './statistik/kartlaggning.ts';
import { kvalitetsport } from './statistik/kvalitet.ts';
import { öppnadataport } from './statistik/oppnadata.ts';
import { utlämningsport } from './statistik/utlamning.ts';
import { uttagsport } from './statistik/uttag.ts';

/** Statistics, quality and consequences on the database. */
export function statistikport(kit: Handläggarkit): Statistikport {
  return {
    ...uttagsport(kit),
    ...kvalitetsport(kit),
    ...kartläggningsport(kit),
    ...utlämningsport(kit),
    ...öppnadataport(kit),
    ...kapacitetsport(kit),
  };
}
