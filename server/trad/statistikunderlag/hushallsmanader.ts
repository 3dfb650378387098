import { dagFör, flyttaMånad, gällandeAvslut, gällerMånaden, type Månad, type PersonId } from '@stegvis/casework';
import { type Hushållsmånad, type Personmånad, type Personår, SAKNAS, åldersgrupp } from '@stegvis/statistics';
import { faktaid, ärUuid } from './faktaid.ts';
import { grundFör, type Hushåll, hushållet, insatserMellan, personensAktiviteter, ålderDen } from './grund.ts';
import { type Ansökningsrad, type Ramverk, sistaDagen, type Underlag, type Ärenderad } from './underlag.ts';

/** A month that assistance was paid for in one case, with the household as it was then. Öre. */
export interface Betaldmånad {
  readonly ärende: string;
  readonly månad: Månad;
  readonly ansökan: Ansökningsrad;
  readonly hushåll: Hushåll;
  readonly belopp121: number;
  readonly belopp122: number;
}

/**
 * The months that assistance was paid for, oldest first: the month the assistance concerns, whenever it was decided. What was
 * rejected by the bank, stopped or returned is not paid; what has been claimed back is not deducted (docs/tolkningar/W01).
 */
export function betaldaMånader(ärende: Ärenderad): Betaldmånad[] {
  const hela = ärende.ansökningar.filter(gällerMånaden).toSorted((a, b) => (a.månad < b.månad ? -1 : 1));
  return [...Map.groupBy(ärende.ansökningar, ({ månad }) => månad)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([månad, ansökningar]): Betaldmånad[] => {
      const beslut = ansökningar.flatMap((a) => a.beslut);
      const summa = (bestämmelse: '12:1' | '12:2') =>
        beslut
          .filter((b) => (b.form?.bestämmelse ?? '12:1') === bestämmelse)
          .reduce((sum, { utbetalt }) => sum + utbetalt, 0);
      const [belopp121, belopp122] = [summa('12:1'), summa('12:2')];
      if (belopp121 + belopp122 === 0) return [];
      const egen = hela.filter((a) => a.månad === månad).findLast((a) => a.beslut.some((b) => b.utbetalt > 0));
      const ansökan = egen ?? hela.findLast((a) => a.månad <= månad) ?? ansökningar[0]!;
      return [{ ärende: ärende.id, månad, ansökan, hushåll: hushållet(ansökan), belopp121, belopp122 }];
    });
}

/** Each adult's months with assistance: paid here, and known from elsewhere. */
export function biståndsmånader(
  underlag: Underlag,
  betalda: readonly Betaldmånad[],
): ReadonlyMap<PersonId, ReadonlySet<Månad>> {
  const månader = new Map<PersonId, Set<Månad>>(
    [...underlag.personer.values()].map(({ id, kändaMånader }) => [id, new Set(kändaMånader)]),
  );
  for (const { hushåll, månad } of betalda) for (const vuxen of hushåll.vuxna) månader.get(vuxen)?.add(månad);
  return månader;
}

/**
 * Whether assistance has ended with this month: a whole month without it has passed, or somebody has ended the way. Until then a
 * month can still be applied for and decided.
 */
export function harSlutat(underlag: Underlag, person: PersonId, sista: Månad, nu: string): boolean {
  const idag = dagFör(nu);
  if (sista <= flyttaMånad(idag.slice(0, 7), -2)) return true;
  const avslut = gällandeAvslut(
    (underlag.personer.get(person)?.avslut ?? []).toSorted((a, b) => (a.tid < b.tid ? 1 : -1)),
  );
  return avslut !== undefined && avslut.dag <= idag && avslut.dag.slice(0, 7) >= flyttaMånad(sista, -1);
}

/** One row a case and month. */
export function hushållsmånader(underlag: Underlag, ram: Ramverk, betalda: readonly Betaldmånad[]): Hushållsmånad[] {
  const månader = biståndsmånader(underlag, betalda);
  return betalda.map((b) => {
    const har = (person: PersonId, månad: Månad) => månader.get(person)?.has(månad) ?? false;
    return {
      ...grundFör(underlag, ram, vem(b)),
      månad: b.månad,
      hushåll: b.ärende,
      vuxna: b.hushåll.vuxna.length,
      barn: b.hushåll.barn.length,
      belopp121: b.belopp121,
      belopp122: b.belopp122,
      ny: !b.hushåll.vuxna.some((v) => har(v, flyttaMånad(b.månad, -1))),
      avslutad: b.hushåll.vuxna.every(
        (v) => !har(v, flyttaMånad(b.månad, 1)) && harSlutat(underlag, v, b.månad, ram.nu),
      ),
    };
  });
}

