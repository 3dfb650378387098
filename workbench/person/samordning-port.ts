import type {
  ActResult,
  AfSvar,
  AfUppgift,
  Dag,
  Ersättningsärende,
  Försörjningshinder,
  PersonId,
  Samtycke,
  Sip,
} from '@stegvis/casework';
import type { Ersättningsförslag } from '@stegvis/rules';
import type { Medarbetare } from '../port.ts';

/** What the page about coordination shows. */
export interface Samordningsbild {
  readonly idag: Dag;
  /** Newest first. */
  readonly hinder: readonly Försörjningshinder[];
  readonly förslag: readonly Ersättningsförslag[];
  readonly ersättningar: readonly Ersättningsärende[];
  readonly samtycken: readonly Samtycke[];
  /** The number of the plan that holds, which a party may get a copy of; undefined when there is none. */
  readonly plan: number | undefined;
  readonly sip: readonly Sip[];
  readonly afUppgifter: readonly AfUppgift[];
  readonly afSvar: readonly AfSvar[];
  /** What is suggested as the answer to which activities the person has been assigned. */
  readonly anvisade: string;
}

/** What keeps one adult of an application from supporting herself. */
export interface Ansökanshinder {
  readonly person: PersonId;
  readonly namn: string;
  /** The one that holds today; undefined: not known. */
  readonly nu: Försörjningshinder | undefined;
  /** Whether it has been assessed at this application. */
  readonly bedömtHär: boolean;
}

/** What the pages about coordination need. A text is as it was written; a day is undefined when it could not be read. */
export interface Samordningsport {
  samordningsbild(medarbetare: Medarbetare, person: PersonId): Promise<Samordningsbild | undefined>;
  /** One for each adult; nothing of an application that staff may not open. */
  ansökansHinder(medarbetare: Medarbetare, ansökan: string): Promise<readonly Ansökanshinder[]>;
  noteraHinder(
    medarbetare: Medarbetare,
    person: PersonId,
    input: { hinder: string; från: Dag | undefined; skäl: string },
  ): Promise<ActResult<object>>;
  följErsättning(
    medarbetare: Medarbetare,
    person: PersonId,
    input: { ersättning: string; övergång: string; dag: Dag | undefined; text: string },
  ): Promise<ActResult<object>>;
  geSamtycke(
    medarbetare: Medarbetare,
    person: PersonId,
    input: {
      part: string;
      vem: string;
      uppgifter: readonly string[];
      plan: boolean;
      till: Dag | undefined;
      sätt: 'muntligt' | 'papper';
    },
  ): Promise<ActResult<object>>;
  återkallaSamtycke(medarbetare: Medarbetare, person: PersonId, id: string): Promise<ActResult<object>>;
  startaSip(
    medarbetare: Medarbetare,
    person: PersonId,
    input: { behov: string; leder: string; samordnare: string; ansvar: string; partsansvar: string },
  ): Promise<ActResult<object>>;
  läggTillSipdeltagare(
    medarbetare: Medarbetare,
    person: PersonId,
    sip: string,
    input: { part: string; namn: string; ansvar: string; personenVill: boolean },
  ): Promise<ActResult<object>>;
  skrivSipmöte(
    medarbetare: Medarbetare,
    person: PersonId,
    sip: string,
    input: { dag: Dag | undefined; anteckning: string; personenMed: boolean },
  ): Promise<ActResult<object>>;
  läggTillSipåtgärd(
    medarbetare: Medarbetare,
    person: PersonId,
    sip: string,
    input: { vad: string; vem: string; senast: Dag | undefined },
  ): Promise<ActResult<object>>;
  gjordSipåtgärd(medarbetare: Medarbetare, person: PersonId, sip: string, åtgärd: string): Promise<ActResult<object>>;
  avslutaSip(medarbetare: Medarbetare, person: PersonId, sip: string, skäl: string): Promise<ActResult<object>>;
  besvaraAnmälan(
    medarbetare: Medarbetare,
    person: PersonId,
    uppgift: string,
    input: { anmäld: string; hur: string },
  ): Promise<ActResult<object>>;
  /** Sends again what could not be sent. */
  skickaAfUppgiftIgen(medarbetare: Medarbetare, person: PersonId, uppgift: string): Promise<ActResult<object>>;
  svaraAf(
    medarbetare: Medarbetare,
    person: PersonId,
    input: {
      begärd: Dag | undefined;
      begärdAv: string;
      frågor: readonly string[];
      aktiviteter: string;
      förmåga: string;
    },
  ): Promise<ActResult<object>>;
}
