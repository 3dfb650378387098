import { randomUUID } from 'node:crypto';
import type { Efterbeslutsbild, Överklagandeport as Medborgarens } from '@stegvis/apply';
import {
  type ActResult,
  type Ansökan,
  avsettUtfall,
  type Beslut,
  begärOmBeslut,
  beslutFör,
  beslutsform,
  besvara,
  besvaraBegäran,
  type Delfående,
  dagFör,
  lämnaÖverklagande,
  nedsattBelopp,
  omprövaÖverklagat,
  prövaÖverklagandetiden,
  redanBeviljat,
  refuse,
  registreraDom,
  rättaBeslut,
  skrivMeddelande,
  stoppaUtbetalning,
  type Utbetalning,
  verkställDom,
  vuxnaI,
  type Överklagande,
  ändraBeslut,
  ändraGodkändaBelopp,
  återkallaÖverklagande,
  överlämnaÖverklagande,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { ärBankdag } from '@stegvis/integrations';
import { beslutsregler, sistaDagAttÖverklaga } from '@stegvis/rules';
import type { Efterbild, Efterrad, Överklagandeport as Handläggarens } from '@stegvis/workbench';
import { noteraAvisering } from '../trad/avisera.ts';
import { beräknaOchSpara } from '../trad/berakna-och-besluta.ts';
import { bestämEfterbrev } from '../trad/bestam-efterbrev.ts';
import { byggDomstolsakt } from '../trad/bygg-domstolsakt.ts';
import { läsBrevPdf } from '../trad/skapa-brev.ts';
import { benämning } from './benamning.ts';
import type { Handläggarkit } from './handlaggarkit.ts';
import { isUuid, type Medborgarkit } from './medborgarkit.ts';

const finnsInte = (vad: string) => refuse('finns-inte', `${vad} finns inte.`, 'Läs om sidan.');

/** What these decisions have refused or reduced in all. */
const nedsattISum = (beslut: readonly Beslut[]): number => beslut.reduce((sum, b) => sum + nedsattBelopp(b), 0);

/** When the person got a decision: the first reading on the page or the day it was served, the earlier of them (tolkning O01). */
async function fickDelAv(t: TenantTransaction, beslut: Beslut, person: string): Promise<Delfående | undefined> {
  const läst = (await t.överklaganden.findDelfåenden([beslut.id])).find((d) => d.person === person);
  const delgivet = (await t.verkställighet.findForBeslut(beslut.id)).find((h) => h.slag === 'delgivet');
  const alla: Delfående[] = [
    ...(läst ? [{ dag: dagFör(läst.tid), sätt: 'sida' as const }] : []),
    ...(delgivet ? [{ dag: delgivet.dag, sätt: 'delgivning' as const }] : []),
  ];
  return alla.sort((a, b) => (a.dag < b.dag ? -1 : 1))[0];
}

/** The last day to appeal a decision, or the rejection of an earlier appeal. */
async function tiden(t: TenantTransaction, beslut: Beslut, person: string) {
  const fickDel = await fickDelAv(t, beslut, person);
  return { fickDel, sistaDag: fickDel && sistaDagAttÖverklaga(fickDel.dag, ärBankdag) };
}

/** Keeps an appeal that has come in, and sends the letter that says so. */
async function taEmot(
  t: TenantTransaction,
  { kommun, beslut, nu }: Pick<Parameters<typeof bestämEfterbrev>[1], 'kommun' | 'beslut' | 'nu'>,
  result: ReturnType<typeof lämnaÖverklagande>,
): Promise<ActResult<{ överklagande: Överklagande }>> {
  if (!result.ok) return result;
  const { överklagande, events } = result;
  await t.överklaganden.add(överklagande);
  await t.händelser.add(events);
  const efter = { slag: 'overklagande-mottaget', överklagande } as const;
  await bestämEfterbrev(t, { kommun, beslut, till: överklagande.klagande, efter, nu });
  return { ok: true, överklagande };
}

function vägen(beslut: Beslut) {
  const { bestämmelse, återkrav } = beslutsform(beslut);
  return beslutsregler({ utfall: beslut.utfall, bestämmelse, återkravsgrund: återkrav?.grund }).överklagande.väg;
}

/** Appeal, review by a person, wrong facts and recovery as one adult may see and do them, on the database. */
export function medborgarensÖverklaganden(kit: Medborgarkit): Medborgarens {
  const { now, as, own, delar } = kit;
  const kommun = delar.kommun;
  return {
    efterBeslut: (who, id) =>
      as(who, 'beslut.last', id, async (t): Promise<Efterbeslutsbild | undefined> => {
        const ansökan = await own(t, who, id);
        if (!ansökan) return undefined;
        const alla = await t.beslut.findAllaForAnsökan(id);
        for (const beslut of alla) await t.överklaganden.noteraDelfående(beslut.id, who.id, now());
        const rättelser = await t.överklaganden.findRättelserForAnsökan(id);
        const sparad = alla.at(-1) && (await t.utredningar.getBeräkning(alla.at(-1)!.beräkning));
        return {
          ansökan: id,
          ärendenummer: (await t.ärenden.get(ansökan.ärende)).nummer,
          månad: ansökan.månad,
          beslut: await Promise.all(
            alla.map(async (beslut) => ({
              beslut: beslutFör(beslut, who.id),
              väg: vägen(beslut),
              sistaDag: vägen(beslut) === 'forvaltningsbesvar' ? (await tiden(t, beslut, who.id)).sistaDag : undefined,
              rättelser: rättelser.filter((r) => r.beslut === beslut.id),
            })),
          ),
          överklaganden: (await t.överklaganden.findForAnsökan(id)).filter((ö) => ö.klagande === who.id),
          begäranden: (await t.överklaganden.findBegärandenForAnsökan(id)).filter((b) => b.person === who.id),
          återkrav: (await t.återkrav.findForAnsökan(id)).filter(
            (å) => å.person === who.id && å.underlag !== undefined,
          ),
          rader: [...new Set((sparad?.utredning.jämförelse ?? []).map((r) => r.benämning))],
        };
      }),

    överklaga: (who, id, val) =>
      as(who, 'overklagande.lamnat', id, async (t) => {
        const ansökan = await own(t, who, id);
        const beslut = ansökan && (await t.beslut.findAllaForAnsökan(id)).find((b) => b.id === val.beslut);
        if (!ansökan || !beslut) return refuse('finns-inte', 'Beslutet finns inte.', 'Gå till din översikt.');
        const tidigare = await t.överklaganden.findForAnsökan(id);
        const avvisat = tidigare.find(
          (ö) => ö.id === val.avvisningen && ö.klagande === who.id && ö.status === 'avvisat',
        );
        const result = lämnaÖverklagande(
          {
            ansökan,
            beslut,
            tidigare,
            ...(avvisat ? { fickDel: undefined, sistaDag: undefined } : await tiden(t, beslut, who.id)),
          },
          {
            id: randomUUID(),
            klagande: who.id,
            ändring: val.ändring,
            skäl: val.skäl,
            villHaHjälp: val.villHaHjälp,
            kanal: 'webb',
            inkom: now(),
            avvisningen: avvisat?.id,
            nu: now(),
          },
        );
        return taEmot(t, { kommun, beslut, nu: now() }, result);
      }),

    återkallaÖverklagande: (who, id) =>
      as(who, 'overklagande.aterkallat', undefined, async (t) => {
        const överklagande = isUuid(id) ? await t.överklaganden.find(id) : undefined;
        if (överklagande?.klagande !== who.id) return finnsInte('Överklagandet');
        const result = återkallaÖverklagande(överklagande, { nu: now() });
        if (!result.ok) return result;
        await t.överklaganden.save(result.överklagande);
        await t.händelser.add(result.events);
        return { ok: true };
      }),

    begärOmBeslut: (who, id, val) =>
      as(who, `beslut.${val.slag}`, id, async (t) => {
        const ansökan = await own(t, who, id);
        const beslut = ansökan && (await t.beslut.findAllaForAnsökan(id)).find((b) => b.id === val.beslut);
        if (!ansökan || !beslut) return refuse('finns-inte', 'Beslutet finns inte.', 'Gå till din översikt.');
        const result = begärOmBeslut(
          { ansökan, beslut, tidigare: await t.överklaganden.findBegärandenForAnsökan(id) },
          { id: randomUUID(), slag: val.slag, person: who.id, rad: val.rad?.slice(0, 200), text: val.text, nu: now() },
        );
        if (!result.ok) return result;
        await t.överklaganden.addBegäran(result.begäran);
        await t.händelser.add(result.events);
        return { ok: true, begäran: result.begäran };
      }),

    brevOm: (who, id, om) =>
      as(who, 'brev.last', id, async (t) => {
        if (!isUuid(om) || !(await own(t, who, id))) return undefined;
        const mitt = (await t.brev.findOm(om)).find((b) => b.mottagare === who.id && b.ansökan === id);
        return mitt && läsBrevPdf(t, mitt.id);
      }),

    svaraPåÅterkrav: (who, id, text) =>
      as(who, 'aterkrav.svar', undefined, async (t) => {
        const återkrav = isUuid(id) ? await t.återkrav.find(id) : undefined;
        if (återkrav?.person !== who.id) return finnsInte('Kravet');
        const result = besvara(återkrav, { text, upptagetAv: undefined, nu: now() });
        if (!result.ok) return result;
        await t.återkrav.save(result.återkrav);
        await t.händelser.add(result.events);
        return { ok: true };
      }),
  };
}

/** Appeal, review, change, correction and the court for staff, on the database. */
export function handläggarensÖverklaganden(kit: Handläggarkit): Handläggarens {
  const { now, as, act, open, audit, mayHandle, delar } = kit;
  const { kommun } = delar;
  const hitta = async (t: TenantTransaction, ansökan: Ansökan, id: string) => {
    const found = isUuid(id) ? await t.överklaganden.find(id) : undefined;
    return found?.ansökan === ansökan.id ? found : undefined;
  };
  const utbetalningarAv = async (t: TenantTransaction, beslut: readonly Beslut[]): Promise<Utbetalning[]> => {
    const alla: Utbetalning[] = [];
    for (const { id } of beslut) alla.push(...(await t.utbetalningar.findAllaForBeslut(id)));
    return alla;
  };

  return {
    efterlista: (who) =>
      as(who, async (t) => {
        if (!mayHandle(who)) return { överklaganden: [], begäranden: [], återkrav: [] };
        await audit(t, 'efter-beslut.last', undefined);
        const rad = async <T extends { ansökan: string; ärende: string }>(sak: T): Promise<Efterrad<T>> => {
          const ansökan = await t.ansökningar.get(sak.ansökan);
          return {
            sak,
            benämning: benämning(await t.personer.findMany(vuxnaI(ansökan))),
            ärendenummer: (await t.ärenden.get(sak.ärende)).nummer,
            månad: ansökan.månad,
          };
        };
        return {
          överklaganden: await Promise.all((await t.överklaganden.findÖppna()).map(rad)),
          begäranden: await Promise.all((await t.överklaganden.findÖppnaBegäranden()).map(rad)),
          återkrav: await Promise.all((await t.återkrav.findÖppna()).map(rad)),
        };
      }),

    efterbild: (who, id) =>
      as(who, async (t): Promise<Efterbild | undefined> => {
        const ansökan = await open(t, who, id, 'efter-beslut.oppnat');
        if (!ansökan) return undefined;
        const beslut = await t.beslut.findAllaForAnsökan(id);
        const överklaganden = await t.överklaganden.findForAnsökan(id);
        const sparad = await t.utredningar.findSenasteBeräkning(id);
        const avsett = sparad && sparad.utredning.luckor.length === 0 ? avsettUtfall(sparad.resultat) : undefined;
        const akter = await Promise.all(överklaganden.map((ö) => t.överklaganden.findAkt(ö.id)));
        return {
          ansökan: id,
          ärendenummer: (await t.ärenden.get(ansökan.ärende)).nummer,
          månad: ansökan.månad,
          vuxna: (await t.personer.findMany(vuxnaI(ansökan))).map((p) => ({
            id: p.id,
            namn: `${p.förnamn} ${p.efternamn}`.trim() || 'Namn saknas',
          })),
          beslut,
          delfåenden: await t.överklaganden.findDelfåenden(beslut.map((b) => b.id)),
          överklaganden,
          akter: akter.filter((akt) => akt !== undefined),
          begäranden: await t.överklaganden.findBegärandenForAnsökan(id),
          rättelser: await t.överklaganden.findRättelserForAnsökan(id),
          återkrav: await t.återkrav.findForAnsökan(id),
          beviljat: redanBeviljat(beslut, ansökan.månad),
          beräkning: sparad &&
            avsett && {
              id: sparad.id,
              ...avsett,
              belopp: Math.max(0, avsett.belopp - nedsattISum(beslut)),
            },
          jämförelse: sparad?.utredning.jämförelse ?? [],
        };
      }),

    registreraÖverklagande: (who, id, val) =>
      act(who, id, 'overklagande.registrerat', async (t, ansökan) => {
        const beslut = (await t.beslut.findAllaForAnsökan(id)).find((b) => b.id === val.beslut);
        if (!beslut) return finnsInte('Beslutet');
        const dag =
          /^\d{4}-\d{2}-\d{2}$/.test(val.inkom) && !Number.isNaN(Date.parse(val.inkom)) ? val.inkom : undefined;
        if (dag === undefined)
          return refuse('fel-dag', 'Dagen finns inte.', 'Skriv dagen som ÅÅÅÅ-MM-DD.', [
            { fält: 'inkom', text: 'Skriv dagen då det kom in, ÅÅÅÅ-MM-DD.' },
          ]);
        const inkom = dag === dagFör(now()) ? now() : `${dag}T11:00:00.000Z`;
        const result = lämnaÖverklagande(
          {
            ansökan,
            beslut,
            tidigare: await t.överklaganden.findForAnsökan(id),
            ...(await tiden(t, beslut, val.klagande)),
          },
          {
            id: randomUUID(),
            klagande: val.klagande,
            ändring: val.ändring,
            skäl: val.skäl,
            villHaHjälp: false,
            kanal: val.kanal,
            inkom,
            registreratAv: { id: who.id, namn: who.namn, titel: who.titel },
            nu: now(),
          },
        );
        return taEmot(t, { kommun, beslut, nu: now() }, result);
      }),

    prövaÖverklagandetid: (who, id, överklagandeId, val) =>
      act(who, id, 'overklagande.tidsprovat', async (t, ansökan) => {
        const överklagande = await hitta(t, ansökan, överklagandeId);
        if (!överklagande) return finnsInte('Överklagandet');
        const result = prövaÖverklagandetiden(överklagande, await t.organisation.findDelegationspunkter(), {
          ...val,
          av: await t.organisation.getAnvändare(who.id),
          nu: now(),
        });
        if (!result.ok) return result;
        await t.överklaganden.save(result.överklagande);
        await t.händelser.add(result.events);
        if (result.överklagande.status === 'avvisat')
          await bestämEfterbrev(t, {
            kommun,
            beslut: await t.beslut.get(överklagande.beslut),
            till: överklagande.klagande,
            efter: { slag: 'avvisat-overklagande', överklagande: result.överklagande },
            nu: now(),
          });
        else await noteraAvisering(t, överklagande.klagande, now());
        return { ok: true, överklagande: result.överklagande };
      }),

    omprövaÖverklagat: (who, id, överklagandeId, skäl) =>
      act(who, id, 'overklagande.omprovat', async (t, ansökan) => {
        const överklagande = await hitta(t, ansökan, överklagandeId);
        if (!överklagande) return finnsInte('Överklagandet');
        const result = omprövaÖverklagat(överklagande, {
          resultat: 'star-fast',
          skäl,
          nyttBeslut: undefined,
          av: await t.organisation.getAnvändare(who.id),
          nu: now(),
        });
        if (!result.ok) return result;
        await t.överklaganden.save(result.överklagande);
        await t.händelser.add(result.events);
        await noteraAvisering(t, överklagande.klagande, now());
        return { ok: true };
      }),

    räknaOm: (who, id, ändringar) =>
      act(who, id, 'beslut.omraknat', async (t, ansökan) => {
        const sparad = await t.utredningar.findSenasteBeräkning(id);
        if (!sparad || !['beslutad', 'avslutad'].includes(ansökan.status))
          return refuse('inte-beslutad', 'Ansökan är inte beslutad.', 'Ändra beloppen i ärendet i stället.');
        // The rows are settled by the same act as while the application was handled; its status does not change.
        const result = ändraGodkändaBelopp({ ...ansökan, status: 'utreds' }, sparad.utredning.jämförelse, {
          ändringar: ändringar.map((ändring) => ({ ...ändring, id: randomUUID() })),
          av: { id: who.id, namn: who.namn },
          nu: now(),
        });
        if (!result.ok) return result;
        for (const justering of result.justeringar) await t.utredningar.addJustering(justering);
        await t.händelser.add(result.events);
        await beräknaOchSpara(t, id, now());
        return { ok: true };
      }),

    ändraBeslut: (who, id, uppgift) =>
      act(who, id, `beslut.andrat-${uppgift.efter.slag}`, async (t, ansökan) => {
        const { efter } = uppgift;
        const beslut = await t.beslut.findAllaForAnsökan(id);
        const överklaganden = await t.överklaganden.findForAnsökan(id);
        const sparad = await t.utredningar.findSenasteBeräkning(id);
        if (!sparad || sparad.id !== uppgift.beräkning)
          return refuse('berakningen-andrad', 'Beräkningen har ändrats sedan du läste den.', 'Läs om sidan.');
        const räknat = avsettUtfall(sparad.resultat)?.belopp;
        // What the calculation gives, with or without the share that was refused or reduced.
        const möjliga = räknat === undefined ? [] : [räknat, Math.max(0, räknat - nedsattISum(beslut))];
        if (efter.slag !== 'dom' && !möjliga.includes(uppgift.totalt))
          return refuse(
            'inte-beraknat',
            'Beloppet är inte det som beräkningen ger.',
            'Ändra raderna och räkna om först.',
            [{ fält: 'totalt', text: 'Ändra raderna och räkna om, så att beräkningen ger beloppet.' }],
          );
        const överklagande =
          efter.slag === 'overklagande' || efter.slag === 'dom' ? await hitta(t, ansökan, efter.id) : undefined;
        if ((efter.slag === 'overklagande' || efter.slag === 'dom') && !överklagande) return finnsInte('Överklagandet');
        if (efter.slag === 'dom' && överklagande?.status !== 'att-verkstalla')
          return refuse('ingen-dom', 'Det finns ingen dom att verkställa.', 'Registrera domen först.');
        const begäran =
          efter.slag === 'begaran' && isUuid(efter.id) ? await t.överklaganden.findBegäran(efter.id) : undefined;
        if (efter.slag === 'begaran' && begäran?.ansökan !== id) return finnsInte('Begäran');
        const av = await t.organisation.getAnvändare(who.id);
        const utbetalningar = await utbetalningarAv(t, beslut);
        const result = ändraBeslut(
          {
            ansökan,
            beslut,
            utbetalningar,
            överklaganden,
            delegation: await t.organisation.findDelegationspunkter(),
          },
          {
            id: randomUUID(),
            ändrar: uppgift.beslut,
            beräkning: sparad.id,
            grund: efter.slag === 'dom' ? 'dom' : efter.slag === 'eget' ? 'eget' : 'omprovning',
            utfall: uppgift.utfall,
            totalt: uppgift.totalt,
            motivering: uppgift.motivering,
            uppenbart: uppgift.uppenbart,
            nackdelsgrund: uppgift.nackdelsgrund,
            kommunicering: uppgift.kommunicering,
            av,
            nu: now(),
          },
        );
        if (!result.ok) return result;
        const nytt = { skäl: uppgift.motivering, nyttBeslut: result.beslut.id, av, nu: now() };
        const efterÖverklagande =
          överklagande === undefined
            ? undefined
            : efter.slag === 'dom'
              ? verkställDom(överklagande, { beslut: result.beslut.id })
              : omprövaÖverklagat(överklagande, {
                  ...nytt,
                  resultat: efter.slag === 'overklagande' && efter.helt ? 'andrat-helt' : 'andrat-delvis',
                });
        if (efterÖverklagande && !efterÖverklagande.ok) return efterÖverklagande;
        const efterBegäran = begäran && besvaraBegäran(begäran, { ...nytt, slag: 'andrat', text: uppgift.motivering });
        if (efterBegäran && !efterBegäran.ok) return efterBegäran;

        for (const stoppas of result.stoppas) {
          const stopp = stoppaUtbetalning(utbetalningar.find((u) => u.id === stoppas)!, {
            av: who.namn,
            skäl: 'Beslutet är ändrat.',
            nu: now(),
          });
          if (!stopp.ok) throw new Error(`payment not stopped: ${stopp.refusal.kod}`);
          await t.utbetalningar.save(stopp.utbetalning);
          await t.händelser.add(stopp.events);
        }
        await t.beslut.add(result.beslut);
        await t.händelser.add(result.events);
        if (efterÖverklagande) {
          await t.överklaganden.save(efterÖverklagande.överklagande);
          await t.händelser.add(efterÖverklagande.events);
        }
        if (efterBegäran) {
          await t.överklaganden.saveBegäran(efterBegäran.begäran);
          await t.händelser.add(efterBegäran.events);
        }
        await delar.jobb.efterBeslut(t, ansökan, result.beslut);
        for (const vuxen of vuxnaI(ansökan)) await noteraAvisering(t, vuxen, now());
        return { ok: true, beslut: result.beslut, förMycket: result.förMycket };
      }),

    rättaBeslut: (who, id, val) =>
      act(who, id, 'beslut.rattat', async (t, ansökan) => {
        const beslut = (await t.beslut.findAllaForAnsökan(id)).find((b) => b.id === val.beslut);
        if (!beslut) return finnsInte('Beslutet');
        const result = rättaBeslut(beslut, {
          ...val,
          id: randomUUID(),
          av: await t.organisation.getAnvändare(who.id),
          nu: now(),
        });
        if (!result.ok) return result;
        await t.överklaganden.addRättelse(result.rättelse);
        await t.händelser.add(result.events);
        for (const till of vuxnaI(ansökan))
          await bestämEfterbrev(t, {
            kommun,
            beslut,
            till,
            efter: { slag: 'rattelse', rättelse: result.rättelse },
            nu: now(),
          });
        return { ok: true };
      }),

    besvaraBegäran: (who, id, begäransId, val) =>
      act(who, id, 'beslut.begaran-besvarad', async (t, ansökan) => {
        const begäran = isUuid(begäransId) ? await t.överklaganden.findBegäran(begäransId) : undefined;
        if (begäran?.ansökan !== ansökan.id) return finnsInte('Begäran');
        const result = besvaraBegäran(begäran, {
          ...val,
          nyttBeslut: undefined,
          av: await t.organisation.getAnvändare(who.id),
          nu: now(),
        });
        if (!result.ok) return result;
        await t.överklaganden.saveBegäran(result.begäran);
        await t.händelser.add(result.events);
        // The answer is read on the decision's page and stands among the messages too.
        const skrivet = skrivMeddelande(await t.ärenden.get(ansökan.ärende), {
          id: randomUUID(),
          person: begäran.person,
          ansökan: ansökan.id,
          av: { id: who.id, namn: who.namn },
          text: val.text.slice(0, 4000),
          nu: now(),
        });
        if (skrivet.ok) await t.meddelanden.add(skrivet.meddelande);
        await noteraAvisering(t, begäran.person, now());
        return { ok: true };
      }),

    görAkt: (who, id, överklagandeId) =>
      act(who, id, 'overklagande.akt-gjord', async (t, ansökan) => {
        const överklagande = await hitta(t, ansökan, överklagandeId);
        if (!överklagande) return finnsInte('Överklagandet');
        if (överklagande.status !== 'att-overlamna')
          return refuse(
            'fel-status',
            `Överklagandet är ${överklagande.status}.`,
            'Akten görs när beslutet är omprövat.',
          );
        const { akt, pdf } = await byggDomstolsakt(t, { ansökan, överklagande, kommun, nu: now() });
        await t.överklaganden.addAkt(akt, pdf);
        return { ok: true, akt };
      }),

    aktPdf: (who, id, överklagandeId) =>
      as(who, async (t) => {
        const ansökan = await open(t, who, id, 'overklagande.akt-last');
        const överklagande = ansökan && (await hitta(t, ansökan, överklagandeId));
        const akt = överklagande && (await t.överklaganden.findAkt(överklagande.id));
        return akt && t.överklaganden.getAktPdf(akt.id);
      }),

    överlämna: (who, id, överklagandeId, val) =>
      act(who, id, 'overklagande.overlamnat', async (t, ansökan) => {
        const överklagande = await hitta(t, ansökan, överklagandeId);
        if (!överklagande) return finnsInte('Överklagandet');
        const akt = await t.överklaganden.findAkt(överklagande.id);
        if (!akt) return refuse('ingen-akt', 'Akten är inte gjord.', 'Gör akten, läs den och överlämna sedan.');
        const result = överlämnaÖverklagande(överklagande, akt, {
          ...val,
          av: await t.organisation.getAnvändare(who.id),
          nu: now(),
        });
        if (!result.ok) return result;
        await t.överklaganden.save(result.överklagande);
        await t.händelser.add(result.events);
        await noteraAvisering(t, överklagande.klagande, now());
        return { ok: true };
      }),

    registreraDom: (who, id, överklagandeId, val) =>
      act(who, id, 'overklagande.dom', async (t, ansökan) => {
        const överklagande = await hitta(t, ansökan, överklagandeId);
        if (!överklagande) return finnsInte('Överklagandet');
        const result = registreraDom(överklagande, {
          ...val,
          av: await t.organisation.getAnvändare(who.id),
          nu: now(),
        });
        if (!result.ok) return result;
        await t.överklaganden.save(result.överklagande);
        await t.händelser.add(result.events);
        await noteraAvisering(t, överklagande.klagande, now());
        return { ok: true };
      }),
  };
}
