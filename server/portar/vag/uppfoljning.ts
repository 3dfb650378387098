import { randomUUID } from 'node:crypto';
import type { MinMötesport } from '@stegvis/apply';
import {
  type ActResult,
  ANVISNINGSLÄGEN,
  ANVISNINGSUTFALL,
  type Användare,
  type Avslut,
  antecknaFrånvaro,
  avbokaMöte,
  avslutaAnvisningMedVägen,
  avslutaPlanMedVägen,
  avslutaSpår,
  avslutaVägen,
  avslutsskälet,
  bokaMöte,
  bokaMötestid,
  type Dag,
  dagFör,
  ersättareFör,
  flyttaDag,
  gällandeAnteckningar,
  gällandeAvslut,
  gällandeSamordnarskap,
  gällandeSpår,
  jämförLägen,
  kanVaraSamordnare,
  ledigaTider,
  type Möte,
  noteraUteblivet,
  type Personhändelse,
  type PersonId,
  publiceraMötestider,
  refuse,
  type Samordnarskap,
  skrivMötesanteckning,
  stängMötestid,
  utseSamordnare,
  vuxnaI,
  ärÖppen,
  återkomstEfter,
  återöppnaVägen,
  önskatSteg,
  öppnaPlaner,
} from '@stegvis/casework';
import { Duplicate, type TenantTransaction, VersionConflict } from '@stegvis/database';
import {
  följer,
  type Medarbetare,
  type Personrad,
  type Personöversiktsbild,
  type Tillbaka,
  type Uppföljningsport,
  type Återkomst,
} from '@stegvis/workbench';
import { noteraAvisering } from '../../trad/avisera.ts';
import { isUuid, type Medborgarkit } from '../medborgarkit.ts';
import type { Personkit } from '../personkit.ts';
import { biståndsmånader } from './bedomning.ts';
import { tagSteg } from './insatser.ts';
import { läsPersonlägen } from './las-personlagen.ts';

/** How far back an application still makes somebody a person without case manager, in days. */
const UTAN_SAMORDNARE_DAGAR = 120;

type Mötessteg = ActResult<{ möte: Möte; flyttat?: Möte | undefined; events: Personhändelse[] }>;

