import type {
  ActResult,
  Ansökan,
  Dokument,
  Dokumentfråga,
  Dokumentgränser,
  Dokumentkrav,
  Dokumentplats,
  SaknatDokument,
} from '@stegvis/casework';
import type { Medborgare } from './port.ts';

/** The documents of one application as one of its adults may see them. */
export interface Dokumentbild {
  readonly ansökan: Ansökan;
  /** Oldest first; the other adult's private ones are not here. */
  readonly dokument: readonly (Dokument & { readonly fårTasBort: boolean })[];
  /** What the municipality requires and is not there, of this adult. */
  readonly saknas: readonly SaknatDokument[];
  readonly krav: readonly Dokumentkrav[];
  /** What a document can be about in this application. */
  readonly platser: readonly Dokumentplats[];
  /** This adult's own answers. */
  readonly svar: Readonly<Partial<Record<Dokumentfråga, boolean>>>;
  readonly gränser: Dokumentgränser;
  /** Whether documents can be added now. */
  readonly öppen: boolean;
  readonly tvåVuxna: boolean;
}

/** What became of an upload; everything written in the form is given back when it was refused. */
export type Uppladdningssvar =
  | { readonly ok: true; readonly dokument: Dokument; readonly fält: Readonly<Record<string, string>> }
  | {
      readonly ok: false;
      readonly status: 404 | 409 | 413 | 415 | 422;
      readonly fält: Readonly<Record<string, string>>;
      /** Field by field, sentences in Swedish. */
      readonly fel: readonly { readonly fält: string; readonly text: string }[];
    };

/** The documents' part of what the citizen's pages need. Somebody else's application is `undefined` or 404. */
export interface Dokumentport {
  dokument(person: Medborgare, ansökan: string): Promise<Dokumentbild | undefined>;
  /** Reads the form and its file from the request's stream: `plats`, `privat`, `begaran`, `fil`. */
  laddaUppDokument(person: Medborgare, ansökan: string, request: Request): Promise<Uppladdningssvar>;
  taBortDokument(person: Medborgare, ansökan: string, dokument: string): Promise<ActResult<object>>;
  /** One page picture (JPEG), the first page being 1. */
  dokumentsida(person: Medborgare, ansökan: string, dokument: string, sida: number): Promise<Uint8Array | undefined>;
  svaraDokumentfråga(
    person: Medborgare,
    ansökan: string,
    fråga: Dokumentfråga,
    svar: boolean,
  ): Promise<ActResult<object>>;
}
