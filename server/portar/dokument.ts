import { createHash, randomUUID } from 'node:crypto';
import type { Dokumentbild, Dokumentport, Medborgare, Uppladdningssvar } from '@stegvis/apply';
import {
  type ActResult,
  type Ansökan,
  type Dokument,
  type Dokumentkontroll,
  type Dokumentplats,
  dokumentplatserFör,
  fårTaBortDokument,
  type MottagenFil,
  megabyte,
  refuse,
  saknadeDokument,
  serDokument,
  taBortDokument,
  taEmotDokument,
  vuxnaI,
  ärDokumentplats,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { kännIgenFil, ritaSidor, type Virusskydd } from '@stegvis/integrations';
import { läsUppladdning } from './dokument-uppladdning.ts';
import { dokumentinställning } from './dokumentinstallning.ts';
import { isUuid, type Medborgarkit } from './medborgarkit.ts';

/** A file that may be added: recognised, scanned and drawn; or why not, as a sentence at the field. */
type Prövad =
  | { ok: true; fil: MottagenFil; innehåll: Uint8Array | undefined; sidor: readonly Uint8Array[] }
  | { ok: false; status: 415 | 422; fel: string };

/** Uploads that are read at the same time; each may hold one file in memory. */
const SAMTIDIGA = 8;
let running = 0;
const waiting: (() => void)[] = [];

async function iTur<T>(work: () => Promise<T>): Promise<T> {
  if (running >= SAMTIDIGA) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** Recognises, scans and draws a file. Nothing is stored. */
export async function prövaFil(
  fil: { filnamn: string; bytes: Uint8Array },
  virusskydd: Virusskydd | undefined,
): Promise<Prövad> {
  const { bytes, filnamn } = fil;
  const känd = await kännIgenFil(bytes);
  if (!känd.ok && känd.kod === 'tom') return { ok: false, status: 422, fel: känd.fel };
  const svar = virusskydd && (await virusskydd.kontrollera(bytes));
  const kontroll: Dokumentkontroll =
    svar?.slag === 'ren' ? 'ren' : svar?.slag === 'skadlig' ? 'skadlig' : 'inte-kontrollerad';
  if (kontroll === 'skadlig')
    return {
      ok: false,
      status: 422,
      fel: 'Filen innehåller skadlig kod och har inte sparats. Kontrollera din telefon eller dator med ett virusskydd, eller ta ett nytt foto av dokumentet.',
    };
  if (!känd.ok) return { ok: false, status: 415, fel: känd.fel };
  const ritad = await ritaSidor(bytes, känd.format);
  if (!ritad.ok) return { ok: false, status: 422, fel: ritad.fel };
  return {
    ok: true,
    fil: {
      filnamn,
      format: känd.format,
      storlek: bytes.length,
      hash: createHash('sha256').update(bytes).digest('hex'),
      kontroll,
      sidor: ritad.sidor.length,
    },
    // Of a photo only the new picture is kept: what the camera wrote about time and place is gone with the original.
    innehåll: känd.format === 'pdf' ? bytes : undefined,
    sidor: ritad.sidor,
  };
}

/** Adds a tried file to an application within the transaction, with its events. */
export async function läggTillDokument(
  t: TenantTransaction,
  ansökan: Ansökan,
  input: {
    person: string;
    plats: Dokumentplats;
    privat: boolean;
    begäran: string | undefined;
    prövad: Extract<Prövad, { ok: true }>;
    nu: string;
  },
): Promise<ActResult<{ dokument: Dokument }>> {
  await t.dokument.lås(ansökan.id);
  const { gränser } = await dokumentinställning(t);
  const { prövad, ...rest } = input;
  const result = taEmotDokument(
    { ansökan, befintliga: await t.dokument.findForAnsökan(ansökan.id), gränser },
    { ...rest, id: randomUUID(), fil: prövad.fil },
  );
  if (!result.ok) return result;
  await t.dokument.add(result.dokument, prövad.innehåll, prövad.sidor);
  await t.händelser.add(result.events);
  return { ok: true, dokument: result.dokument };
}

/** The documents' part of the citizen's port. */
export function medborgarensDokument(kit: Medborgarkit, virusskydd: Virusskydd | undefined): Dokumentport {
  const { as, own, now } = kit;
  const saknas = () => refuse('finns-inte', 'Dokumentet finns inte.', 'Gå till din översikt.');
  const mitt = async (t: TenantTransaction, who: Medborgare, ansökan: Ansökan, id: string) => {
    const found = isUuid(id) ? await t.dokument.find(id) : undefined;
    return found?.ansökan === ansökan.id && serDokument(found, who.id) ? found : undefined;
  };
  return {
    dokument: (who, id) =>
      as(who, 'dokument.last', id, async (t): Promise<Dokumentbild | undefined> => {
        const ansökan = await own(t, who, id);
        if (!ansökan) return undefined;
        const alla = await t.dokument.findForAnsökan(id);
        const svar = await t.dokument.findSvar(id);
        const { krav, gränser } = await dokumentinställning(t);
        const brist = saknadeDokument({ ansökan, dokument: alla, svar, krav });
        return {
          ansökan,
          dokument: alla
            .filter((d) => serDokument(d, who.id))
            .map((d) => ({ ...d, fårTasBort: fårTaBortDokument(d, ansökan, who.id) })),
          saknas: brist.filter(({ person }) => person === undefined || person === who.id),
          krav,
          platser: dokumentplatserFör(ansökan, krav),
          svar: Object.fromEntries(svar.filter((s) => s.person === who.id).map((s) => [s.fråga, s.svar])),
          gränser,
          öppen: !['beslutad', 'avslutad', 'aterkallad'].includes(ansökan.status),
          tvåVuxna: vuxnaI(ansökan).length > 1,
        };
      }),

    laddaUppDokument: async (who, id, request): Promise<Uppladdningssvar> => {
      // Whose it is, is asked before anything of the file is read.
      const före = await as(who, 'dokument.lagg-till', id, async (t) =>
        (await own(t, who, id)) ? (await dokumentinställning(t)).gränser : undefined,
      );
      if (!före) return { ok: false, status: 404, fält: {}, fel: [] };
      return iTur(async (): Promise<Uppladdningssvar> => {
        const läst = await läsUppladdning(request, före.störstaFil);
        const { fält } = läst;
        const nej = (status: 409 | 413 | 415 | 422, text: string, vid: string = 'fil'): Uppladdningssvar => ({
          ok: false,
          status,
          fält,
          fel: [{ fält: vid, text }],
        });
        if (!läst.ok && läst.kod === 'for-stor')
          return nej(
            413,
            `Filen är för stor. Varje fil får vara högst ${megabyte(före.störstaFil)} MB. Ta ett foto av dokumentet, eller dela upp pdf:en.`,
          );
        if (!läst.ok)
          return läst.kod === 'avbruten'
            ? nej(422, 'Filen kom inte fram hel. Kontrollera att du har nät och försök igen.')
            : nej(415, 'Filen gick inte att läsa. Välj filen igen och tryck på knappen.');
        const { plats } = fält;
        if (!plats || !ärDokumentplats(plats)) return nej(422, 'Välj vad dokumentet gäller.', 'plats');
        if (!läst.fil) return nej(422, 'Välj ett foto eller en fil.');
        const prövad = await prövaFil(läst.fil, virusskydd);
        if (!prövad.ok) return nej(prövad.status, prövad.fel);
        const result = await as(who, 'dokument.tillagt', id, async (t) => {
          const ansökan = await own(t, who, id);
          if (!ansökan) return saknas();
          return läggTillDokument(t, ansökan, {
            person: who.id,
            plats,
            privat: fält['privat'] === 'ja',
            begäran: isUuid(fält['begaran'] ?? '') ? fält['begaran'] : undefined,
            prövad,
            nu: now(),
          });
        });
        if (result.ok) return { ok: true, dokument: result.dokument, fält };
        const { refusal } = result;
        return {
          ok: false,
          status: refusal.fält ? 422 : 409,
          fält,
          fel: refusal.fält ?? [{ fält: 'fil', text: `${refusal.text} ${refusal.tillåtet}` }],
        };
      });
    },

    taBortDokument: (who, id, dokument) =>
      as(who, 'dokument.borttaget', id, async (t) => {
        const ansökan = await own(t, who, id);
        if (!ansökan) return saknas();
        await t.dokument.lås(ansökan.id);
        const found = await mitt(t, who, ansökan, dokument);
        if (!found) return saknas();
        const result = taBortDokument({ ansökan, dokument: found }, { person: who.id });
        if (result.ok) await t.dokument.remove(result.bort);
        return result;
      }),

    dokumentsida: (who, id, dokument, sida) =>
      as(who, 'dokument.sida-last', id, async (t) => {
        const ansökan = await own(t, who, id);
        const found = ansökan && (await mitt(t, who, ansökan, dokument));
        return found && found.kontroll !== 'skadlig' ? t.dokument.findSida(found.id, sida) : undefined;
      }),

    svaraDokumentfråga: (who, id, fråga, svar) =>
      as(who, 'dokument.fraga-besvarad', id, async (t) => {
        const ansökan = await own(t, who, id);
        if (!ansökan) return saknas();
        if (['beslutad', 'avslutad', 'aterkallad'].includes(ansökan.status))
          return refuse('redan-avgjord', 'Ansökan är avslutad.', 'Ring oss om något är fel.');
        await t.dokument.saveSvar(id, { person: who.id, fråga, svar }, now());
        return { ok: true };
      }),
  };
}
