import { type Ansökan, vuxnaI } from './ansokan.ts';
import type { Händelse } from './handelse.ts';
import type { Komplettering, Kompletteringsslag } from './komplettering.ts';
import type { PersonId } from './person.ts';
import { type ActResult, type Fältfel, refuse } from './refusal.ts';
import { type Dag, dagFör, dagIOrd, type Tidpunkt } from './tid.ts';

/** Longest text of a point, a reason or a consequence, in characters. */
export const LÄNGSTA_BEGÄRAN = 1000;
/** Most things in one request; more is easier to answer as two. */
export const FLEST_PUNKTER = 10;
/** Longest time to answer, in days. */
export const LÄNGSTA_SVARSTID = 60;
/** Shortest time to answer, in days: the day after tomorrow at the earliest leaves one whole day. */
export const KORTASTE_SVARSTID = 2;

/**
 * A caseworker asks one adult to complete the application (FL 20 §): what, why, until when, and what happens otherwise. While it is
 * open the 24-hour clock stands still.
 */
export function begärKomplettering(
  ansökan: Ansökan,
  input: {
    id: string;
    person: PersonId;
    punkter: readonly { slag: Kompletteringsslag; text: string }[];
    skäl: string;
    följd: string;
    senast: Dag;
    av: { id: string; namn: string };
    nu: Tidpunkt;
  },
): ActResult<{ komplettering: Komplettering; events: Händelse[] }> {
  if (ansökan.status !== 'inkommen' && ansökan.status !== 'utreds')
    return refuse(
      'fel-status',
      'Ansökan utreds inte, så den går inte att be om komplettering av.',
      'Skriv ett meddelande i stället.',
    );
  if (!vuxnaI(ansökan).includes(input.person))
    return refuse('inte-i-ansokan', 'Personen är inte med i ansökan.', 'Välj en av de vuxna i ansökan.', [
      { fält: 'person', text: 'Välj vem du frågar.' },
    ]);
  const punkter = input.punkter.map((p) => ({ slag: p.slag, text: p.text.trim() })).filter((p) => p.text !== '');
  const fel: Fältfel[] = [];
  if (punkter.length === 0) fel.push({ fält: 'punkter', text: 'Skriv minst en sak som personen ska lämna.' });
  if (punkter.length > FLEST_PUNKTER)
    fel.push({ fält: 'punkter', text: `Be om högst ${FLEST_PUNKTER} saker i taget. Nu är det ${punkter.length}.` });
  for (const { text } of punkter) if (text.length > LÄNGSTA_BEGÄRAN) fel.push({ fält: 'punkter', text: förLång(text) });
  for (const [fält, text, saknas] of [
    ['skal', input.skäl, 'Skriv varför uppgifterna behövs.'],
    ['foljd', input.följd, 'Skriv vad som händer om personen inte svarar.'],
  ] as const) {
    if (text.trim() === '') fel.push({ fält, text: saknas });
    else if (text.trim().length > LÄNGSTA_BEGÄRAN) fel.push({ fält, text: förLång(text.trim()) });
  }
  const [tidigast, sist] = svarstid(input.nu);
  if (!riktigDag(input.senast) || input.senast < tidigast || input.senast > sist)
    fel.push({
      fält: 'senast',
      text: `Välj en sista dag från och med ${dagIOrd(tidigast)} till och med ${dagIOrd(sist)}.`,
    });
  if (fel.length > 0) return refuse('ofullstandig', 'Begäran är inte färdig.', 'Rätta det som är markerat.', fel);
  const komplettering: Komplettering = {
    id: input.id,
    ärende: ansökan.ärende,
    ansökan: ansökan.id,
    person: input.person,
    punkter: punkter.map((p, i) => ({ id: `p${i + 1}`, ...p, svar: undefined })),
    skäl: input.skäl.trim(),
    följd: input.följd.trim(),
    senast: input.senast,
    status: 'oppen',
    begärd: input.nu,
    av: input.av,
    avslutad: undefined,
    kanInteMer: false,
    påmind: undefined,
    läst: undefined,
    version: 1,
  };
  return {
    ok: true,
    komplettering,
    events: [
      {
        ärende: ansökan.ärende,
        ansökan: ansökan.id,
        typ: 'komplettering-begard',
        tid: input.nu,
        text: `Vi behöver mer uppgifter av dig. Svara senast ${dagIOrd(input.senast)}.`,
        synlig: { person: input.person },
      },
    ],
  };
}

/** The first and the last day that may be set as the last day to answer. */
export function svarstid(nu: Tidpunkt): [Dag, Dag] {
  const idag = Date.parse(`${dagFör(nu)}T12:00:00Z`);
  const om = (dagar: number) => new Date(idag + dagar * 24 * 3_600_000).toISOString().slice(0, 10);
  return [om(KORTASTE_SVARSTID), om(LÄNGSTA_SVARSTID)];
}

function förLång(text: string): string {
  return `Texten är ${text.length} tecken. Den får vara högst ${LÄNGSTA_BEGÄRAN}.`;
}

function riktigDag(dag: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(dag)) return false;
  const tid = Date.parse(`${dag}T12:00:00Z`);
  return !Number.isNaN(tid) && new Date(tid).toISOString().startsWith(dag);
}
