import { randomUUID } from 'node:crypto';
import type { Ansökansbild, Medborgare, MedborgarPort, Startförslag } from '@stegvis/apply';
import {
  type Ansökan,
  begärAkutHjälp,
  beslutFör,
  dagFör,
  dokumenthash,
  föreslåAnsökan,
  gällerMånaden,
  type Refused,
  refuse,
  separera,
  serHändelse,
  signera,
  skickaIn,
  sparaSvar,
  startaAnsökan,
  svarSenast,
  synligFör,
  type Tidpunkt,
  underskriftsfrist,
  vuxnaI,
  väntarPåUnderskrift,
  type Ärende,
  ärBorta,
  återkalla,
} from '@stegvis/casework';
import { Duplicate, type TenantTransaction, VersionConflict } from '@stegvis/database';
import { läsKonto } from '@stegvis/integrations';
import { ansökningsregler } from '../trad/ansokningsregler.ts';
import { läsBrevPdf } from '../trad/skapa-brev.ts';
import { medborgarensDokument } from './dokument.ts';
import { konto } from './konto.ts';
import { kvittoFör, namnFör } from './kvitto-for.ts';
import { isUuid, type Medborgardelar, medborgarkit } from './medborgarkit.ts';
import { minaSidorPort } from './mina-sidor.ts';
import { medborgarensÖverklaganden } from './overklagande.ts';
import { minVägport } from './vag.ts';
import { yttrandeport } from './yttrande.ts';

