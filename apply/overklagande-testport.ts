import { refuse } from '@stegvis/casework';
import type { Överklagandeport } from './overklagande-port.ts';

/** Where nothing has been decided: these pages are tested on the database (`server/portar/overklagande.test.ts`). */
export function överklagandeTestport(): Överklagandeport {
  const inget = async () => refuse('finns-inte', 'Beslutet finns inte.', 'Gå till din översikt.');
  return {
    efterBeslut: async () => undefined,
    överklaga: inget,
    återkallaÖverklagande: inget,
    begärOmBeslut: inget,
    brevOm: async () => undefined,
    svaraPåÅterkrav: inget,
  };
}
