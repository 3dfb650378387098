import type { TenantTransaction } from '@stegvis/database';
import type { Statistikfråga } from '@stegvis/statistics';
import { type Medarbetare, Räknas } from '@stegvis/workbench';
import { type Räknefråga, räknaLänge } from '../../trad/rakna-lange.ts';
import type { Handläggarkit } from '../handlaggarkit.ts';
import { loggaStatistik } from './logga.ts';

/** How long a page waits for its figures to be counted, all together, milliseconds; what takes longer is counted in a run. */
const PÅ_SIDAN = 500;
/** PostgreSQL's code of a statement that was cancelled, by time or by somebody. */
const AVBRÖTS = '57014';

/**
 * Reads what a page of figures shows. When counting takes longer than a page may, the same reading is done once more without counting,
 * only to learn its questions (`samlar`: nothing of it may be kept), and a run counts them all.
 * @throws Räknas with the run
 */
export function påSidan({ as, now, delar }: Handläggarkit) {
  return async <T>(who: Medarbetare, läs: (t: TenantTransaction, samlar: boolean) => Promise<T>): Promise<T> => {
    const { jobb, påSidan = PÅ_SIDAN } = delar;
    if (!jobb.kör) return await as(who, (t) => läs(t, false));
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

function medFrist(t: TenantTransaction, kvar: () => number): TenantTransaction {
  return {
    ...t,
    statistik: { ...t.statistik, räkna: (fråga) => t.statistik.räkna(fråga, kvar) },
    jämförelse: { ...t.jämförelse, spridning: (fråga) => t.jämförelse.spridning(fråga, kvar) },
    effekt: { ...t.effekt, findJämförbara: (urval) => t.effekt.findJämförbara(urval, kvar) },
  };
}

function utanAttRäkna(t: TenantTransaction, frågor: Räknefråga[]): TenantTransaction {
  const tomt = (fråga: Statistikfråga) => ({
    fråga,
    celler: [],
    underlagFrån: undefined,
    överlappar: false,
    anmärkningar: [],
  });
  return {
    ...t,
    statistik: {
      ...t.statistik,
      räkna: async (fråga) => {
        frågor.push({ slag: 'svar', fråga });
        return tomt(fråga);
      },
    },
    jämförelse: {
      ...t.jämförelse,
      spridning: async (fråga) => {
        frågor.push({ slag: 'spridning', fråga });
        return [];
      },
    },
    effekt: {
      ...t.effekt,
      findJämförbara: async (urval) => {
        frågor.push({ slag: 'effekt', urval });
        return [];
      },
    },
  };
}
