import type { Användare } from './anvandare.ts';
import { ROLLER } from './anvandare.ts';
import type { Utfall } from './beslut.ts';
import type { Delegationspunkt } from './delegation.ts';
import { type ActResult, type Fältfel, type Refused, refuse } from './refusal.ts';
import { type Dag, dagFör, dagIOrd, flyttaDag, type Tidpunkt } from './tid.ts';

/** What was done to the delegation order, by whom, and the board's decision it rests on. */
export interface Delegationsändring {
  id: string;
  /** The version that was added or ended. */
  version: string;
  punkt: string;
  vad: 'tillagd' | 'ny-lydelse' | 'upphavd';
  /** The board's decision, for example `SN 2026-11-20 § 112`. */
  stöd: string;
  av: { id: string; namn: string };
  tid: Tidpunkt;
}

export const DELEGATIONSÄNDRINGAR: Readonly<Record<Delegationsändring['vad'], string>> = {
  tillagd: 'Tillagd',
  'ny-lydelse': 'Ny lydelse',
  upphavd: 'Upphävd',
};

type Av = Pick<Användare, 'id' | 'namn' | 'roller'>;
type Input = { id: string; ändringId: string; stöd: string; av: Av; nu: Tidpunkt };

/** The outcomes that the general administrative courts do not try like others when a machine has decided: never automatic. */
const ALDRIG_AUTOMATISKT: Readonly<Record<Exclude<Utfall, 'bifall'>, string>> = {
  delavslag: 'Ett delavslag går emot den sökande, och hon ska få yttra sig till en människa först.',
  avslag: 'Ett avslag går emot den sökande, och hon ska få yttra sig till en människa först.',
  avvisning: 'En avvisning går emot den sökande.',
  avskrivning:
    'Ett beslut som inte får överklagas kan inte delegeras till en automatiserad beslutsfunktion (6 kap. 38 § andra stycket 2 kommunallagen).',
};

/**
 * What is wrong with a point, by field. An automated function may only have full grants under 12 kap. 1 §: not 12 kap. 2 §, which is
 * tried by laglighetsprövning, and nothing that may not be appealed (KL 6 kap. 38 §), and by our choice nothing negative.
 */
export function felIPunkt(punkt: Delegationspunkt): Fältfel[] {
  const fel: Fältfel[] = [];
  if (!/^[0-9A-Za-z]{1,4}(\.[0-9A-Za-z]{1,4}){0,3}$/.test(punkt.punkt))
    fel.push({ fält: 'punkt', text: 'Skriv punktens nummer som i delegationsordningen, till exempel 4.7.' });
  if (punkt.text.trim().length < 10 || punkt.text.length > 500)
    fel.push({ fält: 'text', text: 'Skriv vad punkten gäller, 10–500 tecken.' });
  const aktivitet = punkt.villkor?.aktivitet;
  if (aktivitet === undefined && punkt.utfall.length === 0)
    fel.push({ fält: 'utfall', text: 'Välj minst ett utfall.' });
  const bestämmelser = punkt.villkor?.bestämmelser ?? ['12:1'];
  if (aktivitet === undefined && bestämmelser.length === 0)
    fel.push({ fält: 'bestammelser', text: 'Välj minst en bestämmelse.' });
  const { högst, andraPerson } = punkt.villkor ?? {};
  if (högst !== undefined && !(Number.isInteger(högst) && högst > 0))
    fel.push({ fält: 'hogst', text: 'Skriv ett belopp över noll, eller lämna tomt.' });
  if (punkt.till !== undefined && punkt.till < punkt.från)
    fel.push({ fält: 'till', text: 'Sista dagen är före första dagen.' });
  if (punkt.delegat.slag === 'roll') {
    if (!ROLLER.includes(punkt.delegat.roll)) fel.push({ fält: 'delegat', text: 'Välj vem som får besluta.' });
    if (andraPerson && !ROLLER.includes(andraPerson.roll))
      fel.push({ fält: 'andra', text: 'Välj vilken roll den andra personen har.' });
    return fel;
  }
  if (punkt.delegat.funktion.trim() === '')
    fel.push({ fält: 'funktion', text: 'Skriv vad den automatiserade funktionen heter.' });
  const varför = punkt.utfall.flatMap((u) => (u === 'bifall' ? [] : [ALDRIG_AUTOMATISKT[u]]));
  if (varför.length > 0)
    fel.push({ fält: 'utfall', text: `Automatiken får bara bevilja. ${[...new Set(varför)].join(' ')}` });
  if (bestämmelser.includes('12:2'))
    fel.push({
      fält: 'bestammelser',
      text: 'Bistånd enligt 12 kap. 2 § laglighetsprövas och kan inte delegeras till en automatiserad beslutsfunktion (6 kap. 38 § andra stycket 1 kommunallagen).',
    });
  if (aktivitet !== undefined)
    fel.push({
      fält: 'aktivitet',
      text: 'Krav, anvisning och nedsättning beslutas alltid av en människa. Välj en roll, eller ta bort dem.',
    });
  if (andraPerson)
    fel.push({ fält: 'andra', text: 'Ett automatiskt beslut bekräftas inte av någon. Välj en roll i stället.' });
  return fel;
}

