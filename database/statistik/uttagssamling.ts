import type { Dag, Tidpunkt } from '@stegvis/casework';
import type { Statistiknyckel, Uttag, Uttagsleverans } from '@stegvis/statistics';

/** Saved extracts, what their schedules have delivered, and the keys of programs. */
export interface Uttagssamling {
  add(uttag: Uttag): Promise<void>;
  /** The version has been raised by one. @throws VersionConflict */
  save(uttag: Uttag): Promise<void>;
  /** With everything it has delivered. @throws VersionConflict */
  remove(id: string, version: number): Promise<void>;
  find(id: string): Promise<Uttag | undefined>;
  /** A person's own and those that are shared, by name. */
  findFör(användare: string): Promise<Uttag[]>;
  /** Those whose day has come. */
  findAttKöra(dag: Dag): Promise<Uttag[]>;
  /** @throws Duplicate when the extract has been delivered that day */
  addLeverans(leverans: Uttagsleverans): Promise<void>;
  /** Newest first, without what they hold. */
  findLeveranser(uttag: string): Promise<Omit<Uttagsleverans, 'svar'>[]>;
  findLeverans(id: string): Promise<Uttagsleverans | undefined>;
  /** Takes away what was delivered before the day. */
  gallraLeveranser(före: Dag): Promise<void>;
  addNyckel(nyckel: Statistiknyckel): Promise<void>;
  /** One person's keys that have not been ended, newest first. */
  findNycklar(användare: string): Promise<Statistiknyckel[]>;
  /** The key with this checksum, if it can be used on the day. */
  findNyckel(kontrollsumma: string, dag: Dag): Promise<Statistiknyckel | undefined>;
  /** Ends one of the person's keys; says whether there was one. */
  avslutaNyckel(id: string, användare: string, tid: Tidpunkt): Promise<boolean>;
}
