import type {
  Folkbokföringsavvikelse,
  Folkbokföringssvar,
  Kontokontroll,
  PersonId,
  Registersvar,
} from '@stegvis/casework';
import type { Medarbetare } from './port.ts';

/** Everything other authorities and registers have said about an application. */
export interface Registerbild {
  readonly ansökan: string;
  readonly ärendenummer: string;
  readonly vuxna: readonly {
    readonly person: PersonId;
    readonly namn: string;
    /** Every answer, newest first. */
    readonly svar: readonly Registersvar[];
    readonly folkbokföring: Folkbokföringssvar | undefined;
  }[];
  /** Where application and population register do not say the same. */
  readonly avvikelser: readonly Folkbokföringsavvikelse[];
  readonly konto: Kontokontroll | undefined;
}

/** What the staff's page about registers needs. */
export interface Registerport {
  register(medarbetare: Medarbetare, ansökan: string): Promise<Registerbild | undefined>;
}
