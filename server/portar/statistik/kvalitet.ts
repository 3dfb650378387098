import { randomInt, randomUUID } from 'node:crypto';
import {
  type ActResult,
  type Aktgranskning,
  AVVIKELSEORSAKER,
  AVVIKELSEPROCESSER,
  anmälAvvikelse,
  avskrivAvvikelse,
  avslutaAvvikelse,
  avslutaGranskningsomgång,
  brister,
  type Checklista,
  checklistversion,
  dagFör,
  draOmUrval,
  frågemönster,
  fårAnmälaAvvikelse,
  fårDraGranskning,
  fårLäsaAvvikelse,
  fårÄndraChecklistor,
  följUppAvvikelse,
  försenadeÅtgärder,
  type Granskningsomgång,
  type Granskningsuppdrag,
  granskaBeslut,
  gällandeChecklistor,
  görÅtgärd,
  hanterarAvvikelser,
  hinderAttGranska,
  type Kvalitetsavvikelse,
  kvalitetsmönster,
  läggTillÅtgärd,
  lämnaAktgranskning,
  läsUrvalsregel,
  MINSTA_GRUPP,
  månadsnamn,
  noteraÅterkomst,
  refuse,
  STÖRSTA_FRÖ,
  slutförAktgranskning,
  sparaArbetsgrupp,
  startaGranskningsomgång,
  svaraIAktgranskning,
  tilldelaUtredning,
  utredAvvikelse,
  vuxnaI,
  ÅTERKOMSTORSAKER,
  ändraChecklista,
} from '@stegvis/casework';
import { Duplicate, type TenantTransaction, VersionConflict } from '@stegvis/database';
import { GRÄNS } from '@stegvis/statistics';
import type { Aktrad, Kvalitetsavvikelserad, Kvalitetsport, Medarbetare } from '@stegvis/workbench';
import { medverkande } from '../automatik.ts';
import { benämning } from '../benamning.ts';
import type { Handläggarkit } from '../handlaggarkit.ts';
import { isUuid } from '../medborgarkit.ts';
import { personkit } from '../personkit.ts';

