/**
 * What a member of staff may do. `skyddade-uppgifter` opens persons with protected identity. `samordnare` follows persons on the
 * way to self-support and does not see the money of the case; `anordnare` is somebody at a provider of activities, who sees its own
 * participants and nothing else; `analytiker` sees figures about groups and nobody's case.
 */
export const ROLLER = [
  'handlaggare',
  'utbetalare',
  'enhetschef',
  'administrator',
  'granskare',
  'samordnare',
  'anordnare',
  'analytiker',
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
