import { randomUUID } from 'node:crypto';
import { type Ansökan, type Ram, ramkandidater, refuse, sättRam } from '@stegvis/casework';
import type { Medarbetare } from './port.ts';
import type { Ramport } from './ram-port.ts';

/** Frames in memory, on the real act; the one household has a rent and a wage. */
export function ramtestport({
  now,
  open,
}: {
  readonly now: () => string;
  /** The application, if the test port lets it be opened. */
  readonly open: (who: Medarbetare, id: string) => Ansökan | undefined;
}): Ramport {
  const versioner: Ram[] = [];
  const missing = () => refuse('finns-inte', 'Ansökan finns inte, eller så får du inte öppna den.', 'Gå till kön.');
  return {
    ram: async (who, id) => {
      const ansökan = open(who, id);
      if (!ansökan) return undefined;
      const egna = versioner.filter((v) => v.ärende === ansökan.ärende);
      const rader = egna.at(-1)?.rader ?? [];
      const godkänt = {
        ansökan: 'forra',
        månad: ansökan.månad,
        utfall: 'bifall' as const,
        belopp: 0,
        hushåll: { vuxna: [ansökan.sökande], sambor: false, barn: [], personerIBostaden: 1 },
        avPerson: true,
        kostnader: (ansökan.uppgifter.kostnader ?? []).map(({ typ, belopp }) => ({ typ, belopp })),
        inkomster: [{ person: ansökan.sökande, typ: 'lon' as const, netto: 900_000 }],
      };
      return {
        ansökan: id,
        ärendenummer: '2026-1',
        vuxna: [{ namn: 'Den sökande' }],
        versioner: egna.toReversed(),
        kandidater: ramkandidater([], godkänt, rader).map((k) => ({
          ...k,
          vem: k.rad.slag === 'inkomst' ? 'Den sökande' : undefined,
          iRamen: rader.includes(k.rad),
        })),
      };
    },
    sättRam: async (who, id, val) => {
      const ansökan = open(who, id);
      if (!ansökan) return missing();
      const result = sättRam(versioner.filter((v) => v.ärende === ansökan.ärende).at(-1), {
        ...val,
        id: randomUUID(),
        ärende: ansökan.ärende,
        av: { id: who.id, namn: who.namn },
        idag: now().slice(0, 10),
        nu: now(),
      });
      if (result.ok) versioner.push(result.ram);
      return result;
    },
  };
}
