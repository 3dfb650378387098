import { setTimeout as delay } from 'node:timers/promises';
import type { Användare, Månad } from '@stegvis/casework';
import type { Effekturval, TenantTransaction } from '@stegvis/database';
import { indikator, type Statistikfråga } from '@stegvis/statistics';
import { sql } from 'kysely';
import { registreraKörning, startaKörning } from './korning.ts';
import type { Trådjobb } from './tradjobb.ts';

export const RÄKNINGSSLAG = 'statistikfraga';

/** A question a page asks of the facts: for figures, for how far the values behind them lie apart, or for people like those who began. */
export type Räknefråga =
  | { readonly slag: 'svar' | 'spridning'; readonly fråga: Statistikfråga }
  | { readonly slag: 'effekt'; readonly urval: Effekturval };

/** As it is kept with the run: names in ASCII. */
type Sparadfråga =
  | (Omit<Statistikfråga, 'från'> & { readonly slag: 'svar' | 'spridning'; readonly fran: Månad })
  | {
      readonly slag: 'effekt';
      readonly insats: string;
      readonly fran: Månad;
      readonly till: Månad;
      readonly jamforPer: number;
    };

const sparad = (f: Räknefråga): Sparadfråga => {
  if (f.slag === 'effekt') {
    const { från, jämförPer, ...resten } = f.urval;
    return { slag: f.slag, fran: från, jamforPer: jämförPer, ...resten };
  }
  const { från, ...resten } = f.fråga;
  return { slag: f.slag, fran: från, ...resten };
};

/** What is counted, in words. */
const vadSom = (f: Sparadfråga): string =>
  f.slag === 'effekt' ? `effekten av ${f.insats}` : (indikator(f.indikator)?.namn ?? f.indikator);

async function räkna(t: TenantTransaction, f: Sparadfråga): Promise<void> {
  if (f.slag === 'effekt') {
    const { fran, jamforPer, slag: _, ...resten } = f;
    await t.effekt.findJämförbara({ ...resten, från: fran, jämförPer: jamforPer });
  } else {
    const { fran, slag, ...resten } = f;
    const fråga = { ...resten, från: fran };
    await (slag === 'spridning' ? t.jämförelse.spridning(fråga) : t.statistik.räkna(fråga));
  }
}

/** How often it is asked whether somebody has cancelled, milliseconds. */
const FRÅGAR_VAR = 250;

/** Counts questions that a page cannot wait for. The answers are kept with the facts, where the page finds them when it asks again. */
export const räkningskörning = registreraKörning<{ fragor: readonly Sparadfråga[] }>(
  RÄKNINGSSLAG,
  async ({ fragor }, { framsteg, inTenant }) => {
    for (const [i, en] of fragor.entries()) {
      let fråga: { pid: number; borjade: string } | undefined;
      let klar = false;
      const räkning = inTenant(async (t) => {
        await sql`set local statement_timeout = '50min'`.execute(t.trx);
        const { rows } = await sql<{ pid: number; borjade: string }>`
          select pg_backend_pid() as pid, now()::text as borjade`.execute(t.trx);
        fråga = rows[0];
        await räkna(t, en);
      }).finally(() => {
        klar = true;
      });
      try {
        while (!klar) {
          await framsteg(i, fragor.length, `Räknar ${vadSom(en)}`);
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
  const parametrar = { fragor: frågor.map(sparad) };
  await sql`select pg_advisory_xact_lock(hashtextextended(${RÄKNINGSSLAG}, 0))`.execute(t.trx);
  const { rows } = await sql<{ id: string }>`
    select id from korning where slag = ${RÄKNINGSSLAG} and status in ('vantar', 'kor')
      and parametrar = ${JSON.stringify(parametrar)}::jsonb order by startad limit 1`.execute(t.trx);
  if (rows[0]) return rows[0].id;
  const namn = [...new Set(parametrar.fragor.map(vadSom))];
  return await startaKörning(t, jobb, {
    slag: RÄKNINGSSLAG,
    rubrik: namn.length === 1 ? `Räknar: ${namn[0]}` : `Räknar ${namn.length} mått`,
    parametrar,
    av,
    nu,
  });
}
