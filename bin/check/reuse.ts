import path from 'node:path';
import { parse } from 'smol-toml';
import type { Fault } from './fault.ts';
import type { ProjectFiles } from './project-files.ts';

interface Annotation {
  path: string | string[];
  'SPDX-FileCopyrightText': string;
  'SPDX-License-Identifier': string;
}

/** Every file is covered by REUSE.toml, and LICENSES/ holds the text of exactly the licences that are named there. */
export function checkReuse(files: ProjectFiles): Fault[] {
  const { annotations = [] } = parse(files.text('REUSE.toml')) as unknown as { annotations?: Annotation[] };
  const faults: Fault[] = [];
  for (const file of files.paths) {
    if (file.startsWith('LICENSES/')) continue;
    const covered = annotations.some((one) => [one.path].flat().some((glob) => matches(file, glob)));
    if (!covered)
      faults.push({ place: file, text: 'no annotation in REUSE.toml says who owns it and under which licence' });
  }
  const named = new Set(annotations.flatMap((one) => one['SPDX-License-Identifier'].split(/ (?:AND|OR) /)));
  const present = new Set(
    files.paths.filter((file) => file.startsWith('LICENSES/')).map((file) => path.basename(file, '.txt')),
  );
  for (const id of named)
    if (!present.has(id)) faults.push({ place: 'REUSE.toml', text: `LICENSES/${id}.txt is missing` });
  for (const id of present) {
    if (!named.has(id))
      faults.push({ place: `LICENSES/${id}.txt`, text: 'no file has this licence according to REUSE.toml' });
  }
  return faults;
}

/** In REUSE.toml `**` means every file; Node's globs leave out those that begin with a dot. */
function matches(file: string, glob: string): boolean {
  return glob === '**' || path.posix.matchesGlob(file, glob);
}
