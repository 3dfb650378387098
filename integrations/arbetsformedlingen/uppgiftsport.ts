/**
 * That a person has been assigned activities (SoL 15 kap. 6 a § first paragraph): who, and nothing about which activities, why or
 * how it goes.
 */
export interface AnvisadeAktiviteter {
  /** The same when the same notice is tried again. */
  readonly nyckel: string;
  readonly personnummer: string;
  /** The board that gives it. */
  readonly nämnd: string;
}

/**
 * Where the notices to Arbetsförmedlingen go. A port of our own: no contract for it has been found, so the stand-in is the only form
 * of it.
 */
export interface Uppgiftsport {
  /** @throws when it was not accepted and should be tried again. */
  lämna(uppgift: AnvisadeAktiviteter): Promise<void>;
}
