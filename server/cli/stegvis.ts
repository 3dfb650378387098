import process from 'node:process';
import { type Exit, exit, type Terminal } from './terminal.ts';

/** A command of the line: takes its arguments, writes to the terminal, gives the exit code. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<Exit>;

// Each command is loaded when asked for, so that the help and a misspelt command answer at once.
const commands: Record<string, () => Promise<Command>> = {
  berakna: async () => (await import('./berakna.ts')).berakna,
  forklara: async () => (await import('./forklara.ts')).forklara,
  aktivitetskrav: async () => (await import('./aktivitetskrav.ts')).aktivitetskrav,
  ekonomi: async () => (await import('./ekonomi.ts')).ekonomi,
  statistik: async () => (await import('./statistik.ts')).statistik,
  syntet: async () => (await import('./syntet.ts')).syntet,
  'prova-kvitto': async () => (await import('./prova-kvitto.ts')).provaKvitto,
  hjalp: async () => (await import('./hjalp.ts')).hjalp,
};

/** Runs one command line (without `node` and the program) and gives its exit code. Never throws. */
export async function stegvis(args: readonly string[], terminal: Terminal): Promise<Exit> {
  const [name = '', ...rest] = args;
  try {
    const wanted = name === '--hjalp' || name === '--help' || name === '-h' ? 'hjalp' : name;
    const load = Object.hasOwn(commands, wanted) ? commands[wanted] : undefined;
    if (load !== undefined) return await (await load())(rest, terminal);
    const said = name === '' ? 'Inget kommando är angivet.' : `Kommandot ”${name}” finns inte.`;
    await terminal.err(
      `${said} Välj ett av: ${Object.keys(commands).join(', ')}. Skriv ”stegvis hjalp” för mer hjälp.\n`,
    );
    return exit.badInput;
  } catch (bug) {
    await terminal.err(
      `Ett oväntat fel i Stegvis. Det beror inte på underlaget. Rapportera det med texten nedan.\n${bug instanceof Error ? bug.stack : String(bug)}\n`,
    );
    return exit.failed;
  }
}

if (import.meta.main) {
  const { processTerminal } = await import('./terminal.ts');
  process.exitCode = await stegvis(process.argv.slice(2), processTerminal());
}
