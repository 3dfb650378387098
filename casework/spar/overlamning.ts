import type { Överlämningsgrund } from '@stegvis/rules';
import type { PersonId } from '../person.ts';
import type { Dag, Tidpunkt } from '../tid.ts';

export type Överlämningsstatus = 'skickad' | 'mottagen' | 'nekad' | 'aterkallad';
export type Överlämningsövergång = 'mottagen' | 'nekad' | 'aterkallad';

/** The state machine of a hand-over between organisations. */
export const ÖVERLÄMNINGSTABELL = {
  skickad: { mottagen: 'mottagen', nekad: 'nekad', aterkallad: 'aterkallad' },
  mottagen: {},
  nekad: {},
  aterkallad: {},
} as const satisfies Record<Överlämningsstatus, Partial<Record<Överlämningsövergång, Överlämningsstatus>>>;

export const ÖVERLÄMNINGSLÄGEN: Readonly<Record<Överlämningsstatus, string>> = {
  skickad: 'Väntar på svar',
  mottagen: 'Mottagen',
  nekad: 'Nekad',
  aterkallad: 'Återkallad',
};

/** One hand-over of a person from the board to another organisation. */
export interface Överlämning {
  id: string;
  person: PersonId;
  /** The receiving organisation, by name. */
  till: string;
  /** The receiver in the register of organisations, when it answers on a page of its own. */
  mottagare?: string | undefined;
  mottagarslag: 'annan-namnd' | 'ansvarig-socialnamnd' | 'annan';
  /** What the receiver is asked to take over, without anything that secrecy holds back. */
  ärende: string;
  grund: Överlämningsgrund;
  /** Which kinds of facts go with it. */
  uppgifter: readonly string[];
  /** The facts in words. */
  text: string;
  /** The consent that it rests on. */
  samtycke: { dag: Dag; till: Dag; vad: string } | undefined;
  /** The request that it answers. */
  begäran: { av: string; dag: Dag } | undefined;
  svarSenast: Dag;
  status: Överlämningsstatus;
  svar: { av: string; text: string; tid: Tidpunkt } | undefined;
  skickad: Tidpunkt;
  skickadAv: { id: string; namn: string };
  version: number;
}

/** Whether the receiver should have answered by now. */
export function överlämningFörsenad({ status, svarSenast }: Överlämning, idag: Dag): boolean {
  return status === 'skickad' && svarSenast < idag;
}
