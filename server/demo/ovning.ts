import { type Database, inTenant } from '@stegvis/database';
import type { Kommunuppgifter } from '../kommunuppgifter.ts';
import { DEMOKOMMUN } from './demo.ts';

/** The practice municipality: its name says on every page, letter and file that it is made up. */
export const ÖVNINGSKOMMUN: Kommunuppgifter = {
  ...DEMOKOMMUN,
  nämndnyckel: 'ovning',
  namn: 'Övningskommunen (påhittad)',
};

/** The board that is practised on now; starting over is a new board, for rows that are only added to are never removed. */
export interface Övningsnämnd {
  /** Read anew at every transaction. */
  readonly tenant: { readonly kommun: string; readonly nämnd: string };
  /** Seeds a new board and goes over to it; everybody logs in again. */
  börjaOm(): Promise<void>;
}

/** Finds the latest practice board, or makes the first. */
export async function övningsnämnd(
  db: Database['db'],
  så: (tenant: { kommun: string; nämnd: string }) => Promise<void>,
): Promise<Övningsnämnd> {
  const board = (nummer: number) => ({ kommun: ÖVNINGSKOMMUN.kod, nämnd: `ovning-${nummer}` });
  const finns = (nummer: number) =>
    inTenant(db, { ...board(nummer), aktör: { slag: 'system', id: 'ovning' } }, async (t) =>
      Boolean(await t.organisation.findNämnd()),
    );
  let nummer = 1;
  while (await finns(nummer + 1)) nummer++;
  await så(board(nummer));
  let pågår = Promise.resolve();
  return {
    tenant: {
      kommun: ÖVNINGSKOMMUN.kod,
      get nämnd() {
        return board(nummer).nämnd;
      },
    },
    börjaOm: () => {
      pågår = pågår
        .catch(() => {})
        .then(async () => {
          await så(board(nummer + 1));
          nummer++;
        });
      return pågår;
    },
  };
}