/** One row a person and month, adults and children. Who is in two cases the same month is counted in the one that paid most. */
export function personmånader(underlag: Underlag, ram: Ramverk, betalda: readonly Betaldmånad[]): Personmånad[] {
  const rader = new Map<string, Personmånad>();
  const summa = (b: Betaldmånad) => b.belopp121 + b.belopp122;
  for (const b of betalda.toSorted((x, y) => summa(y) - summa(x)))
    for (const rad of personerI(underlag, ram, b)) {
      const nyckel = `${rad.månad} ${rad.person}`;
      if (!rader.has(nyckel)) rader.set(nyckel, rad);
    }
  return [...rader.values()].toSorted((a, b) => (a.månad < b.månad ? -1 : a.månad > b.månad ? 1 : 0));
}

function personerI(underlag: Underlag, ram: Ramverk, b: Betaldmånad): Personmånad[] {
  const idag = dagFör(ram.nu);
  const sista = sistaDagen(b.månad);
  const den = { månad: b.månad, hushåll: b.ärende };
  const sökandens = grundFör(underlag, ram, vem(b));
  return [
    ...b.hushåll.vuxna.map((person) => ({
      ...den,
      ...grundFör(underlag, ram, { ...vem(b), person }),
      person,
      vuxen: true,
      insatser: insatserMellan(personensAktiviteter(underlag.personer.get(person)!, ram, idag), `${b.månad}-01`, sista),
    })),
    ...b.hushåll.barn.map((barn) => ({
      ...den,
      ...sökandens,
      kon: SAKNAS,
      aldersgrupp: åldersgrupp(ålderDen(barn.född, sista)),
      person: ärUuid(barn.id) ? barn.id : faktaid('barn', b.ärende, barn.id),
      vuxen: false,
      insatser: [],
    })),
  ];
}

function vem(b: Betaldmånad) {
  const { ansökan, hushåll } = b;
  return {
    person: ansökan.sökande,
    dag: sistaDagen(b.månad),
    typ: hushåll.typ,
    vuxna: hushåll.vuxna,
    postnummer: ansökan.postnummer,
  };
}

/**
 * One row a person and calendar year with assistance paid here, split as in the last of its months. Months known from elsewhere count
 * in the length. A child is as long-term as the adult of the household who has had assistance longest.
 */
export function personår(
  personmånaderna: readonly Personmånad[],
  månader: ReadonlyMap<PersonId, ReadonlySet<Månad>>,
): Personår[] {
  const vuxnas = new Map<string, PersonId[]>();
  for (const p of personmånaderna)
    if (p.vuxen) vuxnas.set(`${p.hushåll} ${p.månad}`, [...(vuxnas.get(`${p.hushåll} ${p.månad}`) ?? []), p.person]);
  return [...Map.groupBy(personmånaderna, (p) => `${p.person} ${p.månad.slice(0, 4)}`).values()].map((rader) => {
    const sista = rader.toSorted((a, b) => (a.månad < b.månad ? -1 : 1)).at(-1)!;
    const år = Number(sista.månad.slice(0, 4));
    const längd = (person: PersonId) => [...(månader.get(person) ?? [])].filter((m) => m.startsWith(`${år}-`)).length;
    const vuxna = sista.vuxen ? [sista.person] : (vuxnas.get(`${sista.hushåll} ${sista.månad}`) ?? []);
    const { månad, hushåll, insatser, ...rest } = sista;
    return {
      ...rest,
      år,
      månader: sista.vuxen ? längd(sista.person) : rader.length,
      långvarigt: Math.max(0, ...vuxna.map(längd)) >= 10,
      mycketLångvarigt: vuxna.some((v) => mycketLångvarigt(månader.get(v) ?? new Set(), år)),
    };
  });
}

/** At least 27 months in the three years that end with this one, with no gap longer than two months between them (Kolada U31801). */
export function mycketLångvarigt(månader: ReadonlySet<Månad>, år: number): boolean {
  const index = (m: Månad) => Number(m.slice(0, 4)) * 12 + Number(m.slice(5, 7));
  const inom = [...månader]
    .filter((m) => m >= `${år - 2}-01` && m <= `${år}-12`)
    .map(index)
    .toSorted((a, b) => a - b);
  let följd = 0;
  let längst = 0;
  for (const [i, m] of inom.entries()) {
    följd = i > 0 && m - inom[i - 1]! <= 3 ? följd + 1 : 1;
    längst = Math.max(längst, följd);
  }
  return längst >= 27;
}
