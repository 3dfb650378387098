import { randomUUID } from 'node:crypto';
import {
  type Ansökan,
  begärKomplettering,
  type Komplettering,
  type Kontaktuppgift,
  type Meddelande,
  olästa,
  olästSvar,
  refuse,
  skrivMeddelande,
  svarstid,
  vuxnaI,
  återkallaKomplettering,
} from '@stegvis/casework';
import type { Meddelandeport } from './meddelande-port.ts';

/** What the rest of the test port lends. */
export interface Testunderlag {
  readonly now: () => string;
  /** The application, if the test port lets it be opened. */
  readonly ansökan: (id: string) => Ansökan | undefined;
  readonly namn: (person: string) => string;
}

export interface Meddelandetestport extends Meddelandeport {
  readonly sparat: {
    kompletteringar: Komplettering[];
    meddelanden: Meddelande[];
    kontakt: Map<string, Kontaktuppgift>;
  };
}

/** Messages and requests in memory, on the real acts. */
export function meddelandetestport({ now, ansökan: find, namn }: Testunderlag): Meddelandetestport {
  const sparat: Meddelandetestport['sparat'] = { kompletteringar: [], meddelanden: [], kontakt: new Map() };
  const missing = () => refuse('finns-inte', 'Ansökan finns inte, eller så får du inte öppna den.', 'Gå till kön.');
  const ärende = (a: Ansökan) => ({ id: a.ärende, sökande: a.sökande, medsökande: a.medsökande });
  return {
    sparat,
    trådar: async (_, id, öppnad) => {
      const ansökan = find(id);
      if (!ansökan) return undefined;
      const trådar = vuxnaI(ansökan).map((person) => ({
        person: { id: person, namn: namn(person) },
        kontakt: sparat.kontakt.get(person),
        meddelanden: sparat.meddelanden.filter((m) => m.person === person).map((m) => ({ ...m })),
      }));
      for (const m of olästa(sparat.meddelanden, 'personal')) if (m.person === öppnad) m.läst = now();
      return { ansökan, ärendenummer: '2026-1', trådar };
    },
    skrivTill: async (who, id, { person, text }) => {
      const ansökan = find(id);
      if (!ansökan) return missing();
      const result = skrivMeddelande(ärende(ansökan), {
        id: randomUUID(),
        person,
        ansökan: id,
        av: { id: who.id, namn: who.namn },
        text,
        nu: now(),
      });
      if (result.ok) sparat.meddelanden.push(result.meddelande);
      return result;
    },
    olästa: async (_, ids) =>
      new Map(
        ids.flatMap((id) => {
          const antal =
            olästa(sparat.meddelanden, 'personal').filter((m) => m.ansökan === id).length +
            sparat.kompletteringar.filter((k) => k.ansökan === id && olästSvar(k)).length;
          return antal > 0 ? [[id, antal] as const] : [];
        }),
      ),
    kompletteringar: async (_, id) => {
      const ansökan = find(id);
      if (!ansökan) return undefined;
      return {
        ansökan,
        ärendenummer: '2026-1',
        vuxna: vuxnaI(ansökan).map((person) => ({ id: person, namn: namn(person) })),
        kompletteringar: sparat.kompletteringar.filter((k) => k.ansökan === id),
        svarstid: svarstid(now()),
      };
    },
    begärKomplettering: async (who, id, val) => {
      const ansökan = find(id);
      if (!ansökan) return missing();
      const result = begärKomplettering(ansökan, {
        ...val,
        id: randomUUID(),
        av: { id: who.id, namn: who.namn },
        nu: now(),
      });
      if (result.ok) sparat.kompletteringar.push(result.komplettering);
      return result;
    },
    återkallaKomplettering: async (_, id, kompletteringId) => {
      const i = sparat.kompletteringar.findIndex((k) => k.id === kompletteringId && k.ansökan === id);
      const komplettering = sparat.kompletteringar[i];
      if (!komplettering) return missing();
      const result = återkallaKomplettering(komplettering, { nu: now() });
      if (result.ok) sparat.kompletteringar[i] = result.komplettering;
      return result;
    },
  };
}
