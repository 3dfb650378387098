import { refuse } from '@stegvis/casework';
import type { Återkravsport } from './aterkrav-port.ts';
import type { Överklagandeport } from './overklagande-port.ts';

/** What follows decisions, where nothing does: its pages are tested on the database (`server/portar/overklagande.test.ts`). */
export function efterTestport(): Överklagandeport & Återkravsport {
  const saknas = async () => refuse('finns-inte', 'Ansökan finns inte.', 'Gå till kön.');
  const inget = async () => undefined;
  return {
    efterlista: async () => ({ överklaganden: [], begäranden: [], återkrav: [] }),
    efterbild: inget,
    registreraÖverklagande: saknas,
    prövaÖverklagandetid: saknas,
    omprövaÖverklagat: saknas,
    räknaOm: saknas,
    ändraBeslut: saknas,
    rättaBeslut: saknas,
    besvaraBegäran: saknas,
    görAkt: saknas,
    aktPdf: inget,
    överlämna: saknas,
    registreraDom: saknas,
    återkravsbild: inget,
    öppnaÅterkrav: saknas,
    taÅterkravssteg: saknas,
    återkravsbrev: inget,
  };
}
