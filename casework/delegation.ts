import type { Roll } from './anvandare.ts';
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
  utfall: readonly ('bifall' | 'delavslag' | 'avslag')[];
  från: Dag;
  till: Dag | undefined;
}

/** Whether the point is in force on the day. */
export function gällerDen(punkt: Delegationspunkt, dag: Dag): boolean {
  return punkt.från <= dag && (punkt.till === undefined || dag <= punkt.till);
}
