import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { hämtaRegistersvar, standInPerson, startSsbtekStandIn } from '@stegvis/integrations';

const ÄNDRADE = 10_000;
const SVAR = 2_000;

export interface Ssbtekmätning {
  /** Changed answers that were tried, for the reading and for the decision each. */
  ändrade: number;
  /** Whether no income changed or vanished unseen, and nothing was granted on a changed one. */
  godkänt: boolean;
  sekunder: number;
  /** Milliseconds to read one answer from five authorities, the median. */
  läsningMs: number;
}

/** Prints the reading and the changed answers; a changed income that is granted ends the measurement with a fault. */
export async function bench(): Promise<void> {
  const mätning = await mätSsbtek();
  console.log(JSON.stringify(mätning, null, 2));
  if (!mätning.godkänt) process.exitCode = 1;
}

/** The tests of the changed answers with ten thousand of them, and how fast an answer is read. */
export async function mätSsbtek(): Promise<Ssbtekmätning> {
  const läsningMs = await mätLäsning();
  const started = performance.now();
  const prov = ['integrations/ssbtek/fuzz.test.ts', 'server/trad/andrade-registersvar.test.ts'];
  const child = spawn(process.execPath, ['--import', './bin/tsx-hook.mjs', '--test', ...prov], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, STEGVIS_FUZZ: String(ÄNDRADE) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  const sekunder = Math.round((performance.now() - started) / 100) / 10;
  return { ändrade: ÄNDRADE, godkänt: code === 0, sekunder, läsningMs };
}

async function mätLäsning(): Promise<number> {
  const personnummer = '199001012385';
  const typer = ['barnbidrag', 'bostadsbidrag', 'a-kassa', 'studiemedel', 'pension'] as const;
  const standIn = await startSsbtekStandIn({
    persons: [standInPerson(personnummer, { utbetalningar: typer.map((typ) => ({ typ, netto: 1000, dag: 20 })) })],
    idag: () => '2026-11-30',
  });
  const config = {
    url: standIn.url,
    ingivare: { organisationsnummer: '162120000000', namn: 'Kommunen', handläggare: 'system' },
    aktorsId: '000-00',
  };
  const källor = ['FK', 'PM', 'AF', 'CSN', 'SO'] as const;
  const fråga = { personnummer, period: { from: '2026-10-01', tom: '2026-11-30' }, källor };
  const ports = { now: () => '2026-11-30T08:00:00.000Z', newId: () => 'mätning' };
  const hämtat = await hämtaRegistersvar(config, fråga, ports);
  await standIn.stop();
  if (!hämtat.ok) throw new Error(hämtat.fel.text);
  const xml = Buffer.from(hämtat.rått).toString();
  const tider: number[] = [];
  for (let i = 0; i < SVAR; i++) {
    const t0 = performance.now();
    await hämtaRegistersvar(config, fråga, { ...ports, fetch: async () => new Response(xml) });
    tider.push(performance.now() - t0);
  }
  return Math.round(tider.sort((a, b) => a - b)[SVAR / 2]! * 100) / 100;
}
