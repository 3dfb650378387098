import { type Kontoändring, refuse, ändraKonto } from '@stegvis/casework';
import type { Kontoport } from './konto-port.ts';

/** The account's port in memory, on the real act; clearing number 3300 is a bank, as in the rest of the test port. */
export function kontoTestport(now: () => string): Kontoport {
  const ändringar: Kontoändring[] = [];
  const of = (person: string) => ändringar.filter((ä) => ä.person === person);
  return {
    konto: async (who) => {
      const senaste = of(who.id).at(-1);
      return {
        konto: senaste && { ...senaste.konto, bank: 'Nordea' },
        historik: of(who.id)
          .toReversed()
          .map((ä) => ({ tid: ä.skapad, sätt: ä.sätt, slutarPå: ä.konto.nummer.slice(-3) })),
        påVäg: [{ belopp: 522000, dag: '2026-11-27', slutarPå: '391' }],
      };
    },
    ändraKonto: async (who, konto) => {
      if (konto.clearing !== '3300') {
        const text = `Ingen bank har clearingnumret ${konto.clearing}.`;
        return refuse('fel-konto', text, 'Rätta kontot.', [{ fält: 'clearing', text }]);
      }
      const senaste = of(who.id).at(-1)?.konto;
      const result = ändraKonto({
        id: `k${ändringar.length}`,
        person: who.id,
        konto,
        sätt: 'e-legitimation',
        senaste,
        nu: now(),
      });
      if (result.ok) ändringar.push(result.ändring);
      return result;
    },
  };
}
