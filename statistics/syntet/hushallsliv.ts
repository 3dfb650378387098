import { hushållstyp, åldersgrupp } from '../dimension.ts';
import type { Biståndsperiod, Faktaparti, Grund, Personår } from '../fakta.ts';
import { gångAnsökan } from './ansokningar.ts';
import type { Facit } from './facit.ts';
import { händelserna } from './handelser.ts';
import { draHushåll } from './hushallsbild.ts';
import type { Insatstavla } from './insatstavla.ts';
import { långvarigt, mycketLångvarigt } from './langvarigt.ts';
import { dagI, månadAv, sistaDag, ålder } from './manad.ts';
import { type Läge, riskAnnat, riskMål, riskStart, SYNTETINSATSER, övergångar } from './risker.ts';
import { sannSkillnad } from './sann-skillnad.ts';
import { SANNING, SPÅR } from './sanning.ts';
import type { Slump } from './slump.ts';

/** The whole stretch of time: months as whole numbers, twelve a year. Nothing before `från` is told, but it has happened. */
export interface Tidsram {
  readonly från: number;
  readonly till: number;
  /** From this month on there are automatic decisions. */
  readonly automatik: number;
  /** false: no activity has any effect. */
  readonly effekt: boolean;
}

type Parti = { [K in keyof Faktaparti]: Faktaparti[K][number][] };

/** What is kept while a household's life is made. */
export interface Liv {
  readonly slump: Slump;
  readonly ram: Tidsram;
  readonly parti: Parti;
  readonly facit: Facit;
  readonly distrikt: keyof typeof SANNING.väntanDistrikt;
  readonly hushåll: string;
  /** A new identity of the kind, always the same for the same seed and place. */
  id(slag: Idslag): string;
}
export type Idslag = keyof typeof SLAG;
const SLAG = { hushåll: '001', person: '002', ansökan: '003', period: '004', händelse: '005' };

export interface Vuxen {
  readonly id: string;
  readonly kön: 'kvinna' | 'man';
  readonly född: string;
  läge: Läge;
  steg: number;
  /** Activities begun in this period by name, with first and last month. */
  insatser: Map<string, { från: number; till: number }>;
  stegFrån: number;
  förstaAktivitet: string | undefined;
  hade: Set<number>;
}

interface Slutad {
  period: Biståndsperiod;
  till: number;
  följs: boolean;
  spår: keyof typeof SANNING.återkomst;
}

const ORSAK_MÅL = [
  ['arbete', 68],
  ['arbete-med-stod', 10],
  ['studier', 22],
] as const;
const ORSAK_ANNAT = [
  ['annan-ersattning', 35],
  ['hushallet', 25],
  ['flyttat', 15],
  ['egen-begaran', 8],
  ['ingen-kontakt', 12],
  ['avlidit', 1],
  ['annat', 4],
] as const;
/** Those who are not followed after the end. */
const BORTA = ['flyttat', 'avlidit'];

const STEG_FRÅN: Readonly<Record<keyof typeof SANNING.utMål, number>> = {
  '100 dagar': 2,
  Kompetenscenter: 2,
  'SFI plus': 1,
  'Kompletterande samordnat stöd': 0,
  'Fortsatt utredning och socialt arbete': 0,
};
const ÖVERSTA_STEGET = 5;

