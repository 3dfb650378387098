import { refuse } from '@stegvis/casework';
import type { Beslutsport } from './beslut-port.ts';

/** The decisions' port where nothing is prepared: its pages are tested on the database (`server/portar/beslut.test.ts`). */
export function beslutTestport(): Beslutsport {
  const saknas = async () => refuse('finns-inte', 'Ansökan finns inte.', 'Gå till kön.');
  const inget = async () => undefined;
  return {
    beslutsbild: inget,
    fattaBeslut: saknas,
    avgörFörslag: saknas,
    skickaUnderrättelse: saknas,
    taUppYttrande: saknas,
    ändraUnderrättelse: saknas,
    begärÖverflyttning: saknas,
    flyttaÄrende: saknas,
    noteraVerkställighet: saknas,
    beslutsbrev: inget,
    underrättelsebrev: inget,
  };
}
