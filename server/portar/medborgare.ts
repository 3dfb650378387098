import { randomUUID } from 'node:crypto';
import type { Ansökansbild, Medborgare, MedborgarPort, Startförslag } from '@stegvis/apply';
import {
  type Ansökan,
  DYGN_MS,
  dagFör,
  dokumenthash,
  refuse,
  serHändelse,
  signera,
  skickaIn,
  sparaSvar,
  startaAnsökan,
  synligFör,
  sökbaraMånader,
  type Tidpunkt,
  vuxnaI,
  väntarPåUnderskrift,
  type Ärende,
  återkalla,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { läsKonto } from '@stegvis/integrations';
import { ansökningskvittoPdf } from '../trad/ansokningskvitto-pdf.ts';
import { isUuid, type Medborgardelar, medborgarkit } from './medborgarkit.ts';

/** Months back within which an earlier application makes the next one a renewal. */
const ÅTERANSÖKAN_INOM_MÅNADER = 3;

/** The citizen's pages' port on the database. Every read and act is written to the audit log. */
export function medborgarPort(delar: Medborgardelar): MedborgarPort {
  const kit = medborgarkit(delar);
  const { now, as, own, act } = kit;
  return {
    kommun: delar.kommun,
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
            return { ansökan: synligFör(ansökan, who.id), beslut, utbetalning };
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
        const medsökande = val.medsökande && (await findOrAddPerson(t, val.medsökande.personnummer, now()));
        if (medsökande === who.id)
          return refuse('samma-person', 'Det är ditt eget personnummer.', 'Skriv den andra personens personnummer.', [
            { fält: 'medsokande', text: 'Skriv den andra personens personnummer. Det här är ditt eget.' },
          ]);
        const ärende = await findOrOpenÄrende(t, who.id, medsökande, now());
        const historik = await t.ansökningar.historik({ id: randomUUID(), sökande: who.id, medsökande });
        const result = startaAnsökan({
          id: randomUUID(),
          ärende,
          person: who.id,
          slag: val.slag,
          månad: val.månad,
          kanal: 'webb',
          historik,
          föregående: förslag.föregående,
          nu: now(),
        });
        if (!result.ok) return result;
        await t.ansökningar.add(result.ansökan);
        await t.händelser.add(result.events);
        return result;
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
        const väntar = ansökan.inkommen !== undefined && !beslut && ansökan.status !== 'aterkallad';
        return {
          ansökan: synligFör(ansökan, who.id),
          ärende,
          vuxna: personer.map((p) => ({
            id: p.id,
            namn: mayBeNamed(ansökan, p.id, who) ? `${p.förnamn} ${p.efternamn}`.trim() : '',
          })),
          händelser,
          beslut,
          beräkning: sparad?.resultat.slag === 'beraknad' ? sparad.resultat.beräkning : undefined,
          underlag: sparad?.utredning.underlag,
          utbetalning: beslut && (await t.utbetalningar.findForBeslut(beslut.id)),
          svarSenast: väntar ? new Date(Date.parse(ansökan.inkommen!) + DYGN_MS).toISOString() : undefined,
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
        return mine && (await t.brev.get(mine.id)).pdf;
      }),

    kvitto: (who, id) =>
      as(who, 'kvitto.last', id, async (t) => {
        const ansökan = await own(t, who, id);
        if (!ansökan || ansökan.inskickad === undefined) return undefined;
        const ärende = await t.ärenden.get(ansökan.ärende);
        const personer = await t.personer.findMany(vuxnaI(ansökan));
        return ansökningskvittoPdf({ kommun: delar.kommun, ansökan: synligFör(ansökan, who.id), ärende, personer });
      }),
  };
}

async function startförslag(t: TenantTransaction, who: Medborgare, nu: Tidpunkt): Promise<Startförslag> {
  const person = await t.personer.get(who.id);
  const månader = sökbaraMånader(nu);
  const egna = (await t.ansökningar.findForPerson(who.id)).filter((a) => a.status !== 'aterkallad');
  const föregående = egna.find((a) => a.status === 'beslutad' || a.status === 'avslutad');
  const utkast = egna.find((a) => a.status === 'utkast' && a.sökande === who.id);
  const taken = new Set(egna.filter((a) => a.status !== 'utkast').map((a) => a.månad));
  const free = månader.slice(1).filter((m) => !taken.has(m));
  const late = Number(dagFör(nu).slice(8)) > 15;
  const wished = late ? månader[2]! : månader[1]!;
  const recent = föregående !== undefined && monthsApart(föregående.månad, wished) <= ÅTERANSÖKAN_INOM_MÅNADER;
  return {
    tillHandläggare: person.skyddad,
    slag: recent ? 'ateransokan' : 'nyansokan',
    månader,
    föreslagenMånad: free.includes(wished) ? wished : (free[0] ?? wished),
    föregående: recent ? föregående : undefined,
    utkast,
  };
}

function monthsApart(from: string, to: string): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5));
}

async function findOrAddPerson(t: TenantTransaction, personnummer: string, nu: Tidpunkt): Promise<string> {
  const known = await t.personer.findByPersonnummer(personnummer);
  if (known) return known.id;
  const id = randomUUID();
  await t.personer.add({ id, personnummer, förnamn: '', efternamn: '', skyddad: false, skapad: nu });
  return id;
}

/** The other adult's name is shown when she has signed: whoever writes a personal number must not learn whose it is. */
function mayBeNamed(ansökan: Ansökan, id: string, who: Medborgare): boolean {
  return id === who.id || who.id !== ansökan.sökande || ansökan.underskrifter.some((u) => u.person === id);
}

/** A case is one household's: another constellation of adults is another case. */
async function findOrOpenÄrende(
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