/** Case managers, meetings, bookable times and exits, on the database. */
export function uppföljningsport({ as, läs, göra, open, now }: Personkit): Uppföljningsport {
  const personal = async (t: TenantTransaction): Promise<Användare[]> =>
    (await t.organisation.findAnvändare()).filter(kanVaraSamordnare);
  const finns = (alla: readonly Användare[], id: string) => alla.find((a) => a.id === id);
  const fårFördela = (who: Medarbetare) => who.roller.includes('enhetschef');
  const logga = (t: TenantTransaction, handling: string, utfall: 'tillaten' | 'nekad') =>
    t.granskning.add({
      tid: now(),
      handling,
      person: undefined,
      objekt: undefined,
      ändamål: 'stöd till egen försörjning',
      utfall,
    });
  const ändraMöte = (
    who: Medarbetare,
    person: string,
    id: string,
    handling: string,
    act: (möte: Möte, t: TenantTransaction) => Promise<Mötessteg> | Mötessteg,
  ) =>
    göra<{ möte: Möte }>(who, person, handling, async (t) => {
      const möte = isUuid(id) ? await t.möten.find(id) : undefined;
      if (möte?.person !== person) return refuse('finns-inte', 'Mötet finns inte.', 'Läs om sidan.');
      const result = await act(möte, t);
      if (!result.ok) return result;
      if (result.möte.version !== möte.version) await t.möten.save(result.möte);
      await t.personhändelser.add(result.events);
      return { ok: true, möte: result.möte };
    });

  return {
    minaPersoner: (who, val) =>
      as(who, async (t) => {
        const idag = dagFör(now());
        const får = följer(who.roller);
        await logga(t, 'personer.lista', får ? 'tillaten' : 'nekad');
        const frånvaro = får ? await t.samordnarskap.findFrånvaro(idag) : [];
        const ersätter = frånvaro
          .filter((f) => ersättareFör(frånvaro, f.användare, idag)?.ersättare.id === who.id)
          .map((f) => f.användare);
        const gällande = !får
          ? []
          : val === 'mina'
            ? await t.samordnarskap.findGällande([who.id, ...ersätter])
            : val === 'alla' && fårFördela(who)
              ? await t.samordnarskap.findGällande()
              : [];
        const perPerson = new Map(gällande.map((s) => [s.person, s]));
        const ids: PersonId[] =
          får && val === 'utan'
            ? await t.samordnarskap.findUtanSamordnare(flyttaDag(idag, -UTAN_SAMORDNARE_DAGAR))
            : [...perPerson.keys()];
        const personer = (await t.personer.findMany(ids)).filter(
          (p) => !p.skyddad || who.roller.includes('skyddade-uppgifter'),
        );
        const lägen = await läsPersonlägen(
          t,
          personer.map(({ id }) => id),
          now(),
        );
        const tillbaka = await läsTillbaka(
          t,
          personer.map(({ id }) => id),
          idag,
        );
        const rader = personer
          .map((p): Personrad => {
            const samordnare = perPerson.get(p.id);
            return {
              id: p.id,
              namn: `${p.förnamn} ${p.efternamn}`.trim(),
              personnummer: p.personnummer,
              samordnare: samordnare?.namn,
              ersättare: samordnare && ersättareFör(frånvaro, samordnare.användare, idag)?.ersättare.namn,
              läge: lägen.get(p.id)!,
              tillbaka: tillbaka.get(p.id),
            };
          })
          .filter(({ läge }) => !läge.avslut || läge.avslut.eftervårdTill !== undefined)
          .sort((a, b) => jämförLägen(a.läge, b.läge) || a.namn.localeCompare(b.namn, 'sv'));
        const alla = await personal(t);
        return {
          idag,
          rader,
          samordnare: alla.map(({ id, namn }) => ({ id, namn })),
          frånvaro: frånvaro.map((f) => ({ ...f, namn: finns(alla, f.användare)?.namn ?? 'Okänd' })),
          fårFördela: fårFördela(who),
        };
      }),
    utseSamordnare: (who, person, { samordnare, skäl }) =>
      göra<{ samordnarskap: Samordnarskap }>(who, person, 'samordnare.utsedd', async (t) => {
        const result = utseSamordnare(await t.samordnarskap.findForPersoner([person]), {
          id: randomUUID(),
          händelse: randomUUID(),
          person,
          samordnare: finns(await personal(t), samordnare),
          skäl,
          av: who,
          nu: now(),
        });
        if (!result.ok) return result;
        if (result.avslutat) await t.samordnarskap.save(result.avslutat);
        await t.samordnarskap.add(result.samordnarskap);
        await t.personhändelser.add(result.events);
        return { ok: true, samordnarskap: result.samordnarskap };
      }).catch(hannFöre),
    antecknaSamordnarfrånvaro: (who, val) =>
      as(who, async (t) => {
        const får = följer(who.roller) && (val.samordnare === who.id || fårFördela(who));
        await logga(t, 'samordnare.franvaro', får ? 'tillaten' : 'nekad');
        if (!får)
          return refuse('fel-roll', 'Du kan bara anteckna din egen frånvaro.', 'Be enhetschefen om någon annans.');
        const alla = await personal(t);
        const result = antecknaFrånvaro({
          id: randomUUID(),
          samordnare: { id: val.samordnare },
          ersättare: finns(alla, val.ersättare),
          från: val.från,
          till: val.till,
          av: who,
          nu: now(),
        });
        if (result.ok) await t.samordnarskap.addFrånvaro(result.frånvaro);
        return result;
      }),
    personöversikt: (who, person) =>
      läs(who, person, 'person.oversikt', async (t) => {
        const idag = dagFör(now());
        const alla = await t.samordnarskap.findForPersoner([person]);
        const samordnare = gällandeSamordnarskap(alla);
        const frånvaro = await t.samordnarskap.findFrånvaro(idag);
        const anvisningar = (await t.anvisningar.findForPersoner([person])).filter(ärÖppen);
        const insatser = anvisningar.length > 0 ? await t.insatser.findAlla() : [];
        return {
          idag,
          läge: (await läsPersonlägen(t, [person], now())).get(person)!,
          samordnare,
          ersättare: samordnare && ersättareFör(frånvaro, samordnare.användare, idag)?.ersättare.namn,
          tidigareSamordnare: alla.filter((s) => s.id !== samordnare?.id),
          valbara: (await personal(t)).map(({ id, namn }) => ({ id, namn })),
          biståndsmånader: await biståndsmånader(t, person),
          aktiviteter: anvisningar.map((anvisning) => ({
            namn: insatser.find((i) => i.id === anvisning.insats)?.namn ?? 'Aktivitet',
            anvisning,
          })),
          händelser: await t.personhändelser.findForPerson(person),
          återkomst: await läsÅterkomst(t, person, idag),
          obesvarad: (await t.kartläggningar.findForPersoner([person])).find(
            ({ kartläggning, svar }) => kartläggning.status === 'pagar' && kartläggning.från <= idag && !svar,
          )?.kartläggning,
          önskar: await läsÖnskan(t, person),
        };
      }),
    mötesbild: (who, person) =>
      läs(who, person, 'moten.last', async (t) => {
        const nu = now();
        return {
          idag: dagFör(nu),
          nu,
          möten: await t.möten.findForPersoner([person]),
          anteckningar: await t.möten.findAnteckningar([person]),
          lediga: ledigaTider(await t.mötestider.findFrån(dagFör(nu)), nu),
          nästaKontakt: (await läsPersonlägen(t, [person], nu)).get(person)?.nästaKontakt,
          tolk: (await t.kontaktuppgifter.find(person))?.tolk ?? '',
          avslut: gällandeAvslut(await t.avslut.findForPersoner([person])),
        };
      }),
    bokaMöte: (who, person, val) =>
      göra<{ möte: Möte }>(who, person, 'mote.bokat', async (t) => {
        const result = bokaMöte({
          ...val,
          id: randomUUID(),
          händelse: randomUUID(),
          person,
          möten: await t.möten.findForPersoner([person]),
          samordnare: who,
          av: who,
          nu: now(),
        });
        if (!result.ok) return result;
        await t.möten.add(result.möte);
        await t.personhändelser.add(result.events);
        if (result.möte.status === 'bokat') await noteraAvisering(t, person, now());
        return { ok: true, möte: result.möte };
      }),
    bokaMötestidFör: (who, person, tid, istället) =>
      göra<{ möte: Möte }>(who, person, 'mote.bokat', async (t) => {
        const result = await bokaTid(t, person, { tid, istället, ansökan: undefined, av: who.namn, nu: now() });
        if (result.ok) await noteraAvisering(t, person, now());
        return result;
      }).catch(hannFöre),
    avbokaMöte: (who, person, id, skäl) =>
      ändraMöte(who, person, id, 'mote.avbokat', async (möte, t) => {
        const result = avbokaMöte(möte, { händelse: randomUUID(), skäl, av: who.namn, nu: now() });
        if (result.ok) await noteraAvisering(t, person, now());
        return result;
      }),
    noteraUteblivet: (who, person, id) =>
      ändraMöte(who, person, id, 'mote.uteblivet', (möte) =>
        noteraUteblivet(möte, { händelse: randomUUID(), av: who, nu: now() }),
      ),
    skrivMötesanteckning: (who, person, id, val) =>
      ändraMöte(who, person, id, 'mote.antecknat', async (möte, t) => {
        const result = skrivMötesanteckning(möte, {
          ...val,
          id: randomUUID(),
          händelse: randomUUID(),
          anteckningar: await t.möten.findAnteckningar([person]),
          av: who,
          nu: now(),
        });
        if (!result.ok) return result;
        await t.möten.addAnteckning(result.anteckning);
        await noteraAvisering(t, person, now());
        return result;
      }).catch(hannFöre),
    egnaMötestider: (who) =>
      as(who, async (t) => {
        const nu = now();
        const idag = dagFör(nu);
        const tider = (await t.mötestider.findFrån(idag)).filter((tid) => tid.samordnare === who.id);
        const möten = await t.möten.findBokade(who.id, idag);
        const personer = (await t.personer.findMany([...new Set(möten.map((m) => m.person))])).filter(
          (p) => !p.skyddad || who.roller.includes('skyddade-uppgifter'),
        );
        await logga(t, 'motestider.last', 'tillaten');
        const bokade: { möte: Möte; namn: string; tolk: string }[] = [];
        for (const möte of möten) {
          const person = personer.find((p) => p.id === möte.person);
          bokade.push({
            möte,
            namn: person ? `${person.förnamn} ${person.efternamn}`.trim() : 'Skyddad identitet',
            tolk: person ? ((await t.kontaktuppgifter.find(person.id))?.tolk ?? '') : '',
          });
        }
        return { idag, nu, tider, bokade };
      }),
    publiceraMötestider: (who, val) =>
      as(who, async (t) => {
        const får = följer(who.roller);
        await logga(t, 'motestider.publicerade', får ? 'tillaten' : 'nekad');
        if (!får) return refuse('fel-roll', 'Du kan inte lägga ut tider.', 'Samordnare och handläggare kan.');
        const egna = (await t.mötestider.findFrån(dagFör(now()))).filter((tid) => tid.samordnare === who.id);
        const result = publiceraMötestider({ ...val, nyttId: randomUUID, samordnare: who, egna, nu: now() });
        if (result.ok) await t.mötestider.add(result.tider);
        return result;
      }),
    stängMötestid: (who, id) =>
      as(who, async (t) => {
        const tid = isUuid(id) ? await t.mötestider.lås(id) : undefined;
        const får = tid?.samordnare === who.id || fårFördela(who);
        await logga(t, 'motestid.stangd', får ? 'tillaten' : 'nekad');
        if (!tid || !får) return refuse('finns-inte', 'Tiden finns inte bland dina.', 'Läs om sidan.');
        const result = stängMötestid(tid);
        if (result.ok) await t.mötestider.save(result.tid);
        return result;
      }),
    avslutsbild: (who, person) =>
      läs(who, person, 'avslut.last', async (t) => {
        const idag = dagFör(now());
        return {
          idag,
          avslut: await t.avslut.findForPersoner([person]),
          spår: gällandeSpår(await t.spårplaceringar.findForPersoner([person]))?.namn,
          öppet: await läsÖppet(t, person),
          krav: (await t.kravbeslut.findForPersoner([person])).find(
            ({ till, upphört }) => upphört === undefined && (till === undefined || till >= idag.slice(0, 7)),
          ),
          återkomst: await läsÅterkomst(t, person, idag),
        };
      }),
    avslutaVägen: (who, person, val) =>
      göra(who, person, 'vag.avslutad', async (t) => {
        const spår = gällandeSpår(await t.spårplaceringar.findForPersoner([person]));
        const result = avslutaVägen(await t.avslut.findForPersoner([person]), {
          ...val,
          id: randomUUID(),
          händelse: randomUUID(),
          person,
          spår: spår?.namn,
          av: who,
          nu: now(),
        });
        if (!result.ok) return result;
        if (spår) {
          const idag = dagFör(now());
          const senast = [val.dag, idag].sort()[0]!;
          const till = [spår.från, senast].sort()[1]!;
          const slut = avslutaSpår(spår, {
            händelse: randomUUID(),
            till,
            skäl: 'Vägen är avslutad',
            av: who,
            nu: now(),
          });
          if (!slut.ok) return slut;
          await t.spårplaceringar.save(slut.placering);
          await t.personhändelser.add(slut.events);
        }
        await avslutaÖppet(t, result.avslut);
        await t.avslut.add(result.avslut);
        await t.personhändelser.add(result.events);
        return { ok: true, avslut: result.avslut };
      }),
    återöppnaVägen: (who, person, skäl) =>
      göra(who, person, 'vag.oppnad-igen', async (t) => {
        const avslut = gällandeAvslut(await t.avslut.findForPersoner([person]));
        if (!avslut) return refuse('fel-status', 'Vägen är inte avslutad.', 'Läs om sidan.');
        const result = återöppnaVägen(avslut, { händelse: randomUUID(), skäl, av: who, nu: now() });
        if (!result.ok) return result;
        await t.avslut.save(result.avslut);
        await t.personhändelser.add(result.events);
        return { ok: true, avslut: result.avslut };
      }),
    återkomster: (who, id) =>
      as(who, async (t) => {
        const ansökan = await open(t, who, id, 'aterkomst.last');
        if (!ansökan?.inkommen) return [];
        const svar = [];
        for (const person of await t.personer.findMany(vuxnaI(ansökan))) {
          const återkomst = await läsÅterkomst(t, person.id, dagFör(ansökan.inkommen));
          if (återkomst)
            svar.push({ person: person.id, namn: `${person.förnamn} ${person.efternamn}`.trim(), återkomst });
        }
        return svar;
      }),
  };
}