/** Adds a point. It applies from today at the earliest: the order is never changed backwards. */
export function läggTillPunkt(
  punkter: readonly Delegationspunkt[],
  ny: Omit<Delegationspunkt, 'id'>,
  input: Input,
): ActResult<{ punkt: Delegationspunkt; ändring: Delegationsändring }> {
  const punkt = { ...ny, id: input.id };
  const idag = dagFör(input.nu);
  const fel = felIPunkt(punkt);
  if (punkt.från < idag) fel.push({ fält: 'fran', text: `Punkten kan gälla tidigast från i dag, ${dagIOrd(idag)}.` });
  fel.push(...krockar(punkter, punkt));
  const nej = vägra(input, fel);
  if (nej) return nej;
  return { ok: true, punkt, ändring: ändring(punkt, 'tillagd', input) };
}

/** Gives a point a new wording from a later day; the old one is kept and ends the day before. */
export function ändraPunkt(
  punkter: readonly Delegationspunkt[],
  gammal: Delegationspunkt,
  ny: Omit<Delegationspunkt, 'id' | 'punkt'>,
  input: Input,
): ActResult<{ avslutad: Delegationspunkt; punkt: Delegationspunkt; ändring: Delegationsändring }> {
  const idag = dagFör(input.nu);
  const punkt = { ...ny, id: input.id, punkt: gammal.punkt };
  const fel = felIPunkt(punkt);
  if (punkt.från <= idag)
    fel.push({ fält: 'fran', text: `En ny lydelse kan gälla tidigast från ${dagIOrd(flyttaDag(idag, 1))}.` });
  else if (punkt.från <= gammal.från)
    fel.push({ fält: 'fran', text: `Den nuvarande lydelsen gäller från ${dagIOrd(gammal.från)}. Välj en senare dag.` });
  if (gammal.till !== undefined && gammal.till < idag)
    fel.push({ fält: 'punkt', text: 'Lydelsen gäller inte längre. Lägg till en ny punkt i stället.' });
  const avslutad = { ...gammal, till: flyttaDag(punkt.från, -1) };
  fel.push(
    ...krockar(
      punkter.map((p) => (p.id === gammal.id ? avslutad : p)),
      punkt,
    ),
  );
  const nej = vägra(input, fel);
  if (nej) return nej;
  return { ok: true, avslutad, punkt, ändring: ändring(punkt, 'ny-lydelse', input) };
}

/** Ends a point with its last day, today at the earliest; one that has not begun never begins. */
export function upphävPunkt(
  punkt: Delegationspunkt,
  sista: Dag,
  input: Input,
): ActResult<{ punkt: Delegationspunkt; ändring: Delegationsändring }> {
  const idag = dagFör(input.nu);
  const börjarSen = punkt.från > idag;
  const till = börjarSen ? flyttaDag(punkt.från, -1) : sista;
  const fel: Fältfel[] = [];
  if (!börjarSen && (!/^\d{4}-\d{2}-\d{2}$/.test(sista) || sista < idag))
    fel.push({ fält: 'sista', text: `Sista dagen kan vara tidigast i dag, ${dagIOrd(idag)}.` });
  if (punkt.till !== undefined && punkt.till <= till)
    fel.push({ fält: 'sista', text: `Punkten upphör redan ${dagIOrd(punkt.till)}.` });
  const nej = vägra(input, fel);
  if (nej) return nej;
  const upphävd = { ...punkt, till };
  return { ok: true, punkt: upphävd, ändring: ändring(upphävd, 'upphavd', input) };
}

/** Two versions of one point, or two automatic points, may not be in force on the same day. */
function krockar(punkter: readonly Delegationspunkt[], ny: Delegationspunkt): Fältfel[] {
  const samtidigt = punkter.filter(
    (p) => (p.till ?? '9999-12-31') >= ny.från && p.från <= (ny.till ?? '9999-12-31') && (p.till ?? p.från) >= p.från,
  );
  return [
    ...(samtidigt.some((p) => p.punkt === ny.punkt)
      ? [{ fält: 'punkt', text: `Punkt ${ny.punkt} finns redan då. Ändra dess lydelse, eller upphäv den först.` }]
      : []),
    ...(ny.delegat.slag === 'automatisk' &&
    samtidigt.some((p) => p.delegat.slag === 'automatisk' && p.punkt !== ny.punkt)
      ? [{ fält: 'delegat', text: 'Det finns redan en punkt för automatiska beslut då. Upphäv den först.' }]
      : []),
  ];
}

function vägra(input: Input, fel: Fältfel[]): Refused | undefined {
  if (!fårÄndraDelegation(input.av))
    return refuse('fel-roll', 'Du har inte behörighet att ändra delegationsordningen.', 'En administratör kan.');
  if (input.stöd.trim().length < 5)
    fel.push({
      fält: 'stod',
      text: 'Skriv vilket beslut av nämnden ändringen bygger på, till exempel SN 2026-11-20 § 112.',
    });
  return fel.length > 0
    ? refuse('fel-i-falt', 'Delegationsordningen är inte ändrad.', 'Rätta de markerade fälten.', fel)
    : undefined;
}

function ändring(punkt: Delegationspunkt, vad: Delegationsändring['vad'], input: Input): Delegationsändring {
  return {
    id: input.ändringId,
    version: punkt.id,
    punkt: punkt.punkt,
    vad,
    stöd: input.stöd.trim(),
    av: { id: input.av.id, namn: input.av.namn },
    tid: input.nu,
  };
}

export function fårÄndraDelegation(av: Pick<Användare, 'roller'>): boolean {
  return av.roller.includes('administrator');
}
