import { randomUUID } from 'node:crypto';
import {
  type ActResult,
  type Ansökan,
  avslutaPåminnelse,
  type Händelse,
  type Journalanteckning,
  type Kvittens,
  kvitteraVarningar,
  type Påminnelse,
  refuse,
  skapaPåminnelse,
  skrivAnteckning,
  type Varning,
} from '@stegvis/casework';
import type { Handläggningsport, Närvarokollega } from './handlaggning-port.ts';
import type { Medarbetare } from './port.ts';
import type { Registreringsport } from './registrering-port.ts';

/** What the in-memory port keeps for one application beside the application itself. */
export interface Handläggningsläge {
  ansökan: Ansökan;
  handläggare: string | undefined;
  händelser: Händelse[];
  kvittenser: Kvittens[];
  journal: Journalanteckning[];
  påminnelser: Påminnelse[];
  närvarande: Map<string, Närvarokollega>;
}

export function tomtHandläggningsläge() {
  return { kvittenser: [], journal: [], påminnelser: [], närvarande: new Map() } satisfies Partial<Handläggningsläge>;
}

/** The daily work in memory, on the real acts. What staff register for others is tested with the database. */
export function handläggningTestport<L extends Handläggningsläge>(delar: {
  open(who: Medarbetare, id: string): L | undefined;
  alla: readonly L[];
  varningar(läge: L): readonly Varning[];
  nu: string;
}): Handläggningsport & Registreringsport {
  const { open, alla, varningar, nu } = delar;
  const act = async (who: Medarbetare, id: string, work: (l: L) => ActResult<object>): Promise<ActResult<object>> => {
    const l = open(who, id);
    return l ? work(l) : saknas();
  };
  const ärende = (l: L) => ({
    id: l.ansökan.ärende,
    nummer: `2026-${l.ansökan.id}`,
    sökande: l.ansökan.sökande,
    medsökande: l.ansökan.medsökande,
    status: 'oppet' as const,
    handläggare: l.handläggare,
    öppnat: nu,
    version: 1,
  });
  const andra = (l: L, who: Medarbetare) => [...l.närvarande].filter(([id]) => id !== who.id).map(([, n]) => n);
  return {
    ta: (who, id) =>
      act(who, id, (l) => {
        l.handläggare = who.id;
        return { ok: true };
      }),
    taNästa: async (who) => {
      const nästa = alla.find((l) => l.handläggare === undefined && open(who, l.ansökan.id));
      if (nästa) nästa.handläggare = who.id;
      return nästa?.ansökan.id;
    },
    lämnaÖver: (who, id, till) =>
      act(who, id, (l) => {
        if (till === '')
          return refuse('fel-mottagare', 'Ingen kollega är vald.', 'Välj vem som ska ta ärendet.', [
            { fält: 'till', text: 'Välj vem som ska ta ärendet.' },
          ]);
        l.handläggare = till;
        return { ok: true };
      }),
    kvittera: (who, id, valda) =>
      act(who, id, (l) => {
        const result = kvitteraVarningar(
          { ansökan: l.ansökan, varningar: varningar(l), kvittenser: l.kvittenser },
          { varningar: valda, av: who, nu },
        );
        if (!result.ok) return result;
        l.kvittenser.push(...result.kvittenser);
        l.händelser.push(...result.events);
        return { ok: true };
      }),
    skrivAnteckning: (who, id, val) =>
      act(who, id, (l) => {
        const result = skrivAnteckning(ärende(l), l.journal, {
          ...val,
          id: randomUUID(),
          ansökan: id,
          av: who,
          nu,
        });
        if (result.ok) l.journal.push(result.anteckning);
        return result;
      }),
    skapaPåminnelse: (who, id, val) =>
      act(who, id, (l) => {
        const result = skapaPåminnelse(l.ansökan, { ...val, id: randomUUID(), för: who.id, nu });
        if (result.ok) l.påminnelser.push(result.påminnelse);
        return result;
      }),
    avslutaPåminnelse: async (who, id) => {
      const l = alla.find(({ påminnelser }) => påminnelser.some((p) => p.id === id));
      const egen = l?.påminnelser.find((p) => p.id === id);
      if (!l || !egen) return saknas();
      const result = avslutaPåminnelse(egen, { av: who.id, nu });
      if (result.ok) l.påminnelser = l.påminnelser.filter((p) => p.id !== id);
      return result;
    },
    närvara: async (who, id) => {
      const l = open(who, id);
      if (!l) return undefined;
      l.närvarande.set(who.id, { namn: who.namn, sedan: l.närvarande.get(who.id)?.sedan ?? nu, senast: nu });
      return andra(l, who);
    },
    lämna: async (who, id) => {
      open(who, id)?.närvarande.delete(who.id);
    },
    mittArbete: async (who) => ({
      ärenden: alla
        .filter((l) => l.handläggare === who.id)
        .map((l) => ({
          nummer: ärende(l).nummer,
          benämning: `Hushåll ${l.ansökan.id}`,
          ansökan: l.ansökan.id,
          månad: l.ansökan.månad,
          status: l.ansökan.status,
          för: undefined,
        })),
      påminnelser: alla.flatMap((l) =>
        l.påminnelser
          .filter((p) => p.för === who.id)
          .map((påminnelse) => ({
            påminnelse,
            ärendenummer: ärende(l).nummer,
            benämning: `Hushåll ${l.ansökan.id}`,
          })),
      ),
      kollegor: [],
      ersättare: undefined,
      ersätter: [],
    }),
    sättErsättare: async () => saknas(),
    sök: async (who, text) =>
      alla
        .filter((l) => ärende(l).nummer === text && open(who, l.ansökan.id))
        .map((l) => ({
          nummer: ärende(l).nummer,
          benämning: `Hushåll ${l.ansökan.id}`,
          ansökningar: [{ id: l.ansökan.id, månad: l.ansökan.månad, status: l.ansökan.status }],
        })),
    börjaRegistrera: async () => saknas(),
    registrering: async () => undefined,
    sparaRegistrering: async () => saknas(),
    registrera: async () => saknas(),
    fyllI: async () => saknas(),
    registreraUnderskrift: async () => saknas(),
  };
}

function saknas() {
  return refuse('finns-inte', 'Ansökan finns inte, eller så får du inte öppna den.', 'Gå till kön.');
}
