import { randomUUID } from 'node:crypto';
import {
  type ActResult,
  avslutaKartläggning,
  dagFör,
  fårKartlägga,
  födelsedag,
  type Kartläggning,
  type Kartläggningsfråga,
  type Kartläggningssvar,
  läsKartläggningsregel,
  type Person,
  refuse,
  startaKartläggning,
  svaraPåKartläggning,
} from '@stegvis/casework';
import { Duplicate, type TenantTransaction, VersionConflict } from '@stegvis/database';
import {
  ALLA,
  DIMENSIONER,
  GRÄNS,
  type Råcell,
  SAKNAS,
  SKYDDAD,
  type Skyddat,
  skydda,
  åldersgrupp,
} from '@stegvis/statistics';
import { följer, type Kartläggningsport, läserStatistik, type Medarbetare } from '@stegvis/workbench';
import type { Handläggarkit } from '../handlaggarkit.ts';
import { isUuid } from '../medborgarkit.ts';
import { personkit } from '../personkit.ts';

/** The age groups of adults. */
const VUXENÅLDRAR = Object.keys(DIMENSIONER.aldersgrupp.värden).filter((v) => !['0-6', '7-17', SAKNAS].includes(v));
const KÖN = ['kvinna', 'man'] as const;

/** Inventories of the target group, on the database. */
export function kartläggningsport(kit: Handläggarkit): Kartläggningsport {
  const { as, now } = kit;
  const person = personkit(kit);
  const logga = (t: TenantTransaction, handling: string, id: string, tillåten: boolean) =>
    t.granskning.add({
      tid: now(),
      handling,
      person: undefined,
      objekt: { slag: 'kartlaggning', id },
      ändamål: 'målgruppskartläggning',
      utfall: tillåten ? 'tillaten' : 'nekad',
    });
  const får = (who: Medarbetare) => följer(who.roller) || fårKartlägga(who) || läserStatistik(who);
  const hitta = async (t: TenantTransaction, id: string, handling: string, tillåten: boolean) => {
    const kartläggning = isUuid(id) ? await t.kartläggningar.find(id) : undefined;
    await logga(t, handling, kartläggning?.id ?? '', tillåten && kartläggning !== undefined);
    return tillåten ? kartläggning : undefined;
  };
  const medKonflikt = <T extends object>(work: Promise<ActResult<T>>) =>
    work.catch((error: unknown) => {
      if (!(error instanceof VersionConflict || error instanceof Duplicate)) throw error;
      return refuse(
        'andrad-pa-annat-hall',
        'Någon annan har ändrat det här sedan du öppnade sidan.',
        'Läs om sidan. Det du skrev finns kvar i formuläret.',
      );
    });
  /** Counted exactly for those who work with the list; else protected. */
  const frekvens = (who: Medarbetare, antal: number, svar: readonly Kartläggningssvar[]) => {
    const svarat = svar.filter(({ slag }) => slag === 'svarat').length;
    const avböjt = svar.length - svarat;
    return följer(who.roller) ? { antal, svarat, avböjt } : skyddadFrekvens(antal, svarat, avböjt);
  };

  return {
    kartläggningar: (who) =>
      as(who, async (t) => {
        await logga(t, 'kartlaggningar.last', '', får(who));
        if (!får(who)) return undefined;
        const alla = await t.kartläggningar.findAlla();
        return {
          idag: dagFör(now()),
          fårStarta: fårKartlägga(who),
          kartläggningar: await Promise.all(
            alla.map(async (kartläggning) => ({
              kartläggning,
              frekvens: frekvens(who, kartläggning.antal, await t.kartläggningar.findSvar(kartläggning.id)),
            })),
          ),
        };
      }),

    startaKartläggning: (who, val) =>
      as(who, async (t) => {
        const regel = läsKartläggningsregel(val, dagFör(now()));
        const result = startaKartläggning({
          ...val,
          id: randomUUID(),
          personer: regel.ok && fårKartlägga(who) ? await t.kartläggningar.findPersoner(regel.regel) : [],
          av: who,
          nu: now(),
        });
        await logga(t, 'kartlaggning.startad', result.ok ? result.kartläggning.id : '', result.ok);
        if (!result.ok) return result;
        await t.kartläggningar.add(result.kartläggning, result.personer);
        return { ok: true as const, kartläggning: result.kartläggning };
      }),

    kartläggningsbild: (who, id, vems) =>
      as(who, async (t) => {
        const kartläggning = await hitta(t, id, 'kartlaggning.last', får(who));
        if (!kartläggning) return undefined;
        const svar = await t.kartläggningar.findSvar(id);
        const klara = new Set(svar.map((s) => s.person));
        const följs = följer(who.roller);
        const obesvarade = följs ? (await t.kartläggningar.findDeltagare(id)).filter((p) => !klara.has(p)) : [];
        const samordnare = new Map(
          (await t.samordnarskap.findForPersoner(obesvarade))
            .filter(({ till }) => till === undefined)
            .map((s) => [s.person, s]),
        );
        const kvar = (await t.personer.findMany(obesvarade))
          .filter((p) => !p.skyddad || who.roller.includes('skyddade-uppgifter'))
          .map((p) => ({
            person: p.id,
            namn: `${p.förnamn} ${p.efternamn}`.trim(),
            personnummer: p.personnummer,
            samordnare: samordnare.get(p.id)?.namn,
            min: samordnare.get(p.id)?.användare === who.id,
            svar: undefined,
          }))
          .filter(({ min }) => vems === 'alla' || min)
          .sort((a, b) => Number(b.min) - Number(a.min) || a.namn.localeCompare(b.namn, 'sv'));
        return {
          idag: dagFör(now()),
          kartläggning,
          frekvens: frekvens(who, kartläggning.antal, svar),
          kvar,
          fårAvsluta: fårKartlägga(who),
          fårSeResultat: läserStatistik(who),
        };
      }),

    svarsbild: (who, id, om) =>
      person.läs(who, om, 'kartlaggning.svar-last', async (t, p) => {
        const med = await deltagare(t, id, om);
        return (
          med && {
            idag: dagFör(now()),
            kartläggning: med.kartläggning,
            namn: `${p.förnamn} ${p.efternamn}`.trim(),
            person: om,
            svar: med.svar,
          }
        );
      }),

    svaraPåKartläggning: (who, id, om, val) =>
      medKonflikt(
        person.göra(who, om, 'kartlaggning.svarad', async (t) => {
          const med = await deltagare(t, id, om);
          if (!med) return refuse('finns-inte', 'Personen är inte med i kartläggningen.', 'Gå till kartläggningen.');
          if ((med.svar?.version ?? 0) !== val.version) throw new VersionConflict('kartlaggningssvar', om);
          const result = svaraPåKartläggning(med.kartläggning, med.svar, { ...val, person: om, av: who, nu: now() });
          if (!result.ok) return result;
          await t.kartläggningar.addSvar(result.svar);
          return { ok: true as const };
        }),
      ),

    avslutaKartläggning: (who, id) =>
      medKonflikt(
        as(who, async (t) => {
          const kartläggning = await hitta(t, id, 'kartlaggning.avslutad', fårKartlägga(who));
          if (!kartläggning)
            return refuse('finns-inte', 'Kartläggningen finns inte, eller så får du inte avsluta den.', 'Gå tillbaka.');
          const result = avslutaKartläggning(kartläggning, { av: who, nu: now() });
          if (result.ok) await t.kartläggningar.save(result.kartläggning);
          return result;
        }),
      ),

    kartläggningsresultat: (who, id) =>
      as(who, async (t) => {
        const kartläggning = await hitta(t, id, 'kartlaggning.resultat', läserStatistik(who));
        if (!kartläggning) return undefined;
        const svar = await t.kartläggningar.findSvar(id);
        const personer = new Map(
          (await t.personer.findMany(svar.map((s) => s.person))).map((p) => [p.id, bakgrund(p, kartläggning.från)]),
        );
        const svarat = svar.filter(({ slag }) => slag === 'svarat').length;
        return {
          kartläggning,
          frekvens: skyddadFrekvens(kartläggning.antal, svarat, svar.length - svarat),
          gräns: GRÄNS,
          kolumner: [
            'Alla',
            ...KÖN.map((k) => DIMENSIONER.kon.värden[k]),
            ...VUXENÅLDRAR.map((v) => DIMENSIONER.aldersgrupp.värden[v as '18-24']),
          ],
          frågor: kartläggning.frågor.map((fråga) => frågeresultat(fråga, svar, personer, kartläggning)),
        };
      }),
  };
}

