import { createHash } from 'node:crypto';
import type { Fältfel } from '../refusal.ts';
import { ärDag } from '../skicka-in.ts';
import { type Dag, dagFör, type Tidpunkt } from '../tid.ts';

/** The rules a sample can be drawn by; `egen` is put together by hand. */
export const URVALSMALLAR = {
  automatiska: 'Slumpvis andel av automatiska bifall',
  avslag: 'Alla avslag',
  'var-tionde': 'Var tionde akt',
  aterkomst: 'Återkomster inom ett år',
  egen: 'Egen regel',
} as const;
export type Urvalsmall = keyof typeof URVALSMALLAR;

export const URVALSBESLUT = {
  alla: 'Alla beslut',
  automatiska: 'Automatiska beslut',
  handlaggare: 'Beslut av handläggare',
} as const;
export type Urvalsbeslut = keyof typeof URVALSBESLUT;

export const URVALSUTFALL = {
  alla: 'Alla utfall',
  bifall: 'Bifall',
  avslag: 'Avslag och delavslag',
} as const;
export type Urvalsutfall = keyof typeof URVALSUTFALL;

/** How many of those that fit are drawn. */
export type Urvalssätt = { slag: 'alla' } | { slag: 'andel'; procent: number } | { slag: 'var'; nummer: number };

/** Which files a round looks at. Days of decision, both counted. */
export interface Urvalsregel {
  mall: Urvalsmall;
  från: Dag;
  till: Dag;
  beslut: Urvalsbeslut;
  utfall: Urvalsutfall;
  /** Only decisions by members of this group; undefined: everybody's. */
  grupp: { id: string; namn: string; medlemmar: readonly string[] } | undefined;
  /** Only applications from somebody who came back within twelve months of an exit. */
  baraÅterkomst: boolean;
  sätt: Urvalssätt;
}

/** A decided application that a rule may choose. */
export interface Urvalskandidat {
  beslut: string;
  ansökan: string;
  beslutad: Tidpunkt;
  automatisk: boolean;
  utfall: string;
  slag: string;
  /** Who decided, by id; undefined for the machine. */
  beslutsfattare: string | undefined;
  återkomst: boolean;
}

/** What was drawn, and what an auditor needs to draw it again. */
export interface Draget {
  /** Decisions that fit the rule. */
  population: number;
  /** SHA-256 of the ids of the decisions that fit, in order: the same population gives the same. */
  populationshash: string;
  /** In the order they were drawn. */
  dragna: readonly Urvalskandidat[];
}

/** More files than this are not looked at with care in one round. */
export const FLEST_AKTER = 100;

/** Reads a rule as it is written in a form; the templates say what they fix. */
export function läsUrvalsregel(
  input: {
    mall: string;
    från: string;
    till: string;
    beslut: string;
    utfall: string;
    grupp: { id: string; namn: string; medlemmar: readonly string[] } | undefined;
    baraÅterkomst: boolean;
    sätt: string;
    procent: string;
    nummer: string;
  },
  idag: Dag,
): { ok: true; regel: Urvalsregel } | { ok: false; fel: Fältfel[] } {
  const fel: Fältfel[] = [];
  if (!Object.hasOwn(URVALSMALLAR, input.mall)) return { ok: false, fel: [{ fält: 'mall', text: 'Välj en regel.' }] };
  const mall = input.mall as Urvalsmall;
  if (!ärDag(input.från)) fel.push({ fält: 'fran', text: 'Skriv första dagen, till exempel 2026-09-01.' });
  if (!ärDag(input.till) || input.till > idag)
    fel.push({ fält: 'till', text: 'Skriv sista dagen, senast i dag, till exempel 2026-10-31.' });
  if (ärDag(input.från) && ärDag(input.till) && input.från > input.till)
    fel.push({ fält: 'till', text: 'Sista dagen ska vara efter den första.' });
  const egen = mall === 'egen';
  const sätt = egen ? input.sätt : mall === 'automatiska' ? 'andel' : mall === 'var-tionde' ? 'var' : 'alla';
  const procent = helt(input.procent, 1, 100);
  const nummer = mall === 'var-tionde' ? 10 : helt(input.nummer, 2, 100);
  if (sätt === 'andel' && procent === undefined)
    fel.push({ fält: 'procent', text: 'Skriv hela procent från 1 till 100.' });
  if (sätt === 'var' && nummer === undefined) fel.push({ fält: 'nummer', text: 'Skriv ett helt tal från 2 till 100.' });
  if (!['alla', 'andel', 'var'].includes(sätt)) fel.push({ fält: 'satt', text: 'Välj hur många som dras.' });
  if (egen && !Object.hasOwn(URVALSBESLUT, input.beslut)) fel.push({ fält: 'beslut', text: 'Välj vilka beslut.' });
  if (egen && !Object.hasOwn(URVALSUTFALL, input.utfall)) fel.push({ fält: 'utfall', text: 'Välj vilka utfall.' });
  if (fel.length > 0) return { ok: false, fel };
  return {
    ok: true,
    regel: {
      mall,
      från: input.från,
      till: input.till,
      beslut: egen ? (input.beslut as Urvalsbeslut) : mall === 'automatiska' ? 'automatiska' : 'alla',
      utfall: egen
        ? (input.utfall as Urvalsutfall)
        : mall === 'automatiska'
          ? 'bifall'
          : mall === 'avslag'
            ? 'avslag'
            : 'alla',
      grupp: mall === 'automatiska' ? undefined : input.grupp,
      baraÅterkomst: mall === 'aterkomst' || (egen && input.baraÅterkomst),
      sätt:
        sätt === 'andel'
          ? { slag: 'andel', procent: procent! }
          : sätt === 'var'
            ? { slag: 'var', nummer: nummer! }
            : { slag: 'alla' },
    },
  };
}

