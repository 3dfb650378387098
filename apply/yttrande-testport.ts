import { refuse } from '@stegvis/casework';
import type { Yttrandeport } from './yttrande-port.ts';

/** The answer's port where nobody is heard: its page is tested on the database (`server/portar/beslut.test.ts`). */
export function yttrandeTestport(): Yttrandeport {
  return {
    yttrande: async () => undefined,
    lämnaYttrande: async () => refuse('finns-inte', 'Det finns inget att svara på.', 'Gå till din översikt.'),
    underlag: async () => undefined,
  };
}
