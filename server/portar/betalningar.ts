import { randomUUID } from 'node:crypto';
import {
  type ActResult,
  type Betalfil,
  begärKontoändring,
  bekräftaKontoändring,
  betalaIgen,
  dagFör,
  delaUtbetalning,
  type Giromottagare,
  läggIFil,
  läsÅterrapport,
  makuleraBetalfil,
  type Person,
  refuse,
  släppBetalfil,
  stoppaUtbetalning,
  summaMotBeslutet,
  type Utbetalning,
  type Utbetalningsstatus,
  type Verkställighet,
  ärDag,
} from '@stegvis/casework';
import { Duplicate, type TenantTransaction, VersionConflict } from '@stegvis/database';
import {
  BetalfilsFel,
  bankdagarEfter,
  läsBankfil,
  läsBankgiro,
  läsKonto,
  läsOcr,
  läsPlusgiro,
  utbetalningsdag as närmasteBankdag,
} from '@stegvis/integrations';
import type { Betalfilsrad, Betalningsport, Betalningsrad, Medarbetare } from '@stegvis/workbench';
import { senasteKonto, sparaKontoändring } from '../trad/las-kontoandring.ts';
import { filhash, skrivBetalfil } from '../trad/skriv-betalfil.ts';
import { benämning } from './benamning.ts';
import { betalningsinställning } from './betalningsinstallning.ts';
import type { Handläggarkit } from './handlaggarkit.ts';
import { isUuid } from './medborgarkit.ts';

/** Bank days after the payment day within which the bank's report is expected. */
const BESKED_INOM = 3;

