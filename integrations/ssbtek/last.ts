import type { Registerfel, Registeruppgift, Svarskvalitet } from '@stegvis/casework';

/** What one authority's part of the answer says, before it is stamped with source and time. */
export interface Läst {
  kvalitet: Svarskvalitet;
  uppgifter: Registeruppgift[];
  fel?: Registerfel;
  /** Version of the authority's own schema, where the answer states it. */
  schemaversion?: string;
}

/** An answer that has been read: nothing found only when the authority itself says so. */
export function läst(uppgifter: Registeruppgift[], inget: boolean): Läst {
  return { kvalitet: inget ? 'inget-hos-oss' : 'svarat', uppgifter };
}

/** An answer that leaves something open. `uppgifter` is what could be read for certain. */
export function ejKontrollerbar(
  kod: string,
  text: string,
  tillfälligt = false,
  uppgifter: Registeruppgift[] = [],
): Läst {
  return { kvalitet: 'ej-kontrollerbar', uppgifter, fel: { kod, text, tillfälligt } };
}