/** The citizen's pages' port on the database. Every read and act is written to the audit log. */
export function medborgarPort(delar: Medborgardelar): MedborgarPort {
  const kit = medborgarkit(delar);
  const { now, as, own, act } = kit;
  return {
    ...minaSidorPort(kit),
    ...konto(kit),
    ...medborgarensDokument(kit, delar.virusskydd),
    ...yttrandeport(kit),
    ...medborgarensÖverklaganden(kit),
    kommun: delar.kommun,
    väg: minVägport(kit),
    idag: () => dagFör(now()),

    översikt: (who) =>
      as(who, 'oversikt.last', undefined, async (t) => {
        const ärenden = await t.ärenden.findForPerson(who.id);
        const visible = (await t.ansökningar.findForPerson(who.id)).filter(
          (a) => a.status !== 'utkast' || a.sökande === who.id,
        );
        const ansökningar = await Promise.all(
          visible.map(async (ansökan) => {
            const beslut = await t.beslut.findForAnsökan(ansökan.id);
            const utbetalning = beslut && (await t.utbetalningar.findForBeslut(beslut.id));
            return { ansökan: synligFör(ansökan, who.id), beslut: beslut && beslutFör(beslut, who.id), utbetalning };
          }),
        );
        const attSkrivaUnder = ansökningar
          .map((rad) => rad.ansökan)
          .filter((a) => a.status === 'inskickad' && väntarPåUnderskrift(a).includes(who.id));
        return { ärenden, ansökningar, attSkrivaUnder };
      }),

    startförslag: (who) => as(who, 'ansokan.startforslag', undefined, (t) => startförslag(t, who, now())),

    starta: (who, val) =>
      as(who, 'ansokan.starta', undefined, async (t) => {
        const förslag = await startförslag(t, who, now());
        if (förslag.tillHandläggare)
          return refuse('till-handlaggare', 'Vi hjälper dig att ansöka.', `Ring oss på ${delar.kommun.telefon}.`);
        const medsökande =
          val.medsökande === 'samma'
            ? förslag.medsökande
            : val.medsökande && (await findOrAddPerson(t, val.medsökande.personnummer, now()));
        if (val.medsökande && medsökande === undefined)
          return refuse(
            'medsokande-okand',
            'Vi vet inte vem du söker med.',
            'Skriv den andra personens personnummer.',
            [{ fält: 'medsokande', text: 'Skriv den andra personens personnummer.' }],
          );
        if (medsökande === who.id)
          return refuse('samma-person', 'Det är ditt eget personnummer.', 'Skriv den andra personens personnummer.', [
            { fält: 'medsokande', text: 'Skriv den andra personens personnummer. Det här är ditt eget.' },
          ]);
        const egna = await t.ansökningar.findForPerson(who.id);
        const tillägg = val.slag === 'tillagg';
        const månadens = egna.find((a) => gällerMånaden(a) && ärBeslutad(a) && a.månad === val.månad);
        const ärende = await findOrOpenÄrende(t, who.id, tillägg ? undefined : medsökande, now());
        const result = startaAnsökan({
          id: randomUUID(),
          ärende,
          person: who.id,
          slag: val.slag,
          månad: val.månad,
          kanal: 'webb',
          historik: {
            ansökningar: egna
              .filter((a) => a.sökande === who.id)
              .map((a) => ({ ansökan: a.id, månad: a.månad, status: a.status, slag: a.slag })),
          },
          föregående: tillägg && förslag.tilläggsmånader.includes(val.månad) ? månadens : förslag.föregående,
          nu: now(),
        });
        if (!result.ok) throw new Avbruten(result);
        await t.ansökningar.add(result.ansökan);
        await t.händelser.add(result.events);
        return result;
      }).catch((error: unknown) => {
        if (!(error instanceof Duplicate)) return avbruten(error);
        return refuse(
          'utkast-finns',
          'Du har redan börjat på en ansökan, kanske i en annan flik.',
          'Öppna sidan igen, så kan du fortsätta på den.',
        );
      }),

    begärAkutHjälp: (who, val) =>
      as(who, 'ansokan.akut', undefined, async (t) => {
        const nu = now();
        const senaste = (await t.ansökningar.findForPerson(who.id)).find((a) => gällerMånaden(a) && ärBeslutad(a));
        const konto = senaste?.uppgifter.konto;
        const result = begärAkutHjälp({
          id: randomUUID(),
          ärende: await findOrOpenÄrende(t, who.id, undefined, nu),
          person: who.id,
          metod: 'oidc',
          kanal: 'webb',
          akut: val.akut,
          belopp: val.belopp,
          känt: konto?.innehavare === who.id ? { konto } : {},
          nu,
        });
        if (!result.ok) throw new Avbruten(result);
        await t.ansökningar.add(result.ansökan);
        await t.händelser.add(result.events);
        await delar.jobb.börja(t, result.ansökan.id);
        return result;
      }).catch(avbruten),

    separera: (who, id) =>
      as(who, 'arende.separera', undefined, async (t) => {
        const ärende = isUuid(id) ? await t.ärenden.find(id) : undefined;
        if (!ärende || ![ärende.sökande, ärende.medsökande].includes(who.id))
          return refuse('finns-inte', 'Ärendet finns inte.', 'Gå till din översikt.');
        const result = separera(ärende, await t.ansökningar.findForÄrende(ärende.id), { person: who.id, nu: now() });
        if (!result.ok) return result;
        for (const ansökan of result.ansökningar) await t.ansökningar.save(ansökan);
        const saved = await t.ärenden.save(result.ärende);
        await t.händelser.add(result.events);
        return { ok: true as const, ärende: saved };
      }).catch((error: unknown) => {
        if (!(error instanceof VersionConflict)) throw error;
        return refuse('andrad-pa-annat-hall', 'Något ändrades samtidigt.', 'Försök igen.');
      }),

    hämta: (who, id) =>
      as(who, 'ansokan.last', id, async (t): Promise<Ansökansbild | undefined> => {
        const ansökan = await own(t, who, id);
        if (!ansökan) return undefined;
        const ärende = await t.ärenden.get(ansökan.ärende);
        const personer = await t.personer.findMany(vuxnaI(ansökan));
        const beslut = await t.beslut.findForAnsökan(id);
        const sparad = beslut && (await t.utredningar.getBeräkning(beslut.beräkning));
        const händelser = (await t.händelser.findForÄrende(ärende.id)).filter(
          (h) => h.ansökan === id && serHändelse(h, who.id),
        );
        const väntar = ansökan.inkommen !== undefined && !beslut && !ärBorta(ansökan);
        return {
          ansökan: synligFör(ansökan, who.id),
          ärende,
          vuxna: personer.map((p) => ({
            id: p.id,
            namn: namnFör(ansökan, p, who.id),
          })),
          händelser,
          beslut: beslut && beslutFör(beslut, who.id),
          beräkning: sparad?.resultat.slag === 'beraknad' ? sparad.resultat.beräkning : undefined,
          underlag: sparad?.utredning.underlag,
          utbetalning: beslut && (await t.utbetalningar.findForBeslut(beslut.id)),
          svarSenast: väntar
            ? svarSenast(
                {
                  inkommen: ansökan.inkommen,
                  beslutad: undefined,
                  kompletteringar: await t.kompletteringar.findForAnsökningar([id]),
                },
                now(),
              )
            : undefined,
          underskriftSenast: underskriftsfrist(ansökan, (await ansökningsregler(t)).underskriftInomDagar),
        };
      }),

    spara: (who, id, svar, baseradPå) =>
      act(who, 'ansokan.spara', id, (ansökan) => sparaSvar(ansökan, { person: who.id, svar, baseradPå, nu: now() })),

    läsKonto: (konto) => {
      const läst = läsKonto(konto);
      return läst.ok ? { ok: true, bank: läst.konto.bank } : läst;
    },

    skickaIn: (who, id, baseradPå) =>
      act(
        who,
        'ansokan.skicka-in',
        id,
        (ansökan) => skickaIn(ansökan, { person: who.id, baseradPå, nu: now() }),
        (ansökan) =>
          signera(ansökan, { person: who.id, metod: 'oidc', avser: dokumenthash(ansökan.uppgifter), nu: now() }),
      ),

    signera: (who, id, val) =>
      act(who, 'ansokan.signera', id, (ansökan) =>
        signera(ansökan, {
          person: who.id,
          metod: 'oidc',
          avser: val.avser,
          nu: now(),
          önskarHandläggare: val.önskarHandläggare,
          ...(val.meddelande ? { meddelande: val.meddelande } : {}),
        }),
      ),

    återkalla: (who, id) =>
      act(who, 'ansokan.aterkalla', id, (ansökan) => återkalla(ansökan, { person: who.id, nu: now() })),

    brev: (who, beslutId) =>
      as(who, 'brev.last', undefined, async (t) => {
        if (!isUuid(beslutId)) return undefined;
        const letters = await t.brev.findForBeslut(beslutId);
        const mine = letters.find((letter) => letter.mottagare === who.id);
        return mine && läsBrevPdf(t, mine.id);
      }),

    kvitto: (who, id) =>
      as(who, 'kvitto.last', id, async (t) => {
        const ansökan = await own(t, who, id);
        if (!ansökan || ansökan.inskickad === undefined) return undefined;
        return kvittoFör(t, delar.kommun, ansökan, who.id);
      }),
  };
}

