// What the database counts, against the same counted row by row in plain TypeScript over facts and questions at random.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { dagFör } from '@stegvis/casework';
import {
  ALLA,
  type Ansökningsfakta,
  type Befolkning,
  type Biståndsperiod,
  type Faktaparti,
  type Faktatabell,
  Frågefel,
  type Fält,
  fältet,
  type Grund,
  type Hushållsmånad,
  type Händelsefakta,
  INDIKATORER,
  INGEN,
  type Indikator,
  type Insatsmånad,
  type Personmånad,
  type Personår,
  prövaFråga,
  SAKNAS,
  type Statistikfråga,
  type Uttryck,
  type Villkor,
} from '@stegvis/statistics';
import fc from 'fast-check';
import { inTenant, type TenantScope } from '../in-tenant.ts';
import { openTestDatabase, testScope } from '../open-test-database.ts';
import { Duplicate } from '../repository-errors.ts';
import type { Slutval } from './periodslut.ts';

const annanNämnd: TenantScope = { ...testScope, nämnd: 'annan-namnd' };
const { db } = await openTestDatabase({ after }, [testScope, annanNämnd]);

const nr = (slag: number, tal: number) => `00000000-0000-4000-8000-${slag}${String(tal).padStart(11, '0')}`;
const månader = ['2024-11', '2024-12', '2025-01', '2025-03', '2025-12', '2026-02'];
const ettAv = <T>(...värden: T[]) => fc.constantFrom(...värden);
const kanske = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined });
const insatser = fc.uniqueArray(ettAv('Praktik', 'Sfi', 'Språk "på" jobbet, \\ eller {hemma}'), { maxLength: 3 });

const grund: fc.Arbitrary<Grund> = fc.record({
  kon: ettAv('kvinna', 'man', SAKNAS),
  aldersgrupp: ettAv('7-17', '25-34', '65-'),
  hushallstyp: ettAv('ensam-utan-barn', 'par-med-barn'),
  hinder: ettAv('sprakhinder', SAKNAS),
  distrikt: ettAv('Norr', 'Syd, ö'),
  spar: ettAv('A', 'B'),
});
const dag = fc
  .tuple(ettAv(...månader), fc.integer({ min: 1, max: 28 }))
  .map(([m, d]) => `${m}-${String(d).padStart(2, '0')}`);
const tid = fc
  .tuple(dag, fc.integer({ min: 0, max: 23 }), fc.nat(59))
  .map(([d, h, m]) => `${d}T${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}:00.000Z`);

/** Rows with keys of their own: at most one for each of `nyckel`. */
const rader = <T>(rad: fc.Arbitrary<T>, nyckel: (rad: T) => string, maxLength = 14) =>
  fc.uniqueArray(rad, { selector: nyckel, maxLength });
