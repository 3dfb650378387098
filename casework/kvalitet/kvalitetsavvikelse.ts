import type { PersonId } from '../person.ts';
import type { Dag, Tidpunkt } from '../tid.ts';

export type Avvikelsestatus = 'anmald' | 'utreds' | 'atgardas' | 'foljs-upp' | 'uppfoljd' | 'avslutad' | 'avskriven';
export type Avvikelseövergång =
  | 'tilldelad'
  | 'utredd'
  | 'åtgärd tillagd'
  | 'åtgärd gjord'
  | 'alla åtgärder gjorda'
  | 'effekt'
  | 'ingen effekt'
  | 'avslutad'
  | 'avskriven';

/** The state machine of a deviation: from what somebody saw to what it changed. */
export const AVVIKELSETABELL = {
  anmald: { tilldelad: 'utreds', avskriven: 'avskriven' },
  utreds: { tilldelad: 'utreds', utredd: 'atgardas', avskriven: 'avskriven' },
  atgardas: { 'åtgärd tillagd': 'atgardas', 'åtgärd gjord': 'atgardas', 'alla åtgärder gjorda': 'foljs-upp' },
  'foljs-upp': { 'åtgärd tillagd': 'atgardas', effekt: 'uppfoljd', 'ingen effekt': 'atgardas' },
  uppfoljd: { avslutad: 'avslutad', 'åtgärd tillagd': 'atgardas' },
  avslutad: {},
  avskriven: {},
} as const satisfies Record<Avvikelsestatus, Partial<Record<Avvikelseövergång, Avvikelsestatus>>>;

export const AVVIKELSELÄGEN: Readonly<Record<Avvikelsestatus, string>> = {
  anmald: 'Anmäld',
  utreds: 'Utreds',
  atgardas: 'Åtgärdas',
  'foljs-upp': 'Ska följas upp',
  uppfoljd: 'Uppföljd',
  avslutad: 'Avslutad',
  avskriven: 'Avskriven',
};

/** Where in the work it went wrong. */
export const AVVIKELSEPROCESSER = {
  ansokan: 'Ansökan',
  utredning: 'Utredning',
  kommunicering: 'Kommunicering',
  beslut: 'Beslut',
  automatik: 'Automatiska beslut',
  utbetalning: 'Utbetalning',
  plan: 'Bedömning och plan',
  aktivitet: 'Aktiviteter',
  bemotande: 'Bemötande',
  dokumentation: 'Dokumentation',
  system: 'It-stöd',
  annat: 'Annat',
} as const;
export type Avvikelseprocess = keyof typeof AVVIKELSEPROCESSER;

/** How bad it was, or could have been. */
export const ALLVARSGRADER = {
  liten: 'Liten: ingen påverkades',
  mattlig: 'Måttlig: någon påverkades eller kunde ha påverkats',
  stor: 'Stor: någon blev utan det hon har rätt till',
} as const;
export type Allvarsgrad = keyof typeof ALLVARSGRADER;

/** What an inquiry finds behind a deviation. */
export const AVVIKELSEORSAKER = {
  rutin: 'Rutinen saknas eller är oklar',
  kunskap: 'Kunskap eller introduktion',
  tid: 'Tid och bemanning',
  samverkan: 'Samarbete mellan enheter eller med andra',
  it: 'It-stöd',
  automatik: 'Regel eller spärr i automatiken',
  tillfallig: 'Tillfällig händelse',
  annat: 'Annat',
} as const;
export type Avvikelseorsak = keyof typeof AVVIKELSEORSAKER;

export interface Kvalitetsåtgärd {
  id: string;
  text: string;
  ansvarig: { id: string; namn: string };
  senast: Dag;
  gjord: { text: string; av: string; tid: Tidpunkt } | undefined;
}

export const EFFEKTER = {
  ja: 'Ja, bristen har inte kommit igen',
  delvis: 'Delvis',
  nej: 'Nej, mer behöver göras',
} as const;
export type Effekt = keyof typeof EFFEKTER;

/** What went wrong in the work, why, what is done about it and whether it helped. It decides nothing about a person. */
export interface Kvalitetsavvikelse {
  id: string;
  /** 1, 2 … within the board. */
  nummer: number;
  rubrik: string;
  vad: string;
  process: Avvikelseprocess;
  allvar: Allvarsgrad;
  /** The day it happened or was seen. */
  dag: Dag;
  /** The case or person it was seen at; undefined where it is about a way of working. */
  ansökan: string | undefined;
  person: PersonId | undefined;
  /** The review it was found in, and the question. */
  granskning: { akt: string; checklista: string | undefined; fråga: string | undefined } | undefined;
  anmäld: { av: { id: string; namn: string }; tid: Tidpunkt };
  status: Avvikelsestatus;
  utredare: { id: string; namn: string } | undefined;
  utredning:
    | { orsaker: readonly Avvikelseorsak[]; text: string; av: { id: string; namn: string }; tid: Tidpunkt }
    | undefined;
  åtgärder: readonly Kvalitetsåtgärd[];
  /** Oldest first: several when the first did not help. */
  uppföljningar: readonly { effekt: Effekt; text: string; av: string; tid: Tidpunkt }[];
  avslut: { text: string; av: string; tid: Tidpunkt } | undefined;
  version: number;
}

/** Where the transition leads, or undefined when it is not allowed. */
export function nästaAvvikelsestatus(
  status: Avvikelsestatus,
  övergång: Avvikelseövergång,
): Avvikelsestatus | undefined {
  return (AVVIKELSETABELL[status] as Partial<Record<Avvikelseövergång, Avvikelsestatus>>)[övergång];
}

/** Measures that should have been done before `idag` and are not, in a deviation that is open. */
export function försenadeÅtgärder(avvikelse: Kvalitetsavvikelse, idag: Dag): Kvalitetsåtgärd[] {
  return avvikelse.status === 'avskriven'
    ? []
    : avvikelse.åtgärder.filter(({ gjord, senast }) => gjord === undefined && senast < idag);
}

/** Who reads all deviations and works with them. */
export function hanterarAvvikelser(vem: { readonly roller: readonly string[] }): boolean {
  return vem.roller.includes('enhetschef') || vem.roller.includes('granskare');
}

/** Whether somebody may read this one: those who work with deviations, and who reported it, inquires or is responsible for a measure. */
export function fårLäsaAvvikelse(
  a: Pick<Kvalitetsavvikelse, 'anmäld' | 'utredare' | 'åtgärder'>,
  vem: { id: string; roller: readonly string[] },
): boolean {
  return (
    hanterarAvvikelser(vem) ||
    vem.roller.includes('administrator') ||
    a.anmäld.av.id === vem.id ||
    a.utredare?.id === vem.id ||
    a.åtgärder.some(({ ansvarig }) => ansvarig.id === vem.id)
  );
}
