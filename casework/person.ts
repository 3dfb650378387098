import type { Tidpunkt } from './tid.ts';

export type PersonId = string;

/** A person. The only place where a personnummer is kept; everything else refers to `id`. */
export interface Person {
  id: PersonId;
  /** Twelve digits, personnummer or samordningsnummer. */
  personnummer: string;
  förnamn: string;
  efternamn: string;
  /** Skyddade personuppgifter: shown only to staff with that role, every reading logged. */
  skyddad: boolean;
  skapad: Tidpunkt;
}

/** The day of birth in a personnummer or samordningsnummer (day + 60). Throws RangeError when it has not twelve digits. */
export function födelsedag(personnummer: string): string {
  if (!/^\d{12}$/.test(personnummer)) throw new RangeError('Ett personnummer ska ha tolv siffror.');
  const dag = Number(personnummer.slice(6, 8));
  return `${personnummer.slice(0, 4)}-${personnummer.slice(4, 6)}-${String(dag > 60 ? dag - 60 : dag).padStart(2, '0')}`;
}