/** A whole number between the limits, both allowed; undefined for anything else. */
function helt(text: string, minst: number, högst: number): number | undefined {
  const tal = /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
  return tal >= minst && tal <= högst ? tal : undefined;
}

/** The rule as a sentence. */
export function urvalsregelIOrd(regel: Urvalsregel): string {
  const vad = [
    URVALSBESLUT[regel.beslut].toLowerCase(),
    ...(regel.utfall === 'alla' ? [] : [URVALSUTFALL[regel.utfall].toLowerCase()]),
    ...(regel.baraÅterkomst ? ['den som är tillbaka inom ett år'] : []),
    ...(regel.grupp ? [regel.grupp.namn] : []),
  ].join(', ');
  const { sätt } = regel;
  const hur =
    sätt.slag === 'alla'
      ? 'Alla'
      : sätt.slag === 'andel'
        ? `${sätt.procent} procent slumpvis`
        : sätt.nummer === 10
          ? 'Var tionde'
          : `En av ${sätt.nummer}`;
  return `${hur} av: ${vad}. Beslutade ${regel.från}–${regel.till}.`;
}

/** Whether a decision fits the rule, before anything is drawn. */
export function passarRegeln(k: Urvalskandidat, regel: Urvalsregel): boolean {
  const dag = dagFör(k.beslutad);
  return (
    dag >= regel.från &&
    dag <= regel.till &&
    (regel.beslut === 'alla' || k.automatisk === (regel.beslut === 'automatiska')) &&
    (regel.utfall === 'alla' ||
      (regel.utfall === 'bifall' ? k.utfall === 'bifall' : k.utfall === 'avslag' || k.utfall === 'delavslag')) &&
    (!regel.baraÅterkomst || k.återkomst) &&
    (!regel.grupp || (k.beslutsfattare !== undefined && regel.grupp.medlemmar.includes(k.beslutsfattare)))
  );
}

/**
 * Draws a sample. The same candidates, rule and seed always give the same sample: a share is those with the smallest SHA-256 of seed
 * and decision, rounded up; every n-th counts in the order of decision from a place the seed gives. Nobody can steer it towards a
 * file without knowing every other.
 */
export function draUrval(kandidater: readonly Urvalskandidat[], regel: Urvalsregel, frö: number): Draget {
  const passar = kandidater
    .filter((k) => passarRegeln(k, regel))
    .sort((a, b) => jämför(a.beslutad, b.beslutad) || jämför(a.beslut, b.beslut));
  const populationshash = createHash('sha256')
    .update(passar.map(({ beslut }) => beslut).join('\n'))
    .digest('hex');
  const { sätt } = regel;
  const dragna =
    sätt.slag === 'alla'
      ? passar
      : sätt.slag === 'var'
        ? passar.filter((_, i) => i % sätt.nummer === frö % sätt.nummer)
        : passar
            .map((k) => ({ k, ordning: createHash('sha256').update(`${frö}:${k.beslut}`).digest('hex') }))
            .sort((a, b) => jämför(a.ordning, b.ordning))
            .slice(0, Math.ceil((passar.length * sätt.procent) / 100))
            .map(({ k }) => k);
  return { population: passar.length, populationshash, dragna };
}

const jämför = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