/** Makes one household's life from the month it first applies, month by month, and adds its facts to the parcel. */
export function levHushåll(
  slump: Slump,
  ram: Tidsram,
  börjar: number,
  parti: Parti,
  facit: Facit,
  tavla: Insatstavla,
): void {
  let nummer = 0;
  const id = (slag: Idslag) =>
    `${slump.märke.slice(0, 8)}-${slump.märke.slice(8, 12)}-8${slump.märke.slice(12, 15)}-8${SLAG[slag]}-${(nummer++).toString(16).padStart(12, '0')}`;
  const bild = draHushåll(slump, månadAv(börjar));
  const liv: Liv = { slump, ram, parti, facit, distrikt: bild.distrikt, hushåll: id('hushåll'), id };
  const vuxna: Vuxen[] = bild.vuxna.map(({ kön, född, hinder, spår }) => ({
    id: id('person'),
    kön,
    född,
    läge: { spår, hinder },
    steg: STEG_FRÅN[spår],
    insatser: new Map(),
    stegFrån: 0,
    förstaAktivitet: undefined,
    hade: new Set(),
  }));
  const barn = bild.barn.map((född) => ({ id: id('person'), född, hade: new Set<number>() }));
  const sista = new Map<string, Grund>();
  const slutade: Slutad[] = [];
  const hemma = (m: number) => barn.filter(({ född }) => född <= sistaDag(m) && ålder(född, m) < 18);
  const grund = (v: Vuxen, m: number, barnen: number): Grund => ({
    kon: v.kön,
    aldersgrupp: åldersgrupp(ålder(v.född, m)),
    hushallstyp: hushållstyp(vuxna.length, barnen),
    hinder: v.läge.hinder,
    distrikt: bild.distrikt,
    spar: v.läge.spår,
  });

  if (slump.sant(SANNING.avslag.nyansökan / (1 - SANNING.avslag.nyansökan)))
    gångAnsökan(liv, börjar - 1, 'nyansokan', grund(vuxna[0]!, börjar - 1, hemma(börjar - 1).length), true);

  let m = börjar;
  let förra: number | undefined;
  while (m <= ram.till) {
    // A period of assistance.
    const från = m;
    for (const v of vuxna) {
      v.insatser = new Map();
      v.stegFrån = v.steg;
      v.förstaAktivitet = undefined;
    }
    let slut: { orsak: (v: Vuxen) => string } | undefined;
    for (; m <= ram.till; m++) {
      const månader = m - från;
      const barnen = hemma(m);
      const grunder = vuxna.map((v) => grund(v, m, barnen.length));
      const slag = månader > 0 || (förra !== undefined && m - förra <= 3) ? 'ateransokan' : 'nyansokan';
      for (const v of vuxna) börjaInsatser(v, vuxna, m, månader, barnen.length, liv, tavla);
      slut = lämnar(vuxna, m, månader, liv);
      if (m >= ram.från) {
        berättaMånad(liv, {
          m,
          vuxna,
          barnen,
          grunder,
          ny: månader === 0,
          avslutad: slut !== undefined,
          nivå: bild.nivå,
        });
        gångAnsökan(liv, m, slag, grunder[0]!, false);
        if (m === ram.till && slut === undefined) gångAnsökan(liv, m + 1, 'ateransokan', grunder[0]!, false);
        for (const [i, v] of vuxna.entries()) händelserna(liv, v, grunder[i]!, m, månader, från);
      }
      for (const person of [...vuxna, ...barnen]) person.hade.add(m);
      vuxna.forEach((v, i) => {
        sista.set(`${v.id} ${Math.floor(m / 12)}`, grunder[i]!);
      });
      for (const b of barnen)
        sista.set(`${b.id} ${Math.floor(m / 12)}`, {
          ...grunder[0]!,
          kon: könAv(b.id),
          aldersgrupp: åldersgrupp(ålder(b.född, m)),
        });
      if (slut) break;
      for (const v of vuxna) byt(v, månader + 1, liv);
    }
    const till = slut ? m : undefined;
    const perioder = vuxna.map((v): Slutad => {
      const orsak = slut?.orsak(v);
      const följs = orsak === undefined || !BORTA.includes(orsak);
      const sedd = till !== undefined && !följs ? till : ram.till;
      return {
        till: till ?? ram.till,
        följs,
        spår: vuxna[0]!.läge.spår,
        period: {
          ...grund(v, till ?? ram.till, hemma(till ?? ram.till).length),
          id: id('period'),
          person: v.id,
          från: månadAv(från),
          till: till === undefined ? undefined : månadAv(till),
          avslutsorsak: orsak,
          återansökt: undefined,
          återkom: undefined,
          seddTill: sistaDag(sedd),
          förstaAktivitet: v.förstaAktivitet,
          insatser: [...v.insatser.keys()],
          stegFrån: v.stegFrån + 1,
          stegTill: v.steg + 1,
        },
      };
    });
    slutade.push(...perioder);
    if (till === undefined || !perioder[0]!.följs) break;
    // Away, until a formal application is granted.
    förra = till;
    const p = SANNING.återkomst[vuxna[0]!.läge.spår];
    const risk = 1 - (1 - p) ** (1 / 12);
    let igen = false;
    for (m = till + 1; m <= ram.till; m++) {
      if (!slump.sant(m - till <= 12 ? risk : risk * SANNING.återkomstSedan)) continue;
      const beviljas = slump.sant(SANNING.bifallÅterkomst);
      const dag = slump.heltal(1, 20);
      for (const s of perioder) {
        s.period.återansökt ??= dagI(m, dag);
        if (beviljas) s.period.återkom = månadAv(m);
      }
      if (beviljas) {
        igen = true;
        break;
      }
      gångAnsökan(liv, m, m - till <= 3 ? 'ateransokan' : 'nyansokan', grund(vuxna[0]!, m, hemma(m).length), true);
    }
    if (!igen) break;
    if (slump.sant(0.25))
      for (const v of vuxna)
        v.läge = { spår: v.läge.spår === SPÅR.hundraDagar ? SPÅR.kompetenscenter : v.läge.spår, hinder: v.läge.hinder };
  }

  for (const s of slutade) {
    if (s.period.till !== undefined && s.period.till < månadAv(ram.från)) continue;
    parti.perioder.push(s.period);
    räknaÅterkomst(s, ram, facit);
  }
  berättaÅr(liv, vuxna, barn, sista);

  function byt(v: Vuxen, månader: number, { slump }: Liv): void {
    const vidare = övergångar(v.läge, månader);
    if (vidare.length > 0) v.läge = slump.välj(vidare);
  }
}

