import { kontrolleraDokument } from '@stegvis/casework';
import type { Virusskydd } from '@stegvis/integrations';
import type { Tidsstyrd } from './tidsstyrt.ts';

/** Documents tried in one round. */
const ANTAL = 20;

/** Scans documents that were received while the malware scanner could not be asked. */
export function dokumentkontroll(virusskydd: Virusskydd): Tidsstyrd {
  return {
    namn: 'dokumentkontroll',
    kör: async (t, { nu }) => {
      for (const dokument of await t.dokument.findOkontrollerade(ANTAL)) {
        const svar = await virusskydd.kontrollera(await t.dokument.getInnehåll(dokument.id));
        if (svar.slag === 'kunde-inte') return;
        const result = kontrolleraDokument(dokument, { skadlig: svar.slag === 'skadlig', nu });
        await t.dokument.save(result.dokument);
        await t.händelser.add(result.events);
        await t.granskning.add({
          tid: nu,
          handling: svar.slag === 'skadlig' ? 'dokument.skadligt' : 'dokument.kontrollerat',
          person: dokument.uppladdadAv,
          objekt: { slag: 'dokument', id: dokument.id },
          ändamål: 'virusskydd',
          utfall: 'tillaten',
        });
      }
    },
  };
}
