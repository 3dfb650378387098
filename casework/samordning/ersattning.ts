import type { PersonId } from '../person.ts';
import type { Dag, Tidpunkt } from '../tid.ts';

export type Ersättningsstatus = 'foreslagen' | 'stod' | 'sokt' | 'beviljad' | 'avslag' | 'inte-aktuell';
export type Ersättningsövergång = 'stöd' | 'sökt' | 'beviljad' | 'avslag' | 'avfärdad';

/** The state machine of one other benefit for one person. */
export const ERSÄTTNINGSTABELL = {
  foreslagen: { stöd: 'stod', sökt: 'sokt', avfärdad: 'inte-aktuell' },
  stod: { sökt: 'sokt', avfärdad: 'inte-aktuell' },
  sokt: { beviljad: 'beviljad', avslag: 'avslag', avfärdad: 'inte-aktuell' },
  beviljad: {},
  avslag: { sökt: 'sokt' },
  'inte-aktuell': { stöd: 'stod', sökt: 'sokt' },
} as const satisfies Record<Ersättningsstatus, Partial<Record<Ersättningsövergång, Ersättningsstatus>>>;

export const ERSÄTTNINGSLÄGEN: Readonly<Record<Ersättningsstatus, string>> = {
  foreslagen: 'Att ta upp',
  stod: 'Får stöd att söka',
  sokt: 'Sökt',
  beviljad: 'Beviljad',
  avslag: 'Avslag',
  'inte-aktuell': 'Inte aktuell',
};

/** One step of the work with a benefit. Never changed. */
export interface Ersättningshändelse {
  till: Ersättningsstatus;
  dag: Dag;
  text: string;
  av: string;
  tid: Tidpunkt;
}

/** One other benefit that the person may have a right to, and how it went. */
export interface Ersättningsärende {
  id: string;
  person: PersonId;
  /** A benefit of the published rules (`ANDRA_ERSÄTTNINGAR`). */
  ersättning: string;
  status: Ersättningsstatus;
  /** Oldest first. */
  steg: readonly Ersättningshändelse[];
  version: number;
}

/** Where the transition leads, or undefined when it is not allowed. */
export function nästaErsättningsstatus(
  status: Ersättningsstatus,
  övergång: Ersättningsövergång,
): Ersättningsstatus | undefined {
  return (ERSÄTTNINGSTABELL[status] as Partial<Record<Ersättningsövergång, Ersättningsstatus>>)[övergång];
}
