import type { Bestämmelse } from '@stegvis/rules';
import type { Användare } from './anvandare.ts';
import type { Utfall } from './beslut.ts';
import { type ActResult, type Fältfel, refuse } from './refusal.ts';
import { type Dag, dagFör, dagIOrd, flyttaDag, type Tidpunkt } from './tid.ts';

/** A decision by delegation as the board reads it: no name, and no case number where anybody in it is protected. */
export interface Delegationsbeslut {
  beslut: string;
  /** Undefined where an adult has protected identity. */
  ärendenummer: string | undefined;
  beslutat: Dag;
  punkt: string;
  /** A person with title, or the automated function. */
  beslutsfattare: string;
  automatiskt: boolean;
  utfall: Utfall;
  bestämmelse: Bestämmelse;
}

/** A list of decisions that is reported to the board (KL 7 kap. 8 §). The decisions in it are fixed when it is made. */
export interface Delegationsanmälan {
  id: string;
  från: Dag;
  tom: Dag;
  antal: number;
  automatiska: number;
  skapad: { av: { id: string; namn: string }; tid: Tidpunkt };
  /** When the board got it, with the minute. */
  anmäld: { dag: Dag; protokoll: string; av: { id: string; namn: string }; tid: Tidpunkt } | undefined;
}

type Av = Pick<Användare, 'id' | 'namn' | 'roller'>;

/** Makes a list of the period's decisions that stand in no list yet; also those from before the period, which would else be lost. */
export function skapaAnmälan(
  oanmälda: readonly Pick<Delegationsbeslut, 'beslut' | 'beslutat' | 'automatiskt'>[],
  input: { id: string; från: Dag; tom: Dag; av: Av; nu: Tidpunkt },
): ActResult<{ anmälan: Delegationsanmälan; beslut: string[] }> {
  const { från, tom, av, nu } = input;
  if (!fårAnmäla(av)) return fel();
  const fält: Fältfel[] = [];
  if (!ärDag(från)) fält.push({ fält: 'fran', text: 'Skriv första dagen som år, månad och dag: 2026-11-01.' });
  if (!ärDag(tom)) fält.push({ fält: 'tom', text: 'Skriv sista dagen som år, månad och dag: 2026-11-30.' });
  if (fält.length === 0 && tom < från) fält.push({ fält: 'tom', text: 'Sista dagen är före första dagen.' });
  if (fält.length === 0 && tom >= dagFör(nu))
    fält.push({ fält: 'tom', text: `Ta med hela dagar: senast ${dagIOrd(flyttaDag(dagFör(nu), -1))}.` });
  if (fält.length > 0) return refuse('fel-i-falt', 'Listan gick inte att skapa.', 'Rätta de markerade fälten.', fält);
  const med = oanmälda.filter((b) => b.beslutat <= tom);
  if (med.length === 0)
    return refuse('inga-beslut', 'Det finns inga beslut att anmäla till och med den dagen.', 'Välj en senare dag.', [
      { fält: 'tom', text: 'Det finns inga beslut att anmäla till och med den dagen.' },
    ]);
  const [först] = [från, ...med.map((b) => b.beslutat)].sort();
  return {
    ok: true,
    anmälan: {
      id: input.id,
      från: först!,
      tom,
      antal: med.length,
      automatiska: med.filter((b) => b.automatiskt).length,
      skapad: { av: { id: av.id, namn: av.namn }, tid: nu },
      anmäld: undefined,
    },
    beslut: med.map((b) => b.beslut),
  };
}

/** Writes that the board has got the list, with the day and the minute. */
export function markeraAnmäld(
  anmälan: Delegationsanmälan,
  input: { dag: Dag; protokoll: string; av: Av; nu: Tidpunkt },
): ActResult<{ anmälan: Delegationsanmälan }> {
  if (!fårAnmäla(input.av)) return fel();
  if (anmälan.anmäld) return refuse('redan-anmald', 'Listan är redan anmäld.', 'Läs om sidan.');
  const fält: Fältfel[] = [];
  const idag = dagFör(input.nu);
  if (!ärDag(input.dag) || input.dag <= anmälan.tom || input.dag > idag)
    fält.push({
      fält: 'dag',
      text: `Skriv dagen för sammanträdet: efter ${dagIOrd(anmälan.tom)} och senast i dag, ${dagIOrd(idag)}.`,
    });
  const protokoll = input.protokoll.trim();
  if (protokoll === '' || protokoll.length > 100)
    fält.push({ fält: 'protokoll', text: 'Skriv protokollets paragraf, till exempel § 118.' });
  if (fält.length > 0) return refuse('fel-i-falt', 'Listan är inte markerad.', 'Rätta de markerade fälten.', fält);
  const { av } = input;
  return {
    ok: true,
    anmälan: {
      ...anmälan,
      anmäld: { dag: input.dag, protokoll, av: { id: av.id, namn: av.namn }, tid: input.nu },
    },
  };
}

/** The decisions that should have been with the board by now and are not. */
export function senaAnmälningar<T extends Pick<Delegationsbeslut, 'beslutat'>>(
  inteAnmälda: readonly T[],
  inomDagar: number,
  idag: Dag,
): T[] {
  return inteAnmälda.filter((b) => flyttaDag(b.beslutat, inomDagar) < idag);
}

export function fårAnmäla(av: Pick<Användare, 'roller'>): boolean {
  return av.roller.includes('administrator') || av.roller.includes('enhetschef');
}

function fel() {
  return refuse('fel-roll', 'Du har inte behörighet att anmäla beslut.', 'Administratör eller enhetschef kan.');
}

function ärDag(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}
