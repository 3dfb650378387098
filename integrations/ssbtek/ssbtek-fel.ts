/**
 * Why no answer at all could be had.
 * `konfiguration`, `ogiltig-fraga`, `saknar-rattslig-grund`, `krets-bruten`: nothing was sent. The others: something was sent but the answer
 * cannot be used.
 */
export type SsbtekFelslag =
  | 'konfiguration'
  | 'ogiltig-fraga'
  | 'saknar-rattslig-grund'
  | 'krets-bruten'
  | 'ingen-kontakt'
  | 'tls'
  | 'tidsgrans'
  | 'avbrutet'
  | 'for-stort'
  | 'http'
  | 'soap-fel'
  | 'ej-xml'
  | 'farlig-xml'
  | 'fel-schema'
  | 'fel-korrelation'
  | 'ofullstandigt';

/** A fault for the whole call. `text` is Swedish, for staff and logs, and never holds anything from the answer itself. */
export interface SsbtekFel {
  slag: SsbtekFelslag;
  /** Whether asking again later may help. */
  tillfälligt: boolean;
  text: string;
}

/** A code from outside, safe to show: at most 40 plain characters, and nothing that could be a personnummer. */
export function ofarligKod(kod: string): string {
  const plain = kod.replace(/[^A-Za-zÅÄÖåäö0-9_.:-]/g, '').slice(0, 40);
  return plain === '' || plain.replace(/\D/g, '').length > 7 ? 'okand' : plain;
}

/** A part of an answer that cannot be read as the contract says. Stays inside the readers. */
export class Oläsbart extends Error {
  readonly kod: string;
  constructor(kod: string, text: string) {
    super(text);
    this.kod = kod;
  }
}
