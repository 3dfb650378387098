import type { MinVägport } from '@stegvis/apply';
import type { Vägport } from '@stegvis/workbench';
import type { Handläggarkit } from './handlaggarkit.ts';
import type { Medborgarkit } from './medborgarkit.ts';
import { personkit, personport } from './personkit.ts';
import { kravport, minKravport } from './vag/aktivitetskrav.ts';
import { bedömningsport, minBedömningsport } from './vag/bedomning.ts';
import { deltagandeport } from './vag/deltagande.ts';
import { insatsport, minAktivitetsport } from './vag/insatser.ts';
import { ivoport } from './vag/ivo.ts';
import { minVeckoport } from './vag/min-vecka.ts';
import { mottagarport } from './vag/mottagare.ts';
import { nedsättningsport } from './vag/nedsattning.ts';
import { minPlanport, planport } from './vag/plan.ts';
import { planföljdsport } from './vag/planfoljd.ts';
import { minSamordningsport, samordningsport, stegport } from './vag/samordning.ts';
import { spårport } from './vag/spar.ts';
import { minMötesport, uppföljningsport } from './vag/uppfoljning.ts';

/** Staff's part of the way to self-support on the database. */
export function vägport(kit: Handläggarkit): Vägport {
  const person = personkit(kit);
  return {
    ...personport(person),
    ...planport(person),
    ...planföljdsport(person),
    ...deltagandeport(person),
    ...insatsport(person),
    ...bedömningsport(person),
    ...nedsättningsport(person),
    ...kravport(person),
    ...spårport(person),
    ...stegport(person),
    ...samordningsport(person),
    ...ivoport(person),
    ...mottagarport(person),
    ...uppföljningsport(person),
  };
}

/** The person's own part of the way to self-support on the database. */
export function minVägport(kit: Medborgarkit): MinVägport {
  return {
    ...minBedömningsport(kit),
    ...minSamordningsport(kit),
    ...minAktivitetsport(kit),
    ...minKravport(kit),
    ...minVeckoport(kit),
    ...minMötesport(kit),
    ...minPlanport(kit),
    minaPersonhändelser: (who) =>
      kit.as(who, 'min-vag.last', undefined, async (t) =>
        (await t.personhändelser.findForPerson(who.id)).filter((h) => h.synlig === 'person'),
      ),
  };
}