/** The person's own meetings, on the database. */
export function minMötesport({ as, own, now }: Medborgarkit): MinMötesport {
  return {
    minaMöten: (who) =>
      as(who, 'mina-moten.last', undefined, async (t) => {
        const nu = now();
        const idag = dagFör(nu);
        const samordnare = gällandeSamordnarskap(await t.samordnarskap.findForPersoner([who.id]));
        const frånvaro = samordnare ? await t.samordnarskap.findFrånvaro(idag) : [];
        return {
          nu,
          möten: await t.möten.findForPersoner([who.id]),
          anteckningar: gällandeAnteckningar(await t.möten.findAnteckningar([who.id])).map(
            ({ egen: _, ...resten }) => resten,
          ),
          lediga: ledigaTider(await t.mötestider.findFrån(idag), nu),
          samordnare: samordnare && {
            namn: samordnare.namn,
            ersättare: ersättareFör(frånvaro, samordnare.användare, idag)?.ersättare.namn,
          },
          eftervårdTill: gällandeAvslut(await t.avslut.findForPersoner([who.id]))?.eftervårdTill,
        };
      }),
    bokaMittMöte: (who, val) =>
      as(who, 'mote.bokat', undefined, async (t) => {
        const ansökan = val.ansökan === undefined ? undefined : (await own(t, who, val.ansökan))?.id;
        return bokaTid(t, who.id, { ...val, ansökan, av: undefined, nu: now() });
      }).catch(hannFöre),
    avbokaMittMöte: (who, id) =>
      as(who, 'mote.avbokat', undefined, async (t): Promise<ActResult<{ möte: Möte }>> => {
        const möte = isUuid(id) ? await t.möten.find(id) : undefined;
        if (möte?.person !== who.id) return refuse('finns-inte', 'Mötet finns inte.', 'Läs om sidan.');
        const result = avbokaMöte(möte, { händelse: randomUUID(), skäl: '', av: undefined, nu: now() });
        if (!result.ok) return result;
        await t.möten.save(result.möte);
        await t.personhändelser.add(result.events);
        return { ok: true, möte: result.möte };
      }).catch(hannFöre),
  };
}

