import process from 'node:process';
import { parseArgs } from 'node:util';
import { flyttaMånad, type Månad } from '@stegvis/casework';
import {
  type Database,
  DatabaseOpenError,
  DatabaseStartError,
  inTenant,
  openDatabase,
  openEmbeddedPostgres,
  type TenantTransaction,
} from '@stegvis/database';
import {
  nyttFacit,
  type Syntetkommun,
  syntetiskaFakta,
  syntetiskaTjänster,
  syntetiskBefolkning,
} from '@stegvis/statistics';
import { sql } from 'kysely';
import { DEMOKOMMUN, startDemoregister } from '../demo/demo.ts';
import { demoklocka } from '../demo/klocka.ts';
import { såDemokommun } from '../demo/sa-demokommun.ts';
import { InställningsFel, läsInställning } from '../installning.ts';
import type { Command } from './stegvis.ts';
import { exit, type Terminal } from './terminal.ts';

const SKRIV = 'stegvis syntet --hushall 10000 --ar 10 --fro 7 [--till ÅÅÅÅ-MM], eller stegvis syntet --tom';
const HELTAL = {
  hushall: { minst: 1, högst: 200_000, vad: 'hur många hushåll som har bistånd en vanlig månad' },
  ar: { minst: 1, högst: 30, vad: 'hur många år' },
  fro: { minst: 0, högst: 2_147_483_647, vad: 'fröet som slumpen börjar från' },
} as const;

/** What was asked for: a municipality to make, or its facts to be taken away; or the fault in the asking, in Swedish. */
export type Syntetval =
  | { slag: 'gor'; hushåll: number; år: number; frö: number; till: Månad | undefined }
  | { slag: 'tom' }
  | { slag: 'fel'; text: string };

/** Reads the options of `stegvis syntet`. */
export function läsSyntetval(args: readonly string[]): Syntetval {
  const fel = (text: string): Syntetval => ({ slag: 'fel', text: `${text} Skriv: ${SKRIV}` });
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      hushall: { type: 'string' },
      ar: { type: 'string' },
      fro: { type: 'string' },
      till: { type: 'string' },
      tom: { type: 'boolean' },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const val = new Map<string, string>();
  let tom = false;
  for (const token of tokens) {
    if (token.kind === 'positional') return fel(`”${token.value}” hör inte hit.`);
    if (token.kind !== 'option') continue;
    if (token.rawName === '--tom') tom = true;
    else if (token.name !== 'till' && !Object.hasOwn(HELTAL, token.name))
      return fel(`Valet ”${token.rawName}” finns inte här.`);
    else if (token.value === undefined) return fel(`Valet ”${token.rawName}” behöver ett värde.`);
    else if (val.has(token.name)) return fel(`Valet ”${token.rawName}” är skrivet två gånger.`);
    else val.set(token.name, token.value);
  }
  if (tom)
    return val.size === 0 ? { slag: 'tom' } : fel('”--tom” tar bort alla påhittade siffror och tar inga andra val.');
  const tal: Record<string, number> = {};
  for (const [namn, { minst, högst, vad }] of Object.entries(HELTAL)) {
    const text = val.get(namn);
    if (text === undefined) return fel(`Valet ”--${namn}” saknas: ${vad}.`);
    const värde = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
    if (!(värde >= minst && värde <= högst))
      return fel(`”--${namn} ${text}” går inte. Ange ${vad}, ett heltal från ${minst} till ${högst}.`);
    tal[namn] = värde;
  }
  const till = val.get('till');
  if (till !== undefined && !/^20\d\d-(0[1-9]|1[0-2])$/.test(till))
    return fel(`”--till ${till}” går inte. Ange den sista månaden som ÅÅÅÅ-MM, till exempel 2026-10.`);
  return { slag: 'gor', hushåll: tal['hushall']!, år: tal['ar']!, frö: tal['fro']!, till };
}

class Avbruten extends Error {}

/**
 * `stegvis syntet`: fills the database with the facts of a municipality that does not exist, or takes them away. Everything or nothing
 * is saved. Ctrl-C ends it with nothing changed.
 */
export const syntet: Command = async (args, terminal) => {
  const avbrytare = new AbortController();
  const avbryt = () => avbrytare.abort();
  process.once('SIGINT', avbryt);
  process.once('SIGTERM', avbryt);
  try {
    return await körSyntet(args, terminal, { env: process.env, signal: avbrytare.signal });
  } finally {
    process.off('SIGINT', avbryt);
    process.off('SIGTERM', avbryt);
  }
};

