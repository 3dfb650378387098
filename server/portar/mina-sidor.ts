import { randomUUID } from 'node:crypto';
import type { AttYttraSig, Medborgare, MinaSidorPort, MinSida } from '@stegvis/apply';
import {
  type Ansökan,
  type Dokument,
  gällande,
  type Komplettering,
  olästa,
  refuse,
  serHändelse,
  skrivMeddelande,
  svaraPåKomplettering,
  svarSenast,
  yttrandeläge,
  type Ärende,
  ändraKontaktuppgift,
} from '@stegvis/casework';
import { type TenantTransaction, VersionConflict } from '@stegvis/database';
import { alltOmMig } from './allt-om-mig.ts';
import { isUuid, type Medborgarkit } from './medborgarkit.ts';

/** Requests, messages, contact details and the download on the database, as the person herself. */
export function minaSidorPort(kit: Medborgarkit): MinaSidorPort {
  const { now, as, delar } = kit;
  const asked = async (t: TenantTransaction, who: Medborgare, id: string): Promise<Komplettering | undefined> => {
    const komplettering = isUuid(id) ? await t.kompletteringar.find(id) : undefined;
    return komplettering?.person === who.id ? komplettering : undefined;
  };
  return {
    minSida: (who) =>
      as(who, 'min-sida.last', undefined, async (t): Promise<MinSida> => {
        const ansökningar = await t.ansökningar.findForPerson(who.id);
        const pågående = new Set(ansökningar.filter(utreds).map((a) => a.id));
        const kompletteringar = (await t.kompletteringar.findForPerson(who.id))
          .filter((k) => pågående.has(k.ansökan) && (k.status === 'oppen' || k.status === 'utgangen'))
          .sort((a, b) => a.senast.localeCompare(b.senast));
        const meddelanden = await t.meddelanden.findForPerson(who.id);
        const nyast = nyaste(ansökningar);
        const händelser = nyast ? await t.händelser.findForÄrende(nyast.ärende) : [];
        return {
          kompletteringar,
          attYttraSig: await attYttraSig(t, ansökningar.filter(utreds), who, now()),
          olästa: olästa(meddelanden, 'person').length,
          senasteMeddelande: meddelanden.at(-1),
          händelser: händelser.filter((h) => h.ansökan === nyast?.id && serHändelse(h, who.id)),
          svarSenast: nyast && utreds(nyast) ? await senast(t, nyast, now()) : undefined,
        };
      }),

    komplettering: (who, id) =>
      as(who, 'komplettering.last', undefined, async (t) => {
        const komplettering = await asked(t, who, id);
        if (!komplettering) return undefined;
        const ansökan = await t.ansökningar.get(komplettering.ansökan);
        return { komplettering, dokument: await dokumentTill(t, komplettering), öppen: utreds(ansökan) };
      }),

    kompletteringarFör: (who, id) =>
      as(who, 'komplettering.last', id, async (t) => {
        const ansökan = await kit.own(t, who, id);
        if (!ansökan) return [];
        return (await t.kompletteringar.findForAnsökningar([id])).filter((k) => k.person === who.id);
      }),

    svaraPåKomplettering: (who, id, val) =>
      as(who, 'komplettering.besvarad', undefined, async (t) => {
        const komplettering = await asked(t, who, id);
        if (!komplettering) return refuse('finns-inte', 'Frågan finns inte.', 'Gå till din översikt.');
        const ansökan = await t.ansökningar.get(komplettering.ansökan);
        const finns = new Set((await dokumentTill(t, komplettering)).map((d) => d.id));
        const svar = Object.fromEntries(
          Object.entries(val.svar).map(([punkt, { text, dokument }]) => [
            punkt,
            { text, dokument: dokument.filter((d) => finns.has(d)) },
          ]),
        );
        const result = svaraPåKomplettering(komplettering, ansökan, { ...val, svar, person: who.id, nu: now() });
        if (!result.ok) return result;
        await t.kompletteringar.save(result.komplettering);
        await t.händelser.add(result.events);
        return result;
      }).catch((error: unknown) => {
        if (!(error instanceof VersionConflict)) throw error;
        return refuse(
          'andrad-pa-annat-hall',
          'Svaret har ändrats från en annan telefon, dator eller flik.',
          'Läs det som finns och skicka igen.',
        );
      }),

    meddelanden: (who) =>
      as(who, 'meddelanden.last', undefined, async (t) => {
        const meddelanden = await t.meddelanden.findForPerson(who.id);
        await t.meddelanden.markeraLästa({ person: who.id, ärende: undefined, läsare: 'person', nu: now() });
        return { meddelanden, kanSkriva: (await skrivIÄrende(t, who)) !== undefined };
      }),

    skrivMeddelande: (who, text) =>
      as(who, 'meddelande.skrivet', undefined, async (t) => {
        const ärende = await skrivIÄrende(t, who);
        if (!ärende)
          return refuse('inget-arende', 'Du har inget ärende hos oss än.', `Ring oss på ${delar.kommun.telefon}.`);
        const ansökan = nyaste(await t.ansökningar.findForÄrende(ärende.id));
        const result = skrivMeddelande(ärende, {
          id: randomUUID(),
          person: who.id,
          ansökan: ansökan?.id,
          av: undefined,
          text,
          nu: now(),
        });
        if (!result.ok) return result;
        await t.meddelanden.add(result.meddelande);
        if (ansökan)
          await t.händelser.add([
            {
              ärende: ärende.id,
              ansökan: ansökan.id,
              typ: 'meddelande-mottaget',
              tid: now(),
              text: 'Du skrev ett meddelande till oss.',
              synlig: { person: who.id },
            },
          ]);
        return result;
      }),

    kontaktuppgift: (who) =>
      as(who, 'kontaktuppgift.last', undefined, async (t) => ({
        kontaktuppgift: await t.kontaktuppgifter.find(who.id),
        kanaler: delar.aviseringskanaler ?? [],
      })),

    ändraKontaktuppgift: (who, uppgifter) =>
      as(who, 'kontaktuppgift.andrad', undefined, async (t) => {
        const result = ändraKontaktuppgift(await t.kontaktuppgifter.find(who.id), {
          ...uppgifter,
          person: who.id,
          nu: now(),
        });
        if (result.ok) await t.kontaktuppgifter.save(result.kontaktuppgift);
        return result;
      }).catch((error: unknown) => {
        if (!(error instanceof VersionConflict)) throw error;
        return refuse(
          'andrad-pa-annat-hall',
          'Uppgifterna har ändrats från en annan telefon, dator eller flik.',
          'Läs de senaste uppgifterna och försök igen.',
        );
      }),

    alltOmMig: (who) => alltOmMig(kit, who),
  };
}