/** Children are girls as often as boys, by their identity. */
function könAv(id: string): 'kvinna' | 'man' {
  return Number.parseInt(id.at(-1)!, 16) % 2 === 0 ? 'kvinna' : 'man';
}

function pågår(v: Vuxen, m: number): string[] {
  return [...v.insatser].filter(([, { från, till }]) => från <= m && m <= till).map(([namn]) => namn);
}

/** The product of what the activities begun in the last twelve months do. */
function kvot(v: Vuxen, m: number, { ram }: Liv, utom?: string): number {
  if (!ram.effekt) return 1;
  let produkt = 1;
  for (const [namn, { från }] of v.insatser)
    if (namn !== utom && m - från < SANNING.effektmånader)
      produkt *= SANNING.insatser[namn as keyof typeof SANNING.insatser].kvot;
  return produkt;
}

function målrisk(v: Vuxen, m: number, månader: number, liv: Liv): number {
  return Math.min(0.9, riskMål(v.läge, { kön: v.kön, ålder: ålder(v.född, m) }, månader, m) * kvot(v, m, liv));
}

function börjaInsatser(
  v: Vuxen,
  vuxna: readonly Vuxen[],
  m: number,
  månader: number,
  barn: number,
  liv: Liv,
  tavla: Insatstavla,
): void {
  const { slump, ram, facit } = liv;
  const år = ålder(v.född, m);
  for (const insats of SYNTETINSATSER) {
    if (v.insatser.has(insats.namn)) continue;
    const risk = riskStart(insats, v.läge, år, månader, barn);
    if (risk === 0 || !slump.sant(risk)) continue;
    const längd = Math.max(1, insats.månader + slump.heltal(-1, 1));
    v.insatser.set(insats.namn, { från: m, till: m + längd - 1 });
    v.förstaAktivitet ??= dagI(m, slump.heltal(1, 25));
    tavla.börjar(insats.namn, m, Math.round(slump.vänta(insats.ködagar)));
    if (m < ram.från || m + 11 > ram.till) continue;
    const andra = kvot(v, m, liv, insats.namn);
    const egen = ram.effekt ? SANNING.insatser[insats.namn].kvot : 1;
    const partner = vuxna.filter((p) => p !== v).reduce((summa, p) => summa + målrisk(p, m, månader, liv), 0);
    const skillnad = (efter: number) =>
      egen === 1
        ? 0
        : sannSkillnad({
            läge: v.läge,
            person: { kön: v.kön, ålder: år },
            månader,
            månad: m,
            kvot: egen,
            andra,
            partner,
            senare: (läge, sedan) => riskStart(insats, läge, år, sedan, barn),
            efter,
          });
    facit.effekt[insats.namn] ??= { antal: 0, inom6: 0, inom12: 0 };
    const rad = facit.effekt[insats.namn]!;
    rad.antal += 1;
    rad.inom6 += skillnad(6);
    rad.inom12 += skillnad(12);
  }
  for (const namn of pågår(v, m)) tavla.deltar(namn, m);
}

/** Whether the household leaves after the month, and why each adult does. */
function lämnar(
  vuxna: readonly Vuxen[],
  m: number,
  månader: number,
  liv: Liv,
): { orsak: (v: Vuxen) => string } | undefined {
  const { slump } = liv;
  let kvar = slump.tal();
  for (const den of vuxna) {
    kvar -= målrisk(den, m, månader, liv);
    if (kvar < 0) {
      const orsak = slump.välj(ORSAK_MÅL);
      den.steg = orsak === 'studier' ? 4 : ÖVERSTA_STEGET;
      return { orsak: (v) => (v === den ? orsak : 'hushallet') };
    }
  }
  kvar -= riskAnnat(vuxna[0]!.läge, ålder(vuxna[0]!.född, m), m);
  if (kvar >= 0) return undefined;
  const orsak = slump.välj(ORSAK_ANNAT);
  return { orsak: () => orsak };
}