/** What an exit would end. */
async function läsÖppet(t: TenantTransaction, person: PersonId) {
  const planer = await t.planer.findForPersoner([person]);
  const anvisningar = (await t.anvisningar.findForPersoner([person])).filter(ärÖppen);
  const insatser = anvisningar.length > 0 ? await t.insatser.findAlla() : [];
  return {
    planer: öppnaPlaner(planer).map(({ nummer }) => nummer),
    utkast: planer.some(({ status }) => status === 'utkast'),
    anvisningar: anvisningar.map(({ insats, status }) => ({
      namn: insatser.find(({ id }) => id === insats)?.namn ?? 'Aktivitet',
      läge: ANVISNINGSLÄGEN[status],
    })),
  };
}

/**
 * Ends the plans and the referrals with an exit. Activities are locked in one order, so that two exits never wait for each other.
 * @throws VersionConflict when something has changed meanwhile, so that nothing of the exit is kept
 */
async function avslutaÖppet(t: TenantTransaction, avslut: Avslut): Promise<void> {
  for (const plan of öppnaPlaner(await t.planer.findForPersoner([avslut.person]))) {
    const slut = avslutaPlanMedVägen(plan, avslut, randomUUID());
    if (!slut.ok) throw new VersionConflict('Planen', plan.id);
    await t.planer.save(slut.plan);
    await t.personhändelser.add(slut.events);
  }
  const öppna = (await t.anvisningar.findForPersoner([avslut.person])).filter(ärÖppen);
  for (const läst of öppna.sort((a, b) => a.insats.localeCompare(b.insats))) {
    const steg = await tagSteg(t, läst, avslut.av, avslut.tid, async (_t, anvisning) => {
      const slut = avslutaAnvisningMedVägen(anvisning, avslut);
      return slut.ok
        ? {
            ...slut,
            steg: { hände: anvisning.status === 'pagar' ? 'avslutad' : 'aterkallad', skäl: avslutsskälet(avslut) },
          }
        : slut;
    });
    if (!steg.ok) throw new VersionConflict('Anvisningen', läst.id);
  }
}

