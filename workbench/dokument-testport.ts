import { type Ansökan, type Dokument, type Händelse, markeraDokument, refuse } from '@stegvis/casework';
import type { Dokumentport } from './dokument-port.ts';
import type { Medarbetare } from './port.ts';

/** The documents' port in memory, on the real acts; the pictures and files are as short as can be. */
export function dokumentTestport(delar: {
  open(who: Medarbetare, id: string): Ansökan | undefined;
  now(): string;
  händelser: Händelse[];
  dokument: Dokument[];
}): Dokumentport {
  const saknas = () => refuse('finns-inte', 'Dokumentet finns inte.', 'Gå till ärendet.');
  const find = (who: Medarbetare, id: string, dokument: string) => {
    const ansökan = delar.open(who, id);
    const found = delar.dokument.find((d) => d.id === dokument && d.ansökan === id);
    return ansökan && found ? { ansökan, dokument: found } : undefined;
  };
  const PICTURE = new TextEncoder().encode('picture');
  return {
    dokument: async (who, id) => {
      const ansökan = delar.open(who, id);
      if (!ansökan) return undefined;
      const rader = delar.dokument.filter((d) => d.ansökan === id);
      return {
        ansökan: id,
        ärendenummer: '2026-1',
        dokument: rader.map((dokument) => ({ dokument, uppladdadAv: 'Vuxen Ett' })),
        saknas: [],
      };
    },
    dokumentsida: async (who, id, dokument, sida) => {
      const found = find(who, id, dokument);
      return found && sida <= found.dokument.sidor ? PICTURE : undefined;
    },
    laddaNedDokument: async (who, id, dokument, { förstått }) => {
      const found = find(who, id, dokument);
      if (!found || found.dokument.kontroll === 'skadlig') return saknas();
      if (found.dokument.kontroll === 'inte-kontrollerad' && !förstått)
        return refuse('inte-kontrollerad', 'Filen är inte kontrollerad.', 'Läs varningen.', [
          { fält: 'forstatt', text: 'Kryssa i att du har läst varningen.' },
        ]);
      return { ok: true, innehåll: PICTURE, format: found.dokument.format };
    },
    markeraDokument: async (who, id, dokument, val) => {
      const found = find(who, id, dokument);
      if (!found) return saknas();
      const result = markeraDokument(found, { ...val, av: who, nu: delar.now() });
      if (!result.ok) return result;
      delar.dokument.splice(delar.dokument.indexOf(found.dokument), 1, result.dokument);
      delar.händelser.push(...result.events);
      return { ok: true };
    },
  };
}
