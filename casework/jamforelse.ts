import { type Inkomsttypsuppgift, inkomsttyper, kostnadstyper, tillgångstyper } from '@stegvis/rules';
import { type Ansökan, vuxnaI } from './ansokan.ts';
import type { Öre } from './belopp.ts';
import { type Historik, senasteBeviljade } from './historik.ts';
import type { PersonId } from './person.ts';
import { MINSTA_KÄLLOR, registerkälla } from './registerkalla.ts';
import {
  inkomsterFörMånad,
  jämförelsemånad,
  KÄLLNAMN,
  type Källa,
  type Registerinkomst,
  type Registersvar,
  utbetaltUnder,
} from './registersvar.ts';
import type { Inkomsttyp, Inkomstuppgift, Kostnadsuppgift, Tillgångsuppgift } from './uppgifter.ts';
import type { Justering, Jämförelserad, Registerbesked } from './utredning.ts';

/** Own statement and register are the same when they differ by less than this: people write whole kronor. */
const SAMMA_INOM: Öre = 100;

/** What the comparison is made of. */
export interface Jämförelsegrund {
  ansökan: Ansökan;
  /** Every answer that has been recorded, per adult; the newest from each authority counts. */
  registersvar: Readonly<Record<PersonId, readonly Registersvar[]>>;
  historik: Historik;
  /** The authorities each adult's answers must cover (`källorFör`); left out for an adult: `MINSTA_KÄLLOR`. */
  källor?: Readonly<Record<PersonId, readonly Källa[]>>;
  /** Everything a caseworker has settled; the newest in each row counts. */
  justeringar: readonly Justering[];
}

/**
 * The rows of 'Du skrev · Registren säger · Räknat · Godkänt': costs, then each person's incomes and gaps, then assets.
 * Which figure is counted is decided here; `byggUnderlag` only carries it over.
 */
export function jämför(grund: Jämförelsegrund): Jämförelserad[] {
  const { uppgifter } = grund.ansökan;
  const settled = newestPerRow(grund.justeringar);
  const förra = senasteBeviljade(grund.historik)?.inkomster ?? [];
  return [
    ...(uppgifter.kostnader ?? []).map((k) => kostnadsrad(k, settled)),
    ...vuxnaI(grund.ansökan).flatMap((person) =>
      vuxenrader({
        person,
        månad: grund.ansökan.månad,
        skrivna: (uppgifter.inkomster ?? []).filter((i) => i.person === person),
        svar: newestPerSource(grund.registersvar[person] ?? []),
        krävs: grund.källor?.[person] ?? MINSTA_KÄLLOR,
        förra: new Map(förra.filter((i) => i.person === person).map((i) => [i.typ, i.netto])),
        settled,
      }),
    ),
    ...(uppgifter.barn ?? []).flatMap((barn) =>
      barnrader(
        barn.id,
        (uppgifter.inkomster ?? []).filter((i) => i.person === barn.id),
        settled,
      ),
    ),
    ...(uppgifter.tillgangar ?? []).filter((t) => t.belopp > 0).map((t) => tillgångsrad(t, settled)),
  ];
}

/** Rows that nobody and nothing has settled. A row of an authority that could not answer is settled together with its gap. */
export function öppnaRader(jämförelse: readonly Jämförelserad[]): Jämförelserad[] {
  return jämförelse.filter(
    (rad) => rad.godkänt === undefined && !(rad.grupp === 'inkomst' && rad.register.slag === 'ej-kontrollerbar'),
  );
}

type Settled = ReadonlyMap<string, Justering>;

interface Vuxengrund {
  person: PersonId;
  månad: string;
  skrivna: readonly Inkomstuppgift[];
  svar: ReadonlyMap<Källa, Registersvar>;
  krävs: readonly Källa[];
  förra: ReadonlyMap<Inkomsttyp, Öre>;
  settled: Settled;
}