const GRUNDBELOPP = { 'ensam-utan-barn': 8000, 'ensam-med-barn': 9300, 'par-utan-barn': 11200, 'par-med-barn': 12200 };

function berättaMånad(
  { slump, ram, parti, facit, hushåll }: Liv,
  rad: {
    m: number;
    vuxna: readonly Vuxen[];
    barnen: readonly { id: string; född: string }[];
    grunder: readonly Grund[];
    ny: boolean;
    avslutad: boolean;
    nivå: number;
  },
): void {
  const { m, vuxna, barnen, grunder } = rad;
  const månad = månadAv(m);
  const grund = grunder[0]!;
  const kronor =
    (GRUNDBELOPP[grund.hushallstyp as keyof typeof GRUNDBELOPP] + 500 * Math.max(0, barnen.length - 2)) *
    rad.nivå *
    slump.kring(1, 0.12) *
    (1 + SANNING.tillväxt) ** (Math.floor(m / 12) - Math.floor(ram.till / 12));
  const belopp121 = Math.round(kronor) * 100;
  const belopp122 = slump.sant(0.02) ? Math.round(slump.kring(1500, 0.5)) * 100 : 0;
  parti.hushållsmånader.push({
    ...grund,
    månad,
    hushåll,
    vuxna: vuxna.length,
    barn: barnen.length,
    belopp121,
    belopp122,
    ny: rad.ny,
    avslutad: rad.avslutad,
  });
  facit.hushållsmånader[månad] = (facit.hushållsmånader[månad] ?? 0) + 1;
  facit.belopp[månad] = (facit.belopp[månad] ?? 0) + belopp121 + belopp122;
  vuxna.forEach((v, i) => {
    parti.personmånader.push({ ...grunder[i]!, månad, person: v.id, hushåll, vuxen: true, insatser: pågår(v, m) });
  });
  for (const b of barnen)
    parti.personmånader.push({
      ...grund,
      kon: könAv(b.id),
      aldersgrupp: åldersgrupp(ålder(b.född, m)),
      månad,
      person: b.id,
      hushåll,
      vuxen: false,
      insatser: [],
    });
}

function räknaÅterkomst({ period, till, följs, spår }: Slutad, ram: Tidsram, facit: Facit): void {
  if (period.till === undefined || !följs || till + 12 > ram.till) return;
  facit.återkomst[spår] ??= { slutade: 0, återkom: 0 };
  const rad = facit.återkomst[spår];
  rad.slutade += 1;
  if (period.återansökt !== undefined && period.återansökt.slice(0, 7) <= månadAv(till + 12)) rad.återkom += 1;
}

/** The rows of calendar years, for those with assistance in the year. */
function berättaÅr(
  { ram, parti, facit }: Liv,
  vuxna: readonly Vuxen[],
  barn: readonly { id: string; född: string; hade: Set<number> }[],
  sista: ReadonlyMap<string, Grund>,
): void {
  for (let år = Math.floor(ram.från / 12); år <= Math.floor(ram.till / 12); år++) {
    const iÅr = (person: { hade: Set<number> }) =>
      Array.from({ length: 12 }, (_, i) => 12 * år + i).filter((m) => person.hade.has(m)).length;
    const hushållet = {
      lång: vuxna.some((v) => långvarigt(iÅr(v))),
      mycket: vuxna.some((v) => mycketLångvarigt(v.hade, år)),
    };
    for (const person of [...vuxna, ...barn]) {
      const månader = iÅr(person);
      const grund = sista.get(`${person.id} ${år}`);
      if (månader === 0 || grund === undefined) continue;
      const vuxen = 'läge' in person;
      const rad: Personår = {
        ...grund,
        år,
        person: person.id,
        vuxen,
        månader,
        långvarigt: vuxen ? långvarigt(månader) : hushållet.lång,
        mycketLångvarigt: vuxen ? mycketLångvarigt(person.hade, år) : hushållet.mycket,
      };
      parti.personår.push(rad);
      if (!vuxen) continue;
      facit.vuxnaUnderÅr[år] = (facit.vuxnaUnderÅr[år] ?? 0) + 1;
      if (rad.långvarigt) facit.långvarigaUnderÅr[år] = (facit.långvarigaUnderÅr[år] ?? 0) + 1;
    }
  }
}