const nummer = (slag: number, högst = 5) => fc.nat(högst).map((n) => nr(slag, n));
const med = <T>(egna: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.tuple(grund, fc.record(egna)).map(([g, e]) => ({ ...g, ...e }));

const parti: fc.Arbitrary<Faktaparti> = fc.record({
  hushållsmånader: rader(
    med<Omit<Hushållsmånad, keyof Grund>>({
      månad: ettAv(...månader),
      hushåll: nummer(1),
      vuxna: ettAv(1, 2),
      barn: fc.nat(3),
      belopp121: ettAv(0, 812_345, 1_200_000),
      belopp122: ettAv(0, 0, 50_050),
      ny: fc.boolean(),
      avslutad: fc.boolean(),
    }),
    (r) => r.månad + r.hushåll,
  ),
  personmånader: rader(
    med<Omit<Personmånad, keyof Grund>>({
      månad: ettAv(...månader),
      person: nummer(2),
      hushåll: nummer(1),
      vuxen: fc.boolean(),
      insatser,
    }),
    (r) => r.månad + r.person,
  ),
  personår: rader(
    med<Omit<Personår, keyof Grund>>({
      år: ettAv(2024, 2025, 2026),
      person: nummer(2),
      vuxen: fc.boolean(),
      månader: fc.integer({ min: 1, max: 12 }),
      långvarigt: fc.boolean(),
      mycketLångvarigt: fc.boolean(),
    }),
    (r) => r.år + r.person,
  ),
  ansökningar: rader(
    med<Omit<Ansökningsfakta, keyof Grund>>({
      id: nummer(3, 50),
      hushåll: nummer(1),
      slag: ettAv('nyansokan', 'ateransokan', 'tillagg', 'akut'),
      inkommen: fc.oneof(tid, ettAv('2024-12-31T23:30:00.000Z', '2025-02-28T22:59:00.000Z')),
      beslutad: kanske(fc.constant('2026-03-01T09:00:00.000Z')),
      seddTill: fc.constant('2026-03-31T21:59:00.000Z'),
      utfall: kanske(ettAv('bifall', 'avslag', 'delavslag', 'avskriven')),
      avslagsgrund: kanske(ettAv('inkomst', 'tillgang')),
      processuellt: fc.boolean(),
      automatisk: fc.boolean(),
      stopporsaker: fc.uniqueArray(ettAv('ny-person', 'forsta-ansokan'), { maxLength: 2 }),
      granskad: fc.boolean(),
      granskadFel: fc.boolean(),
      ändrad: fc.boolean(),
      överklagad: kanske(dag),
      överklagandeutfall: kanske(ettAv('andrat', 'avslag')),
      handläggningsminuter: kanske(fc.integer({ min: 1, max: 400 })),
    }),
    (r) => r.id,
  ),
  perioder: rader(
    med<Omit<Biståndsperiod, keyof Grund>>({
      id: nummer(4, 50),
      person: nummer(2),
      från: ettAv('2024-05', '2024-11'),
      till: kanske(ettAv(...månader)),
      avslutsorsak: kanske(ettAv('arbete', 'studier')),
      återansökt: kanske(ettAv('2025-01-31', '2025-12-31', '2026-01-01', '2026-01-31')),
      återkom: kanske(ettAv('2025-03', '2025-04', '2026-01', '2026-08')),
      seddTill: ettAv('2025-04-30', '2025-12-30', '2025-12-31', '2026-03-15'),
      förstaAktivitet: kanske(dag),
      insatser,
      stegFrån: kanske(fc.integer({ min: 1, max: 4 })),
      stegTill: kanske(fc.integer({ min: 1, max: 4 })),
    }),
    (r) => r.id,
  ),
  insatsmånader: rader(
    fc.record<Insatsmånad>({
      månad: ettAv(...månader),
      insats: ettAv('Praktik', 'Sfi'),
      steg: ettAv('Steg 1', 'Steg 2'),
      område: ettAv('Näringsliv', 'Kommunen'),
      platser: fc.nat(20),
      upptagna: fc.nat(20),
      iKö: fc.nat(9),
      börjat: fc.nat(9),
      ködagar: fc.nat(300),
      kostnad: fc.nat(900_000),
    }),
    (r) => r.månad + r.insats,
  ),
  händelser: rader(
    med<Omit<Händelsefakta, keyof Grund>>({
      id: nummer(5, 50),
      dag,
      slag: ettAv('aktivitetstimmar', 'samordnarbyte', 'avsteg', 'mote', 'krav-4a', 'stegforflyttning', 'uppfoljning'),
      person: kanske(nummer(2)),
      insats: kanske(ettAv('Praktik', 'Sfi')),
      utfall: kanske(ettAv('sen', 'i-tid', 'hallet')),
      värde: kanske(fc.integer({ min: -2, max: 40 })),
      värde2: kanske(fc.integer({ min: 0, max: 40 })),
    }),
    (r) => r.id,
  ),
});

const befolkning: Befolkning[] = [2024, 2025].flatMap((år) =>
  ['kvinna', 'man'].flatMap((kon) =>
    ['7-17', '25-34', '65-'].map((aldersgrupp, i) => ({
      år,
      kon,
      aldersgrupp,
      distrikt: i === 0 ? 'Norr' : 'Syd, ö',
      antal: år - 2000 + i,
    })),
  ),
);
/** The work of staff is taken away where they are few (personalgrupp.test.ts). */
const MÅTT = INDIKATORER.filter(({ personalgrupp }) => personalgrupp !== true);

const fråga: fc.Arbitrary<Statistikfråga> = ettAv(...MÅTT).chain((i) =>
  fc
    .record({
      indikator: fc.constant(i.id),
      från: ettAv('2024-01', '2024-11', '2025-01'),
      till: ettAv('2025-12', '2026-02', '2026-03'),
      tid: ettAv<Statistikfråga['tid']>('manad', 'kvartal', 'ar', 'hela'),
      uppdelning: fc.shuffledSubarray([...i.uppdelningar], { maxLength: Math.min(2, i.uppdelningar.length) }),
      filtrerat: fc.subarray([...i.uppdelningar], { maxLength: Math.min(2, i.uppdelningar.length) }),
      urval: fc.infiniteStream(fc.nat(3)),
    })
    .map(({ filtrerat, urval, ...f }) => ({
      ...f,
      filter: Object.fromEntries(
        filtrerat.map((u) => [
          u,
          [...new Set([...urval.take(2)].map((n) => värdenAv(i, u)[n % värdenAv(i, u).length]!))],
        ]),
      ),
    }))
    .filter((f) => tillåten(f)),
);

function värdenAv(i: Indikator, namn: string): string[] {
  const fält: Fält = fältet(i.källa, namn)!;
  if (fält.typ === 'ja-nej') return ['ja', 'nej'];
  const egna = {
    distrikt: ['Norr', 'Syd, ö'],
    spar: ['A', 'B'],
    insats: ['Praktik', 'Sfi', INGEN],
    hinder: ['sprakhinder', SAKNAS],
  };
  return (
    egna[namn as keyof typeof egna] ?? [
      ...Object.keys(fält.värden ?? {}).slice(0, 4),
      fält.tomt ?? SAKNAS,
      'finns-inte',
    ]
  );
}

function tillåten(f: Statistikfråga): boolean {
  try {
    prövaFråga(f);
    return true;
  } catch {
    return false;
  }
}

type Rad = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** The rows with every field of `FÄLT`, worked out here on their own. */
function raderna(p: Faktaparti): Record<Faktatabell, Rad[]> {
  const g = (r: Grund) => ({
    kon: r.kon,
    aldersgrupp: r.aldersgrupp,
    hushallstyp: r.hushallstyp,
    hinder: r.hinder,
    distrikt: r.distrikt,
    spar: r.spar,
  });
  return {
    hushallsmanad: p.hushållsmånader.map((r) => ({
      ...g(r),
      manad: r.månad,
      hushall: r.hushåll,
      vuxna: r.vuxna,
      barn: r.barn,
      belopp121: r.belopp121,
      belopp122: r.belopp122,
      belopp: r.belopp121 + r.belopp122,
      ny: r.ny,
      avslutad: r.avslutad,
      $enhet: r.hushåll,
    })),
    personmanad: p.personmånader.map((r) => ({
      ...g(r),
      manad: r.månad,
      person: r.person,
      hushall: r.hushåll,
      vuxen: r.vuxen,
      insats: r.insatser,
      $enhet: r.person,
    })),
    personar: p.personår.map((r) => ({
      ...g(r),
      ar: r.år,
      person: r.person,
      vuxen: r.vuxen,
      manader: r.månader,
      langvarigt: r.långvarigt,
      mycket_langvarigt: r.mycketLångvarigt,
      $enhet: r.person,
    })),
    ansokan: p.ansökningar.map((r) => {
      const slut = r.beslutad ?? r.seddTill;
      const timmar = (Date.parse(slut) - Date.parse(r.inkommen)) / 3_600_000;
      return {
        ...g(r),
        id: r.id,
        hushall: r.hushåll,
        slag: r.slag,
        inkommen: r.inkommen,
        beslutad: r.beslutad,
        vantar: r.beslutad === undefined,
        vantetid_timmar: timmar,
        vantedagar: dagar(dagFör(r.inkommen), dagFör(slut)),
        inom_dygn: r.beslutad === undefined && timmar <= 24 ? undefined : r.beslutad !== undefined && timmar <= 24,
        halvar: Number(dagFör(r.inkommen).slice(5, 7)) <= 6 ? 1 : 2,
        jamforgrupp: `${r.hushallstyp}/${r.hinder}`,
        utfall: r.utfall,
        avslagsgrund: r.avslagsgrund,
        processuellt: r.processuellt,
        automatisk: r.automatisk,
        stopporsak: r.stopporsaker,
        granskad: r.granskad,
        granskad_fel: r.granskadFel,
        andrad: r.ändrad,
        overklagad: r.överklagad,
        overklagandeutfall: r.överklagandeutfall,
        handlaggningsminuter: r.handläggningsminuter,
        $enhet: r.hushåll,
      };
    }),
    period: p.perioder.map((r) => {
      const efter =
        r.till === undefined || r.återkom === undefined ? Number.POSITIVE_INFINITY : antalMånader(r.till, r.återkom);
      const dagenEfter = new Date(Date.parse(r.seddTill) + 86_400_000).toISOString().slice(0, 7);
      return {
        ...g(r),
        id: r.id,
        person: r.person,
        fran: r.från,
        till: r.till,
        avslutsorsak: r.avslutsorsak,
        ateransokt: r.återansökt,
        aterkom: r.återkom,
        sedd_till: r.seddTill,
        forsta_aktivitet: r.förstaAktivitet,
        insats: r.insatser,
        steg_fran: r.stegFrån,
        steg_till: r.stegTill,
        sedda_manader: r.till && antalMånader(r.till, dagenEfter) - 1,
        ateransokt_inom_ett_ar:
          r.till !== undefined && r.återansökt !== undefined && r.återansökt < `${framåt(r.till, 13)}-01`,
        hallbar_3: efter > 3,
        hallbar_6: efter > 6,
        hallbar_12: efter > 12,
        dagar_till_aktivitet: r.förstaAktivitet && Math.max(0, dagar(`${r.från}-01`, r.förstaAktivitet)),
        stegforflyttning: r.stegFrån === undefined || r.stegTill === undefined ? undefined : r.stegTill - r.stegFrån,
        $enhet: r.person,
      };
    }),
    insatsmanad: p.insatsmånader.map((r) => ({
      manad: r.månad,
      insats: r.insats,
      steg: r.steg,
      omrade: r.område,
      platser: r.platser,
      upptagna: r.upptagna,
      i_ko: r.iKö,
      efterfragan: r.upptagna + r.iKö,
      borjat: r.börjat,
      kodagar: r.ködagar,
      kostnad: r.kostnad,
    })),
    handelse: p.händelser.map((r) => ({
      ...g(r),
      id: r.id,
      dag: r.dag,
      slag: r.slag,
      person: r.person,
      insats: r.insats,
      utfall: r.utfall,
      varde: r.värde,
      varde2: r.värde2,
      $enhet: r.person ?? r.id,
    })),
  };
}
const dagar = (a: string, b: string) => (Date.parse(b) - Date.parse(a)) / 86_400_000;
const antalMånader = (a: string, b: string) =>
  (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7));
