import type {
  ActResult,
  Ansökan,
  Dag,
  Komplettering,
  Kompletteringsslag,
  Kontaktuppgift,
  Meddelande,
  PersonId,
} from '@stegvis/casework';
import type { Medarbetare } from './port.ts';

/** One adult's thread with the staff, and how to reach her. */
export interface Tråd {
  readonly person: { readonly id: PersonId; readonly namn: string };
  readonly kontakt: Kontaktuppgift | undefined;
  readonly meddelanden: readonly Meddelande[];
}

export interface Trådbild {
  readonly ansökan: Ansökan;
  readonly ärendenummer: string;
  /** One for each adult: what is written in one is never seen in the other. */
  readonly trådar: readonly Tråd[];
}

export interface Kompletteringsbild {
  readonly ansökan: Ansökan;
  readonly ärendenummer: string;
  readonly vuxna: readonly { readonly id: PersonId; readonly namn: string }[];
  /** Oldest first. */
  readonly kompletteringar: readonly Komplettering[];
  /** The first and the last day that can be set as the last day to answer. */
  readonly svarstid: readonly [Dag, Dag];
}

/** The staff's side of messages and requests for completion. */
export interface Meddelandeport {
  /** The threads of an application's case; what came to us in the opened thread is marked as read. */
  trådar(medarbetare: Medarbetare, ansökan: string, öppnad: PersonId | undefined): Promise<Trådbild | undefined>;
  skrivTill(
    medarbetare: Medarbetare,
    ansökan: string,
    val: { person: PersonId; text: string },
  ): Promise<ActResult<{ meddelande: Meddelande }>>;
  /** Unread messages and unread answers by application; applications without any are left out. */
  olästa(medarbetare: Medarbetare, ansökningar: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** The application's requests; the answers in them are marked as read. */
  kompletteringar(medarbetare: Medarbetare, ansökan: string): Promise<Kompletteringsbild | undefined>;
  begärKomplettering(
    medarbetare: Medarbetare,
    ansökan: string,
    val: {
      person: PersonId;
      punkter: readonly { slag: Kompletteringsslag; text: string }[];
      skäl: string;
      följd: string;
      senast: Dag;
    },
  ): Promise<ActResult<{ komplettering: Komplettering }>>;
  återkallaKomplettering(
    medarbetare: Medarbetare,
    ansökan: string,
    komplettering: string,
  ): Promise<ActResult<{ komplettering: Komplettering }>>;
}
