import { randomUUID } from 'node:crypto';
import {
  type Anmälningsfaktum,
  afUppgiftGavsUpp,
  afUppgiftLämnad,
  type PersonId,
  prövaAfUppgift,
} from '@stegvis/casework';
import { JOB_ATTEMPTS, type JobHandler, type TenantTransaction } from '@stegvis/database';
import type { Uppgiftsport } from '@stegvis/integrations';
import type { Kommunuppgifter } from '../kommunuppgifter.ts';
import type { Tidsstyrd } from './tidsstyrt.ts';

/** Requirements looked at in one round. */
const HÖGST = 200;
/** Applications back that an answer from Arbetsförmedlingen is looked for in, newest first. */
const ANSÖKNINGAR = 3;

/**
 * Finds requirements with activities assigned that Arbetsförmedlingen has not been told of (SoL 15 kap. 6 a §): queues the notice, once,
 * when a register answer says that the person is registered, and makes it a task for somebody when it is not known.
 */
export const prövaUppgifterTillArbetsförmedlingen: Tidsstyrd = {
  namn: 'prova-af-uppgifter',
  kör: async (t, { nu, enqueue }) => {
    for (const { person, krav } of await t.afUppgifter.findKravUtanBesked(HÖGST)) {
      const nuvarande = (await t.afUppgifter.findForPersoner([person])).find((u) => u.krav === krav);
      const { skyddad } = await t.personer.get(person);
      const faktum = await anmäldHosArbetsförmedlingen(t, person);
      const ny = prövaAfUppgift(nuvarande, { id: randomUUID(), person, krav, skyddad, faktum, nu });
      if (!ny) continue;
      await (nuvarande ? t.afUppgifter.save(ny) : t.afUppgifter.add(ny));
    }
    for (const uppgift of await t.afUppgifter.findKöade(HÖGST)) {
      await t.afUppgifter.save({ ...uppgift, status: 'pa-vag', version: uppgift.version + 1 });
      await enqueue(t, 'underratta-arbetsformedlingen', { id: uppgift.id });
    }
  },
};

/**
 * Gives one notice. Without a receiver, or when it does not answer, the job fails, is told in the log and is tried again; at the last
 * attempt the page says instead that it could not be sent, and somebody sends it again.
 */
export function underrättaArbetsförmedlingenJobb(delar: {
  readonly port: Uppgiftsport | undefined;
  readonly kommun: Kommunuppgifter;
  readonly nu: () => Date;
  /** Attempts before it is given up. */
  readonly försök?: number | undefined;
}): JobHandler {
  return async ({ tenant: t, data, attempt }) => {
    const uppgift = await t.afUppgifter.find(data.id);
    if (uppgift?.status !== 'pa-vag') return;
    const { personnummer } = await t.personer.get(uppgift.person);
    try {
      if (!delar.port) throw new Error('no receiver for notices to Arbetsförmedlingen');
      await delar.port.lämna({
        nyckel: uppgift.id,
        personnummer,
        nämnd: `${delar.kommun.nämnd}, ${delar.kommun.namn}`,
      });
    } catch (error) {
      if (attempt < (delar.försök ?? JOB_ATTEMPTS)) throw error;
      await t.afUppgifter.save(afUppgiftGavsUpp(uppgift));
      return;
    }
    const lämnad = afUppgiftLämnad(uppgift, { händelse: randomUUID(), nu: delar.nu().toISOString() });
    await t.afUppgifter.save(lämnad.uppgift);
    await t.personhändelser.add(lämnad.events);
  };
}

/** What the newest answer from Arbetsförmedlingen says. An answer that could not be relied on is not known, never a no. */
export async function anmäldHosArbetsförmedlingen(t: TenantTransaction, person: PersonId): Promise<Anmälningsfaktum> {
  const ansökningar = (await t.ansökningar.findForPerson(person)).filter(({ status }) => status !== 'utkast');
  for (const { id } of ansökningar.slice(0, ANSÖKNINGAR)) {
    const svar = (await t.utredningar.findFrågningar(id))
      .filter((f) => f.person === person)
      .flatMap((f) => f.svar)
      .filter(({ källa }) => källa === 'AF')
      .toSorted((a, b) => (a.hämtad < b.hämtad ? 1 : -1))[0];
    if (!svar) continue;
    if (svar.kvalitet === 'ej-kontrollerbar')
      return {
        svar: 'okant',
        varför: 'Arbetsförmedlingens senaste svar gick inte att använda. Fråga dem eller personen.',
      };
    const uppgift = svar.uppgifter.find((u) => u.slag === 'arbetssokande');
    return {
      svar: uppgift?.slag === 'arbetssokande' && uppgift.inskriven ? 'anmald' : 'inte-anmald',
      hämtad: svar.hämtad,
    };
  }
  return { svar: 'okant', varför: 'Arbetsförmedlingen har inte svarat om personen. Fråga dem eller personen.' };
}
