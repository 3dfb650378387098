import type { TenantTransaction } from '@stegvis/database';

/** Writes to the audit log what somebody reads of statistics and consequences. */
export function loggaStatistik(
  t: TenantTransaction,
  { handling, objekt, tid, tillåten }: { handling: string; objekt: string; tid: string; tillåten: boolean },
): Promise<void> {
  return t.granskning.add({
    tid,
    handling,
    person: undefined,
    objekt: { slag: 'statistik', id: objekt.slice(0, 100) },
    ändamål: 'statistik och konsekvenser',
    utfall: tillåten ? 'tillaten' : 'nekad',
  });
}
