import { type Betalfil, läggIFil, type Utbetalning } from '@stegvis/casework';
import type { Betalningsport, Betalningsrad } from './betalning-port.ts';

const NU = '2026-11-26T10:00:00.000Z';

/**
 * What the other pages' tests need of the payments' port. The payments' own pages are tested on the server's port with a database, where
 * the sums, the two persons and the keys are held.
 */
export function betalningTestport(utbetalningar: Utbetalning[]): Betalningsport {
  const filer: Betalfil[] = [];
  const rad = (utbetalning: Utbetalning): Betalningsrad => ({
    utbetalning,
    mottagare: 'Vuxen 1',
    ärendenummer: utbetalning.ärende,
  });
  const inte = () => {
    throw new Error('tested on the server’s port');
  };
  return {
    betalningar: async () => ({
      planerade: utbetalningar.filter((u) => u.status === 'planerad').map(rad),
      filer: filer.map((fil) => ({ fil, skapadAv: 'Ekonom', släpptAv: undefined })),
      attBetalaIgen: [],
      utanBesked: [],
      ohanteradeAvvikelser: 0,
      väntandeKonton: 0,
    }),
    skapaBetalfil: async (who, dag) => {
      const result = läggIFil({
        id: '55555555-5555-4555-8555-555555555555',
        meddelandeId: 'STEGVIS-1',
        utbetalningar: utbetalningar.filter((u) => u.status === 'planerad' && u.utbetalningsdag === dag),
        av: who.id,
        nu: NU,
      });
      if (!result.ok) return result;
      for (const u of result.utbetalningar)
        utbetalningar.splice(
          utbetalningar.findIndex((v) => v.id === u.id),
          1,
          u,
        );
      filer.push(result.betalfil);
      return { ok: true, fil: result.betalfil };
    },
    betalfilsbild: async () => undefined,
    betalfil: async () => undefined,
    utbetalning: async () => undefined,
    dagslista: async (_, dag) => ({ dag, rader: [], summor: [], filer: [] }),
    återrapporter: async () => ({ rapporter: [], avvikelser: [] }),
    kontoändringar: async () => [],
    släppBetalfil: inte,
    makuleraBetalfil: inte,
    stoppaUtbetalning: inte,
    delaUtbetalning: inte,
    betalaIgen: inte,
    läsInÅterrapport: inte,
    hanteraAvvikelse: inte,
    begärKontoändring: inte,
    avgörKontoändring: inte,
  };
}