const framåt = (m: string, n: number) => {
  const tal = Number(m.slice(0, 4)) * 12 + Number(m.slice(5)) - 1 + n;
  return `${Math.floor(tal / 12)}-${String((tal % 12) + 1).padStart(2, '0')}`;
};

function grupper(källa: Faktatabell, namn: string, rad: Rad): readonly string[] {
  const fält: Fält = fältet(källa, namn)!;
  const v = rad[namn];
  if (Array.isArray(v)) return v.length === 0 ? [INGEN] : v;
  if (v === undefined) return [fält.tomt ?? SAKNAS];
  return [typeof v === 'boolean' ? (v ? 'ja' : 'nej') : String(v)];
}

function gäller({ fält, är, minst, högst, finns }: Villkor, rad: Rad): boolean {
  const v = rad[fält];
  const tom = v === undefined || (Array.isArray(v) && v.length === 0);
  if (finns !== undefined && finns === tom) return false;
  if (är !== undefined) {
    const sökta = Array.isArray(är) ? är : [är];
    if (!(Array.isArray(v) ? v : [v]).some((x) => sökta.includes(x as never))) return false;
  }
  if (minst !== undefined && !(typeof v === 'number' && v >= minst)) return false;
  return högst === undefined || (typeof v === 'number' && v <= högst);
}