/** What the person has added for the request, malware left out. */
async function dokumentTill(t: TenantTransaction, { id, ansökan, person }: Komplettering): Promise<Dokument[]> {
  return (await t.dokument.findForAnsökan(ansökan)).filter(
    (d) => d.begäran === id && d.uppladdadAv === person && d.kontroll !== 'skadlig',
  );
}

/** The hearings this person has been sent and has not answered, the nearest deadline first. */
async function attYttraSig(
  t: TenantTransaction,
  ansökningar: readonly Ansökan[],
  who: Medborgare,
  nu: string,
): Promise<AttYttraSig[]> {
  const found: AttYttraSig[] = [];
  for (const ansökan of ansökningar) {
    const hörs = gällande(await t.underrättelser.findForAnsökan(ansökan.id));
    if (!hörs?.underrättelse.mottagare.includes(who.id)) continue;
    if (hörs.yttranden.some((y) => y.person === who.id)) continue;
    const { svarSenast } = hörs.underrättelse;
    found.push({
      ansökan: ansökan.id,
      månad: ansökan.månad,
      svarSenast,
      utgången: yttrandeläge(hörs, nu) === 'utgangen',
    });
  }
  return found.sort((a, b) => a.svarSenast.localeCompare(b.svarSenast));
}

function utreds({ status }: Ansökan): boolean {
  return status === 'inkommen' || status === 'utreds';
}

/** The application that was sent in last, drafts and withdrawn ones left out. */
function nyaste(ansökningar: readonly Ansökan[]): Ansökan | undefined {
  return ansökningar
    .filter((a) => a.status !== 'utkast' && a.status !== 'aterkallad')
    .sort((a, b) => (b.inskickad ?? b.skapad).localeCompare(a.inskickad ?? a.skapad))[0];
}

async function senast(t: TenantTransaction, ansökan: Ansökan, nu: string): Promise<string | undefined> {
  const kompletteringar = await t.kompletteringar.findForAnsökningar([ansökan.id]);
  return svarSenast({ inkommen: ansökan.inkommen, beslutad: undefined, kompletteringar }, nu);
}

/** The case a message is written in: the one of the newest application, else the newest open case. */
async function skrivIÄrende(t: TenantTransaction, who: Medborgare): Promise<Ärende | undefined> {
  const ärenden = (await t.ärenden.findForPerson(who.id)).filter((ä) => ä.status === 'oppet');
  const ansökan = nyaste(await t.ansökningar.findForPerson(who.id));
  return ärenden.find((ä) => ä.id === ansökan?.ärende) ?? ärenden[0];
}
