import { randomUUID } from 'node:crypto';
import { frågeperiod, MINSTA_KÄLLOR, registreraRegistersvar, vuxnaI } from '@stegvis/casework';
import type { JobHandler } from '@stegvis/database';
import { hämtaRegistersvar, type SsbtekConfig } from '@stegvis/integrations';

/** Seconds until the authorities are asked again, by how many times they have been asked; after the last nobody asks by itself. */
const FRÅGA_IGEN_EFTER = [30, 120, 600, 3600, 3600 * 4, 3600 * 12];

/**
 * Asks the authorities about every adult of an application and records what each answered. An authority that could not answer is
 * recorded as such, never as nothing, and is asked again by itself when the fault may pass.
 */
export function hämtaRegistersvarJobb(delar: { readonly ssbtek: SsbtekConfig; readonly nu: () => Date }): JobHandler {
  return async ({ tenant: t, data, enqueue }) => {
    let ansökan = await t.ansökningar.get(data.id);
    if (ansökan.status !== 'inkommen' && ansökan.status !== 'utreds') return;
    if ((await t.utredningar.findJusteringar(ansökan.id)).length > 0) return;
    const tidigare = (await t.utredningar.findFrågningar(ansökan.id)).filter(
      (f) => f.person === ansökan.sökande,
    ).length;
    let mayPass = false;
    for (const id of vuxnaI(ansökan)) {
      const person = await t.personer.get(id);
      const skickad = delar.nu().toISOString();
      const hämtat = await hämtaRegistersvar(
        delar.ssbtek,
        { personnummer: person.personnummer, period: frågeperiod(ansökan.månad), källor: MINSTA_KÄLLOR },
        { now: () => delar.nu().toISOString(), newId: randomUUID },
      );
      await t.granskning.add({
        tid: skickad,
        handling: 'register.fraga',
        person: id,
        objekt: { slag: 'ansokan', id: ansökan.id },
        ändamål: 'utredning av ansökan',
        utfall: 'tillaten',
      });
      const svar = hämtat.ok ? hämtat.svar : [];
      mayPass ||= hämtat.ok ? svar.some((s) => s.fel?.tillfälligt === true) : hämtat.fel.tillfälligt;
      const result = registreraRegistersvar(ansökan, {
        id: randomUUID(),
        person: id,
        källor: MINSTA_KÄLLOR,
        skickad,
        svar,
        nu: delar.nu().toISOString(),
      });
      if (!result.ok) throw new Error(`registersvar refused: ${result.refusal.kod}`);
      ansökan = result.ansökan;
      await t.ansökningar.save(ansökan);
      await t.utredningar.addFrågning(result.frågning);
      await t.händelser.add(result.events);
    }
    await enqueue(t, 'berakna-och-besluta', { id: ansökan.id });
    const afterSeconds = FRÅGA_IGEN_EFTER[tidigare];
    if (mayPass && afterSeconds !== undefined)
      await enqueue(t, 'hamta-registersvar', { id: ansökan.id }, { afterSeconds });
  };
}
