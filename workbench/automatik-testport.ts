import { FÖRVALD_AUTOMATIK, FÖRVALD_STYRNING, type Problemrapport, rapporteraProblem, refuse } from '@stegvis/casework';
import type { Automatikport } from './automatik-port.ts';
import type { Delegationsport } from './delegation-port.ts';
import type { Inställningsport } from './installningar-port.ts';

/**
 * A board that has decided nothing yet, in memory: nothing to see, nothing to change but problem reports. What these pages do is
 * tested on the server's port and a database (server/portar/automatik.test.ts).
 */
export function automatiktestport(nu: string): Automatikport & Delegationsport & Inställningsport {
  const problem: Problemrapport[] = [];
  const nej = async () => refuse('fel-roll', 'Du har inte behörighet till det.', 'Be din chef.');
  const inget = { prövade: 0, lika: 0, vantar: 0, procent: undefined };
  return {
    automatik: async () => ({
      läge: 'av',
      inställningar: FÖRVALD_AUTOMATIK,
      styrning: FÖRVALD_STYRNING,
      överensstämmelse: inget,
      sedan: undefined,
      brister: [],
      väntande: undefined,
      byten: [],
      ogranskade: 0,
      attÅtgärda: 0,
    }),
    bytLäge: nej,
    avgörLäge: nej,
    skugga: async () => ({ överensstämmelse: inget, perMånad: [], olika: [], väntar: 0, stopp: [], föreBeslut: inget }),
    granskningar: async () => ({ väntar: [], attÅtgärda: [], granskade: [], perMånad: [], procent: 5 }),
    granska: nej,
    åtgärda: nej,
    räknare: async () => ({
      månader: [nu.slice(0, 7)],
      stopp: [],
      beslut: [],
      väntar: { antal: 0, äldst: undefined },
    }),
    rapporteraProblem: async (_, val) => {
      const result = rapporteraProblem({ ...val, id: String(problem.length), version: 'test', nu });
      if (result.ok) problem.push(result.rapport);
      return result;
    },
    problemrapporter: async (who) => (who.roller.includes('administrator') ? problem : undefined),
    delegation: async () => ({ gällande: [], upphörda: [], ändringar: [], fårÄndra: false }),
    läggTillPunkt: nej,
    ändraPunkt: nej,
    upphävPunkt: nej,
    anmälningar: async () => ({
      listor: [],
      oanmälda: 0,
      oanmäldaAutomatiska: 0,
      äldstOanmäld: undefined,
      sena: 0,
      inomDagar: FÖRVALD_STYRNING.anmälanInomDagar,
      fårAnmäla: false,
    }),
    skapaAnmälan: nej,
    anmälan: async () => undefined,
    markeraAnmäld: nej,
    inställningar: async (_, grupp) => ({ grupp, fält: {}, sett: '', historik: [], fårÄndra: false }),
    sparaInställningar: nej,
  };
}
