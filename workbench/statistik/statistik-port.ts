import type { Kartläggningsport } from '../kartlaggning/kartlaggning-port.ts';
import type { Kvalitetsport } from '../kvalitet/kvalitet-port.ts';
import type { Arbetsport } from './arbete-port.ts';
import type { Återkomstport } from './aterkomst-port.ts';
import type { Effektport } from './effekt-port.ts';
import type { Jämförelseport } from './jamforelse-port.ts';
import type { Jämställdhetsport } from './jamstalldhet-port.ts';
import type { Kapacitetsport } from './kapacitet-port.ts';
import type { Körningsport } from './korning-port.ts';
import type { Likabehandlingsport } from './likabehandling-port.ts';
import type { Öppnadataport } from './oppnadata-port.ts';
import type { Rapportport } from './rapport-port.ts';
import type { Reformport } from './reform-port.ts';
import type { Underlagsport } from './underlag-port.ts';
import type { Utlämningsport } from './utlamning-port.ts';
import type { Uttagsport } from './uttag-port.ts';

/**
 * What the pages about statistics, quality and consequences need: each part says its own in a file beside its pages. They are tested
 * on the server's port with a database; there is no second form in memory.
 */
export interface Statistikport
  extends Uttagsport,
    Underlagsport,
    Likabehandlingsport,
    Kvalitetsport,
    Kartläggningsport,
    Jämställdhetsport,
    Jämförelseport,
    Rapportport,
    Utlämningsport,
    Öppnadataport,
    Kapacitetsport,
    Körningsport,
    Reformport,
    Arbetsport,
    Återkomstport,
    Effektport {}