/** The command with its surroundings given, for tests. */
export async function körSyntet(
  args: readonly string[],
  terminal: Terminal,
  { env, signal }: { env: Record<string, string | undefined>; signal: AbortSignal },
) {
  const val = läsSyntetval(args);
  if (val.slag === 'fel') {
    await terminal.err(`${val.text}\n`);
    return exit.badInput;
  }
  const stängs: (() => Promise<unknown>)[] = [];
  try {
    const inställning = läsInställning(env);
    if (inställning.läge !== 'demo') {
      await terminal.err(
        'Påhittade siffror kan bara läggas in i demon. I drift räknas bara nämndens egna ärenden. Ta bort STEGVIS_LAGE.\n',
      );
      return exit.badInput;
    }
    let url = inställning.databasUrl;
    if (url === undefined) {
      const embedded = await openEmbeddedPostgres({ folder: `${inställning.datamapp}/postgres` });
      stängs.push(() => embedded.stop());
      url = embedded.url;
    }
    const database = await openDatabase(url);
    stängs.push(() => database.close());
    const tenant = { kommun: DEMOKOMMUN.kod, nämnd: DEMOKOMMUN.nämndnyckel };
    const { nu } = demoklocka(inställning.klocka);
    await såDemokommunen(database.db, tenant, nu, terminal);
    await inTenant(database.db, { ...tenant, aktör: { slag: 'system', id: 'syntet' } }, async (t) => {
      await t.statistik.clear('syntet');
      if (val.slag === 'gor') await fyll(t, val, { nu: nu(), terminal, signal });
      if (signal.aborted) throw new Avbruten();
    });
    if (val.slag === 'tom') await terminal.err('Alla påhittade siffror är borttagna.\n');
    return exit.ok;
  } catch (error) {
    if (error instanceof Avbruten) {
      await terminal.err('\nAvbrutet. Inget är ändrat i databasen.\n');
      return exit.failed;
    }
    const known = [InställningsFel, DatabaseStartError, DatabaseOpenError].some((kind) => error instanceof kind);
    if (!known) throw error;
    await terminal.err(`${(error as Error).message}\n`);
    return exit.badInput;
  } finally {
    for (const close of stängs.reverse()) await close();
  }
}

/** The board that the facts belong to: an empty database gets the demo municipality, as at the first start. */
async function såDemokommunen(
  db: Database['db'],
  tenant: { kommun: string; nämnd: string },
  nu: () => Date,
  terminal: Terminal,
): Promise<void> {
  const finns = await inTenant(db, { ...tenant, aktör: { slag: 'system', id: 'syntet' } }, (t) =>
    t.organisation.findNämnd(),
  );
  if (finns) return;
  await terminal.err('Databasen är tom, så demokommunen läggs in först.\n');
  const register = await startDemoregister(nu);
  try {
    await såDemokommun({ db, kommun: DEMOKOMMUN, tenant, ...register, ssbtek: register.config, nu });
  } finally {
    await register.standIn.stop();
  }
}

async function fyll(
  t: TenantTransaction,
  val: Extract<Syntetval, { slag: 'gor' }>,
  { nu, terminal, signal }: { nu: Date; terminal: Terminal; signal: AbortSignal },
): Promise<void> {
  const till = val.till ?? flyttaMånad(nu.toISOString().slice(0, 7), -1);
  const kommun: Syntetkommun = { frö: val.frö, hushåll: val.hushåll, från: flyttaMånad(till, 1 - 12 * val.år), till };
  const facit = nyttFacit();
  const visa = framsteg(terminal, val.hushåll);
  for (const parti of syntetiskaFakta(kommun, facit)) {
    if (signal.aborted) throw new Avbruten();
    await t.statistik.add('syntet', parti);
    await visa(facit.klara, facit.rader);
    // Lets a key press in.
    await new Promise((resolve) => setImmediate(resolve));
  }
  if ((await t.statistik.findBefolkning()).length === 0) await t.statistik.saveBefolkning(syntetiskBefolkning(kommun));
  if ((await t.statistik.findTjänster()).length === 0) await t.statistik.saveTjänster(syntetiskaTjänster(kommun));
  await t.statistik.setUnderlag('syntet', nu.toISOString());
  // The planner is to know the new rows at once.
  await sql`analyze`.execute(t.trx);
  const hushållsmånader = Object.values(facit.hushållsmånader).reduce((summa, antal) => summa + antal, 0);
  await terminal.err(
    `${terminal.columns === undefined ? '' : '\n'}Klart. ${tal(hushållsmånader)} hushållsmånader från ${kommun.från} till ${till}, ${tal(facit.rader)} rader. Hushållen är påhittade.\n`,
  );
}

const tal = (antal: number): string => antal.toLocaleString('sv-SE');

/** A bar that is drawn again on the same line in a terminal; elsewhere one line for each tenth. */
function framsteg(terminal: Terminal, alla: number): (klara: number, rader: number) => Promise<void> {
  let sagt = -1;
  return async (klara, rader) => {
    const bredd = terminal.columns;
    const steg = Math.floor((klara / alla) * (bredd === undefined ? 10 : 100));
    if (steg === sagt) return;
    sagt = steg;
    const text = `${tal(klara)} av ${tal(alla)} hushåll, ${tal(rader)} rader`;
    if (bredd === undefined) return terminal.err(`${10 * steg} %: ${text}\n`);
    const plats = Math.max(10, Math.min(40, bredd - text.length - 10));
    const fyllt = Math.round((klara / alla) * plats);
    await terminal.err(`\r[${'█'.repeat(fyllt)}${'·'.repeat(plats - fyllt)}] ${String(steg).padStart(3)} %  ${text}`);
  };
}