function vuxenrader(grund: Vuxengrund): Jämförelserad[] {
  const { person, skrivna, svar, krävs, förra, settled } = grund;
  const { utbetalningar, utanDatum } = inkomsterFörMånad([...svar.values()], grund.månad);
  const oklara = [...utbetalningar.filter((u) => u.inkomsttyp === 'okand'), ...utanDatum];
  const kända = Map.groupBy(
    utbetalningar.filter((u) => u.inkomsttyp !== 'okand'),
    (u) => u.inkomsttyp as Inkomsttyp,
  );
  const innan = Map.groupBy(
    utbetaltUnder([...svar.values()], jämförelsemånad(grund.månad)).utbetalningar.filter(
      (u) => u.inkomsttyp !== 'okand',
    ),
    (u) => u.inkomsttyp as Inkomsttyp,
  );
  const summerade = new Set<Inkomsttyp>([
    ...kända.keys(),
    ...innan.keys(),
    ...skrivna.map((i) => i.typ).filter((typ) => !avgörsEnskilt(typ)),
    ...[...förra.keys()].filter((typ) => registerkälla(typ) !== undefined),
  ]);
  return [
    ...[...summerade].map((typ) =>
      inkomstrad({
        id: `inkomst:${person}:${typ}`,
        person,
        typ,
        skrivna: skrivna.filter((i) => i.typ === typ),
        utbetalningar: kända.get(typ) ?? [],
        register: registerbesked(typ, svar, krävs, kända.get(typ)),
        förra: förra.get(typ),
        innan: innan.get(typ)?.reduce((sum, u) => sum + u.netto, 0),
        settled,
      }),
    ),
    ...enskildaRader(
      person,
      skrivna.filter((i) => !summerade.has(i.typ)),
      settled,
    ),
    ...oklara.map((utbetalning, i) => oklarRad(`inkomst:${person}:okand:${i}`, person, utbetalning, settled)),
    ...[...new Set([...krävs, ...svar.keys()])]
      .filter((källa) => (svar.get(källa)?.kvalitet ?? 'ej-kontrollerbar') === 'ej-kontrollerbar')
      .map((källa) => lucka(person, källa, svar.get(källa), förra, settled)),
  ];
}

/** A child's own incomes: no register is asked about children, so the statement counts. */
function barnrader(barn: string, skrivna: readonly Inkomstuppgift[], settled: Settled): Jämförelserad[] {
  const summerade = new Set(skrivna.map((i) => i.typ).filter((typ) => !avgörsEnskilt(typ)));
  return [
    ...[...summerade].map((typ) =>
      inkomstrad({
        id: `inkomst:${barn}:${typ}`,
        person: barn,
        typ,
        skrivna: skrivna.filter((i) => i.typ === typ),
        utbetalningar: [],
        register: { slag: 'fragas-inte' },
        förra: undefined,
        settled,
      }),
    ),
    ...enskildaRader(
      barn,
      skrivna.filter((i) => avgörsEnskilt(i.typ)),
      settled,
    ),
  ];
}

/** One row for each amount of a type that is settled amount by amount. */
function enskildaRader(person: string, skrivna: readonly Inkomstuppgift[], settled: Settled): Jämförelserad[] {
  return skrivna.map((skriven) =>
    inkomstrad({
      id: `inkomst:${person}:${skriven.typ}:${skriven.id}`,
      person,
      typ: skriven.typ,
      skrivna: [skriven],
      utbetalningar: [],
      register: { slag: 'fragas-inte' },
      förra: undefined,
      settled,
    }),
  );
}

/** Types the rules leave to a person, so that every single amount is settled on its own. */
function avgörsEnskilt(typ: Inkomsttyp): boolean {
  const { behandling } = inkomsttyper[typ];
  return behandling === 'bedoms' || behandling === 'del';
}

function registerbesked(
  typ: Inkomsttyp,
  svar: ReadonlyMap<Källa, Registersvar>,
  krävs: readonly Källa[],
  utbetalt: readonly Registerinkomst[] | undefined,
): Registerbesked {
  if (utbetalt) return { slag: 'belopp', belopp: utbetalt.reduce((sum, u) => sum + u.netto, 0) };
  const källa = registerkälla(typ);
  if (källa === undefined || !(svar.has(källa) || krävs.includes(källa))) return { slag: 'fragas-inte' };
  return (svar.get(källa)?.kvalitet ?? 'ej-kontrollerbar') === 'ej-kontrollerbar'
    ? { slag: 'ej-kontrollerbar' }
    : { slag: 'inget' };
}

