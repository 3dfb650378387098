import { setTimeout as delay } from 'node:timers/promises';
import type { Användare } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { indikator, type Statistikfråga } from '@stegvis/statistics';
import { sql } from 'kysely';
import { registreraKörning, startaKörning } from './korning.ts';
import type { Trådjobb } from './tradjobb.ts';

export const RÄKNINGSSLAG = 'statistikfraga';

/** A question a page asks of the facts: for the figures themselves, or for how far the values behind them lie apart. */
export interface Räknefråga {
  readonly fråga: Statistikfråga;
  readonly spridning: boolean;
}

type Sparadfråga = Omit<Statistikfråga, 'från'> & {
  readonly fran: Statistikfråga['från'];
  readonly spridning: boolean;
};

/** How often it is asked whether somebody has cancelled, milliseconds. */
const FRÅGAR_VAR = 250;

/** Counts questions that a page cannot wait for. The answers are kept with the facts, where the page finds them when it asks again. */
export const räkningskörning = registreraKörning<{ fragor: readonly Sparadfråga[] }>(
  RÄKNINGSSLAG,
  async ({ fragor }, { framsteg, inTenant }) => {
    for (const [i, { fran, spridning, ...resten }] of fragor.entries()) {
      let fråga: { pid: number; borjade: string } | undefined;
      let klar = false;
      const räkning = inTenant(async (t) => {
        await sql`set local statement_timeout = '50min'`.execute(t.trx);
        const { rows } = await sql<{ pid: number; borjade: string }>`
          select pg_backend_pid() as pid, now()::text as borjade`.execute(t.trx);
        fråga = rows[0];
        await (spridning
          ? t.jämförelse.spridning({ ...resten, från: fran })
          : t.statistik.räkna({ ...resten, från: fran }));
      }).finally(() => {
        klar = true;
      });
      try {
        while (!klar) {
          await framsteg(i, fragor.length, `Räknar ${indikator(resten.indikator)?.namn ?? resten.indikator}`);
          await Promise.race([räkning, delay(FRÅGAR_VAR)]);
        }
      } catch (fault) {
        const { pid, borjade } = fråga ?? {};
        // Only while it is the same transaction: the connection may be somebody else's by now.
        if (!klar && pid !== undefined)
          await inTenant((t) =>
            sql`select pg_cancel_backend(pid) from pg_stat_activity
              where pid = ${pid} and xact_start = ${borjade}::timestamptz`.execute(t.trx),
          );
        await räkning.catch(() => {});
        throw fault;
      }
      await räkning;
    }
    return { antal: fragor.length };
  },
);

/** The run that counts these questions: the one under way if somebody has asked the same, otherwise a new one. Gives its id. */
export async function räknaLänge(
  t: TenantTransaction,
  jobb: Trådjobb,
  frågor: readonly Räknefråga[],
  { av, nu }: { av: Pick<Användare, 'id' | 'namn'>; nu: string },
): Promise<string> {
  const parametrar = {
    fragor: frågor.map(
      ({ fråga: { från, ...resten }, spridning }): Sparadfråga => ({ ...resten, fran: från, spridning }),
    ),
  };
  await sql`select pg_advisory_xact_lock(hashtextextended(${RÄKNINGSSLAG}, 0))`.execute(t.trx);
  const { rows } = await sql<{ id: string }>`
    select id from korning where slag = ${RÄKNINGSSLAG} and status in ('vantar', 'kor')
      and parametrar = ${JSON.stringify(parametrar)}::jsonb order by startad limit 1`.execute(t.trx);
  if (rows[0]) return rows[0].id;
  const namn = [...new Set(frågor.map(({ fråga: f }) => indikator(f.indikator)?.namn ?? f.indikator))];
  return await startaKörning(t, jobb, {
    slag: RÄKNINGSSLAG,
    rubrik: namn.length === 1 ? `Räknar: ${namn[0]}` : `Räknar ${namn.length} mått`,
    parametrar,
    av,
    nu,
  });
}