/** File review, deviations and the yearly review, on the database. */
export function kvalitetsport(kit: Handläggarkit): Kvalitetsport {
  const { as, now, mayHandle, open } = kit;
  const person = personkit(kit);
  const logga = (
    t: TenantTransaction,
    handling: string,
    objekt: { slag: string; id: string } | undefined,
    tillåten: boolean,
    om?: string,
  ) =>
    t.granskning.add({
      tid: now(),
      handling,
      person: om,
      objekt,
      ändamål: 'kvalitetsgranskning',
      utfall: tillåten ? 'tillaten' : 'nekad',
    });
  const saknas = (vad: string) =>
    refuse('finns-inte', `${vad} finns inte, eller så får du inte öppna den.`, 'Gå till Kvalitet.');
  const göra = <T extends object>(who: Medarbetare, work: (t: TenantTransaction) => Promise<ActResult<T>>) =>
    as(who, work).catch((error: unknown) => {
      if (!(error instanceof VersionConflict || error instanceof Duplicate)) throw error;
      return refuse(
        'andrad-pa-annat-hall',
        'Någon annan har ändrat det här sedan du öppnade sidan.',
        'Läs om sidan. Det du skrev finns kvar i formuläret.',
      );
    });
  const serSkyddade = (who: Medarbetare) => who.roller.includes('skyddade-uppgifter');
  const får = (who: Medarbetare, omgång: Granskningsomgång) =>
    fårDraGranskning(who) || omgång.granskare.some(({ id }) => id === who.id);
  const personal = async (t: TenantTransaction) =>
    (await t.organisation.findAnvändare())
      .filter(({ aktiv, roller }) => aktiv && fårAnmälaAvvikelse({ roller }))
      .sort((a, b) => a.namn.localeCompare(b.namn, 'sv'));
  const listorI = (sparade: readonly Checklista[], omgång: Granskningsomgång): Checklista[] =>
    omgång.checklistor.flatMap(({ id, version }) => checklistversion(sparade, id, version) ?? []);

  /** The file in the list, with what keeps the reader from it. */
  const rad = async (t: TenantTransaction, who: Medarbetare, akt: Aktgranskning): Promise<Aktrad> => {
    const ansökan = await t.ansökningar.get(akt.ansökan);
    const beslut = await t.beslut.get(akt.beslut);
    const skyddad = (await t.personer.findMany(vuxnaI(ansökan))).some((p) => p.skyddad);
    const dold = skyddad && !serSkyddade(who);
    return {
      akt,
      ärendenummer: dold ? '' : (await t.ärenden.get(ansökan.ärende)).nummer,
      månad: dold ? '' : månadsnamn(ansökan.månad),
      utfall: beslut.utfall,
      beslutad: dagFör(beslut.beslutad),
      dold,
      hinder: dold
        ? 'Du får inte öppna skyddade uppgifter. En kollega med rollen granskar akten.'
        : !mayHandle(who)
          ? 'Du får inte öppna ärenden. En handläggare eller enhetschef granskar akten.'
          : hinderAttGranska(akt, await arbetade(t, akt), who.id),
    };
  };

  /** The file and its round for a reader who may review in the round; reading is logged on the applicant. */
  const öppnaAkt = async (t: TenantTransaction, who: Medarbetare, id: string, handling: string) => {
    const akt = isUuid(id) ? await t.kvalitet.findAkt(id) : undefined;
    const omgång = akt && (await t.kvalitet.findOmgång(akt.omgång));
    if (!akt || !omgång || !får(who, omgång)) {
      await logga(t, handling, { slag: 'aktgranskning', id: akt?.id ?? '' }, false);
      return undefined;
    }
    const ansökan = await open(t, who, akt.ansökan, handling);
    return ansökan && { akt, omgång, ansökan };
  };

  /** Whether the reader may open the persons it is about, and what it is about in words. */
  const gäller = async (
    t: TenantTransaction,
    who: Medarbetare,
    { ansökan, person: om }: Pick<Kvalitetsavvikelse, 'ansökan' | 'person'>,
  ): Promise<{ dold: boolean; text: string | undefined }> => {
    const akt = ansökan === undefined ? undefined : await t.ansökningar.find(ansökan);
    const ids = [...(akt ? vuxnaI(akt) : []), ...(om === undefined ? [] : [om])];
    const personer = await t.personer.findMany(ids);
    if (personer.some((p) => p.skyddad) && !serSkyddade(who)) return { dold: true, text: 'Skyddade personuppgifter' };
    if (akt)
      return { dold: false, text: `Ärende ${(await t.ärenden.get(akt.ärende)).nummer}, ${månadsnamn(akt.månad)}` };
    return { dold: false, text: personer[0] && benämning(personer) };
  };
  const avvikelserad = async (
    t: TenantTransaction,
    who: Medarbetare,
    a: Kvalitetsavvikelse,
  ): Promise<Kvalitetsavvikelserad> => {
    const { dold } = await gäller(t, who, a);
    return {
      avvikelse: dold ? { ...a, rubrik: 'Skyddade personuppgifter', vad: '' } : a,
      dold,
      försenade: försenadeÅtgärder(a, dagFör(now())).length,
    };
  };
  const medAvvikelse = (
    who: Medarbetare,
    id: string,
    handling: string,
    work: (
      a: Kvalitetsavvikelse,
      t: TenantTransaction,
    ) => Promise<ActResult<{ avvikelse: Kvalitetsavvikelse }>> | ActResult<{ avvikelse: Kvalitetsavvikelse }>,
  ) =>
    göra(who, async (t) => {
      const a = isUuid(id) ? await t.kvalitet.findAvvikelse(id) : undefined;
      const fårLäsa = a !== undefined && fårLäsaAvvikelse(a, who) && !(await gäller(t, who, a)).dold;
      await logga(t, handling, { slag: 'avvikelse', id: a?.id ?? '' }, fårLäsa, a?.person);
      if (!a || !fårLäsa) return saknas('Avvikelsen');
      const result = await work(a, t);
      if (!result.ok) return result;
      await t.kvalitet.saveAvvikelse(result.avvikelse);
      return { ok: true as const };
    });

  return {
    kvalitetsbild: (who) =>
      as(who, async (t) => {
        const anställd = fårAnmälaAvvikelse(who);
        await logga(t, 'kvalitet.last', undefined, anställd);
        if (!anställd) return undefined;
        const idag = dagFör(now());
        const hanterar = hanterarAvvikelser(who);
        const räkning = new Map((await t.kvalitet.räknaAkter()).map((r) => [r.omgång, r]));
        const omgångar = (await t.kvalitet.findOmgångar())
          .filter((o) => får(who, o))
          .map((omgång) => ({ omgång, antal: omgång.antal, klara: räkning.get(omgång.id)?.klara ?? 0 }));
        const mina = [];
        for (const { omgång } of omgångar.filter(({ omgång }) => !omgång.avslutad))
          for (const akt of await t.kvalitet.findAkter({ omgång: omgång.id }))
            if (akt.status === 'pagar' && akt.granskare?.id === who.id) {
              const { ärendenummer, dold } = await rad(t, who, akt);
              mina.push({ id: akt.id, ärendenummer: dold ? 'Skyddad person' : ärendenummer, omgång: omgång.namn });
            }
        const synliga = (await t.kvalitet.findAvvikelser()).filter((a) => fårLäsaAvvikelse(a, who));
        const avvikelser: Kvalitetsavvikelserad[] = [];
        for (const a of synliga) avvikelser.push(await avvikelserad(t, who, a));
        const åtgärder = avvikelser
          .flatMap(({ avvikelse, dold }) =>
            avvikelse.status === 'avskriven'
              ? []
              : avvikelse.åtgärder
                  .filter((å) => !å.gjord && ((hanterar && å.senast < idag) || å.ansvarig.id === who.id))
                  .map((åtgärd) => ({ avvikelse, åtgärd, dold })),
          )
          .sort((a, b) => a.åtgärd.senast.localeCompare(b.åtgärd.senast));
        return {
          idag,
          hanterar,
          fårDra: fårDraGranskning(who),
          fårÄndraChecklistor: fårÄndraChecklistor(who),
          omgångar,
          mina,
          avvikelser,
          åtgärder,
        };
      }),

    nyOmgång: (who) =>
      as(who, async (t) => {
        const fårDra = fårDraGranskning(who);
        await logga(t, 'granskningsomgang.ny', undefined, fårDra);
        if (!fårDra) return undefined;
        return {
          idag: dagFör(now()),
          checklistor: gällandeChecklistor(await t.kvalitet.findChecklistor()),
          grupper: await t.kvalitet.findArbetsgrupper(),
          granskare: (await personal(t)).filter(mayHandle).map(({ id, namn }) => ({ id, namn })),
        };
      }),

    draOmgång: (who, val) =>
      göra(who, async (t) => {
        const idag = dagFör(now());
        const gällande = gällandeChecklistor(await t.kvalitet.findChecklistor());
        const grupper = await t.kvalitet.findArbetsgrupper();
        const grupp = grupper.find(({ id }) => id === val.grupp);
        const regel = läsUrvalsregel({ ...val, grupp: grupp && { ...grupp } }, idag);
        const id = randomUUID();
        const nekad = (result: ReturnType<typeof refuse>) =>
          logga(t, 'granskningsomgang.dragen', { slag: 'granskningsomgang', id }, false).then(() => result);
        if (!fårDraGranskning(who))
          return nekad(refuse('fel-roll', 'Du får inte dra en granskning.', 'Enhetschef och granskare kan.'));
        if (!regel.ok) return nekad(refuse('fel-i-falt', 'Inget är draget.', 'Rätta de markerade fälten.', regel.fel));
        const frö = val.frö.trim();
        const result = startaGranskningsomgång({
          id,
          namn: val.namn,
          regel: regel.regel,
          frö: frö === '' ? randomInt(1, STÖRSTA_FRÖ) : /^\d{1,9}$/.test(frö) ? Number(frö) : Number.NaN,
          kandidater: await t.kvalitet.findKandidater(regel.regel.från, regel.regel.till),
          checklistor: gällande.filter((c) => val.checklistor.includes(c.id)),
          granskare: (await personal(t)).filter((p) => mayHandle(p) && val.granskare.includes(p.id)),
          grupper,
          senast: val.senast,
          nyttId: randomUUID,
          av: who,
          nu: now(),
        });
        if (!result.ok) return nekad(result);
        await logga(t, 'granskningsomgang.dragen', { slag: 'granskningsomgang', id }, true);
        await t.kvalitet.addOmgång(result.omgång, result.akter);
        return { ok: true, omgång: result.omgång };
      }),

    omgångsbild: (who, id) =>
      as(who, async (t) => {
        const omgång = isUuid(id) ? await t.kvalitet.findOmgång(id) : undefined;
        const tillåten = omgång !== undefined && får(who, omgång);
        await logga(t, 'granskningsomgang.last', { slag: 'granskningsomgang', id: omgång?.id ?? '' }, tillåten);
        if (!omgång || !tillåten) return undefined;
        const akter: Aktrad[] = [];
        for (const akt of await t.kvalitet.findAkter({ omgång: omgång.id })) akter.push(await rad(t, who, akt));
        return {
          idag: dagFör(now()),
          omgång,
          checklistor: listorI(await t.kvalitet.findChecklistor(), omgång),
          akter,
          fårAvsluta: fårDraGranskning(who),
        };
      }),

    kontrolleraUrval: (who, id) =>
      as(who, async (t) => {
        const omgång = isUuid(id) ? await t.kvalitet.findOmgång(id) : undefined;
        const tillåten = omgång !== undefined && får(who, omgång);
        await logga(t, 'granskningsomgang.kontrollerad', { slag: 'granskningsomgang', id: omgång?.id ?? '' }, tillåten);
        if (!omgång || !tillåten) return undefined;
        return draOmUrval(
          omgång,
          await t.kvalitet.findKandidater(omgång.regel.från, omgång.regel.till),
          (await t.kvalitet.findAkter({ omgång: omgång.id })).map(({ beslut }) => beslut),
        );
      }),

    avslutaOmgång: (who, id, slutsats) =>
      göra(who, async (t) => {
        const omgång = isUuid(id) ? await t.kvalitet.findOmgång(id) : undefined;
        if (!omgång || !får(who, omgång)) return saknas('Omgången');
        const akter = await t.kvalitet.findAkter({ omgång: id });
        const result = avslutaGranskningsomgång(omgång, { akter, slutsats, av: who, nu: now() });
        await logga(t, 'granskningsomgang.avslutad', { slag: 'granskningsomgang', id }, result.ok);
        if (result.ok) await t.kvalitet.saveOmgång(result.omgång);
        return result;
      }),

    aktbild: (who, id) =>
      as(who, async (t) => {
        const öppen = await öppnaAkt(t, who, id, 'aktgranskning.last');
        if (!öppen) return undefined;
        const { akt, omgång, ansökan } = öppen;
        const beslut = await t.beslut.get(akt.beslut);
        const vuxna = await t.personer.findMany(vuxnaI(ansökan));
        const egen = await rad(t, who, akt);
        let nästa: string | undefined;
        for (const a of await t.kvalitet.findAkter({ omgång: omgång.id }))
          if (a.id !== akt.id && a.status !== 'klar' && nästa === undefined && !(await rad(t, who, a)).hinder)
            nästa = a.id;
        return {
          idag: dagFör(now()),
          omgång,
          rad: egen,
          checklistor: listorI(await t.kvalitet.findChecklistor(), omgång),
          hushåll: benämning(serSkyddade(who) ? vuxna.map((p) => ({ ...p, skyddad: false })) : vuxna),
          belopp: beslut.belopp,
          motivering: beslut.motivering,
          beslutsfattare:
            beslut.beslutsfattare.slag === 'automatisk'
              ? `${beslut.beslutsfattare.funktion} (automatiskt)`
              : beslut.beslutsfattare.namn,
          vuxna: vuxna.map((p) => ({ id: p.id, namn: `${p.förnamn} ${p.efternamn}`.trim() })),
          automatisk: akt.automatisk ? { uppdrag: await uppdragFör(t, akt.beslut) } : undefined,
          avvikelser: await t.kvalitet.findAvvikelserForAkt(akt.id),
          nästa,
        };
      }),

    svaraIAkt: (who, id, val) =>
      göra(who, async (t) => {
        const öppen = await öppnaAkt(t, who, id, val.slutför ? 'aktgranskning.klar' : 'aktgranskning.svar');
        if (!öppen) return saknas('Akten');
        const { akt, omgång } = öppen;
        if (omgång.avslutad) return refuse('fel-status', 'Omgången är avslutad.', 'Läs om sidan.');
        if (akt.version !== val.version) throw new VersionConflict('aktgranskning', id);
        const checklistor = listorI(await t.kvalitet.findChecklistor(), omgång);
        const medverkat = await arbetade(t, akt);
        const svarat = svaraIAktgranskning(akt, { ...val, checklistor, medverkat, av: who, nu: now() });
        if (!svarat.ok) return svarat;
        if (!val.slutför) {
          await t.kvalitet.saveAkt(svarat.akt);
          return { ok: true };
        }
        const klar = slutförAktgranskning(svarat.akt, { checklistor, av: who, nu: now() });
        if (!klar.ok) {
          await t.kvalitet.saveAkt(svarat.akt);
          return klar;
        }
        if (akt.automatisk) {
          const förra = await uppdragFör(t, akt.beslut);
          if (!förra?.resultat) {
            const { sätt } = omgång.regel;
            const nytt: Granskningsuppdrag = förra ?? {
              id: randomUUID(),
              beslut: akt.beslut,
              ansökan: akt.ansökan,
              procent: sätt.slag === 'andel' ? sätt.procent : sätt.slag === 'var' ? Math.round(100 / sätt.nummer) : 100,
              draget: omgång.dragen,
              resultat: undefined,
              åtgärd: undefined,
            };
            const granskat = granskaBeslut(nytt, {
              ...(val.automatisk ?? { utfall: '', slag: '', text: '', effekt: '', belopp: 0 }),
              av: who,
              medverkat,
              nu: now(),
            });
            if (!granskat.ok) {
              await t.kvalitet.saveAkt(svarat.akt);
              return granskat;
            }
            if (förra) await t.automatik.saveGranskningsuppdrag(granskat.uppdrag);
            else await t.automatik.addGranskningsuppdrag(granskat.uppdrag);
          }
        }
        await t.kvalitet.saveAkt({ ...klar.akt, version: akt.version + 1 });
        return { ok: true };
      }),

    lämnaAkt: (who, id) =>
      göra(who, async (t) => {
        const öppen = await öppnaAkt(t, who, id, 'aktgranskning.lamnad');
        if (!öppen) return saknas('Akten');
        const result = lämnaAktgranskning(öppen.akt, who);
        if (result.ok) await t.kvalitet.saveAkt(result.akt);
        return result;
      }),

    checklistor: (who) =>
      as(who, async (t) => {
        const fårLäsa = hanterarAvvikelser(who) || fårÄndraChecklistor(who);
        await logga(t, 'checklistor.last', undefined, fårLäsa);
        if (!fårLäsa) return undefined;
        const sparade = await t.kvalitet.findChecklistor();
        return {
          checklistor: gällandeChecklistor(sparade),
          historik: sparade.toSorted((a, b) => (b.tid ?? '').localeCompare(a.tid ?? '')),
          fårÄndra: fårÄndraChecklistor(who),
        };
      }),

    ändraChecklista: (who, id, val) =>
      göra(who, async (t) => {
        const gällande = gällandeChecklistor(await t.kvalitet.findChecklistor()).find((c) => c.id === id);
        if (!gällande) return refuse('finns-inte', 'Checklistan finns inte.', 'Gå till checklistorna.');
        if (fårÄndraChecklistor(who) && gällande.version !== val.version) throw new VersionConflict('checklista', id);
        const result = ändraChecklista(gällande, { ...val, nyttId: randomUUID, av: who, nu: now() });
        await logga(t, 'checklista.andrad', { slag: 'checklista', id }, result.ok);
        if (result.ok) await t.kvalitet.addChecklista(result.checklista);
        return result;
      }),

    arbetsgrupper: (who) =>
      as(who, async (t) => {
        const fårÄndra = who.roller.includes('enhetschef') || who.roller.includes('administrator');
        const fårLäsa = fårÄndra || hanterarAvvikelser(who);
        await logga(t, 'arbetsgrupper.last', undefined, fårLäsa);
        if (!fårLäsa) return undefined;
        return {
          grupper: await t.kvalitet.findArbetsgrupper(),
          personal: (await personal(t)).filter(mayHandle).map(({ id, namn }) => ({ id, namn })),
          fårÄndra,
        };
      }),

    sparaArbetsgrupp: (who, val) =>
      göra(who, async (t) => {
        const andra = await t.kvalitet.findArbetsgrupper();
        const förra = andra.find(({ id }) => id === val.id);
        const result = sparaArbetsgrupp(förra, {
          ...val,
          id: randomUUID(),
          personal: (await personal(t)).filter(mayHandle).map(({ id }) => id),
          andra,
          av: who,
        });
        await logga(t, 'arbetsgrupp.sparad', { slag: 'arbetsgrupp', id: förra?.id ?? '' }, result.ok);
        if (!result.ok) return result;
        if (förra) await t.kvalitet.saveArbetsgrupp(result.grupp);
        else await t.kvalitet.addArbetsgrupp(result.grupp);
        return result;
      }),

    anmälningsläge: (who, från) =>
      as(who, async (t) => {
        const fårAnmäla = fårAnmälaAvvikelse(who);
        await logga(t, 'avvikelse.ny', undefined, fårAnmäla);
        if (!fårAnmäla) return undefined;
        const öppen = från.akt === undefined ? undefined : await öppnaAkt(t, who, från.akt, 'avvikelse.ny');
        const ansökan =
          öppen?.ansökan ??
          (från.ansökan !== undefined && mayHandle(who) ? await open(t, who, från.ansökan, 'avvikelse.ny') : undefined);
        const om = från.person === undefined ? undefined : await person.öppna(t, who, från.person, 'avvikelse.ny');
        const fråga =
          öppen &&
          listorI(await t.kvalitet.findChecklistor(), öppen.omgång)
            .find(({ id }) => id === från.checklista)
            ?.frågor.find(({ id }) => id === från.fråga);
        return {
          idag: dagFör(now()),
          gäller: (await gäller(t, who, { ansökan: ansökan?.id, person: om?.id })).text,
          ansökan: ansökan?.id,
          person: om?.id,
          akt: öppen?.akt.id,
          fråga: fråga && {
            text: fråga.text,
            skrivet: öppen.akt.svar.find((s) => s.checklista === från.checklista && s.fråga === från.fråga)?.text ?? '',
          },
        };
      }),

    anmälAvvikelse: (who, val) =>
      göra(who, async (t) => {
        const öppen = val.akt === undefined ? undefined : await öppnaAkt(t, who, val.akt, 'avvikelse.anmald');
        const ansökan =
          öppen?.ansökan ??
          (val.ansökan !== undefined && mayHandle(who)
            ? await open(t, who, val.ansökan, 'avvikelse.anmald')
            : undefined);
        const om = val.person === undefined ? undefined : await person.öppna(t, who, val.person, 'avvikelse.anmald');
        if (
          (val.akt !== undefined && !öppen) ||
          (val.ansökan !== undefined && !ansökan) ||
          (val.person !== undefined && !om)
        )
          return refuse(
            'finns-inte',
            'Det som avvikelsen gäller finns inte, eller så får du inte öppna det.',
            'Anmäl utan att peka ut personen, eller be en kollega med behörighet.',
          );
        const result = anmälAvvikelse({
          ...val,
          id: randomUUID(),
          nummer: await t.kvalitet.nästaAvvikelsenummer(),
          ansökan: ansökan?.id,
          person: om?.id,
          granskning: öppen && { akt: öppen.akt.id, checklista: val.checklista, fråga: val.fråga },
          av: who,
          nu: now(),
        });
        const id = result.ok ? result.avvikelse.id : '';
        await logga(t, 'avvikelse.anmald', { slag: 'avvikelse', id }, result.ok, om?.id);
        if (result.ok) await t.kvalitet.addAvvikelse(result.avvikelse);
        return result;
      }),

    avvikelsebild: (who, id) =>
      as(who, async (t) => {
        const avvikelse = isUuid(id) ? await t.kvalitet.findAvvikelse(id) : undefined;
        const om = avvikelse && (await gäller(t, who, avvikelse));
        const fårLäsa = avvikelse !== undefined && om !== undefined && fårLäsaAvvikelse(avvikelse, who) && !om.dold;
        await logga(t, 'avvikelse.last', { slag: 'avvikelse', id: avvikelse?.id ?? '' }, fårLäsa, avvikelse?.person);
        if (!fårLäsa) return undefined;
        const akt = avvikelse.granskning && (await t.kvalitet.findAkt(avvikelse.granskning.akt));
        const omgång = akt && (await t.kvalitet.findOmgång(akt.omgång));
        return {
          idag: dagFör(now()),
          avvikelse,
          hanterar: hanterarAvvikelser(who),
          jag: who.id,
          personal: (await personal(t)).map(({ id, namn }) => ({ id, namn })),
          gäller: om.text,
          kanÖppna: mayHandle(who),
          kanÖppnaAkt: mayHandle(who) && omgång !== undefined && får(who, omgång),
        };
      }),

    avvikelseakt: (who, id, val) =>
      medAvvikelse(who, id, `avvikelse.${val.gör}`, async (a, t) => {
        const nu = now();
        if (val.gör === 'tilldela')
          return tilldelaUtredning(a, { utredare: val.utredare, personal: await personal(t), av: who });
        if (val.gör === 'utred') return utredAvvikelse(a, { orsaker: val.orsaker, text: val.text, av: who, nu });
        if (val.gör === 'atgard')
          return läggTillÅtgärd(a, {
            id: randomUUID(),
            text: val.text,
            ansvarig: val.ansvarig,
            senast: val.senast,
            personal: await personal(t),
            av: who,
            nu,
          });
        if (val.gör === 'gjort') return görÅtgärd(a, { åtgärd: val.åtgärd, text: val.text, av: who, nu });
        if (val.gör === 'folj-upp') return följUppAvvikelse(a, { effekt: val.effekt, text: val.text, av: who, nu });
        return (val.gör === 'avsluta' ? avslutaAvvikelse : avskrivAvvikelse)(a, { text: val.text, av: who, nu });
      }),

    mönsterbild: (who, del, år) =>
      as(who, async (t) => {
        const fårLäsa = hanterarAvvikelser(who);
        await logga(t, 'kvalitetsmonster.last', { slag: 'kvalitetsmonster', id: `${del} ${år}` }, fårLäsa);
        if (!fårLäsa) return undefined;
        const akter = await årets(t, år);
        return {
          del,
          från: `${år}-01-01`,
          till: `${år}-12-31`,
          akter: akter.length,
          mönster: kvalitetsmönster(akter, gällandeChecklistor(await t.kvalitet.findChecklistor()), del),
          utanGrupp: akter.filter(({ grupp }) => !grupp || grupp.antal < MINSTA_GRUPP).length,
        };
      }),

    kvalitetsår: (who, år) =>
      as(who, async (t) => {
        const fårLäsa = hanterarAvvikelser(who);
        await logga(t, 'kvalitetsar.last', { slag: 'kvalitetsar', id: String(år) }, fårLäsa);
        if (!fårLäsa) return undefined;
        const iÅr = (tid: string) => dagFör(tid).startsWith(`${år}-`);
        const räkning = new Map((await t.kvalitet.räknaAkter()).map((r) => [r.omgång, r]));
        const akter = await årets(t, år);
        const årens = (await t.kvalitet.findAvvikelser()).filter((a) => iÅr(a.anmäld.tid));
        const avvikelser: Kvalitetsavvikelserad[] = [];
        for (const a of årens) avvikelser.push(await avvikelserad(t, who, a));
        const uppdrag = (await t.automatik.findAllaGranskningsuppdrag()).filter(
          (u) => u.resultat && iÅr(u.resultat.tid),
        );
        const tillbaka = await t.återkomster.findÅterkomster(`${år}-01-01`, `${år}-12-31`);
        return {
          år,
          idag: dagFör(now()),
          omgångar: (await t.kvalitet.findOmgångar())
            .filter((o) => iÅr(o.dragen))
            .map((omgång) => ({ omgång, antal: omgång.antal, klara: räkning.get(omgång.id)?.klara ?? 0 })),
          akter: akter.length,
          akterMedBrist: akter.filter((a) => brister(a).length > 0).length,
          mönster: frågemönster(akter, gällandeChecklistor(await t.kvalitet.findChecklistor())),
          avvikelser,
          perProcess: räkna(årens.map((a) => AVVIKELSEPROCESSER[a.process])),
          perOrsak: räkna(årens.flatMap((a) => (a.utredning?.orsaker ?? []).map((o) => AVVIKELSEORSAKER[o]))),
          automatiska: {
            granskade: uppdrag.length,
            fel: uppdrag.filter((u) => u.resultat?.utfall === 'fel').length,
          },
          återkomster: {
            antal: skyddat(tillbaka.length),
            orsaker: räkna(
              tillbaka.flatMap(({ orsaker }) =>
                orsaker.map((o) => (Object.hasOwn(ÅTERKOMSTORSAKER, o) ? ÅTERKOMSTORSAKER[o as never] : o)),
              ),
            ).map(([namn, antal]) => [namn, skyddat(antal)] as const),
          },
        };
      }),

    noteraÅterkomst: (who, id, val) =>
      person.göra(who, id, 'aterkomst.noterad', async (t) => {
        const [tillbaka] = await t.återkomster.findTillbaka([id]);
        const avslut = (await t.avslut.findForPersoner([id])).find((a) => a.id === tillbaka?.avslut);
        if (!avslut)
          return refuse(
            'inte-tillbaka',
            'Personen är inte tillbaka inom tolv månader efter ett avslut.',
            'Läs om sidan.',
          );
        const result = noteraÅterkomst(avslut, { ...val, id: randomUUID(), av: who, nu: now() });
        if (!result.ok) return result;
        await t.återkomster.add(result.notering);
        return { ok: true as const };
      }),
  };

  /** Finished in the year, Swedish time. */
  async function årets(t: TenantTransaction, år: number): Promise<Aktgranskning[]> {
    const nära = await t.kvalitet.findAkter({
      klaraFrån: `${år - 1}-12-31T00:00:00.000Z`,
      klaraTill: `${år + 1}-01-02T00:00:00.000Z`,
    });
    return nära.filter(({ klar }) => klar !== undefined && dagFör(klar).startsWith(`${år}-`));
  }
}

/** A count of persons, protected as every other: nothing under the limit, and rounded down to it. */
function skyddat(antal: number): number | undefined {
  return antal < GRÄNS ? undefined : Math.floor(antal / GRÄNS) * GRÄNS;
}

/** How many times each occurs, the most common first. */
function räkna(namn: readonly string[]): [string, number][] {
  return [...Map.groupBy(namn, (n) => n)]
    .map(([n, alla]): [string, number] => [n, alla.length])
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'sv'));
}

async function uppdragFör(t: TenantTransaction, beslut: string): Promise<Granskningsuppdrag | undefined> {
  return (await t.automatik.findAllaGranskningsuppdrag()).find((u) => u.beslut === beslut);
}

/** Everybody who has worked with the file: prepared it, or put the decision forward. */
async function arbetade(t: TenantTransaction, akt: Aktgranskning): Promise<string[]> {
  const beslut = await t.beslut.get(akt.beslut);
  const föredragande = beslut.form?.föredragande?.id;
  return [...(await medverkande(t, akt.ansökan)), ...(föredragande === undefined ? [] : [föredragande])];
}