const INSATSENS: Readonly<Record<string, string>> = {
  upptagna: 'upptagna',
  i_ko: 'i_ko',
  efterfragan: 'efterfragan',
  borjat: 'borjat',
  kodagar: 'borjat',
};

/** One figure of some rows, and whom it rests on. */
function värdera(
  källa: Faktatabell,
  u: Uttryck,
  alla: readonly Rad[],
): { tal: number | undefined; antal: number; underlag: number } {
  const rätt = alla.filter((r) => (u.där ?? []).every((v) => gäller(v, r)));
  const namn = 'summa' in u ? u.summa : 'medel' in u ? u.medel : 'percentil' in u ? u.fält : undefined;
  const skala = namn !== undefined && fältet(källa, namn)?.typ === 'ore' ? 100 : 1;
  const bidrar = rätt.filter(
    (r) => namn === undefined || (r[namn] !== undefined && ('summa' in u ? r[namn] !== 0 : true)),
  );
  const underlag =
    källa === 'insatsmanad'
      ? bidrar.reduce((s, r) => s + (Number(r[INSATSENS[namn ?? ''] ?? '']) || 0), 0)
      : new Set(bidrar.map((r) => r.$enhet)).size;
  if ('räkna' in u)
    return {
      tal: u.räkna === 'rader' ? rätt.length : new Set(rätt.flatMap((r) => r[u.fält] ?? [])).size,
      antal: 0,
      underlag,
    };
  const värden = rätt
    .flatMap((r) => (typeof r[namn!] === 'number' ? [(r[namn!] as number) / skala] : []))
    .sort((a, b) => a - b);
  const summa = värden.reduce((s, v) => s + v, 0);
  if ('percentil' in u) {
    if (värden.length === 0) return { tal: undefined, antal: 0, underlag };
    const plats = (u.percentil / 100) * (värden.length - 1);
    const [under, över] = [värden[Math.floor(plats)]!, värden[Math.ceil(plats)]!];
    return { tal: under + (över - under) * (plats - Math.floor(plats)), antal: värden.length, underlag };
  }
  return { tal: summa, antal: värden.length, underlag };
}