/** Books under the lock of the time, so that no more than its number of persons get it. */
async function bokaTid(
  t: TenantTransaction,
  person: PersonId,
  val: { tid: string; istället: string | undefined; ansökan: string | undefined; av: string | undefined; nu: string },
): Promise<ActResult<{ möte: Möte }>> {
  const tid = isUuid(val.tid) ? await t.mötestider.lås(val.tid) : undefined;
  const result = bokaMötestid(tid, {
    ...val,
    id: randomUUID(),
    händelse: randomUUID(),
    person,
    möten: await t.möten.findForPersoner([person]),
  });
  if (!result.ok) return result;
  if (result.flyttat) await t.möten.save(result.flyttat);
  await t.möten.add(result.möte);
  await t.personhändelser.add(result.events);
  return { ok: true, möte: result.möte };
}

/** Somebody else, or another tab, was first. */
function hannFöre(fault: unknown) {
  if (!(fault instanceof Duplicate) && !(fault instanceof VersionConflict)) throw fault;
  return refuse('andrad-pa-annat-hall', 'Det har ändrats sedan du öppnade sidan.', 'Läs om sidan och försök igen.');
}

/** What helped last time, when the person is back within twelve months of an exit; undefined otherwise. */
async function läsÅterkomst(t: TenantTransaction, person: PersonId, idag: Dag): Promise<Återkomst | undefined> {
  const alla = await t.avslut.findForPersoner([person]);
  const inkommen = (await t.ansökningar.findForPerson(person)).flatMap((a) => (a.inkommen ? [dagFör(a.inkommen)] : []));
  const avslut = alla.find(
    (a) =>
      (a.återöppnat !== undefined && återkomstEfter([a], dagFör(a.återöppnat.tid))) ||
      inkommen.some((dag) => dag <= idag && återkomstEfter([a], dag)),
  );
  if (!avslut) return undefined;
  const insatser = await t.insatser.findAlla();
  return {
    avslut,
    spår: (await t.spårplaceringar.findForPersoner([person])).filter((s) => s.från <= avslut.dag).map((s) => s.namn),
    aktiviteter: (await t.anvisningar.findForPersoner([person]))
      .filter((a) => a.från <= avslut.dag && a.utfall !== undefined)
      .map((a) => ({
        namn: insatser.find((i) => i.id === a.insats)?.namn ?? 'Aktivitet',
        utfall: ANVISNINGSUTFALL[a.utfall!.slag],
      })),
    notering: (await t.återkomster.findForPersoner([person])).find((n) => n.avslut === avslut.id),
  };
}

