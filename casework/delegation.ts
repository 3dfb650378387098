import type { Bestämmelse } from '@stegvis/rules';
import type { Användare, Roll } from './anvandare.ts';
import type { Öre } from './belopp.ts';
import type { Utfall } from './beslut.ts';
import { type ActResult, refuse } from './refusal.ts';
import type { Dag } from './tid.ts';

/** One point of the board's delegation order: who may decide what (KL 6 kap. 37 §, 7 kap. 5 §). */
export interface Delegationspunkt {
  id: string;
  /** As printed in the order, for example `4.7`. */
  punkt: string;
  /** What it covers, as printed. */
  text: string;
  delegat: { slag: 'roll'; roll: Roll } | { slag: 'automatisk'; funktion: string; påslagen: boolean };
  /** Outcomes that may be decided under the point. */
  utfall: readonly Utfall[];
  från: Dag;
  till: Dag | undefined;
  /** What limits the point; absent for a point under 12 kap. 1 § without limits. */
  villkor?: Delegationsvillkor | undefined;
}

/** What is decided on the way to self-support by a point of the order: a requirement, a referral that can lead to 12 kap. 5 §, a reduction. */
export const AKTIVITETSBESLUT = {
  aktivitetskrav: 'aktivitetskrav enligt 12 kap. 4 a, 4 d och 4 g §§',
  anvisning: 'anvisning enligt 12 kap. 4, 4 a, 4 d och 4 g §§',
  nedsattning: 'nekande eller nedsättning enligt 12 kap. 5 §',
} as const;
export type Aktivitetsbeslut = keyof typeof AKTIVITETSBESLUT;

/** What limits a point of the delegation order. */
export interface Delegationsvillkor {
  /** The provisions it covers; 12 kap. 1 § alone when absent. */
  bestämmelser?: readonly Bestämmelse[] | undefined;
  /** The highest amount the delegate may grant by one decision. */
  högst?: Öre | undefined;
  /** It covers decisions on recovery and remission (SoL 33 kap.), and nothing else. */
  återkrav?: boolean | undefined;
  /** It covers these decisions on the way to self-support, and nothing else; it has no outcomes. */
  aktivitet?: readonly Aktivitetsbeslut[] | undefined;
  /** Another person must confirm: one with the role, for the outcomes, or for amounts over the limit. */
  andraPerson?: { roll: Roll; utfall?: readonly Utfall[] | undefined; överstiger?: Öre | undefined } | undefined;
}

/** Whether the point is in force on the day. */
export function gällerDen(punkt: Delegationspunkt, dag: Dag): boolean {
  return punkt.från <= dag && (punkt.till === undefined || dag <= punkt.till);
}

/** A point under which somebody may decide, and the role that must confirm, where the order asks for two. */
export interface Beslutanderätt {
  punkt: Delegationspunkt;
  andraPerson: Roll | undefined;
}

/**
 * The point under which a member of staff may decide this. One that needs nobody else is taken before one that does; undefined when
 * the order gives none.
 */
export function beslutanderätt(
  punkter: readonly Delegationspunkt[],
  av: Pick<Användare, 'roller' | 'aktiv'>,
  beslut: { utfall: Utfall; bestämmelse: Bestämmelse; belopp: Öre },
  dag: Dag,
): Beslutanderätt | undefined {
  if (!av.aktiv) return undefined;
  const gäller = punkter
    .filter(
      ({ delegat, utfall, villkor, ...punkt }) =>
        delegat.slag === 'roll' &&
        av.roller.includes(delegat.roll) &&
        utfall.includes(beslut.utfall) &&
        villkor?.återkrav !== true &&
        villkor?.aktivitet === undefined &&
        gällerDen({ delegat, utfall, villkor, ...punkt }, dag) &&
        (villkor?.bestämmelser ?? ['12:1']).includes(beslut.bestämmelse) &&
        (villkor?.högst === undefined || beslut.belopp <= villkor.högst),
    )
    .map((punkt) => ({ punkt, andraPerson: andraPerson(punkt, beslut) }));
  return gäller.find((g) => g.andraPerson === undefined) ?? gäller[0];
}

/**
 * The point under which a member of staff may decide this on the way to self-support (KL 6 kap. 37–38 §§); refused with where the
 * order is set when there is none.
 */
export function aktivitetsrätt(
  punkter: readonly Delegationspunkt[],
  av: Pick<Användare, 'roller'>,
  beslut: Aktivitetsbeslut,
  dag: Dag,
): ActResult<{ punkt: Delegationspunkt }> {
  const punkt = punkter.find(
    (p) =>
      p.delegat.slag === 'roll' &&
      av.roller.includes(p.delegat.roll) &&
      (p.villkor?.aktivitet ?? []).includes(beslut) &&
      gällerDen(p, dag),
  );
  if (punkt) return { ok: true, punkt };
  return refuse(
    'inte-delegerat',
    `Delegationsordningen ger dig inte rätt att besluta om ${AKTIVITETSBESLUT[beslut]} socialtjänstlagen.`,
    'Lämna över till någon som har den rätten. Saknas punkten lägger en administratör till den under Styrning, Delegationsordning (/handlaggning/delegation).',
  );
}

function andraPerson({ villkor }: Delegationspunkt, beslut: { utfall: Utfall; belopp: Öre }): Roll | undefined {
  const krav = villkor?.andraPerson;
  if (krav === undefined) return undefined;
  const alltid = krav.utfall === undefined && krav.överstiger === undefined;
  const påUtfall = krav.utfall?.includes(beslut.utfall) ?? false;
  const påBelopp = krav.överstiger !== undefined && beslut.belopp > krav.överstiger;
  return alltid || påUtfall || påBelopp ? krav.roll : undefined;
}
