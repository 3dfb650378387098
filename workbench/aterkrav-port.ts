import type { ActResult, Beslut, Dag, PersonId, Återkrav, Återkravssteg, Öre } from '@stegvis/casework';
import type { Kravgrund } from '@stegvis/rules';
import type { Medarbetare } from './port.ts';

/** One recovery matter with what it is about. */
export interface Återkravsbild {
  readonly återkrav: Återkrav;
  readonly ärendenummer: string;
  readonly namn: string;
  readonly beslut: Beslut;
  readonly kvar: Öre;
  readonly frist: { readonly förfallet: boolean; readonly talan: 'snart' | 'passerad' | undefined };
}

/** Recovery, for the staff's pages. */
export interface Återkravsport {
  återkravsbild(medarbetare: Medarbetare, återkrav: string): Promise<Återkravsbild | undefined>;
  öppnaÅterkrav(
    medarbetare: Medarbetare,
    ansökan: string,
    val: { beslut: string; person: PersonId; grund: Kravgrund; omständighet: string; belopp: Öre },
  ): Promise<ActResult<{ återkrav: Återkrav }>>;
  taÅterkravssteg(
    medarbetare: Medarbetare,
    återkrav: string,
    steg: Återkravssteg,
    baseradPå: number,
  ): Promise<ActResult<object>>;
  /** The letter of the matter to the person, as PDF. */
  återkravsbrev(
    medarbetare: Medarbetare,
    återkrav: string,
    slag: 'aterkrav-underlag' | 'aterkrav-beslut',
  ): Promise<Uint8Array | undefined>;
}

/** A plan of equal parts month by month from a day; the last takes what is left over. */
export function likaDelar(belopp: Öre, antal: number, från: Dag): { dag: Dag; belopp: Öre }[] {
  const del = Math.floor(belopp / antal / 100) * 100;
  return Array.from({ length: antal }, (_, i) => {
    const [år, månad, dag] = från.split('-').map(Number) as [number, number, number];
    const sista = new Date(Date.UTC(år, månad + i, 0)).getUTCDate();
    return {
      dag: new Date(Date.UTC(år, månad - 1 + i, Math.min(dag, sista))).toISOString().slice(0, 10),
      belopp: i === antal - 1 ? belopp - del * (antal - 1) : del,
    };
  });
}
