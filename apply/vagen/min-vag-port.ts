import type { Personhändelse } from '@stegvis/casework';
import type { Medborgare } from '../port.ts';
import type { MinKravport } from './krav-port.ts';
import type { MinAktivitetsport } from './min-aktivitet-port.ts';
import type { MinBedömningsport } from './min-bedomning-port.ts';
import type { MinMötesport } from './min-mote-port.ts';
import type { MinPlanport } from './min-plan-port.ts';
import type { MinSamordningsport } from './min-samordning-port.ts';
import type { MinVeckoport } from './min-vecka-port.ts';

/** The person's own part of the way to self-support: each part says its own. Tested on the server's port with a database. */
export interface MinVägport
  extends MinVeckoport,
    MinAktivitetsport,
    MinBedömningsport,
    MinKravport,
    MinMötesport,
    MinPlanport,
    MinSamordningsport {
  /** What the person may see of what has happened, oldest first. */
  minaPersonhändelser(person: Medborgare): Promise<readonly Personhändelse[]>;
}
