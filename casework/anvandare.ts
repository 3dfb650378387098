/** What a member of staff may do. `skyddade-uppgifter` opens persons with protected identity. */
export const ROLLER = [
  'handlaggare',
  'utbetalare',
  'enhetschef',
  'administrator',
  'granskare',
  'skyddade-uppgifter',
] as const;
export type Roll = (typeof ROLLER)[number];

/** A member of staff. */
export interface Användare {
  id: string;
  /** The identity provider's subject. */
  inloggning: string;
  namn: string;
  titel: string;
  roller: readonly Roll[];
  aktiv: boolean;
}