async function deltagare(t: TenantTransaction, id: string, person: string) {
  return isUuid(id)
    ? (await t.kartläggningar.findForPersoner([person])).find(({ kartläggning }) => kartläggning.id === id)
    : undefined;
}

interface Bakgrund {
  kon: string;
  aldersgrupp: string;
}

/** Sex from the personnummer's last figure but one (odd for a man), and the age group on the first day of the inventory. */
function bakgrund({ personnummer }: Pick<Person, 'personnummer'>, dag: string): Bakgrund {
  const född = födelsedag(personnummer);
  const ålder = Number(dag.slice(0, 4)) - Number(född.slice(0, 4)) - (dag.slice(5) < född.slice(5) ? 1 : 0);
  return { kon: Number(personnummer[10]) % 2 === 1 ? 'man' : 'kvinna', aldersgrupp: åldersgrupp(Math.max(0, ålder)) };
}

/** How many of each group chose each answer, protected as every figure about persons. */
function frågeresultat(
  fråga: Kartläggningsfråga,
  svar: readonly Kartläggningssvar[],
  personer: ReadonlyMap<string, Bakgrund>,
  { från }: Kartläggning,
) {
  const period = 'hela';
  const efter = (dimension: keyof Bakgrund, grupper: readonly string[]) => {
    const antal = (val: string, grupp: string) =>
      svar.filter(
        (s) =>
          (val === ALLA ? (s.svar[fråga.id]?.length ?? 0) > 0 : (s.svar[fråga.id] ?? []).includes(val)) &&
          (grupp === ALLA || personer.get(s.person)?.[dimension] === grupp),
      ).length;
    const celler: Råcell[] = [...fråga.val.map(({ id }) => id), ALLA].flatMap((val) =>
      [...grupper, ALLA].map((grupp) => {
        const n = antal(val, grupp);
        return {
          period,
          grupper: [val, grupp],
          täljare: n,
          nämnare: undefined,
          värde: n,
          underlag: n,
          nämnarunderlag: undefined,
        };
      }),
    );
    const månad = från.slice(0, 7);
    const skyddade = skydda(
      {
        fråga: {
          indikator: 'kartlaggning',
          från: månad,
          till: månad,
          tid: 'hela',
          uppdelning: ['svar', dimension],
          filter: { [dimension]: [...grupper] },
        },
        celler,
        underlagFrån: undefined,
        överlappar: fråga.flera,
        anmärkningar: [],
      },
      {
        indikator: { enhet: 'personer', täljare: { räkna: 'rader' } },
        värden: { svar: fråga.val.map(({ id }) => id) },
      },
    );
    return (val: string, grupp: string): Skyddat =>
      skyddade.celler.find((c) => c.grupper[0] === val && c.grupper[1] === grupp)?.värde ?? SKYDDAD;
  };
  const kön = efter('kon', KÖN);
  const ålder = efter('aldersgrupp', VUXENÅLDRAR);
  // The same sums stand under both splits: one that either hides is not shown by the other.
  const alla = (id: string) => (ålder(id, ALLA) === SKYDDAD ? SKYDDAD : kön(id, ALLA));
  return {
    fråga: fråga.text,
    flera: fråga.flera,
    rader: [...fråga.val, { id: ALLA, text: 'Har svarat' }].map(({ id, text }) => ({
      val: text,
      tal: [alla(id), ...KÖN.map((k) => kön(id, k)), ...VUXENÅLDRAR.map((v) => ålder(id, v))],
    })),
  };
}

/** The response rate with small numbers hidden: one hidden number hides one more, so that it cannot be had from the others. */
function skyddadFrekvens(antal: number, svarat: number, avböjt: number) {
  const delar = [svarat, avböjt, antal - svarat - avböjt];
  const dolt = antal < GRÄNS || delar.some((n) => n > 0 && n < GRÄNS);
  const ner = (n: number): Skyddat => (n < GRÄNS ? SKYDDAD : Math.floor(n / GRÄNS) * GRÄNS);
  return {
    antal: ner(antal),
    svarat: ner(svarat),
    avböjt: dolt || avböjt < GRÄNS ? SKYDDAD : ner(avböjt),
  } satisfies { antal: Skyddat; svarat: Skyddat; avböjt: Skyddat };
}
