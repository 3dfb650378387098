import type { Statistikport } from '@stegvis/workbench';
import type { Handläggarkit } from './handlaggarkit.ts';
import { arbetsport } from './statistik/arbete.ts';
import { kapacitetsport } from './statistik/kapacitet.ts';
import { kartläggningsport } from './statistik/kartlaggning.ts';
import { körningsport } from './statistik/korning.ts';
import { kvalitetsport } from './statistik/kvalitet.ts';
import { öppnadataport } from './statistik/oppnadata.ts';
import { reformport } from './statistik/reform.ts';
import { utlämningsport } from './statistik/utlamning.ts';
import { uttagsport } from './statistik/uttag.ts';

/** Statistics, quality and consequences on the database. */
export function statistikport(kit: Handläggarkit): Statistikport {
  return {
    ...arbetsport(kit),
    ...körningsport(kit),
    ...reformport(kit),
    ...uttagsport(kit),
    ...kvalitetsport(kit),
    ...kartläggningsport(kit),
    ...utlämningsport(kit),
    ...öppnadataport(kit),
    ...kapacitetsport(kit),
  };
}