function inkomstrad(input: {
  id: string;
  person: string;
  typ: Inkomsttyp;
  skrivna: readonly Inkomstuppgift[];
  utbetalningar: readonly Registerinkomst[];
  register: Registerbesked;
  förra: Öre | undefined;
  innan?: Öre | undefined;
  settled: Settled;
}): Jämförelserad {
  const { typ, register, förra } = input;
  const justering = input.settled.get(input.id);
  const skrev = input.skrivna.length === 0 ? undefined : input.skrivna.reduce((sum, i) => sum + i.belopp, 0);
  const känt = register.slag === 'belopp' ? register.belopp : (skrev ?? (register.slag === 'inget' ? 0 : undefined));
  const avdrag = input.utbetalningar.some((u) => (u.avdragEfterSkatt ?? 0) > 0);
  const räknat = känt !== undefined && känt > 0 && (avgörsEnskilt(typ) || avdrag) ? undefined : känt;
  const skillnad = skillnaden(register, skrev, förra);
  const skiljer = skillnad !== undefined && Math.abs(skillnad) >= SAMMA_INOM;
  const rad: Jämförelserad = {
    ...tomRad(input.id, 'inkomst', typ, justering),
    benämning: inkomsttyper[typ].namn,
    person: input.person,
    skrev,
    register,
    källa: input.utbetalningar[0]?.källa ?? registerkälla(typ),
    räknat,
    godkänt: justering?.belopp ?? räknat,
    egenUppgift: skrev ?? (förra !== undefined && register.slag === 'belopp' ? register.belopp : undefined),
    förra,
    ...(input.innan === undefined ? {} : { innan: input.innan }),
    utbetald: register.slag === 'belopp' ? input.utbetalningar[0]?.utbetald : input.skrivna[0]?.utbetald,
    skiljer,
    skillnad,
  };
  return justering ? rad : { ...rad, fråga: frågan(rad, avdrag) };
}

/** Register less what the person has said: this month's statement, else nothing new since the latest decision. */
function skillnaden(register: Registerbesked, skrev: Öre | undefined, förra: Öre | undefined): Öre | undefined {
  if (register.slag === 'belopp') {
    if (skrev !== undefined) return register.belopp - skrev;
    return förra === undefined ? register.belopp : undefined;
  }
  return register.slag === 'inget' ? 0 - (skrev ?? förra ?? 0) : undefined;
}

function frågan(rad: Jämförelserad, avdrag: boolean): string | undefined {
  if (rad.skiljer && rad.register.slag === 'inget')
    return 'Registret har ingen utbetalning. Ta reda på vad som har betalats ut.';
  if (rad.skiljer && rad.skrev === undefined)
    return 'Inkomsten är ny och står inte i ansökan. Fråga den sökande innan den räknas.';
  if (rad.skiljer) return 'Ansökan och registret säger olika. Fråga den sökande innan registret räknas.';
  if (avdrag)
    return 'Avdrag har gjorts efter skatt, till exempel utmätning. Bestäm vad som ska räknas och skriv varför.';
  const typ: Inkomsttypsuppgift = inkomsttyper[rad.typ as Inkomsttyp];
  return rad.räknat === undefined && rad.register.slag !== 'ej-kontrollerbar'
    ? (typ.fraga ?? 'Bestäm hur mycket av inkomsten som ska räknas och skriv varför.')
    : undefined;
}

