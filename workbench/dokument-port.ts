import type { ActResult, Dokument, SaknatDokument } from '@stegvis/casework';
import type { Medarbetare } from './port.ts';

/** A document as staff see it. */
export interface Dokumentrad {
  readonly dokument: Dokument;
  /** Whose it is, by name. */
  readonly uppladdadAv: string;
}

/** The documents of one application, private ones too. */
export interface Ärendedokument {
  readonly ansökan: string;
  readonly ärendenummer: string;
  readonly dokument: readonly Dokumentrad[];
  readonly saknas: readonly SaknatDokument[];
}

/**
 * The documents' part of what the staff's pages need. A case that may not be opened is `undefined`; every reading is written to the
 * audit log, each page picture too.
 */
export interface Dokumentport {
  dokument(medarbetare: Medarbetare, ansökan: string): Promise<Ärendedokument | undefined>;
  /** One page picture (JPEG), the first page being 1. */
  dokumentsida(
    medarbetare: Medarbetare,
    ansökan: string,
    dokument: string,
    sida: number,
  ): Promise<Uint8Array | undefined>;
  /** The file itself; one that is not scanned only when the warning has been read (`förstått`), one with malware never. */
  laddaNedDokument(
    medarbetare: Medarbetare,
    ansökan: string,
    dokument: string,
    val: { förstått: boolean },
  ): Promise<ActResult<{ innehåll: Uint8Array; format: Dokument['format'] }>>;
  markeraDokument(
    medarbetare: Medarbetare,
    ansökan: string,
    dokument: string,
    val: { skäl: string; baseradPå: number },
  ): Promise<ActResult<object>>;
}
