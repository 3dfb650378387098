import {
  type ActResult,
  type Ansökan,
  type Dokument,
  markeraDokument,
  refuse,
  saknadeDokument,
  vuxnaI,
} from '@stegvis/casework';
import { type TenantTransaction, VersionConflict } from '@stegvis/database';
import type { HandläggarDokumentport, Medarbetare } from '@stegvis/workbench';
import { dokumentinställning } from './dokumentinstallning.ts';
import type { Handläggarkit } from './handlaggarkit.ts';
import { isUuid } from './medborgarkit.ts';

/** The documents' part of the staff's port. */
export function handläggarensDokument(kit: Handläggarkit): HandläggarDokumentport {
  const { as, open, now } = kit;
  const saknas = () =>
    refuse('finns-inte', 'Dokumentet finns inte, eller så får du inte öppna det.', 'Gå till ärendet.');
  const find = async (
    t: TenantTransaction,
    who: Medarbetare,
    id: string,
    dokument: string,
    handling: string,
  ): Promise<{ ansökan: Ansökan; dokument: Dokument } | undefined> => {
    const ansökan = await open(t, who, id, handling);
    const found = ansökan && isUuid(dokument) ? await t.dokument.find(dokument) : undefined;
    return ansökan && found?.ansökan === ansökan.id ? { ansökan, dokument: found } : undefined;
  };
  return {
    dokument: (who, id) =>
      as(who, async (t) => {
        const ansökan = await open(t, who, id, 'dokument.last');
        if (!ansökan) return undefined;
        const dokument = await t.dokument.findForAnsökan(id);
        const personer = await t.personer.findMany(vuxnaI(ansökan));
        const { krav } = await dokumentinställning(t);
        return {
          ansökan: id,
          ärendenummer: (await t.ärenden.get(ansökan.ärende)).nummer,
          dokument: dokument.map((d) => {
            const person = personer.find((p) => p.id === d.uppladdadAv);
            return {
              dokument: d,
              uppladdadAv: `${person?.förnamn ?? ''} ${person?.efternamn ?? ''}`.trim() || 'Namn saknas',
            };
          }),
          saknas: saknadeDokument({ ansökan, dokument, svar: await t.dokument.findSvar(id), krav }),
        };
      }),

    dokumentsida: (who, id, dokument, sida) =>
      as(who, async (t) => {
        const found = await find(t, who, id, dokument, 'dokument.sida-last');
        return found && found.dokument.kontroll !== 'skadlig' ? t.dokument.findSida(dokument, sida) : undefined;
      }),

    laddaNedDokument: (who, id, dokument, { förstått }) =>
      as(who, async (t): Promise<ActResult<{ innehåll: Uint8Array; format: Dokument['format'] }>> => {
        const found = await find(t, who, id, dokument, 'dokument.laddat-ned');
        if (!found) return saknas();
        const { kontroll, format } = found.dokument;
        if (kontroll === 'skadlig')
          return refuse(
            'skadlig-fil',
            'Filen innehöll skadlig kod och är borttagen.',
            'Be den sökande skicka den igen.',
          );
        if (kontroll === 'inte-kontrollerad' && !förstått)
          return refuse(
            'inte-kontrollerad',
            'Filen är inte kontrollerad.',
            'Läs varningen och kryssa i att du har läst den.',
            [{ fält: 'forstatt', text: 'Kryssa i att du har läst varningen.' }],
          );
        return { ok: true, innehåll: await t.dokument.getInnehåll(dokument), format };
      }),

    markeraDokument: (who, id, dokument, val) =>
      as(who, async (t): Promise<ActResult<object>> => {
        const found = await find(t, who, id, dokument, 'dokument.hor-inte-hit');
        if (!found) return saknas();
        const result = markeraDokument(found, { ...val, av: { id: who.id, namn: who.namn }, nu: now() });
        if (!result.ok) return result;
        await t.dokument.save(result.dokument);
        await t.händelser.add(result.events);
        return { ok: true };
      }).catch((error: unknown) => {
        if (!(error instanceof VersionConflict)) throw error;
        return refuse('andrad-pa-annat-hall', 'Någon annan har redan ändrat dokumentet.', 'Läs om sidan.');
      }),
  };
}