/** Payments, files, the bank's reports and accounts, for those who pay and those who handle cases. */
export function betalningar(kit: Handläggarkit): Betalningsport {
  const { as, now, delar } = kit;
  const betalar = (who: Medarbetare) => who.roller.includes('utbetalare');
  const sköter = (who: Medarbetare) => betalar(who) || kit.mayHandle(who);
  const serSkyddade = (who: Medarbetare) => who.roller.includes('skyddade-uppgifter');
  const nekad = () =>
    refuse('inte-behorig', 'Du har inte rätt att hantera betalningar.', 'Be någon med rollen utbetalare.');
  const saknas = () =>
    refuse('finns-inte', 'Utbetalningen finns inte, eller så får du inte öppna den.', 'Gå till betalningar.');
  const audit = (t: TenantTransaction, handling: string, u?: Utbetalning, utfall: 'tillaten' | 'nekad' = 'tillaten') =>
    t.granskning.add({
      tid: now(),
      handling,
      person: u?.mottagare,
      objekt: u && { slag: 'utbetalning', id: u.id },
      ändamål: 'utbetalning',
      utfall,
    });
  const auditFil = (t: TenantTransaction, handling: string, id: string) =>
    t.granskning.add({
      tid: now(),
      handling,
      person: undefined,
      objekt: { slag: 'betalfil', id },
      ändamål: 'utbetalning',
      utfall: 'tillaten',
    });

  const rader = async (
    t: TenantTransaction,
    who: Medarbetare,
    utbetalningar: readonly Utbetalning[],
  ): Promise<Betalningsrad[]> => {
    const personer = new Map(
      (await t.personer.findMany([...new Set(utbetalningar.map((u) => u.mottagare))])).map((p) => [p.id, p]),
    );
    const nummer = new Map<string, string>();
    for (const id of new Set(utbetalningar.map((u) => u.ärende))) nummer.set(id, (await t.ärenden.get(id)).nummer);
    return utbetalningar.map((utbetalning) => ({
      utbetalning,
      mottagare: visat(personer.get(utbetalning.mottagare), who),
      ärendenummer: nummer.get(utbetalning.ärende) ?? '',
    }));
  };
  const visat = (person: Person | undefined, who: Medarbetare) =>
    benämning(person ? [{ ...person, skyddad: person.skyddad && !serSkyddade(who) }] : []);
  const namn = async (t: TenantTransaction) =>
    new Map((await t.organisation.findAnvändare()).map((a) => [a.id, a.namn]));
  const filrad = (fil: Betalfil, namn: ReadonlyMap<string, string>): Betalfilsrad => ({
    fil,
    skapadAv: namn.get(fil.skapadAv) ?? 'Okänd',
    släpptAv: fil.släppt && (namn.get(fil.släppt.av) ?? 'Okänd'),
  });
  const harSkyddade = async (t: TenantTransaction, utbetalningar: readonly Utbetalning[]) =>
    (await t.personer.findMany([...new Set(utbetalningar.map((u) => u.mottagare))])).some((p) => p.skyddad);

  const medFil = (
    who: Medarbetare,
    id: string,
    handling: string,
    work: (t: TenantTransaction, fil: Betalfil, utbetalningar: Utbetalning[]) => Promise<ActResult<object>>,
  ): Promise<ActResult<object>> =>
    as(who, async (t) => {
      if (!betalar(who)) return nekad();
      const fil = isUuid(id) ? await t.utbetalningar.lockBetalfil(id) : undefined;
      if (!fil) return refuse('finns-inte', 'Betalfilen finns inte.', 'Gå till betalningar.');
      await auditFil(t, handling, fil.id);
      return work(t, fil, await t.utbetalningar.findForBetalfil(fil.id));
    });
  /** The payment if this member of staff may open it; the attempt is logged either way. */
  const öppna = async (t: TenantTransaction, who: Medarbetare, id: string, handling: string) => {
    const u = isUuid(id) ? await t.utbetalningar.find(id) : undefined;
    if (!u) return undefined;
    const skyddad = await harSkyddade(t, [u]);
    const får = betalar(who) || (kit.mayHandle(who) && (!skyddad || serSkyddade(who)));
    await audit(t, handling, u, får ? 'tillaten' : 'nekad');
    return får ? u : undefined;
  };
  const medUtbetalning = <T extends object>(
    who: Medarbetare,
    id: string,
    handling: string,
    work: (t: TenantTransaction, u: Utbetalning) => Promise<ActResult<T>>,
  ): Promise<ActResult<T>> =>
    as(who, async (t) => {
      const u = await öppna(t, who, id, handling);
      return u ? work(t, u) : saknas();
    }).catch((error: unknown) => {
      if (!(error instanceof VersionConflict || error instanceof Duplicate)) throw error;
      return refuse(
        'andrad-pa-annat-hall',
        'Någon annan har ändrat utbetalningen sedan du öppnade den.',
        'Läs om sidan.',
      );
    });

  return {
    betalningar: (who) =>
      as(who, async (t) => {
        const tomt = { planerade: [], filer: [], attBetalaIgen: [], utanBesked: [] };
        if (!betalar(who)) return { ...tomt, ohanteradeAvvikelser: 0, väntandeKonton: 0 };
        await audit(t, 'betalningar.last');
        const misslyckade = await t.utbetalningar.findMedStatus(['avvisad', 'aterbetald']);
        const alla = new Map<string, Utbetalning[]>();
        for (const b of new Set(misslyckade.map((u) => u.beslut)))
          alla.set(b, await t.utbetalningar.findAllaForBeslut(b));
        const ersatt = (u: Utbetalning) => alla.get(u.beslut)?.some((ny) => ny.ersätter === u.id);
        const idag = dagFör(now());
        const skickade = await t.utbetalningar.findMedStatus(['skickad']);
        const användare = await namn(t);
        return {
          planerade: await rader(t, who, await t.utbetalningar.findMedStatus(['planerad'])),
          filer: (await t.utbetalningar.findBetalfiler()).map((fil) => filrad(fil, användare)),
          attBetalaIgen: await rader(
            t,
            who,
            misslyckade.filter((u) => !ersatt(u)),
          ),
          utanBesked: await rader(
            t,
            who,
            skickade.filter((u) => bankdagarEfter(u.utbetalningsdag, BESKED_INOM) < idag),
          ),
          ohanteradeAvvikelser: (await t.återrapporter.findAvvikelser()).filter((a) => !a.hanterad).length,
          väntandeKonton: (await t.kontoändringar.findVäntande()).length,
        };
      }),

    skapaBetalfil: (who, planeradDag) =>
      as(who, async (t) => {
        if (!betalar(who)) return nekad();
        if (!ärDag(planeradDag))
          return refuse(
            'ogiltig-dag',
            'Dagen för betalningarna saknas.',
            'Gå tillbaka till listan och välj dagen där.',
          );
        const planned = (await t.utbetalningar.findAttBetala(planeradDag)).filter(
          (u) => u.utbetalningsdag === planeradDag,
        );
        const idag = dagFör(now());
        const dag = planeradDag >= idag ? planeradDag : närmasteBankdag(idag);
        const id = randomUUID();
        const { format } = await betalningsinställning(t);
        const result = läggIFil({
          id,
          meddelandeId: `STEGVIS-${dag.replaceAll('-', '')}-${id.slice(0, 8)}`,
          utbetalningar: planned,
          format,
          utbetalningsdag: dag,
          av: who.id,
          nu: now(),
        });
        if (!result.ok) return result;
        await t.utbetalningar.addBetalfil(result.betalfil);
        for (const utbetalning of result.utbetalningar) await t.utbetalningar.save(utbetalning);
        await t.händelser.add(result.events);
        const xml = await skrivBetalfil(t, result.betalfil, delar.kommun);
        await t.utbetalningar.setBetalfilsinnehåll(id, xml, filhash(xml));
        await auditFil(t, 'betalfil.skapad', id);
        return { ok: true as const, fil: await t.utbetalningar.getBetalfil(id) };
      }).catch((error: unknown) => {
        if (!(error instanceof BetalfilsFel)) throw error;
        return refuse('filen-gar-inte-att-skriva', error.message, 'Stoppa den utbetalningen och skapa filen igen.');
      }),

    betalfilsbild: (who, id) =>
      as(who, async (t) => {
        const fil = betalar(who) && isUuid(id) ? await t.utbetalningar.lockBetalfil(id) : undefined;
        if (!fil) return undefined;
        await auditFil(t, 'betalfil.last', id);
        const utbetalningar = await t.utbetalningar.findForBetalfil(id);
        const prov = släppBetalfil({ betalfil: fil, utbetalningar }, { av: who.id, sett: fil.sha256 ?? '', nu: now() });
        const skyddade = await harSkyddade(t, utbetalningar);
        return {
          ...filrad(fil, await namn(t)),
          rader: await rader(t, who, utbetalningar),
          hinder: prov.ok ? undefined : `${prov.refusal.text} ${prov.refusal.tillåtet}`,
          fårHämta: fil.status === 'slappt' && (!skyddade || serSkyddade(who)),
          tillMapp: delar.betalmapp !== undefined,
          utbetalningsdag: utbetalningar[0]?.utbetalningsdag,
        };
      }),

    släppBetalfil: (who, id, sett) =>
      medFil(who, id, 'betalfil.slappt', async (t, betalfil, utbetalningar) => {
        const result = släppBetalfil({ betalfil, utbetalningar }, { av: who.id, sett, nu: now() });
        if (!result.ok) return result;
        await t.utbetalningar.saveBetalfil(result.betalfil);
        for (const u of result.utbetalningar) await t.utbetalningar.save(u);
        await t.händelser.add(result.events);
        if (delar.betalmapp !== undefined) await delar.jobb.leverera?.(t, id);
        return { ok: true };
      }),

    makuleraBetalfil: (who, id, skäl) =>
      medFil(who, id, 'betalfil.makulerad', async (t, betalfil, utbetalningar) => {
        const result = makuleraBetalfil({ betalfil, utbetalningar }, { av: who.id, skäl, nu: now() });
        if (!result.ok) return result;
        await t.utbetalningar.saveBetalfil(result.betalfil);
        for (const u of result.utbetalningar) await t.utbetalningar.save(u);
        await t.händelser.add(result.events);
        return { ok: true };
      }),

    betalfil: (who, id) =>
      as(who, async (t) => {
        const fil = betalar(who) && isUuid(id) ? await t.utbetalningar.lockBetalfil(id) : undefined;
        if (fil?.status !== 'slappt' || fil.innehåll === undefined) return undefined;
        const utbetalningar = await t.utbetalningar.findForBetalfil(id);
        if ((await harSkyddade(t, utbetalningar)) && !serSkyddade(who)) return undefined;
        await auditFil(t, 'betalfil.hamtad', id);
        if (!fil.leverans && delar.betalmapp === undefined)
          await t.utbetalningar.saveBetalfil({ ...fil, leverans: { slag: 'nedladdning', tid: now(), av: who.id } });
        return { namn: `${fil.meddelandeId}.xml`, xml: fil.innehåll };
      }),

    utbetalning: (who, id) =>
      as(who, async (t) => {
        const u = await öppna(t, who, id, 'utbetalning.last');
        if (!u) return undefined;
        const beslut = await t.beslut.get(u.beslut);
        const [rad] = await rader(t, who, [u]);
        return {
          ...rad!,
          alla: await t.utbetalningar.findAllaForBeslut(u.beslut),
          beslut: { månad: beslut.månad, belopp: beslut.belopp },
          fil: u.betalfil === undefined ? undefined : await t.utbetalningar.getBetalfil(u.betalfil),
          senasteKonto: (await senasteKonto(t, u.konto.innehavare)) ?? u.konto,
          namn: Object.fromEntries(await namn(t)),
        };
      }),

    stoppaUtbetalning: (who, id, skäl) =>
      medUtbetalning(who, id, 'utbetalning.stoppad', async (t, u) => {
        const result = stoppaUtbetalning(u, { av: who.id, skäl, nu: now() });
        if (!result.ok) return result;
        await t.utbetalningar.save(result.utbetalning);
        await t.händelser.add(result.events);
        return { ok: true };
      }),

    delaUtbetalning: (who, id, del) =>
      medUtbetalning(who, id, 'utbetalning.delad', async (t, u) => {
        const giro = läsGiro(del.giro);
        if (!giro.ok) return giro;
        const result = delaUtbetalning(
          { utbetalning: u, utbetalningar: await t.utbetalningar.findAllaForBeslut(u.beslut) },
          { ...del, giro: giro.giro, ider: [randomUUID(), randomUUID()], av: who.id, nu: now() },
        );
        if (!result.ok) return result;
        await t.utbetalningar.save(result.utbetalning);
        for (const ny of result.delar) await t.utbetalningar.add(ny);
        await t.händelser.add(result.events);
        return { ok: true };
      }),

    betalaIgen: (who, id) =>
      medUtbetalning(who, id, 'utbetalning.igen', async (t, u) => {
        const result = betalaIgen(
          {
            beslut: await t.beslut.get(u.beslut),
            utbetalningar: await t.utbetalningar.findAllaForBeslut(u.beslut),
            ersätter: u.id,
          },
          {
            id: randomUUID(),
            konto: (await senasteKonto(t, u.konto.innehavare)) ?? u.konto,
            utbetalningsdag: bankdagarEfter(dagFör(now()), 1),
            nu: now(),
          },
        );
        if (!result.ok) return result;
        await t.utbetalningar.add(result.utbetalning);
        await t.händelser.add(result.events);
        return { ok: true, id: result.utbetalning.id };
      }),

    återrapporter: (who) =>
      as(who, async (t) => {
        if (!betalar(who)) return { rapporter: [], avvikelser: [] };
        await audit(t, 'aterrapporter.last');
        const användare = await namn(t);
        const rapporter = await t.återrapporter.find();
        const avvikelser = await t.återrapporter.findAvvikelser();
        const berörda = new Map<string, Betalningsrad>();
        for (const id of new Set(avvikelser.flatMap((a) => a.utbetalning ?? [])))
          berörda.set(id, (await rader(t, who, [await t.utbetalningar.get(id)]))[0]!);
        return {
          rapporter: rapporter.map((r) => ({ ...r, av: användare.get(r.av) ?? r.av })),
          avvikelser: avvikelser.map((a) => ({
            ...a,
            inläst: rapporter.find((r) => r.id === a.rapport)?.inläst ?? '',
            hanterad: a.hanterad && { ...a.hanterad, namn: användare.get(a.hanterad.av) ?? 'Okänd' },
            rad: a.utbetalning === undefined ? undefined : berörda.get(a.utbetalning),
          })),
        };
      }),

    läsInÅterrapport: (who, bytes) =>
      as(who, async (t) => {
        if (!betalar(who)) return nekad();
        const sha256 = filhash(bytes);
        const tidigare = await t.återrapporter.findBySha256(sha256);
        if (tidigare)
          return refuse('redan-inlast', 'Filen är redan inläst.', 'Ingenting har ändrats. Välj en annan fil.', [
            { fält: 'fil', text: 'Filen är redan inläst. Ingenting har ändrats.' },
          ]);
        const läst = läsBankfil(bytes, delar.kommun.iban);
        if (!läst.ok)
          return refuse('gar-inte-att-lasa', läst.fel, 'Välj en annan fil.', [{ fält: 'fil', text: läst.fel }]);
        const { rapport } = läst;
        const filer = await t.utbetalningar.findBetalfilerByMeddelandeId([
          ...new Set(
            rapport.rader.flatMap((r) => [
              ...(r.meddelandeId === undefined ? [] : [r.meddelandeId]),
              ...(r.grupp === undefined ? [] : [r.grupp.replace(/-[KG]$/, '')]),
            ]),
          ),
        ]);
        const kända = await t.utbetalningar.findByNycklar([
          ...new Set(rapport.rader.flatMap((r) => (r.nyckel === undefined ? [] : [r.nyckel]))),
        ]);
        const alla = new Map(kända.map((u) => [u.id, u]));
        for (const fil of filer) for (const u of await t.utbetalningar.findForBetalfil(fil.id)) alla.set(u.id, u);
        const id = randomUUID();
        const result = läsÅterrapport(
          rapport,
          { utbetalningar: [...alla.values()], filer },
          { rapportId: id, nu: now() },
        );
        await t.återrapporter.add(
          {
            id,
            slag: rapport.slag,
            meddelandeId: rapport.meddelandeId,
            sha256,
            inläst: now(),
            av: who.id,
            rader: rapport.rader.length,
            träffade: result.träffade,
            främmande: result.främmande,
          },
          bytes,
        );
        for (const u of result.utbetalningar) {
          await t.utbetalningar.save(u);
          const hänt = VERKSTÄLLT[u.status];
          if (hänt) await t.verkställighet.add({ ...hänt, beslut: u.beslut, dag: dagFör(now()), tid: now() });
        }
        await t.återrapporter.addAvvikelser(
          result.avvikelser.map((a) => ({ ...a, id: randomUUID(), rapport: id, hanterad: undefined })),
        );
        await t.händelser.add(result.events);
        await audit(t, 'aterrapport.inlast');
        return { ok: true as const, rader: rapport.rader.length, avvikelser: result.avvikelser.length };
      }).catch((error: unknown) => {
        if (!(error instanceof Duplicate || error instanceof VersionConflict)) throw error;
        return refuse('samtidigt', 'En annan fil lästes in samtidigt.', 'Läs in filen igen.', [
          { fält: 'fil', text: 'En annan fil lästes in samtidigt. Läs in filen igen.' },
        ]);
      }),

    hanteraAvvikelse: (who, id, anteckning) =>
      as(who, async (t) => {
        if (!betalar(who) || !isUuid(id)) return nekad();
        const skal = anteckning.trim();
        if (skal === '')
          return refuse('anteckning-saknas', 'Anteckningen saknas.', 'Skriv vad du har gjort.', [
            { fält: `anteckning-${id}`, text: 'Skriv vad du har gjort åt avvikelsen.' },
          ]);
        await t.återrapporter.hantera(id, { av: who.id, tid: now(), skal });
        await audit(t, 'avvikelse.hanterad');
        return { ok: true as const };
      }).catch((error: unknown) => {
        if (!(error instanceof VersionConflict)) throw error;
        return refuse('redan-hanterad', 'Någon annan har redan hanterat avvikelsen.', 'Läs om sidan.');
      }),

    dagslista: (who, dag) =>
      as(who, async (t) => {
        if (!betalar(who)) return undefined;
        await audit(t, 'dagslista.last');
        const utbetalningar = await t.utbetalningar.findForDag(dag);
        const visade = await rader(t, who, utbetalningar);
        const medBeslut = [];
        for (const rad of visade) {
          const beslut = await t.beslut.get(rad.utbetalning.beslut);
          const alla = await t.utbetalningar.findAllaForBeslut(beslut.id);
          medBeslut.push({
            ...rad,
            månad: beslut.månad,
            beslutat: beslut.belopp,
            utbetaltAvBeslutet: summaMotBeslutet(alla),
          });
        }
        const filer = [];
        for (const id of new Set(utbetalningar.flatMap((u) => u.betalfil ?? []))) {
          const fil = await t.utbetalningar.getBetalfil(id);
          const iFilen = await t.utbetalningar.findForBetalfil(id);
          const summa = iFilen.reduce((s, u) => s + u.belopp, 0);
          filer.push({ fil, stämmer: fil.antal === iFilen.length && fil.summa === summa });
        }
        const grupper = [...Map.groupBy(utbetalningar, (u) => u.status)];
        return {
          dag,
          rader: medBeslut,
          summor: grupper.map(([status, list]) => ({
            status,
            antal: list.length,
            summa: list.reduce((s, u) => s + u.belopp, 0),
          })),
          filer,
        };
      }),

    kontoändringar: (who) =>
      as(who, async (t) => {
        if (!sköter(who)) return [];
        await audit(t, 'kontoandringar.last');
        const användare = await namn(t);
        const rader = [];
        for (const ändring of await t.kontoändringar.findVäntande()) {
          const person = await t.personer.get(ändring.person);
          if (person.skyddad && !serSkyddade(who)) continue;
          rader.push({
            ändring,
            person: benämning([{ ...person, skyddad: false }]),
            av: användare.get(ändring.av) ?? 'Okänd',
            egen: ändring.av === who.id,
          });
        }
        return rader;
      }),

    begärKontoändring: (who, val) =>
      as(who, async (t) => {
        if (!sköter(who)) return nekad();
        const person = await t.personer.findByPersonnummer(val.personnummer);
        if (!person || (person.skyddad && !serSkyddade(who)))
          return refuse('okand-person', 'Det finns ingen person med det numret.', 'Kontrollera personnumret.', [
            { fält: 'personnummer', text: 'Vi hittar ingen som söker bistånd här med det personnumret.' },
          ]);
        const läst = läsKonto(val);
        if (!läst.ok) return refuse('fel-konto', läst.fel, 'Rätta kontot.', [{ fält: 'nummer', text: läst.fel }]);
        const { clearing, nummer } = läst.konto;
        const result = begärKontoändring({
          id: randomUUID(),
          person: person.id,
          konto: { clearing, nummer },
          legitimering: val.legitimering,
          av: who.id,
          nu: now(),
        });
        if (!result.ok) return result;
        await t.kontoändringar.add(result.ändring);
        await t.granskning.add({
          tid: now(),
          handling: 'kontoandring.begard',
          person: person.id,
          objekt: { slag: 'kontoandring', id: result.ändring.id },
          ändamål: 'utbetalning',
          utfall: 'tillaten',
        });
        return { ok: true as const };
      }),

    avgörKontoändring: (who, id, svar) =>
      as(who, async (t) => {
        if (!sköter(who)) return nekad();
        const ändring = isUuid(id) ? await t.kontoändringar.find(id) : undefined;
        if (!ändring) return refuse('finns-inte', 'Kontoändringen finns inte.', 'Läs om sidan.');
        const person = await t.personer.get(ändring.person);
        if (person.skyddad && !serSkyddade(who)) return nekad();
        const result = bekräftaKontoändring(ändring, { av: who.id, svar, nu: now() });
        await t.granskning.add({
          tid: now(),
          handling: `kontoandring.${svar}`,
          person: ändring.person,
          objekt: { slag: 'kontoandring', id },
          ändamål: 'utbetalning',
          utfall: result.ok ? 'tillaten' : 'nekad',
        });
        if (!result.ok) return result;
        if (result.ändring.status === 'galler')
          await sparaKontoändring(t, result.ändring, now(), (ä) => t.kontoändringar.save(ä));
        else await t.kontoändringar.save(result.ändring);
        return { ok: true as const };
      }).catch((error: unknown) => {
        if (!(error instanceof VersionConflict)) throw error;
        return refuse('redan-avgjord', 'Någon annan har redan avgjort kontoändringen.', 'Läs om sidan.');
      }),
  };
}

