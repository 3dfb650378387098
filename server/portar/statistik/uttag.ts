import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { dagFör, flyttaDag, refuse } from '@stegvis/casework';
import { type TenantTransaction, VersionConflict } from '@stegvis/database';
import {
  FLEST_NYCKLAR,
  Frågefel,
  frågaFör,
  GRÄNS,
  indikator,
  NYCKEL_DAGAR,
  prövaFråga,
  type SkyddatSvar,
  type Statistikfråga,
  slaget,
  sparaUttag,
} from '@stegvis/statistics';
import { läserStatistik, type Medarbetare, type Uttagsport } from '@stegvis/workbench';
import type { Handläggarkit } from '../handlaggarkit.ts';
import { isUuid } from '../medborgarkit.ts';
import { påSidan } from './pa-sidan.ts';
import { ställFråga, tomtSvar } from './stall-fraga.ts';

/** How many answers are remembered between two makings of the facts. */
const FLEST_BESVARADE = 200;
/** The splits whose values are the board's own. */
const EGNA = ['distrikt', 'spar', 'insats'] as const;

/** Figures, saved extracts and keys, on the database. Every read and every file is logged, with codes and never with a person. */
export function uttagsport(kit: Handläggarkit): Uttagsport {
  const { as, now } = kit;
  const logga = (t: TenantTransaction, handling: string, objekt: string, tillåten = true) =>
    t.granskning.add({
      tid: now(),
      handling,
      person: undefined,
      objekt: { slag: 'statistik', id: objekt },
      ändamål: 'statistik',
      utfall: tillåten ? 'tillaten' : 'nekad',
    });
  const tomt = (fråga: Statistikfråga): SkyddatSvar => ({ ...tomtSvar(fråga), gräns: GRÄNS });
  const ingen = () =>
    refuse('ingen-behorighet', 'Du får inte läsa statistiken.', 'Be din chef om rollen om den behövs i ditt arbete.');
  const saknas = () =>
    refuse(
      'finns-inte',
      'Uttaget finns inte, eller så är det någon annans.',
      'Gå till Egna uttag och välj ett i listan.',
    );
  const ändrat = (error: unknown) => {
    if (!(error instanceof VersionConflict)) throw error;
    return refuse(
      'andrad-pa-annat-hall',
      'Uttaget har ändrats eller tagits bort sedan du öppnade det.',
      'Läs om sidan. Det du skrev finns kvar i formuläret.',
    );
  };
  const synligt = async (t: TenantTransaction, who: Medarbetare, id: string) => {
    const uttag = isUuid(id) ? await t.uttag.find(id) : undefined;
    return uttag && läserStatistik(who) && (uttag.delat || uttag.ägare.id === who.id) ? uttag : undefined;
  };
  /** Answers of the overview: the same until the facts are made anew. Those that read the board's own files are asked each time. */
  const besvarade = new Map<string, SkyddatSvar>();
  const besvarad = async (t: TenantTransaction, fråga: Statistikfråga, underlag: readonly unknown[]) => {
    const nyckel = JSON.stringify([underlag, fråga]);
    const känt = besvarade.get(nyckel);
    if (känt) return känt;
    const svar = await ställFråga(t, fråga);
    const mått = indikator(fråga.indikator);
    if (mått && !slaget(mått).egenFil) {
      if (besvarade.size >= FLEST_BESVARADE) besvarade.clear();
      besvarade.set(nyckel, svar);
    }
    return svar;
  };
  const läsPåSidan = påSidan(kit);
  return {
    fråga: (who, fråga, syfte = 'last') =>
      läsPåSidan(who, async (t) => {
        const får = läserStatistik(who);
        await logga(t, `statistik.${syfte}`, beskrivning(fråga), får);
        return får ? ställFråga(t, fråga) : tomt(fråga);
      }),
    frågor: (who, frågor) =>
      läsPåSidan(who, async (t, samlar) => {
        const får = läserStatistik(who);
        await logga(t, 'statistik.last', frågor.map(({ indikator }) => indikator).join(' '), får);
        const svar: SkyddatSvar[] = [];
        const underlag = [await t.statistik.findUnderlag('arenden'), await t.statistik.findUnderlag('syntet')];
        for (const fråga of frågor) {
          if (!får) svar.push(tomt(fråga));
          else svar.push(await (samlar ? ställFråga(t, fråga) : besvarad(t, fråga, underlag)));
        }
        return svar;
      }),
    statistikval: (who) =>
      as(who, async (t) => {
        const idag = dagFör(now());
        if (!läserStatistik(who)) return { idag, omfång: undefined, värden: {} };
        const värden: Record<string, readonly string[]> = {};
        for (const namn of EGNA) värden[namn] = await t.statistik.värden(namn);
        return { idag, omfång: await t.statistik.omfång(), värden };
      }),
    uttag: (who) => as(who, async (t) => (läserStatistik(who) ? t.uttag.findFör(who.id) : [])),
    hittaUttag: (who, id) =>
      as(who, async (t) => {
        const uttag = await synligt(t, who, id);
        return uttag && { uttag, leveranser: await t.uttag.findLeveranser(uttag.id) };
      }),
    sparaUttag: (who, vad, fråga, önskan) =>
      as(who, async (t) => {
        if (!läserStatistik(who)) return ingen();
        const nuvarande = vad === undefined ? undefined : await synligt(t, who, vad.id);
        if (vad !== undefined && nuvarande === undefined) return saknas();
        if (nuvarande !== undefined && nuvarande.version !== vad?.version)
          throw new VersionConflict('uttag', nuvarande.id);
        const idag = dagFör(now());
        try {
          prövaFråga(frågaFör(fråga, idag));
        } catch (fel) {
          if (!(fel instanceof Frågefel)) throw fel;
          return refuse('ofullstandigt', 'Uttaget sparades inte.', fel.message, [
            { fält: fel.fält, text: fel.message },
          ]);
        }
        const egna = (await t.uttag.findFör(who.id)).filter(({ ägare }) => ägare.id === who.id);
        const result = sparaUttag(nuvarande, önskan, {
          id: randomUUID(),
          fråga,
          av: { id: who.id, namn: who.namn },
          egna,
          idag,
          nu: now(),
        });
        if (!result.ok) return result;
        await (nuvarande ? t.uttag.save(result.uttag) : t.uttag.add(result.uttag));
        await logga(t, 'uttag.sparat', result.uttag.id);
        return result;
      }).catch(ändrat),
    taBortUttag: (who, id, version) =>
      as(who, async (t) => {
        const uttag = await synligt(t, who, id);
        if (!uttag || uttag.ägare.id !== who.id) return saknas();
        await t.uttag.remove(uttag.id, version);
        await logga(t, 'uttag.borttaget', uttag.id);
        return { ok: true as const };
      }).catch(ändrat),
    leverans: (who, id, syfte = 'last') =>
      as(who, async (t) => {
        const leverans = isUuid(id) ? await t.uttag.findLeverans(id) : undefined;
        const uttag = leverans && (await synligt(t, who, leverans.uttag));
        await logga(t, `uttag.leverans.${syfte}`, leverans?.id ?? 'okand', uttag !== undefined);
        return leverans && uttag && { uttag, leverans };
      }),
    nycklar: (who) => as(who, async (t) => (läserStatistik(who) ? t.uttag.findNycklar(who.id) : [])),
    skapaNyckel: (who, givet) =>
      as(who, async (t) => {
        if (!läserStatistik(who)) return ingen();
        const namn = givet.trim().slice(0, 80);
        const finns = await t.uttag.findNycklar(who.id);
        if (namn === '')
          return refuse('ofullstandigt', 'Nyckeln skapades inte.', 'Skriv vad den ska användas till.', [
            { fält: 'nyckelnamn', text: 'Skriv vad nyckeln ska användas till, till exempel Månadsbladet.' },
          ]);
        if (finns.length >= FLEST_NYCKLAR)
          return refuse('for-manga', `Du har redan ${finns.length} nycklar.`, 'Avsluta en som inte används.', [
            { fält: 'nyckelnamn', text: `Du kan ha ${FLEST_NYCKLAR} nycklar. Avsluta en som inte används.` },
          ]);
        const text = `stegvis-${randomBytes(24).toString('base64url')}`;
        const nyckel = {
          id: randomUUID(),
          namn,
          användare: who.id,
          kontrollsumma: kontrollsumma(text),
          skapad: now(),
          till: flyttaDag(dagFör(now()), NYCKEL_DAGAR),
          avslutad: undefined,
        };
        await t.uttag.addNyckel(nyckel);
        await logga(t, 'statistiknyckel.skapad', nyckel.id);
        return { ok: true as const, text, nyckel };
      }),
    avslutaNyckel: (who, id) =>
      as(who, async (t) => {
        if (!isUuid(id) || !(await t.uttag.avslutaNyckel(id, who.id, now())))
          return refuse('finns-inte', 'Nyckeln finns inte, eller så är den redan avslutad.', 'Läs om sidan.');
        await logga(t, 'statistiknyckel.avslutad', id);
        return { ok: true as const };
      }),
  };
}

/** What is kept of a key, in hexadecimal. */
export function kontrollsumma(nyckel: string): string {
  return createHash('sha256').update(nyckel).digest('hex');
}

function beskrivning({ indikator, uppdelning, från, till }: Statistikfråga): string {
  return [indikator, ...uppdelning, `${från}–${till}`].join(' ').slice(0, 200);
}
