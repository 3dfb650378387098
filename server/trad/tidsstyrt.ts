import type { Tidpunkt } from '@stegvis/casework';
import { type Database, type Enqueue, inTenant, type TenantTransaction } from '@stegvis/database';
import { sql } from 'kysely';

/** Something that happens because time has passed: a reminder, an expiry, a purge. Run often; it must find what is due by itself. */
export interface Tidsstyrd {
  /** ASCII, in the log. */
  readonly namn: string;
  kör(t: TenantTransaction, delar: { readonly nu: Tidpunkt; readonly enqueue: Enqueue }): Promise<void>;
}

/**
 * Runs each once, in a transaction of its own; one that is already running in another process is left to it.
 * What fails is told and does not stop the others.
 */
export async function körTidsstyrt(
  lista: readonly Tidsstyrd[],
  delar: {
    readonly db: Database['db'];
    readonly tenant: { kommun: string; nämnd: string };
    readonly nu: () => Date;
    readonly enqueue: Enqueue;
    readonly onFault: (namn: string, fault: unknown) => void;
  },
): Promise<void> {
  for (const { namn, kör } of lista)
    await inTenant(delar.db, { ...delar.tenant, aktör: { slag: 'system', id: namn } }, async (t) => {
      const { rows } = await sql<{
        fri: boolean;
      }>`select pg_try_advisory_xact_lock(hashtext(${`tidsstyrt-${namn}`})) as fri`.execute(t.trx);
      if (rows[0]?.fri) await kör(t, { nu: delar.nu().toISOString(), enqueue: delar.enqueue });
    }).catch((fault: unknown) => delar.onFault(namn, fault));
}

/** Runs the list every minute until stopped; the stop waits for a round that is under way. */
export function startaTidsstyrt(...[lista, delar]: Parameters<typeof körTidsstyrt>): { stop(): Promise<void> } {
  let pågår = Promise.resolve();
  const runda = () => {
    pågår = pågår.then(() => körTidsstyrt(lista, delar));
  };
  runda();
  const timer = setInterval(runda, 60_000);
  return {
    stop: async () => {
      clearInterval(timer);
      await pågår;
    },
  };
}
