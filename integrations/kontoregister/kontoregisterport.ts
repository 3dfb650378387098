import type { Kontokontroll, Kontouppgift } from '@stegvis/casework';

/**
 * Whether an account is a person's own. A port of our own: no open contract for the question was found (see README), so it is as
 * narrow as the question.
 */
export interface Kontoregisterport {
  /** Faults are answers: `ej-kontrollerbar`. Nothing is logged. */
  pröva(
    fråga: { personnummer: string; konto: Pick<Kontouppgift, 'clearing' | 'nummer'> },
    signal?: AbortSignal,
  ): Promise<Omit<Kontokontroll, 'person' | 'konto'>>;
}
