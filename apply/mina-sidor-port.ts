import type {
  ActResult,
  Dag,
  Dokument,
  Händelse,
  Komplettering,
  Kontaktuppgift,
  Meddelande,
  Månad,
  Punktsvar,
} from '@stegvis/casework';
import type { Medborgare } from './port.ts';

/** What waits for the person and what is new, besides the applications themselves. */
export interface MinSida {
  /** Requests to this person, the nearest deadline first; those of decided or withdrawn applications are left out. */
  readonly kompletteringar: readonly Komplettering[];
  /** What the person is asked to read and answer before a decision that goes against her, and has not answered yet. */
  readonly attYttraSig: readonly AttYttraSig[];
  /** Messages to the person that she has not opened. */
  readonly olästa: number;
  readonly senasteMeddelande: Meddelande | undefined;
  /** What has happened in the person's newest application, as she may see it, oldest first. */
  readonly händelser: readonly Händelse[];
  /** When that application is answered at the latest; undefined while the municipality waits for somebody. */
  readonly svarSenast: string | undefined;
}

/** A hearing that waits for the person's answer. */
export interface AttYttraSig {
  readonly ansökan: string;
  readonly månad: Månad;
  readonly svarSenast: Dag;
  /** Whether the day has passed; an answer is read all the same until the decision. */
  readonly utgången: boolean;
}

/** One request, with the documents that have been added for it. */
export interface Kompletteringsbild {
  readonly komplettering: Komplettering;
  readonly dokument: readonly Dokument[];
  /** Whether it can still be answered: the application is not decided. */
  readonly öppen: boolean;
}

/** A file of the download: its name in the archive, what it is, and its content when it is its turn. */
export interface Hämtning {
  readonly filnamn: string;
  readonly ström: ReadableStream<Uint8Array>;
}

/** The person's contact details and the channels notices can be sent by here. */
export interface Kontaktbild {
  readonly kontaktuppgift: Kontaktuppgift | undefined;
  readonly kanaler: readonly ('sms' | 'epost')[];
}

/** Requests, messages, contact details and the download: each adult has an own, hidden from the other. */
export interface MinaSidorPort {
  minSida(person: Medborgare): Promise<MinSida>;
  komplettering(person: Medborgare, id: string): Promise<Kompletteringsbild | undefined>;
  /** Every request to this person in one application, oldest first. */
  kompletteringarFör(person: Medborgare, ansökan: string): Promise<readonly Komplettering[]>;
  svaraPåKomplettering(
    person: Medborgare,
    id: string,
    val: { svar: Readonly<Record<string, Punktsvar>>; kanInteMer: boolean },
  ): Promise<ActResult<{ komplettering: Komplettering }>>;
  /** The person's thread, oldest first, and whether there is a case to write in; what came from us is marked as read. */
  meddelanden(
    person: Medborgare,
  ): Promise<{ readonly meddelanden: readonly Meddelande[]; readonly kanSkriva: boolean }>;
  skrivMeddelande(person: Medborgare, text: string): Promise<ActResult<{ meddelande: Meddelande }>>;
  kontaktuppgift(person: Medborgare): Promise<Kontaktbild>;
  ändraKontaktuppgift(
    person: Medborgare,
    uppgifter: Omit<Kontaktuppgift, 'person' | 'ändrad' | 'version'> & { baseradPå: number },
  ): Promise<ActResult<{ kontaktuppgift: Kontaktuppgift }>>;
  /** Everything that is kept about the person, as one ZIP that is made while it is read. */
  alltOmMig(person: Medborgare): Promise<Hämtning>;
}
