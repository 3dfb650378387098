import type { Kontouppgift } from './uppgifter.ts';

/**
 * One circumstance: a sentence for staff for each thing that must be looked at, none when there is nothing, and undefined when
 * nobody knows. What nobody knows stops, just as a thing to look at does.
 */
export type Omständighet = readonly string[] | undefined;

/** Facts about a household that are neither in the application nor in the register answers. */
export interface Omständigheter {
  /** Documents that were asked for and have not come. */
  handlingar: Omständighet;
  /** Messages from the household that nobody has read. */
  meddelanden: Omständighet;
  /** Sickness that must be shown by a läkarintyg that is not there (SoL 12:3 a, from 2026-07-01). */
  läkarintyg: Omständighet;
  /** Matters about activities that wait for somebody (SoL 12:4 a–6 a). */
  aktivitet: Omständighet;
  /** A plan that should have been there by now, where the board lets that stop; elsewhere it is a task for staff. */
  plan: Omständighet;
  /** The account is not the one that the latest payment went to. */
  konto: Omständighet;
  /** Somebody has moved, or another municipality may be responsible (SoL 29 kap.). */
  bosättning: Omständighet;
  /** The right to stay here must be looked at (SoL 10:2, 12:2 a). */
  uppehållsrätt: Omständighet;
  /** Recovery of earlier assistance that is open (SoL 33 kap.). */
  återkrav: Omständighet;
}

/** Nothing to look at in any of them. */
export const INGA_OMSTÄNDIGHETER: Omständigheter = {
  handlingar: [],
  meddelanden: [],
  läkarintyg: [],
  aktivitet: [],
  plan: [],
  konto: [],
  bosättning: [],
  uppehållsrätt: [],
  återkrav: [],
};

/** The circumstance of the account: the one in the application against the one of the latest payment. */
export function kontoomständighet(
  konto: Kontouppgift | undefined,
  senaste: Kontouppgift | undefined,
): NonNullable<Omständighet> {
  if (konto === undefined) return ['Ansökan har inget konto.'];
  if (senaste === undefined) return ['Hushållet har inte fått någon utbetalning förut, så kontot är nytt.'];
  const samma =
    konto.clearing === senaste.clearing && konto.nummer === senaste.nummer && konto.innehavare === senaste.innehavare;
  return samma ? [] : ['Kontot är ett annat än det som den senaste utbetalningen gick till.'];
}
