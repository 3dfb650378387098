import type { Statistikport } from '@stegvis/workbench';
import type { Handläggarkit } from './handlaggarkit.ts';
import { arbetsport } from './statistik/arbete.ts';
import { återkomstport } from './statistik/aterkomst.ts';
import { effektport } from './statistik/effekt.ts';
import { jämförelseport } from './statistik/jamforelse.ts';
import { jämställdhetsport } from './statistik/jamstalldhet.ts';
import { kapacitetsport } from './statistik/kapacitet.ts';
import { kartläggningsport } from './statistik/kartlaggning.ts';
import { körningsport } from './statistik/korning.ts';
import { kvalitetsport } from './statistik/kvalitet.ts';
import { likabehandlingsport } from './statistik/likabehandling.ts';
import { öppnadataport } from './statistik/oppnadata.ts';
import { rapportport } from './statistik/rapport.ts';
import { reformport } from './statistik/reform.ts';
import { underlagsport } from './statistik/underlag.ts';
import { utlämningsport } from './statistik/utlamning.ts';
import { uttagsport } from './statistik/uttag.ts';

/** Statistics, quality and consequences on the database. */
export function statistikport(kit: Handläggarkit): Statistikport {
  return {
    ...arbetsport(kit),
    ...återkomstport(kit),
    ...effektport(kit),
    ...körningsport(kit),
    ...reformport(kit),
    ...uttagsport(kit),
    ...underlagsport(kit),
    ...likabehandlingsport(kit),
    ...kvalitetsport(kit),
    ...kartläggningsport(kit),
    ...jämställdhetsport(kit),
    ...jämförelseport(kit),
    ...rapportport(kit),
    ...utlämningsport(kit),
    ...öppnadataport(kit),
    ...kapacitetsport(kit),
  };
}
