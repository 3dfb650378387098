import type { TenantTransaction } from '@stegvis/database';
import { type Medarbetare, Räknas } from '@stegvis/workbench';
import { type Räknefråga, räknaLänge } from '../../trad/rakna-lange.ts';
import type { Handläggarkit } from '../handlaggarkit.ts';
import { loggaStatistik } from './logga.ts';
import { tomtSvar } from './stall-fraga.ts';

/** How long a page waits for its figures to be counted, all together, milliseconds; what takes longer is counted in a run. */
export const PÅ_SIDAN = 500;
/** PostgreSQL's code of a statement that was cancelled, by time or by somebody. */
const AVBRÖTS = '57014';

/**
 * Reads what a page of figures shows. When counting takes longer than a page may (`påSidan` of the parts), the same reading is done once more without counting,
 * only to learn its questions (`samlar`: nothing of it may be kept), and a run counts them all.
 * @throws Räknas with the run
 */
export function påSidan({ as, now, delar }: Handläggarkit) {
  return async <T>(who: Medarbetare, läs: (t: TenantTransaction, samlar: boolean) => Promise<T>): Promise<T> => {
    const { jobb, påSidan } = delar;
    if (!jobb.kör || påSidan === undefined) return await as(who, (t) => läs(t, false));
    try {
      return await as(who, async (t) => {
        const slut = performance.now() + påSidan;
        return await läs(
          medFrist(t, () => slut - performance.now()),
          false,
        );
      });
    } catch (fault) {
      if ((fault as { code?: unknown }).code !== AVBRÖTS) throw fault;
    }
    const körning = await as(who, async (t) => {
      const frågor: Räknefråga[] = [];
      await läs(utanAttRäkna(t, frågor), true);
      const id = await räknaLänge(t, jobb, frågor, { av: who, nu: now() });
      await loggaStatistik(t, { handling: 'statistik.raknas', objekt: id, tid: now(), tillåten: true });
      return id;
    });
    throw new Räknas(körning);
  };
}

/** What of a reading counts; the rest is as in `t`. */
interface Räknare {
  readonly räkna: TenantTransaction['statistik']['räkna'];
  readonly spridning: TenantTransaction['jämförelse']['spridning'];
  readonly findJämförbara: TenantTransaction['effekt']['findJämförbara'];
}

function medRäknare(t: TenantTransaction, { räkna, spridning, findJämförbara }: Räknare): TenantTransaction {
  return {
    ...t,
    statistik: { ...t.statistik, räkna },
    jämförelse: { ...t.jämförelse, spridning },
    effekt: { ...t.effekt, findJämförbara },
  };
}

function medFrist(t: TenantTransaction, kvar: () => number): TenantTransaction {
  return medRäknare(t, {
    räkna: (fråga) => t.statistik.räkna(fråga, kvar),
    spridning: (fråga) => t.jämförelse.spridning(fråga, kvar),
    findJämförbara: (urval) => t.effekt.findJämförbara(urval, kvar),
  });
}

function utanAttRäkna(t: TenantTransaction, frågor: Räknefråga[]): TenantTransaction {
  return medRäknare(t, {
    räkna: async (fråga) => {
      frågor.push({ slag: 'svar', fråga });
      return tomtSvar(fråga);
    },
    spridning: async (fråga) => {
      frågor.push({ slag: 'spridning', fråga });
      return [];
    },
    findJämförbara: async (urval) => {
      frågor.push({ slag: 'effekt', urval });
      return [];
    },
  });
}
