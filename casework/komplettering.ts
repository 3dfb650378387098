import { type Dygnsklocka, dygnsklocka, type Paus } from './dygnsklocka.ts';
import type { PersonId } from './person.ts';
import { type Dag, dagFör, type Tidpunkt } from './tid.ts';

/** What is asked for: a document, an answer to a question, or a correction of something stated. */
export const KOMPLETTERINGSSLAG = ['dokument', 'svar', 'rattelse'] as const;
export type Kompletteringsslag = (typeof KOMPLETTERINGSSLAG)[number];

/** One thing asked for. */
export interface Kompletteringspunkt {
  /** Within the request: `p1`, `p2` … */
  id: string;
  slag: Kompletteringsslag;
  /** What is wanted, in words the person understands. */
  text: string;
  /** What the person has written about it, or that a document was sent; undefined until answered. */
  svar: { text: string; dokument: string[]; tid: Tidpunkt } | undefined;
}

/** `utgangen`: the deadline has passed without a whole answer. It refuses nothing: it is a task for a caseworker. */
export type Kompletteringsstatus = 'oppen' | 'utgangen' | 'besvarad' | 'aterkallad';
export type Kompletteringsövergång = 'delvis-besvarad' | 'besvarad' | 'pamind' | 'tiden-gick-ut' | 'aterkallad';

/** The state machine of a request for completion. */
export const KOMPLETTERINGSTABELL = {
  oppen: {
    'delvis-besvarad': 'oppen',
    besvarad: 'besvarad',
    pamind: 'oppen',
    'tiden-gick-ut': 'utgangen',
    aterkallad: 'aterkallad',
  },
  utgangen: { 'delvis-besvarad': 'utgangen', besvarad: 'besvarad', aterkallad: 'aterkallad' },
  besvarad: {},
  aterkallad: {},
} as const satisfies Record<Kompletteringsstatus, Partial<Record<Kompletteringsövergång, Kompletteringsstatus>>>;

/** A request to one adult to complete an application (FL 2017:900 20 §). The other adult does not see it. */
export interface Komplettering {
  id: string;
  ärende: string;
  ansökan: string;
  /** Who is asked. */
  person: PersonId;
  punkter: Kompletteringspunkt[];
  /** Why it is needed. */
  skäl: string;
  /** What happens if no answer comes. */
  följd: string;
  /** The last day to answer; the whole day counts, Swedish time. */
  senast: Dag;
  status: Kompletteringsstatus;
  begärd: Tidpunkt;
  av: { id: string; namn: string };
  /** When the last answer came, or when it was taken back. */
  avslutad: Tidpunkt | undefined;
  /** The person has said that nothing more can be given. */
  kanInteMer: boolean;
  påmind: Tidpunkt | undefined;
  /** When staff first opened the answer that is there now. */
  läst: Tidpunkt | undefined;
  version: number;
}

/** Where the transition leads, or undefined when it is not allowed. */
export function nästaKompletteringsstatus(
  status: Kompletteringsstatus,
  övergång: Kompletteringsövergång,
): Kompletteringsstatus | undefined {
  return (KOMPLETTERINGSTABELL[status] as Partial<Record<Kompletteringsövergång, Kompletteringsstatus>>)[övergång];
}

/** The first instant after the day in Sweden: the deadline `2026-11-27` has passed from 27 November, 24.00 Swedish time. */
export function dagensSlut(dag: Dag): Tidpunkt {
  const midnatt = Date.parse(`${dag}T00:00:00Z`) + 24 * 3_600_000;
  const timmar = [1, 2].find((offset) => {
    const start = new Date(midnatt - offset * 3_600_000);
    return dagFör(start.toISOString()) > dag && dagFör(new Date(start.getTime() - 1).toISOString()) === dag;
  });
  if (timmar === undefined) throw new RangeError(`There is no end of the day ${dag}`);
  return new Date(midnatt - timmar * 3_600_000).toISOString();
}

/** Whether the answer came after the last day. */
export function försent(komplettering: Pick<Komplettering, 'senast'>, tid: Tidpunkt): boolean {
  return tid >= dagensSlut(komplettering.senast);
}

/** Whether the municipality is waiting for the person right now: open, and the last day has not passed. */
export function väntarPåSvar(komplettering: Komplettering, nu: Tidpunkt): boolean {
  return komplettering.status === 'oppen' && !försent(komplettering, nu);
}

/**
 * When the 24-hour clock stands still for these requests: from the request until the whole answer, the withdrawal or the end of the
 * last day, whichever comes first. An answer after the last day pauses nothing.
 */
export function pauserFör(kompletteringar: readonly Komplettering[]): Paus[] {
  return kompletteringar.map(({ begärd, avslutad, senast }) => {
    const slut = dagensSlut(senast);
    return { från: begärd, till: avslutad !== undefined && avslutad < slut ? avslutad : slut };
  });
}

/** Whether there is an answer that staff have not opened. */
export function olästSvar(komplettering: Komplettering): boolean {
  return (
    komplettering.läst === undefined &&
    (komplettering.kanInteMer || komplettering.punkter.some((punkt) => punkt.svar !== undefined))
  );
}

/** When an answer to the application is due: 24 hours of its clock; undefined while it stands still, before it and after it. */
export function svarSenast(ansökan: Parameters<typeof ansökansklocka>[0], nu: Tidpunkt): Tidpunkt | undefined {
  const { läge, kvar } = ansökansklocka(ansökan, nu);
  return läge === 'går' ? new Date(Date.parse(nu) + kvar).toISOString() : undefined;
}

/** The points that are not answered. */
export function obesvarade(komplettering: Komplettering): Kompletteringspunkt[] {
  return komplettering.punkter.filter((punkt) => punkt.svar === undefined);
}

/** The 24-hour clock of one application with its requests: `gått` without the pauses, `gåttMedPauser` with them. */
export function ansökansklocka(
  ansökan: {
    inkommen: Tidpunkt | undefined;
    beslutad: Tidpunkt | undefined;
    kompletteringar: readonly Komplettering[];
  },
  nu: Tidpunkt,
): Dygnsklocka {
  return dygnsklocka({ ...ansökan, pauser: pauserFör(ansökan.kompletteringar) }, nu);
}
