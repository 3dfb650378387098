import type { Nedsättningsärende } from '../nedsattning/nedsattningsarende.ts';
import type { PersonId } from '../person.ts';
import { type Dag, dagFör, type Månad } from '../tid.ts';
import { type Försörjningshinder, hindretDen } from './forsorjningshinder.ts';
import { FÖRSÖRJNINGSHINDER, HINDER_SAKNAS } from './forsorjningshinder-lista.ts';

/** The three counts of SoL 34 kap. 12 §. */
export const IVO_RÄKNINGAR = {
  '12:4a': { namn: 'Anvisade aktiviteter enligt 12 kap. 4 a §', lagrum: '34 kap. 12 § första stycket 1' },
  '12:4d': { namn: 'Anvisade aktiviteter enligt 12 kap. 4 d §', lagrum: '34 kap. 12 § första stycket 2' },
  nedsatt: {
    namn: 'Nekat eller nedsatt försörjningsstöd för att de inte deltagit',
    lagrum: '34 kap. 12 § första stycket 3',
  },
} as const;
export type IvoRäkning = keyof typeof IVO_RÄKNINGAR;

/** The first quarter there is anything to report about: the duty of 4 a § applies from October 2026. */
export const FÖRSTA_IVO_KVARTALET = '2026-4';

/** A quarter, `2026-4`. */
export type Kvartal = string;

/** One person in one count of one quarter, with what it rests on: the first happening of the quarter. */
export interface IvoRad {
  räkning: IvoRäkning;
  person: PersonId;
  dag: Dag;
  /** What happened, in words. */
  vad: string;
  /** The obstacle that held that day; undefined when none was noted. */
  hinder: string | undefined;
}

/** One line of the report: an obstacle, and the persons in each count. */
export interface IvoRapportrad {
  /** The value; undefined for the line of those whose obstacle is not noted. */
  hinder: string | undefined;
  namn: string;
  antal: Readonly<Record<IvoRäkning, number>>;
}

export interface IvoRapport {
  kvartal: Kvartal;
  rader: readonly IvoRapportrad[];
  summa: Readonly<Record<IvoRäkning, number>>;
  underlag: readonly IvoRad[];
}

/** The quarter of the month. */
export function kvartalFör(månad: Månad): Kvartal {
  return `${månad.slice(0, 4)}-${Math.ceil(Number(månad.slice(5, 7)) / 3)}`;
}

/** The days of the quarter, both included; undefined when the text is no quarter. */
export function kvartaletsDagar(kvartal: Kvartal): { från: Dag; till: Dag } | undefined {
  const [, år, nummer] = /^(\d{4})-([1-4])$/.exec(kvartal) ?? [];
  if (år === undefined || nummer === undefined) return undefined;
  const sista = Number(nummer) * 3;
  const slut = new Date(Date.UTC(Number(år), sista, 0)).toISOString().slice(0, 10);
  return { från: `${år}-${String(sista - 2).padStart(2, '0')}-01`, till: slut };
}

/** Every quarter from the first to report about to the one of the month, newest first. */
export function rapportkvartal(månad: Månad): Kvartal[] {
  const sista = kvartalFör(månad);
  const alla: Kvartal[] = [];
  for (let [år, nummer] = FÖRSTA_IVO_KVARTALET.split('-').map(Number) as [number, number]; ; ) {
    const kvartal = `${år}-${nummer}`;
    if (kvartal > sista) break;
    alla.unshift(kvartal);
    [år, nummer] = nummer === 4 ? [år + 1, 1] : [år, nummer + 1];
  }
  return alla;
}

/** `oktober–december 2026`. */
export function kvartalsnamn(kvartal: Kvartal): string {
  const namn = ['januari–mars', 'april–juni', 'juli–september', 'oktober–december'][Number(kvartal.slice(5)) - 1];
  return `${namn ?? ''} ${kvartal.slice(0, 4)}`;
}

/**
 * The quarterly counts of SoL 34 kap. 12 §, split by obstacle (SoF 12 kap. 5 §). A person is counted once in each count of the
 * quarter, with the obstacle that held on the day of the first happening; one without a noted obstacle stands on a line of its own
 * and is never left out. Refusals and reductions count when what they rest on was assigned under 4 a or 4 d; those that rest on
 * 12 kap. 4 or 4 g § alone do not.
 */
export function ivoRapport(
  kvartal: Kvartal,
  läge: {
    anvisade: readonly { person: PersonId; grund: '12:4a' | '12:4d'; dag: Dag; insats: string }[];
    nedsättningar: readonly Pick<Nedsättningsärende, 'person' | 'beslut'>[];
    hinder: readonly Försörjningshinder[];
  },
): IvoRapport {
  const dagar = kvartaletsDagar(kvartal);
  if (!dagar) throw new RangeError(`'${kvartal}' is no quarter`);
  const inom = (dag: Dag) => dagar.från <= dag && dag <= dagar.till;
  const händelser: Omit<IvoRad, 'hinder'>[] = [
    ...läge.anvisade.map(({ person, grund, dag, insats }) => ({ räkning: grund, person, dag, vad: insats })),
    ...läge.nedsättningar.flatMap(({ person, beslut }) =>
      beslut?.grunder.some((g) => g === '12:4a' || g === '12:4d')
        ? [
            {
              räkning: 'nedsatt' as const,
              person,
              dag: dagFör(beslut.beslutat),
              vad: beslut.slag === 'nekat' ? 'Nekat försörjningsstöd' : 'Nedsatt försörjningsstöd',
            },
          ]
        : [],
    ),
  ].filter(({ dag }) => inom(dag));
  const hinder = Map.groupBy(läge.hinder, ({ person }) => person);
  const först = new Map<string, Omit<IvoRad, 'hinder'>>();
  for (const h of händelser) {
    const nyckel = `${h.räkning} ${h.person}`;
    const förra = först.get(nyckel);
    if (!förra || h.dag < förra.dag) först.set(nyckel, h);
  }
  const underlag = [...först.values()]
    .map((rad): IvoRad => ({ ...rad, hinder: hindretDen(hinder.get(rad.person) ?? [], rad.dag)?.hinder }))
    .toSorted((a, b) => (a.dag < b.dag ? -1 : a.dag > b.dag ? 1 : 0));
  const antal = (rader: readonly IvoRad[]): Record<IvoRäkning, number> => ({
    '12:4a': rader.filter((r) => r.räkning === '12:4a').length,
    '12:4d': rader.filter((r) => r.räkning === '12:4d').length,
    nedsatt: rader.filter((r) => r.räkning === 'nedsatt').length,
  });
  const kända = new Set(FÖRSÖRJNINGSHINDER.map(({ id }) => id));
  const okända = [
    ...new Set(underlag.flatMap((r) => (r.hinder !== undefined && !kända.has(r.hinder) ? [r.hinder] : []))),
  ];
  return {
    kvartal,
    rader: [
      ...FÖRSÖRJNINGSHINDER.map(({ id, namn }) => ({
        hinder: id,
        namn,
        antal: antal(underlag.filter((r) => r.hinder === id)),
      })),
      ...okända.map((id) => ({ hinder: id, namn: id, antal: antal(underlag.filter((r) => r.hinder === id)) })),
      { hinder: undefined, namn: HINDER_SAKNAS, antal: antal(underlag.filter((r) => r.hinder === undefined)) },
    ],
    summa: antal(underlag),
    underlag,
  };
}
