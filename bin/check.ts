// npm run check [-- name ...]
//
// Everything about the project that can be checked without running it. One line a check; the last line says how it went.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkDocs } from './check/docs.ts';
import type { Fault } from './check/fault.ts';
import { checkFences } from './check/fences.ts';
import { checkLicences } from './check/licences.ts';
import { checkOrdlista } from './check/ordlista.ts';
import { checkPersonalData } from './check/personal-data.ts';
import { ProjectFiles } from './check/project-files.ts';
import { checkRegistryHosts } from './check/registry-hosts.ts';
import { checkReuse } from './check/reuse.ts';
import { checkSpråk } from './check/sprak.ts';

const root = path.dirname(import.meta.dirname);
const files = new ProjectFiles(root);

/** A check either reads the files, or is a program that prints what is wrong and ends with another code than 0. */
const checks: Record<string, () => Fault[] | Promise<Fault[]>> = {
  types: () => run('node_modules/typescript/bin/tsc', ['--noEmit', '--pretty', 'false', '-p', 'tsconfig.json']),
  biome: () =>
    run('node_modules/@biomejs/biome/bin/biome', [
      'ci',
      '--error-on-warnings',
      '--max-diagnostics=none',
      '--reporter=github',
      '.',
    ]),
  lagdata: () => run('engine/lawdata/lagdata.ts', ['--kontrollera']),
  docs: () => checkDocs(files),
  fences: () => checkFences(files),
  ordlista: () => checkOrdlista(files),
  sprak: () => checkSpråk(files),
  licences: () => checkLicences(files),
  reuse: () => checkReuse(files),
  'personal-data': () => checkPersonalData(files),
  'registry-hosts': () => checkRegistryHosts(files),
};

const wanted = process.argv.slice(2);
for (const name of wanted) {
  if (name in checks) continue;
  console.error(`There is no check called ${name}. There are: ${Object.keys(checks).join(', ')}.`);
  process.exit(2);
}
const names = wanted.length > 0 ? wanted : Object.keys(checks);
// Programs start first and work while this process reads.
const running = names.map(async (name) => await checks[name]?.());
let failed = 0;
for (const [index, name] of names.entries()) {
  const faults = (await running[index]) ?? [];
  if (faults.length > 0) failed++;
  console.log(faults.length > 0 ? `FAULT ${name}: ${faults.length}` : `ok    ${name}`);
  for (const { place, text } of faults) console.log(`      ${place}${place && ': '}${text}`);
}
console.log(`${names.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function run(program: string, programArguments: string[]): Promise<Fault[]> {
  if (!existsSync(path.join(root, program))) return Promise.resolve([{ place: program, text: 'is missing' }]);
  return new Promise((resolve) => {
    const options = { cwd: root, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [path.join(root, program), ...programArguments], options, (fault, stdout, stderr) => {
      if (!fault) return resolve([]);
      // Indented lines explain the one above.
      const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => /^\S/.test(line));
      resolve(lines.length > 0 ? lines.map(readLine) : [{ place: program, text: fault.message }]);
    });
  });
}

/** Finds the place in a line as tsc or Biome prints it. */
function readLine(line: string): Fault {
  const tsc = /^(\S+?)\((\d+),\d+\): (.*)$/.exec(line);
  if (tsc) return { place: `${tsc[1]}:${tsc[2]}`, text: tsc[3] as string };
  const biome = /^::\w+ title=([^,]*),file=([^,]*),line=(\d+).*?::(.*)$/.exec(line);
  if (biome) {
    const [, rule, file, lineNumber, text] = biome as unknown as [string, string, string, string, string];
    return { place: `${path.relative(root, file)}:${lineNumber}`, text: `${text.split('%0A')[0]} (${rule})` };
  }
  return { place: '', text: line };
}
