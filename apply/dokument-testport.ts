import { createHash, randomUUID } from 'node:crypto';
import {
  type Ansökan,
  DOKUMENTGRÄNSER,
  DOKUMENTKRAV,
  type Dokument,
  type Dokumentkrav,
  type Dokumentsvar,
  dokumentplatserFör,
  fårTaBortDokument,
  type Händelse,
  refuse,
  saknadeDokument,
  serDokument,
  taBortDokument,
  taEmotDokument,
  vuxnaI,
  ärDokumentplats,
} from '@stegvis/casework';
import type { Dokumentport } from './dokument-port.ts';
import type { Medborgare } from './port.ts';

/** The documents' port in memory, on the real acts. Every file is taken for a photo of one page. */
export function dokumentTestport(delar: {
  own(who: Medborgare, id: string): Ansökan | undefined;
  now(): string;
  händelser: Händelse[];
  krav?: readonly Dokumentkrav[];
}): Dokumentport {
  const alla: Dokument[] = [];
  const svar: (Dokumentsvar & { ansökan: string })[] = [];
  const krav = delar.krav ?? DOKUMENTKRAV;
  const saknas = () => refuse('finns-inte', 'Dokumentet finns inte.', 'Gå till din översikt.');
  return {
    dokument: async (who, id) => {
      const ansökan = delar.own(who, id);
      if (!ansökan) return undefined;
      const dokument = alla.filter((d) => d.ansökan === id);
      const given = svar.filter((s) => s.ansökan === id);
      return {
        ansökan,
        dokument: dokument
          .filter((d) => serDokument(d, who.id))
          .map((d) => ({ ...d, fårTasBort: fårTaBortDokument(d, ansökan, who.id) })),
        saknas: saknadeDokument({ ansökan, dokument, svar: given, krav }),
        krav,
        platser: dokumentplatserFör(ansökan, krav),
        svar: Object.fromEntries(given.filter((s) => s.person === who.id).map((s) => [s.fråga, s.svar])),
        gränser: DOKUMENTGRÄNSER,
        öppen: !['beslutad', 'avslutad', 'aterkallad'].includes(ansökan.status),
        tvåVuxna: vuxnaI(ansökan).length > 1,
      };
    },
    laddaUppDokument: async (who, id, request) => {
      const ansökan = delar.own(who, id);
      if (!ansökan) return { ok: false, status: 404, fält: {}, fel: [] };
      const form = await request.formData();
      const fält = Object.fromEntries([...form].flatMap(([k, v]) => (typeof v === 'string' ? [[k, v]] : [])));
      const fil = form.get('fil');
      const { plats } = fält;
      if (!plats || !ärDokumentplats(plats))
        return { ok: false, status: 422, fält, fel: [{ fält: 'plats', text: 'Välj vad dokumentet gäller.' }] };
      if (!fil || typeof fil === 'string' || fil.name === '')
        return { ok: false, status: 422, fält, fel: [{ fält: 'fil', text: 'Välj ett foto eller en fil.' }] };
      const bytes = new Uint8Array(await fil.arrayBuffer());
      const result = taEmotDokument(
        { ansökan, befintliga: alla.filter((d) => d.ansökan === id), gränser: DOKUMENTGRÄNSER },
        {
          id: randomUUID(),
          person: who.id,
          plats,
          privat: fält['privat'] === 'ja',
          begäran: undefined,
          fil: {
            filnamn: fil.name,
            format: 'jpeg',
            storlek: bytes.length,
            hash: createHash('sha256').update(bytes).digest('hex'),
            kontroll: 'inte-kontrollerad',
            sidor: 1,
          },
          nu: delar.now(),
        },
      );
      if (!result.ok)
        return {
          ok: false,
          status: 422,
          fält,
          fel: result.refusal.fält ?? [{ fält: 'fil', text: result.refusal.text }],
        };
      alla.push(result.dokument);
      delar.händelser.push(...result.events);
      return { ok: true, dokument: result.dokument, fält };
    },
    taBortDokument: async (who, id, dokument) => {
      const ansökan = delar.own(who, id);
      const found = alla.find((d) => d.id === dokument && d.ansökan === id && serDokument(d, who.id));
      if (!ansökan || !found) return saknas();
      const result = taBortDokument({ ansökan, dokument: found }, { person: who.id });
      if (result.ok) alla.splice(alla.indexOf(found), 1);
      return result;
    },
    dokumentsida: async () => undefined,
    svaraDokumentfråga: async (who, id, fråga, given) => {
      if (!delar.own(who, id)) return saknas();
      svar.push({ ansökan: id, person: who.id, fråga, svar: given });
      return { ok: true };
    },
  };
}
