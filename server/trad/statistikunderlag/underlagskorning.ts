import { registreraKörning } from '../korning.ts';
import { görUnderlag } from './gor-underlag.ts';

export const UNDERLAGSKÖRNING = 'statistikunderlag';

/** Makes the facts by hand: all of it in the transaction that ends the run, so that nobody ever sees half. */
export const underlagskörning = registreraKörning(
  UNDERLAGSKÖRNING,
  async (_parametrar: unknown, { framsteg, nu, vidSlut }) => {
    await framsteg(0, 1, 'Läser ärendena');
    const gjort = nu().toISOString();
    vidSlut(async (t) => {
      await görUnderlag(t, gjort);
    });
    return { gjort };
  },
  { resultatsida: () => '/handlaggning/statistik/underlag' },
);
