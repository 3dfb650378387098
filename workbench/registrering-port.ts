import type {
  ActResult,
  Ansökan,
  Ansökansslag,
  Fältfel,
  Månad,
  PersonId,
  Registreringskanal,
  Tidpunkt,
  Uppgifter,
} from '@stegvis/casework';
import type { Medarbetare } from './port.ts';

/** A draft that staff write for somebody. */
export interface Registreringsbild {
  readonly ansökan: Ansökan;
  readonly ärendenummer: string;
  readonly vuxna: readonly { readonly id: PersonId; readonly namn: string; readonly personnummer: string }[];
  readonly mottagen: Tidpunkt;
  readonly registreradAv: string;
}

/** Applications on paper, at the counter and by telephone. */
export interface Registreringsport {
  /** Starts a draft for somebody; prefilled from the last application when it is a renewal. */
  börjaRegistrera(
    medarbetare: Medarbetare,
    val: {
      /** Twelve figures each. */
      personnummer: string;
      medsökande: string | undefined;
      /** For somebody who is not known from before. */
      namn: { förnamn: string; efternamn: string } | undefined;
      kanal: Registreringskanal;
      /** undefined: as history says. */
      slag: Ansökansslag | undefined;
      månad: Månad;
      mottagen: Tidpunkt;
      /** Takes back a draft that the person has begun on the web for the month. */
      ersättUtkast: boolean;
    },
  ): Promise<ActResult<{ ansökan: string }>>;
  /** A draft that staff have begun, or one that waits for a signature on paper. */
  registrering(medarbetare: Medarbetare, ansökan: string): Promise<Registreringsbild | undefined>;
  /** Saves what has been written so far. */
  sparaRegistrering(
    medarbetare: Medarbetare,
    ansökan: string,
    val: { uppgifter: Uppgifter; baseradPå: number },
  ): Promise<ActResult<object>>;
  /** Registers it as come in, and asks for what is missing. */
  registrera(
    medarbetare: Medarbetare,
    ansökan: string,
    val: { uppgifter: Uppgifter; underskrivetAv: readonly PersonId[]; baseradPå: number },
  ): Promise<ActResult<{ inkommen: boolean; saknas: readonly Fältfel[] }>>;
  /** Writes in answers that the paper lacked; the calculation is made again. */
  fyllI(
    medarbetare: Medarbetare,
    ansökan: string,
    val: { uppgifter: Uppgifter; baseradPå: number },
  ): Promise<ActResult<object>>;
  /** The paper with the other adult's signature has come. */
  registreraUnderskrift(
    medarbetare: Medarbetare,
    ansökan: string,
    val: { person: PersonId; mottagen: Tidpunkt },
  ): Promise<ActResult<object>>;
}