interface Facit {
  täljare: number;
  nämnare: number | undefined;
  värde: number | null;
  underlag: number;
  nämnarunderlag: number | undefined;
}

/** The cells of an answer, each from all rows again. */
function facit(alla: Record<Faktatabell, Rad[]>, f: Statistikfråga): Map<string, Facit> {
  const { indikator: i, perioder } = prövaFråga(f);
  const celler = new Map<string, Facit>();
  const iUrvalet = (källa: Faktatabell) => (r: Rad) =>
    Object.entries(f.filter).every(([namn, v]) => grupper(källa, namn, r).some((x) => v.includes(x)));
  const när = (källa: Faktatabell, namn: string, r: Rad) => {
    const v = r[namn];
    if (v === undefined) return undefined;
    const typ = fältet(källa, namn)?.typ;
    return typ === 'ar' ? `${v}-06` : (typ === 'tidpunkt' ? dagFör(String(v)) : String(v)).slice(0, 7);
  };
  const urval = (källa: Faktatabell, namn: string) =>
    alla[källa].filter(iUrvalet(källa)).map((r) => ({ r, m: när(källa, namn, r) }));
  const n = i.nämnare;
  const annan = n !== undefined && 'källa' in n ? n : undefined;
  const rader = urval(i.källa, i.tid.fält);
  const andra = annan ? urval(annan.källa, annan.tid) : [];
  const kombinationer = [[], ...f.uppdelning.map((_, x) => [x]), ...(f.uppdelning.length === 2 ? [[0, 1]] : [])];
  for (const p of perioder)
    for (const fria of kombinationer) {
      const per = (källa: Faktatabell, lista: typeof rader) => {
        const ut = new Map<string, Rad[]>();
        for (const { r, m } of lista) {
          if (m === undefined || m < p.från || m > p.till) continue;
          const led = f.uppdelning.map((u, x) => (fria.includes(x) ? grupper(källa, u, r) : [ALLA]));
          for (const a of led[0] ?? [''])
            for (const b of led[1] ?? ['']) {
              const nyckel = [a, b].slice(0, f.uppdelning.length).join('|');
              ut.set(nyckel, [...(ut.get(nyckel) ?? []), r]);
            }
        }
        return ut;
      };
      const [mina, deras] = [per(i.källa, rader), annan ? per(annan.källa, andra) : new Map<string, Rad[]>()];
      for (const nyckel of new Set([...mina.keys(), ...deras.keys()])) {
        const t = värdera(i.källa, i.täljare, mina.get(nyckel) ?? []);
        celler.set(
          `${p.nyckel}: ${nyckel}`,
          cell(i, t, nämnartal(i, p, f, nyckel, mina.get(nyckel) ?? [], deras.get(nyckel) ?? [])),
        );
      }
    }
  return celler;
}

function nämnartal(
  i: Indikator,
  p: { från: string; till: string },
  f: Statistikfråga,
  nyckel: string,
  mina: Rad[],
  deras: Rad[],
) {
  const n = i.nämnare;
  if (n === undefined) return { tal: undefined, underlag: undefined };
  if ('källa' in n) return värdera(n.källa, n.uttryck, deras);
  if (!('befolkning' in n)) return värdera(i.källa, n as Uttryck, mina);
  const värden = new Map(Object.entries(f.filter));
  f.uppdelning.forEach((u, x) => {
    if (nyckel.split('|')[x] !== ALLA) värden.set(u, [nyckel.split('|')[x]!]);
  });
  const hör = (r: Befolkning) => [...värden].every(([u, v]) => v.includes(String(r[u as keyof typeof r])));
  const åren = Array.from({ length: Number(p.till.slice(0, 4)) - Number(p.från.slice(0, 4)) + 1 }, (_, k) =>
    Math.min(2025, Number(p.från.slice(0, 4)) + k),
  );
  const barn = (r: Befolkning) => r.aldersgrupp === '7-17';
  const summor = åren.map((år) =>
    befolkning.filter(
      (r) => r.år === år && hör(r) && (n.befolkning === 'alla' || barn(r) === (n.befolkning === 'barn')),
    ),
  );
  if (summor.some((s) => s.length === 0)) return { tal: undefined, underlag: undefined };
  const tal = summor.flat().reduce((s, r) => s + r.antal, 0) / åren.length;
  return { tal, underlag: Math.round(tal) };
}

