import type { PersonId } from '../person.ts';
import type { Dag, Tidpunkt } from '../tid.ts';
import type { Samtyckespart } from './samtycke.ts';

export type Sipstatus = 'pagar' | 'avslutad';

/** The state machine of an individual plan together with others. */
export const SIPTABELL = {
  pagar: { ändrad: 'pagar', mötet: 'pagar', avslutad: 'avslutad' },
  avslutad: {},
} as const satisfies Record<Sipstatus, Record<string, Sipstatus>>;

/** Somebody who takes part, and what she or he answers for. */
export interface Sipdeltagare {
  part: Samtyckespart | 'socialtjansten' | 'narstaende';
  namn: string;
  ansvar: string;
}

/** What has been agreed at a meeting: what, who, until when, and when it was done. */
export interface Sipåtgärd {
  id: string;
  vad: string;
  vem: string;
  senast: Dag;
  klar: Dag | undefined;
}

/** A meeting of those who take part. */
export interface Sipmöte {
  id: string;
  dag: Dag;
  anteckning: string;
  personenMed: boolean;
}

/** An individual plan together with the region and others (SoL 10 kap. 8 and 9 §§), kept only with the person's consent. */
export interface Sip {
  id: string;
  person: PersonId;
  status: Sipstatus;
  /** The consents it rests on. */
  samtycken: readonly string[];
  /** Which support is needed. */
  behov: string;
  deltagare: readonly Sipdeltagare[];
  /** Who has the overall responsibility: the municipality or the region. */
  leder: 'kommunen' | 'regionen';
  samordnare: string;
  möten: readonly Sipmöte[];
  åtgärder: readonly Sipåtgärd[];
  startad: Tidpunkt;
  startadAv: { id: string; namn: string };
  avslut: { dag: Dag; skäl: string; av: string } | undefined;
  version: number;
}
