import process from 'node:process';
import { parseArgs } from 'node:util';
import { dagFör, flyttaMånad } from '@stegvis/casework';
import {
  DatabaseOpenError,
  DatabaseStartError,
  inTenant,
  openDatabase,
  openEmbeddedPostgres,
  type TenantTransaction,
} from '@stegvis/database';
import { Frågefel, INDIKATORER, indikator, type Statistikfråga } from '@stegvis/statistics';
import { uttagsCsv } from '@stegvis/workbench';
import { DEMOKOMMUN } from '../demo/demo.ts';
import { demoklocka } from '../demo/klocka.ts';
import { InställningsFel, läsInställning } from '../installning.ts';
import { ställFråga } from '../portar/statistik/stall-fraga.ts';
import { görUnderlag } from '../trad/statistikunderlag/gor-underlag.ts';
import type { Command } from './stegvis.ts';
import { type Exit, exit, type Terminal } from './terminal.ts';

const SKRIV =
  'stegvis statistik --gor-om, stegvis statistik --lista, eller stegvis statistik MÅTT [--fran ÅÅÅÅ-MM] [--till ÅÅÅÅ-MM] [--tid manad|kvartal|ar|hela] [--uppdelning kon,hinder] [--csv]';
const TEXTVAL = ['fran', 'till', 'tid', 'uppdelning'] as const;
const JANEJ = ['gor-om', 'lista', 'csv', 'json'] as const;

/** What was asked for, or the fault in the asking, in Swedish. */
export type Statistikval =
  | { slag: 'gor-om' | 'lista' }
  | { slag: 'fraga'; fråga: Statistikfråga; csv: boolean }
  | { slag: 'fel'; text: string };

/** Reads the options of `stegvis statistik`. Without months: the last twelve whole ones before `idag`. */
export function läsStatistikval(args: readonly string[], idag: string): Statistikval {
  const fel = (text: string): Statistikval => ({ slag: 'fel', text: `${text} Skriv: ${SKRIV}` });
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(TEXTVAL.map((namn) => [namn, { type: 'string' as const }])),
      ...Object.fromEntries(JANEJ.map((namn) => [namn, { type: 'boolean' as const }])),
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const val = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const text = TEXTVAL.some((n) => n === token.name);
    if (!token.rawName.startsWith('--') || !(text || JANEJ.some((n) => n === token.name)))
      return fel(`Valet ”${token.rawName}” finns inte här.`);
    if (text && token.value === undefined) return fel(`Valet ”${token.rawName}” behöver ett värde.`);
    if (!text && token.value !== undefined) return fel(`Valet ”${token.rawName}” tar inget värde.`);
    if (val.has(token.name)) return fel(`Valet ”${token.rawName}” är skrivet två gånger.`);
    val.set(token.name, token.value ?? '');
  }
  for (const ensamt of ['gor-om', 'lista'] as const)
    if (val.has(ensamt))
      return val.size === 1 && positionals.length === 0 ? { slag: ensamt } : fel(`”--${ensamt}” tar inga andra val.`);
  const [mått, ...fler] = positionals;
  if (mått === undefined) return fel('Måttet är inte angivet.');
  if (fler.length > 0) return fel(`Ange ett mått, inte ${positionals.length}.`);
  const till = val.get('till') ?? flyttaMånad(idag.slice(0, 7), -1);
  if (!/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(till))
    return fel(`”--till ${till}” går inte. Ange den sista månaden som ÅÅÅÅ-MM, till exempel 2026-10.`);
  const uppdelning = (val.get('uppdelning') ?? '').split(',').filter((u) => u !== '');
  return {
    slag: 'fraga',
    csv: val.has('csv'),
    fråga: {
      indikator: mått,
      från: val.get('fran') ?? flyttaMånad(till, -11),
      till,
      tid: (val.get('tid') ?? 'manad') as Statistikfråga['tid'],
      uppdelning,
      filter: {},
    },
  };
}

/** `stegvis statistik`: makes the facts of the cases anew, lists the figures, or prints one, protected as everywhere. */
export const statistik: Command = (args, terminal) => körStatistik(args, terminal, process.env);

