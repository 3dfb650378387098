// npm run bench:statistik [-- --rader 20000000] [--varv 5] [--bara utbetalt,hushall]
//
// Facts of ten years, made by the database itself (statistikdata.ts), and the time of every figure's question as a page asks it (the last
// 24 months by month, or ten years by year, in one split) and of the largest (ten years in two splits). `igen` is the same question again, when its
// answer is kept. Without --bara all; only the tables that are asked are filled. The last line is one JSON object.
// First a reform over 120,000 households (reform.ts, which also runs by itself).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inTenant, openDatabase, openEmbeddedPostgres } from '@stegvis/database';
import { INDIKATORER, type Indikator, type Statistikfråga } from '@stegvis/statistics';
import { sql } from 'kysely';
import { skrivReformmätning } from './reform.ts';
import { FRÅN, fyllUnderlag, NÄMND, TILL } from './statistikdata.ts';

const MÅNADER = 120;
const { rader, varv, bara } = läs();
if (bara === undefined || bara.includes('reform')) skrivReformmätning();
const folder = mkdtempSync(join(tmpdir(), 'stegvis-statistik-'));
const embedded = await openEmbeddedPostgres({ folder });
const database = await openDatabase(embedded.url, { connections: 4 });
try {
  const valda = INDIKATORER.filter(({ id }) => bara === undefined || bara.includes(id));
  const källor = new Set(
    valda.flatMap(({ källa, nämnare: n }) => [källa, ...(n && 'källa' in n ? [n.källa] : [])]).map((k) => `stat_${k}`),
  );
  const hushåll = Math.round(rader / MÅNADER);
  console.log(`${hushåll.toLocaleString('sv-SE')} hushåll varje månad i tio år:`);
  await fyllUnderlag(database, hushåll, källor, (rad) => console.log(`  ${rad}`));
  const mätta = [];
  console.log(`\n${'mått'.padEnd(34)}${'fråga'.padEnd(16)}   min median    max   igen  (ms, ${varv} varv)`);
  for (const i of valda)
    for (const [namn, fråga] of frågor(i)) {
      const tider: number[] = [];
      let igen = 0;
      for (let n = 0; n < varv; n++)
        await inTenant(database.db, NÄMND, async ({ trx, statistik }) => {
          await sql`set local statement_timeout = 0`.execute(trx);
          await trx.deleteFrom('stat_svar').execute();
          const t0 = performance.now();
          await statistik.räkna(fråga);
          const t1 = performance.now();
          await statistik.räkna(fråga);
          tider.push(t1 - t0);
          igen = Math.round(performance.now() - t1);
        });
      tider.sort((a, b) => a - b);
      const [min, median, max] = [tider[0]!, tider[tider.length >> 1]!, tider.at(-1)!].map(Math.round);
      mätta.push({ id: i.id, fråga: namn, min, median, max, igen });
      const tal = [min, median, max].map((t) => String(t).padStart(6)).join(' ');
      console.log(`${i.id.padEnd(34)}${namn.padEnd(16)}${tal} ${String(igen).padStart(6)}`);
    }
  console.log(JSON.stringify({ rader, mätta }));
} finally {
  await database.close();
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** What a page asks for by itself, and the largest question there is. */
function frågor(i: Indikator): [string, Statistikfråga][] {
  const år = i.tid.kortast === 'ar';
  const grund = { indikator: i.id, till: TILL, filter: {} };
  const sida = {
    ...grund,
    från: år ? FRÅN : '2024-11',
    tid: år ? 'ar' : 'manad',
    uppdelning: i.uppdelningar.slice(0, 1),
  } as const;
  const största = { ...grund, från: FRÅN, tid: i.tid.kortast, uppdelning: i.uppdelningar.slice(-2) } as const;
  return [
    ['sidan', sida],
    ['tio år, två', största],
    ...(år ? [] : [['tio år per år', { ...största, tid: 'ar' }] as [string, Statistikfråga]]),
  ];
}

function läs(): { rader: number; varv: number; bara: string[] | undefined } {
  const { values } = parseArgs({
    options: {
      rader: { type: 'string', default: '1440000' },
      varv: { type: 'string', default: '5' },
      bara: { type: 'string' },
    },
  });
  const [rader, varv] = [Number(values.rader), Number(values.varv)];
  if (!(Number.isInteger(rader) && rader >= MÅNADER) || !(Number.isInteger(varv) && varv >= 1)) {
    console.error(
      `--rader är antalet hushållsmånader, minst ${MÅNADER}, och --varv hur många gånger varje fråga ställs, minst 1.`,
    );
    process.exit(2);
  }
  return { rader, varv, bara: values.bara?.split(',') };
}
