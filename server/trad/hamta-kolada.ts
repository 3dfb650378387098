import { randomUUID } from 'node:crypto';
import type { TenantTransaction } from '@stegvis/database';
import { Koladafel, type Koladaklient } from '@stegvis/integrations';
import { MOTSVARIGHETER } from '@stegvis/statistics';
import { Körningshinder, registreraKörning } from './korning.ts';
import type { Tidsstyrd } from './tidsstyrt.ts';

export const KOLADAKÖRNING = 'kolada';
const RIKET = '0000';
/** Years back that are fetched, the current one not counted. */
const ÅR = 10;
const DAG = 24 * 3600 * 1000;
/** Days between the calendar's own fetches, and before one that failed is tried again. */
const MÅNADEN = 30;

interface Parametrar {
  readonly omraden: readonly string[];
  readonly ar: readonly number[];
}

/** A fetch of everything that stands beside Kolada, for the own municipality, every comparison group and the country. All or nothing. */
export function koladakörning(klient?: Koladaklient) {
  return registreraKörning<Parametrar>(
    KOLADAKÖRNING,
    async ({ omraden, ar }, { framsteg, vidSlut, nu }) => {
      if (!klient) throw new Körningshinder('Kolada är inte inkopplat. Be den som sköter driften att koppla in det.');
      const fråga = { kpi: MOTSVARIGHETER.map(({ kpi }) => kpi), områden: omraden, år: ar };
      const svar = await klient.hämta(fråga, framsteg).catch((fault: unknown) => {
        if (fault instanceof Koladafel) throw new Körningshinder(fault.message);
        throw fault;
      });
      const hämtad = nu().toISOString();
      vidSlut((t) => t.jämförelse.saveKolada(svar, hämtad));
      return { antal: svar.värden.length, saknas: svar.saknas };
    },
    { resultatsida: () => '/handlaggning/statistik/jamforelse' },
  );
}

/** What a fetch asks for now. */
export async function koladaparametrar(t: TenantTransaction, egen: string, nu: string): Promise<Parametrar> {
  const grupper = await t.jämförelse.findGrupper();
  const år = Number(nu.slice(0, 4));
  return {
    omraden: [...new Set([RIKET, egen, ...grupper.flatMap(({ områden }) => områden)])].sort(),
    ar: Array.from({ length: ÅR }, (_, i) => år - ÅR + i),
  };
}

/** Fetches from Kolada once a month where the board compares itself with somebody; after a failure again the next day. */
export const hämtaKoladaVarjeMånad: Tidsstyrd = {
  namn: 'hamta-kolada',
  kör: async (t, { nu, enqueue }) => {
    if ((await t.jämförelse.findGrupper()).length === 0) return;
    const sedan = (tid: string) => Date.parse(nu) - Date.parse(tid);
    const senaste = (await t.jämförelse.findMått())
      .map(({ hämtad }) => hämtad)
      .sort()
      .at(-1);
    if (senaste !== undefined && sedan(senaste) < MÅNADEN * DAG) return;
    const körningar = (await t.körningar.findSenaste(50)).filter(({ slag }) => slag === KOLADAKÖRNING);
    if (körningar.some(({ startad }) => sedan(startad) < DAG)) return;
    const id = randomUUID();
    await t.körningar.add({
      id,
      slag: KOLADAKÖRNING,
      rubrik: 'Hämta från Kolada',
      parametrar: await koladaparametrar(t, t.scope.kommun, nu),
      startadAv: { id: 'kalendern', namn: 'Kalendern' },
      startad: nu,
    });
    await enqueue(t, 'kor', { id });
  },
};