/** Of these persons those who are back within twelve months of an exit and came back within the last twelve. */
export async function läsTillbaka(
  t: TenantTransaction,
  personer: readonly PersonId[],
  idag: Dag,
): Promise<ReadonlyMap<PersonId, Tillbaka>> {
  const tidigast = flyttaDag(idag, -365);
  const rader = (await t.återkomster.findTillbaka(personer)).filter(({ dag }) => dag >= tidigast && dag <= idag);
  const avslut = rader.length > 0 ? await t.avslut.findForPersoner(rader.map(({ person }) => person)) : [];
  const noterat = await t.återkomster.findForPersoner(rader.map(({ person }) => person));
  return new Map(
    rader.flatMap((rad) => {
      const slut = avslut.find(({ id }) => id === rad.avslut);
      // An exit that holds after she came back: she is not here now.
      const gällande = gällandeAvslut(avslut.filter(({ person }) => person === rad.person));
      if (!slut || (gällande && gällande.dag > rad.dag)) return [];
      const orsaker = noterat.find((n) => n.avslut === rad.avslut)?.orsaker ?? [];
      return [[rad.person, { dag: rad.dag, slutade: slut.skäl, orsaker }] as const];
    }),
  );
}

/** The next step she wants, as she said in the latest inventory where she said one. */
async function läsÖnskan(t: TenantTransaction, person: PersonId): Promise<Personöversiktsbild['önskar']> {
  for (const { kartläggning, svar } of await t.kartläggningar.findForPersoner([person])) {
    const steg = svar && önskatSteg(kartläggning, svar);
    if (svar && steg !== undefined) return { steg, kartläggning: kartläggning.namn, dag: dagFör(svar.tid) };
  }
  return undefined;
}
