import type { ActResult, Tidpunkt } from '@stegvis/casework';
import type { Medborgare } from './port.ts';

/** The person's own account as the board has it. */
export interface Kontobild {
  readonly konto: { readonly clearing: string; readonly nummer: string; readonly bank: string | undefined } | undefined;
  /** Newest first: when it was changed and how. */
  readonly historik: readonly {
    readonly tid: Tidpunkt;
    readonly sätt: 'e-legitimation' | 'ansokan' | 'besok';
    readonly slutarPå: string;
  }[];
  /** Planned payments that go to the account they were planned for. */
  readonly påVäg: readonly { readonly belopp: number; readonly dag: string; readonly slutarPå: string }[];
}

/** What the page about the person's own account needs. Only the person herself, with her own e-ID. */
export interface Kontoport {
  konto(person: Medborgare): Promise<Kontobild>;
  /** Reads and keeps the account; the person is told on another channel. */
  ändraKonto(person: Medborgare, konto: { clearing: string; nummer: string }): Promise<ActResult<object>>;
}
