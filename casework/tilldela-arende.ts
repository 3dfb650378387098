import type { Ansökan } from './ansokan.ts';
import type { Användare } from './anvandare.ts';
import type { Ärende } from './arende.ts';
import type { Händelse } from './handelse.ts';
import { type ActResult, refuse } from './refusal.ts';
import type { Dag, Tidpunkt } from './tid.ts';

/** Who stands in for whom, from and to which day, both included. */
export interface Ersättare {
  /** Who is away. */
  för: string;
  ersättare: string;
  från: Dag;
  till: Dag;
}

/**
 * Makes somebody responsible for the case: the caseworker who takes it, or a colleague who gets it. Refused when the colleague
 * has left, does not handle cases, or may not open a household with protected identity.
 */
export function tilldelaÄrende(
  läge: { ärende: Ärende; ansökan: Ansökan; skyddat: boolean },
  input: { till: Användare; av: { id: string; namn: string }; nu: Tidpunkt },
): ActResult<{ ärende: Ärende; events: Händelse[] }> {
  const { till, av } = input;
  if (läge.ärende.status !== 'oppet')
    return refuse('arendet-avslutat', 'Ärendet är avslutat.', 'Bara ett öppet ärende har en ansvarig.');
  const får = till.roller.includes('handlaggare') || till.roller.includes('enhetschef');
  if (!till.aktiv || !får)
    return refuse('fel-mottagare', `${till.namn} handlägger inte ärenden.`, 'Välj en kollega som är handläggare.', [
      { fält: 'till', text: 'Välj en kollega som är handläggare.' },
    ]);
  if (läge.skyddat && !till.roller.includes('skyddade-uppgifter'))
    return refuse(
      'inte-behorig',
      `${till.namn} får inte öppna det här ärendet.`,
      'Välj en kollega som har behörigheten, eller fråga enhetschefen.',
      [{ fält: 'till', text: `${till.namn} får inte öppna det här ärendet. Välj någon annan.` }],
    );
  if (läge.ärende.handläggare === till.id) return { ok: true, ärende: läge.ärende, events: [] };
  return {
    ok: true,
    ärende: { ...läge.ärende, handläggare: till.id },
    events: [
      {
        ärende: läge.ärende.id,
        ansökan: läge.ansökan.id,
        typ: 'arende-tilldelat',
        tid: input.nu,
        text: till.id === av.id ? `${av.namn} tog ärendet.` : `${av.namn} lämnade ärendet till ${till.namn}.`,
        synlig: 'handlaggare',
      },
    ],
  };
}

/** Whose cases a member of staff looks after on a day: the own, and those of the colleagues one stands in for. */
export function ansvararFör(användare: string, ersättare: readonly Ersättare[], dag: Dag): string[] {
  return [
    användare,
    ...ersättare.filter((e) => e.ersättare === användare && e.från <= dag && dag <= e.till).map((e) => e.för),
  ];
}
