import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { compileLaw, LawDataFault, readUnits } from './compile.ts';

/** What became of the law data below a folder. */
export interface LawDataResult {
  readonly written: readonly string[];
  readonly outOfStep: readonly string[];
  readonly faults: readonly LawDataFault[];
  readonly files: number;
}

/**
 * Compiles every `*.law.yaml` below the folders (or only compares, with `check`). Units come from the nearest
 * `units.yaml` in the folder of the file or above it.
 */
export function compileFolders(folders: readonly string[], check: boolean): LawDataResult {
  const written: string[] = [];
  const outOfStep: string[] = [];
  const faults: LawDataFault[] = [];
  const files = folders.flatMap((folder) =>
    globSync('**/*.law.yaml', { cwd: folder, exclude: (name) => name === 'node_modules' }).map((name) =>
      join(folder, name),
    ),
  );
  for (const file of files.sort()) {
    const target = file.replace(/\.yaml$/, '.ts');
    const before = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
    try {
      const after = compileLaw(
        relative(process.cwd(), file),
        readFileSync(file, 'utf8'),
        unitsFor(file),
        engineFor(file),
      );
      if (after === before) continue;
      if (check) outOfStep.push(target);
      else {
        writeFileSync(target, after);
        written.push(target);
      }
    } catch (error) {
      if (!(error instanceof LawDataFault)) throw error;
      faults.push(error);
    }
  }
  return { written, outOfStep, faults, files: files.length };
}

function unitsFor(file: string): ReturnType<typeof readUnits> {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    const units = join(folder, 'units.yaml');
    if (existsSync(units)) return readUnits(relative(process.cwd(), units), readFileSync(units, 'utf8'));
    if (existsSync(join(folder, 'package.json')) || folder === dirname(folder)) return {};
  }
}

const engineRoom = resolve(import.meta.dirname, '..');

function engineFor(file: string): string {
  const from = dirname(resolve(file));
  if (from !== engineRoom && !from.startsWith(`${engineRoom}/`)) return '@stegvis/engine';
  const way = relative(from, join(engineRoom, 'index.ts'));
  return way.startsWith('.') ? way : `./${way}`;
}

if (import.meta.main) {
  const check = process.argv.includes('--kontrollera');
  const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const result = compileFolders(
    folders.length === 0 ? ['engine', 'rules', 'statistics'].filter((folder) => existsSync(folder)) : folders,
    check,
  );
  for (const fault of result.faults) console.error(fault.message);
  for (const file of result.outOfStep) console.error(`${file}: out of step with its YAML; run npm run lagdata`);
  for (const file of result.written) console.log(`wrote ${file}`);
  console.log(`${result.files} files of law data, ${result.written.length} written`);
  if (result.faults.length + result.outOfStep.length > 0) process.exitCode = 1;
}
