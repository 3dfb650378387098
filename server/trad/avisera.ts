import { randomUUID } from 'node:crypto';
import { aviseringsväg, type PersonId, type Tidpunkt } from '@stegvis/casework';
import type { JobHandler, TenantTransaction } from '@stegvis/database';
import { AVISERINGSTEXT, type Aviseringskanal } from '@stegvis/integrations';
import type { Tidsstyrd } from './tidsstyrt.ts';

/** Notes that the person has something new to read, in the transaction that made it; whether and where to tell is seen later. */
export async function noteraAvisering(t: TenantTransaction, person: PersonId, nu: Tidpunkt): Promise<void> {
  await t.aviseringar.add({
    id: randomUUID(),
    person,
    skapad: nu,
    status: 'ny',
    kanal: undefined,
    avslutad: undefined,
  });
}

/** New notices enqueued in one round. */
const HÖGST = 200;

/** Puts new notices in the queue; several to the same person become one. */
export const köaAviseringar: Tidsstyrd = {
  namn: 'koa-aviseringar',
  kör: async (t, { nu, enqueue }) => {
    const sedda = new Set<PersonId>();
    for (const avisering of await t.aviseringar.findNya(HÖGST)) {
      if (sedda.has(avisering.person)) {
        await t.aviseringar.save({ ...avisering, status: 'avstadd', avslutad: nu });
        continue;
      }
      sedda.add(avisering.person);
      await t.aviseringar.save({ ...avisering, status: 'koad' });
      await enqueue(t, 'avisera', { id: avisering.id });
    }
  },
};

/** Tells one person, if she wants it and there is a channel; protected identity and a wish for a safe way mean no notice. */
export function aviseraJobb(delar: {
  readonly kanal: Aviseringskanal | undefined;
  readonly nu: () => Date;
}): JobHandler {
  return async ({ tenant: t, data }) => {
    const avisering = await t.aviseringar.get(data.id);
    if (avisering.status !== 'koad') return;
    const { skyddad } = await t.personer.get(avisering.person);
    const väg = skyddad ? undefined : aviseringsväg(await t.kontaktuppgifter.find(avisering.person));
    const avslutad = delar.nu().toISOString();
    if (!väg || !delar.kanal?.kanaler.includes(väg.kanal)) {
      await t.aviseringar.save({ ...avisering, status: 'avstadd', avslutad });
      return;
    }
    await delar.kanal.skicka({ nyckel: avisering.id, kanal: väg.kanal, till: väg.till, text: AVISERINGSTEXT });
    await t.aviseringar.save({ ...avisering, status: 'skickad', kanal: väg.kanal, avslutad });
  };
}