/** The command with its surroundings given, for tests. */
export async function körStatistik(
  args: readonly string[],
  terminal: Terminal,
  env: Record<string, string | undefined>,
): Promise<Exit> {
  const stängs: (() => Promise<unknown>)[] = [];
  try {
    const inställning = läsInställning(env);
    const nu = inställning.läge === 'drift' ? () => new Date() : demoklocka(inställning.klocka).nu;
    const val = läsStatistikval(args, dagFör(nu().toISOString()));
    if (val.slag === 'fel') {
      await terminal.err(`${val.text}\n`);
      return exit.badInput;
    }
    if (val.slag === 'lista') {
      await terminal.out(INDIKATORER.map(({ id, namn }) => `${id}\t${namn}\n`).join(''));
      return exit.ok;
    }
    let url = inställning.databasUrl;
    if (url === undefined) {
      const embedded = await openEmbeddedPostgres({ folder: `${inställning.datamapp}/postgres` });
      stängs.push(() => embedded.stop());
      url = embedded.url;
    }
    const database = await openDatabase(url);
    stängs.push(() => database.close());
    const kommun = inställning.kommun ?? DEMOKOMMUN;
    const scope = {
      kommun: kommun.kod,
      nämnd: kommun.nämndnyckel,
      aktör: { slag: 'system', id: 'stegvis-statistik' },
    } as const;
    return await inTenant(database.db, scope, (t) =>
      val.slag === 'fraga' ? svara(t, val, nu().toISOString(), terminal) : görOm(t, nu().toISOString(), terminal),
    );
  } catch (error) {
    const known = [InställningsFel, DatabaseStartError, DatabaseOpenError, Frågefel].some((k) => error instanceof k);
    if (!known) throw error;
    await terminal.err(`${(error as Error).message}\n`);
    return exit.badInput;
  } finally {
    for (const stäng of stängs.reverse()) await stäng();
  }
}

async function görOm(t: TenantTransaction, nu: string, terminal: Terminal): Promise<Exit> {
  if (!(await t.organisation.findNämnd())) {
    await terminal.err('Nämnden finns inte i databasen. Starta Stegvis en gång först.\n');
    return exit.badInput;
  }
  const antal = await görUnderlag(t, nu);
  await terminal.out(
    Object.entries(antal)
      .map(([slag, n]) => `${slag}\t${n}\n`)
      .join(''),
  );
  return exit.ok;
}

async function svara(
  t: TenantTransaction,
  { fråga, csv }: { fråga: Statistikfråga; csv: boolean },
  nu: string,
  terminal: Terminal,
): Promise<Exit> {
  const svar = await ställFråga(t, fråga);
  const mått = indikator(fråga.indikator)!;
  await t.granskning.add({
    tid: nu,
    handling: 'statistik.kommandorad',
    person: undefined,
    objekt: { slag: 'statistik', id: mått.id },
    ändamål: 'statistik',
    utfall: 'tillaten',
  });
  if (csv) {
    await terminal.out(uttagsCsv(svar, mått));
    return exit.ok;
  }
  const celler = svar.celler.map(({ period, grupper, värde, underlag, nämnarunderlag, saknas }) => ({
    period,
    grupper,
    varde: värde,
    underlag,
    ...(nämnarunderlag === undefined ? {} : { namnarunderlag: nämnarunderlag }),
    ...(saknas === undefined ? {} : { saknas }),
  }));
  await terminal.out(
    `${JSON.stringify({
      matt: mått.id,
      namn: mått.namn,
      enhet: mått.enhet,
      definition: mått.definition,
      utelamnar: mått.utelämnar,
      fran: fråga.från,
      till: fråga.till,
      tid: fråga.tid,
      uppdelning: fråga.uppdelning,
      underlagFran: svar.underlagFrån ?? null,
      grans: svar.gräns,
      anmarkningar: svar.anmärkningar,
      celler,
    })}\n`,
  );
  return exit.ok;
}