async function startförslag(t: TenantTransaction, who: Medborgare, nu: Tidpunkt): Promise<Startförslag> {
  return föreslåAnsökan({
    person: await t.personer.get(who.id),
    ansökningar: await t.ansökningar.findForPerson(who.id),
    ärenden: await t.ärenden.findForPerson(who.id),
    nu,
    återansökanInom: (await ansökningsregler(t)).återansökanInom,
  });
}

function ärBeslutad({ status }: Ansökan): boolean {
  return status === 'beslutad' || status === 'avslutad';
}

/** Carries a refusal out of a transaction, so that nothing of it is kept. */
class Avbruten extends Error {
  readonly result: Refused;
  constructor(result: Refused) {
    super(result.refusal.kod);
    this.result = result;
  }
}

function avbruten(error: unknown): Refused {
  if (error instanceof Avbruten) return error.result;
  throw error;
}

async function findOrAddPerson(t: TenantTransaction, personnummer: string, nu: Tidpunkt): Promise<string> {
  const known = await t.personer.findByPersonnummer(personnummer);
  if (known) return known.id;
  const id = randomUUID();
  await t.personer.add({ id, personnummer, förnamn: '', efternamn: '', skyddad: false, skapad: nu });
  return id;
}

/** A case is one household's: another constellation of adults is another case. */
export async function findOrOpenÄrende(
  t: TenantTransaction,
  sökande: string,
  medsökande: string | undefined,
  nu: Tidpunkt,
): Promise<Ärende> {
  const same = (ä: Ärende) =>
    [ä.sökande, ä.medsökande ?? ''].sort().join() === [sökande, medsökande ?? ''].sort().join();
  const open = (await t.ärenden.findForPerson(sökande)).find((ä) => ä.status === 'oppet' && same(ä));
  return open ?? t.ärenden.add({ id: randomUUID(), sökande, medsökande, öppnat: nu });
}