/** A payment whose kind or day is unknown: it may be an income of the month, so a person must settle it. */
function oklarRad(id: string, person: string, utbetalning: Registerinkomst, settled: Settled): Jämförelserad {
  const justering = settled.get(id);
  const namn = utbetalning.inkomsttyp === 'okand' ? 'Okänd utbetalning' : inkomsttyper[utbetalning.inkomsttyp].namn;
  const fråga =
    utbetalning.utbetald === undefined
      ? 'Utbetalningen har ingen dag. Ta reda på om den hör till månaden och bestäm vad som ska räknas.'
      : `Koden ${utbetalning.ursprung} är inte känd. Ta reda på vad det är och bestäm vad som ska räknas.`;
  return {
    ...tomRad(id, 'inkomst', 'ovrig-inkomst', justering),
    benämning: `${namn} från ${KÄLLNAMN[utbetalning.källa]}`,
    person,
    register: { slag: 'belopp', belopp: utbetalning.netto },
    källa: utbetalning.källa,
    utbetald: utbetalning.utbetald,
    ...(justering ? {} : { fråga }),
  };
}

/** An authority that could not answer: nothing is taken as zero until a person has found out. */
function lucka(
  person: string,
  källa: Källa,
  svar: Registersvar | undefined,
  tidigare: ReadonlyMap<Inkomsttyp, Öre>,
  settled: Settled,
): Jämförelserad {
  const id = `lucka:${person}:${källa}`;
  const justering = settled.get(id);
  const förra = [...tidigare].filter(([typ]) => registerkälla(typ) === källa);
  return {
    ...tomRad(id, 'lucka', 'ovrig-inkomst', justering),
    benämning: `${KÄLLNAMN[källa]} kunde inte svara`,
    person,
    register: { slag: 'ej-kontrollerbar' },
    källa,
    förra: förra.length === 0 ? undefined : förra.reduce((sum, [, netto]) => sum + netto, 0),
    ...(justering
      ? {}
      : {
          fråga: `${svar?.fel?.text ?? 'Svaret saknas.'} Fråga igen, eller ta reda på beloppet på annat sätt och skriv hur.`,
        }),
  };
}

function kostnadsrad(kostnad: Kostnadsuppgift, settled: Settled): Jämförelserad {
  const id = `kostnad:${kostnad.id}`;
  const justering = settled.get(id);
  const { namn } = kostnadstyper[kostnad.typ];
  return {
    ...tomRad(id, 'kostnad', kostnad.typ, justering),
    benämning: kostnad.vad ? `${namn}: ${kostnad.vad}` : namn,
    skrev: kostnad.belopp,
    räknat: kostnad.belopp,
    godkänt: justering?.belopp ?? kostnad.belopp,
    egenUppgift: kostnad.belopp,
  };
}

function tillgångsrad(tillgång: Tillgångsuppgift, settled: Settled): Jämförelserad {
  const id = `tillgang:${tillgång.id}`;
  const justering = settled.get(id);
  return {
    ...tomRad(id, 'tillgang', tillgång.typ, justering),
    benämning: tillgångstyper[tillgång.typ].namn,
    skrev: tillgång.belopp,
    egenUppgift: tillgång.belopp,
    ...(justering ? {} : { fråga: 'Bestäm hur mycket av tillgången som ska räknas och skriv varför.' }),
  };
}

function tomRad(
  id: string,
  grupp: Jämförelserad['grupp'],
  typ: string,
  justering: Justering | undefined,
): Jämförelserad {
  return {
    id,
    grupp,
    typ,
    benämning: typ,
    person: undefined,
    skrev: undefined,
    register: { slag: 'fragas-inte' },
    källa: undefined,
    räknat: undefined,
    godkänt: justering?.belopp,
    egenUppgift: undefined,
    förra: undefined,
    utbetald: undefined,
    skiljer: false,
    skillnad: undefined,
    fråga: undefined,
    justering,
  };
}

function newestPerRow(justeringar: readonly Justering[]): Settled {
  return new Map([...justeringar].sort((a, b) => (a.tid < b.tid ? -1 : 1)).map((j) => [j.rad, j]));
}

function newestPerSource(svar: readonly Registersvar[]): ReadonlyMap<Källa, Registersvar> {
  return new Map([...svar].sort((a, b) => (a.hämtad < b.hämtad ? -1 : 1)).map((s) => [s.källa, s]));
}
