import type { Selectable } from 'kysely';
import pg from 'pg';
import { Duplicate, NotFound, VersionConflict } from '../repository-errors.ts';

/** An instant as the domain writes it. */
export function instant(date: Date): string {
  return date.toISOString();
}

/** Runs an insert; a broken unique constraint becomes Duplicate, `what` being what was to be added. */
export async function insert(what: string, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (fault) {
    if (fault instanceof pg.DatabaseError && fault.code === '23505')
      throw new Duplicate(what, fault.constraint ?? '', { cause: fault });
    throw fault;
  }
}

/** The row, or NotFound. */
export function found<T>(row: T | undefined, what: string, id: string): T {
  if (row === undefined) throw new NotFound(what, id);
  return row;
}

/** Checks that exactly one row of the expected version was changed. */
export function savedOne(result: { numUpdatedRows: bigint }, what: string, id: string): void {
  if (result.numUpdatedRows !== 1n) throw new VersionConflict(what, id);
}

export type Row<T> = Selectable<T>;
