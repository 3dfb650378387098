import type { NotInForce } from '@stegvis/engine';

/** The Swedish sentence of a NotInForce: what is awaited, or what is missing and what to do. */
export function notInForceText(fault: NotInForce): string {
  if (fault.awaiting !== undefined) return fault.awaiting;
  return `Det finns ingen gällande regel eller inget beslutat belopp för ${fault.moment.month} (${fault.what}). Ange en annan månad.`;
}
