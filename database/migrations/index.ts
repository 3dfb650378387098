import type { Migration } from 'kysely/migration';
import { foundation } from './0001-foundation.ts';

/** Every migration by name, in the order of the names. A migration that has been released is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-foundation': foundation,
};