function cell(
  i: Indikator,
  t: ReturnType<typeof värdera>,
  n: { tal: number | undefined; underlag: number | undefined },
): Facit {
  if ('medel' in i.täljare)
    return {
      täljare: t.tal ?? 0,
      nämnare: t.antal,
      värde: t.antal ? t.tal! / t.antal : null,
      underlag: t.underlag,
      nämnarunderlag: t.underlag,
    };
  const grund = { täljare: t.tal ?? 0, underlag: t.underlag, nämnarunderlag: n.underlag };
  if (i.nämnare === undefined) return { ...grund, nämnare: undefined, värde: t.tal ?? null };
  return {
    ...grund,
    nämnare: n.tal,
    värde: n.tal ? ((i.enhet === 'procent' ? 100 : 1) * grund.täljare) / n.tal : null,
  };
}

const rundat = (v: number | null | undefined) => (typeof v === 'number' ? Math.round(v * 1e6) / 1e6 : v);

describe('räkna', () => {
  it('ger samma celler som att räkna rad för rad, för varje mått, uppdelning, period och filter', async () => {
    await inTenant(db, testScope, ({ statistik }) => statistik.saveBefolkning(befolkning));
    const använda = new Set<string>();
    await fc.assert(
      fc.asyncProperty(parti, fc.array(fråga, { minLength: 25, maxLength: 25 }), async (fakta, frågor) => {
        await inTenant(db, testScope, async ({ statistik }) => {
          await statistik.clear('syntet');
          await statistik.add('syntet', fakta);
          const alla = raderna(fakta);
          for (const f of frågor) {
            använda.add(f.indikator);
            const väntat = facit(alla, f);
            const svar = await statistik.räkna(f);
            for (const c of svar.celler) {
              const nyckel = `${c.period}: ${c.grupper.join('|')}`;
              const f2 = väntat.get(nyckel);
              väntat.delete(nyckel);
              if (f2 === undefined) assert.deepEqual([nyckel, c.täljare, c.underlag], [nyckel, 0, 0]);
              else
                assert.deepEqual(
                  [nyckel, rundat(c.täljare), rundat(c.nämnare), rundat(c.värde), c.underlag, c.nämnarunderlag],
                  [nyckel, rundat(f2.täljare), rundat(f2.nämnare), rundat(f2.värde), f2.underlag, f2.nämnarunderlag],
                  JSON.stringify(f),
                );
              assert.equal(c.värde === null, c.saknas !== undefined);
            }
            assert.deepEqual([...väntat.keys()], [], `missing in the answer to ${JSON.stringify(f)}`);
          }
        });
      }),
      { numRuns: 15 },
    );
    assert.ok(använda.size > INDIKATORER.length / 2);
  });
});

const utbetalt: Statistikfråga = {
  indikator: 'utbetalt',
  från: '2025-01',
  till: '2025-12',
  tid: 'manad',
  uppdelning: [],
  filter: {},
};
const nekad = (own: Partial<Statistikfråga>, fält: Frågefel['fält'], text: RegExp) =>
  assert.rejects(
    inTenant(db, testScope, (t) => t.statistik.räkna({ ...utbetalt, ...own })),
    (fault) =>
      fault instanceof RangeError && fault instanceof Frågefel && fault.fält === fält && text.test(fault.message),
  );