/** Reads bankgiro or plusgiro and OCR as people write them; a wrong check digit is said at its field. */
function läsGiro(giro: Giromottagare): ActResult<{ giro: Giromottagare }> {
  const nej = (fält: string, text: string) => refuse('fel-giro', text, 'Rätta uppgiften.', [{ fält, text }]);
  const nummer = giro.slag === 'bankgiro' ? läsBankgiro(giro.nummer) : läsPlusgiro(giro.nummer);
  if (!nummer.ok) return nej('giro', nummer.fel);
  if (giro.namn.trim() === '') return nej('namn', 'Skriv vem som ska få pengarna.');
  if (giro.ort.trim() === '') return nej('ort', 'Skriv mottagarens ort.');
  const klart = { ...giro, nummer: nummer.nummer, namn: giro.namn.trim(), ort: giro.ort.trim() };
  if ('meddelande' in giro.referens) {
    const meddelande = giro.referens.meddelande.trim();
    if (meddelande === '' || meddelande.length > 140)
      return nej('referens', 'Skriv fakturans OCR-nummer eller ett meddelande på högst 140 tecken.');
    return { ok: true, giro: { ...klart, referens: { meddelande } } };
  }
  const ocr = läsOcr(giro.referens.ocr);
  return ocr.ok ? { ok: true, giro: { ...klart, referens: { ocr: ocr.nummer } } } : nej('referens', ocr.fel);
}

/** What the bank's answer means for whether the decision is carried out (SoL 34 kap. 1 §). */
const VERKSTÄLLT: Partial<Record<Utbetalningsstatus, Pick<Verkställighet, 'slag' | 'anteckning'>>> = {
  utbetald: { slag: 'verkstallt', anteckning: '' },
  avvisad: { slag: 'avbrutet', anteckning: 'Banken avvisade betalningen.' },
  aterbetald: { slag: 'avbrutet', anteckning: 'Pengarna kom tillbaka från banken.' },
};
