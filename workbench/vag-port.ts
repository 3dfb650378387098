import type { Mottagarport } from './deltagare/mottagar-port.ts';
import type { Insatsport } from './insatser/insats-port.ts';
import type { Ivoport } from './ivo/ivo-port.ts';
import type { Bedömningsport } from './person/bedomning-port.ts';
import type { Deltagandeport } from './person/deltagande-port.ts';
import type { Kravport } from './person/krav-port.ts';
import type { Nedsättningsport } from './person/nedsattning-port.ts';
import type { Personport } from './person/person-port.ts';
import type { Planport } from './person/plan-port.ts';
import type { Samordningsport } from './person/samordning-port.ts';
import type { Stegport } from './person/steg-port.ts';
import type { Uppföljningsport } from './personer/uppfoljning-port.ts';
import type { Planföljdsport } from './planfoljd-port.ts';
import type { Spårport } from './spar/spar-port.ts';

/**
 * What the pages about the way to self-support need: each part says its own. Pages about a person are tested on the server's port
 * with a database; there is no second form in memory.
 */
export interface Vägport
  extends Deltagandeport,
    Nedsättningsport,
    Personport,
    Planföljdsport,
    Planport,
    Insatsport,
    Bedömningsport,
    Spårport,
    Kravport,
    Uppföljningsport,
    Ivoport,
    Mottagarport,
    Samordningsport,
    Stegport {}