describe('en fråga som inte går att svara på nekas med en mening om vad som går', () => {
  it('ett mått som inte finns', () =>
    nekad({ indikator: 'inkomst' }, 'indikator', /”inkomst” finns inte\. Välj ett av dessa: utbetalt,/));
  it('en uppdelning som måttet inte har', () =>
    nekad(
      { uppdelning: ['insats'] },
      'uppdelning',
      /kan inte delas upp på ”insats”\. Det som går är kon, aldersgrupp,/,
    ));
  it('ett fält som inte finns, och ett som bara är ett namn i språket', async () => {
    await nekad({ uppdelning: ['personnummer'] }, 'uppdelning', /personnummer/);
    await nekad({ uppdelning: ['constructor'] }, 'uppdelning', /constructor/);
    await nekad({ filter: { 'kon; drop table person': ['x'] } }, 'filter', /Det som går är/);
  });
  it('samma uppdelning två gånger', () =>
    nekad({ uppdelning: ['kon', 'kon'] }, 'uppdelning', /två gånger\. Välj två olika/));
  it('tre uppdelningar', () => nekad({ uppdelning: ['kon', 'hinder', 'spar'] }, 'uppdelning', /Välj högst två/));
  it('ett filter på något annat, och ett utan värden', async () => {
    await nekad({ filter: { belopp: ['1'] } }, 'filter', /kan inte begränsas på ”belopp”/);
    await nekad({ filter: { kon: [] } }, 'filter', /Välj minst ett/);
    await nekad({ filter: { kon: ['kvin\0na'] } }, 'filter', /Välj ett värde ur listan/);
  });
  it('en månad som inte finns', async () => {
    await nekad({ från: '2025-13' }, 'fran', /”2025-13”\. Skriv år och månad, till exempel 2026-10/);
    await nekad({ till: '0000-00' }, 'till', /0000-00/);
    await nekad({ från: '' }, 'fran', /Skriv år och månad/);
  });
  it('en period som slutar innan den börjar, och en som är för lång', async () => {
    await nekad({ från: '2025-06', till: '2025-05' }, 'till', /slutar \(2025-05\) innan den börjar \(2025-06\)/);
    await nekad({ från: '1900-01', till: '2099-12' }, 'till', /högst så många/);
  });
  it('en kortare period än måttet tål', async () => {
    await nekad({ indikator: 'langvarigt' }, 'tid', /kan inte visas för kortare tid än år/);
    await nekad({ tid: 'vecka' as never }, 'tid', /Välj månad/);
  });
  it('ett filter som finns men inte träffar ger noll, inte fel', async () => {
    const svar = await inTenant(db, testScope, (t) =>
      t.statistik.räkna({ ...utbetalt, tid: 'hela', filter: { distrikt: ["Norr'; drop table person; --"] } }),
    );
    for (const { värde } of svar.celler) assert.equal(värde, 0);
  });
});

describe('perioderna i ett svar', () => {
  it('säger när det första och det sista kvartalet bara är en del', () => {
    const { perioder, anmärkningar } = prövaFråga({ ...utbetalt, från: '2025-02', till: '2025-10', tid: 'kvartal' });
    assert.deepEqual(perioder, [
      { nyckel: '2025-kv1', från: '2025-02', till: '2025-03' },
      { nyckel: '2025-kv2', från: '2025-04', till: '2025-06' },
      { nyckel: '2025-kv3', från: '2025-07', till: '2025-09' },
      { nyckel: '2025-kv4', från: '2025-10', till: '2025-10' },
    ]);
    assert.deepEqual(anmärkningar, [
      '2025-kv1 är inte helt: bara 2025-02 till 2025-03 är räknat.',
      '2025-kv4 är inte helt: bara 2025-10 till 2025-10 är räknat.',
    ]);
  });
});

describe('underlaget', () => {
  const grunden = {
    kon: 'kvinna',
    aldersgrupp: '25-34',
    hushallstyp: 'ensam-utan-barn',
    hinder: SAKNAS,
    distrikt: 'Väst',
    spar: 'A',
  };
  const rad = (månad: string, n: number): Hushållsmånad => ({
    ...grunden,
    månad,
    hushåll: nr(9, n),
    vuxna: 1,
    barn: 0,
    belopp121: 100,
    belopp122: 0,
    ny: false,
    avslutad: false,
  });
  const hushåll = async (scope: TenantScope) => {
    const svar = await inTenant(db, scope, (t) =>
      t.statistik.räkna({ ...utbetalt, indikator: 'hushall', från: '2030-01', till: '2030-12', tid: 'hela' }),
    );
    return svar.celler[0]?.värde;
  };

  it('tas emot i stora partier, syns bara för den egna nämnden, och samma rad bara en gång', async () => {
    const rader = Array.from({ length: 12_000 }, (_, i) => rad('2030-01', i));
    await inTenant(db, testScope, (t) => t.statistik.add('syntet', { hushållsmånader: rader }));
    assert.equal(await hushåll(testScope), 12_000);
    assert.equal(await hushåll(annanNämnd), undefined);
    await assert.rejects(
      inTenant(db, testScope, (t) => t.statistik.add('arenden', { hushållsmånader: [rad('2030-01', 5)] })),
      Duplicate,
    );
    assert.deepEqual(await inTenant(db, annanNämnd, (t) => t.statistik.värden('distrikt')), []);
    assert.ok((await inTenant(db, testScope, (t) => t.statistik.värden('distrikt'))).includes('Väst'));
  });

  it('räknas om så snart något i det har ändrats, och annars inte', async () => {
    const utanFrågor = async (id: string) =>
      await inTenant(db, testScope, async ({ statistik, trx }) => {
        const svar = await statistik.räkna({
          ...utbetalt,
          indikator: id,
          från: '2030-01',
          till: '2030-12',
          tid: 'hela',
        });
        const { antal } = await trx
          .selectFrom('stat_svar')
          .select((eb) => eb.fn.countAll<number>().as('antal'))
          .executeTakeFirstOrThrow();
        return [svar.celler[0]?.värde, antal];
      });
    await inTenant(db, testScope, (t) => t.statistik.setUnderlag('syntet', '2030-12-01T00:00:00.000Z'));
    assert.deepEqual(await utanFrågor('hushall'), [12_000, 1]);
    assert.deepEqual(await utanFrågor('hushall'), [12_000, 1]);
    assert.deepEqual(await utanFrågor('nya-hushall'), [0, 2]);
    await inTenant(db, testScope, (t) => t.statistik.add('syntet', { hushållsmånader: [rad('2030-01', 99_999)] }));
    assert.deepEqual(await utanFrågor('hushall'), [12_001, 1]);
  });

  it('tas bort från och med en månad, bara av samma ursprung', async () => {
    await inTenant(db, testScope, async ({ statistik }) => {
      await statistik.add('arenden', { hushållsmånader: [rad('2030-02', 1), rad('2030-03', 1)] });
      await statistik.clear('arenden', '2030-03');
    });
    assert.deepEqual((await inTenant(db, testScope, (t) => t.statistik.omfång()))?.till, '2030-02');
    await inTenant(db, testScope, (t) => t.statistik.clear('syntet'));
    assert.equal(await hushåll(testScope), 1);
  });

  it('räknar perioder som slutade: lika slut för sig, grupp för grupp, med filter', async () => {
    const period: Biståndsperiod = {
      ...grunden,
      id: nr(8, 1),
      person: nr(8, 2),
      från: '2029-01',
      till: '2029-06',
      avslutsorsak: undefined,
      återansökt: '2029-08-01',
      återkom: undefined,
      seddTill: '2029-12-31',
      förstaAktivitet: undefined,
      insatser: ['Praktik', 'Sfi'],
      stegFrån: 1,
      stegTill: undefined,
    };
    const perioder: Biståndsperiod[] = [
      period,
      { ...period, id: nr(8, 3), återansökt: '2029-08-31', insatser: [], avslutsorsak: 'arbete' },
      { ...period, id: nr(8, 4), återansökt: undefined, insatser: ['Praktik'] },
      { ...period, id: nr(8, 5), till: '2029-07' },
      { ...period, id: nr(8, 6), till: undefined, återansökt: undefined },
    ];
    await inTenant(db, testScope, async ({ statistik }) => {
      await statistik.add('arenden', { perioder });
      const sluten = async (val: Partial<Slutval>) =>
        (await statistik.räknaPeriodslut({ från: '2029-06', till: '2029-06', filter: {}, ...val }))
          .map(({ grupp, till, seddTill, återansökt, antal }) =>
            [grupp, till, seddTill, återansökt ?? '–', antal].join(' '),
          )
          .sort();
      assert.deepEqual(await sluten({}), [' 2029-06 2029-12-31 2029-08 2', ' 2029-06 2029-12-31 – 1']);
      assert.deepEqual(await sluten({ uppdelning: 'insats' }), [
        'Praktik 2029-06 2029-12-31 2029-08 1',
        'Praktik 2029-06 2029-12-31 – 1',
        'Sfi 2029-06 2029-12-31 2029-08 1',
        `${INGEN} 2029-06 2029-12-31 2029-08 1`,
      ]);
      assert.deepEqual(await sluten({ till: '2029-12', uppdelning: 'avslutsorsak' }), [
        'arbete 2029-06 2029-12-31 2029-08 1',
        `${SAKNAS} 2029-06 2029-12-31 2029-08 1`,
        `${SAKNAS} 2029-06 2029-12-31 – 1`,
        `${SAKNAS} 2029-07 2029-12-31 2029-08 1`,
      ]);
      assert.deepEqual(await sluten({ filter: { insats: ['Sfi'] } }), [' 2029-06 2029-12-31 2029-08 1']);
      assert.deepEqual(await sluten({ filter: { insats: ['Annan'] } }), []);
      await assert.rejects(sluten({ filter: { namn: ['x'] } }), Frågefel);
      await assert.rejects(sluten({ uppdelning: 'personnummer' }), Frågefel);
    });
  });
});
