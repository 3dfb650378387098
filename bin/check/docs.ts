import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Fault } from './fault.ts';
import type { ProjectFiles } from './project-files.ts';

const COMMANDS = 'server/cli/stegvis.ts';
const OPERATIONS = 'docs/handbok/drift.md';
/** Where a setting is read that whoever runs the service may need; measurements set their own. */
const SERVER = /^server\/(?!bench\/)/;

/** Rooms whose README says what each folder holds. */
const FOLDERS_LISTED = ['rules', 'statistics'];

/** What the documents name exists: files, headings, npm scripts, commands, settings; and every picture is shown somewhere. */
export function checkDocs(files: ProjectFiles): Fault[] {
  const faults: Fault[] = [];
  const documents = files.ending('.md');
  const scripts = Object.keys(
    (JSON.parse(files.text('package.json')) as { scripts?: Record<string, string> }).scripts ?? {},
  );
  const commands = files.paths.includes(COMMANDS)
    ? [...files.text(COMMANDS).matchAll(/^ {2}'?([a-z-]+)'?: async \(\) =>/gm)].map(([, name]) => name as string)
    : [];
  const settings = settingsRead(files);
  const rooms = new Set(files.paths.filter((file) => file.includes('/')).map((file) => file.split('/')[0] as string));
  const shown = new Set<string>();

  for (const document of documents) {
    const lines = files.text(document).split('\n');
    for (const [index, line] of lines.entries()) {
      const fault = (text: string) => faults.push({ place: `${document}:${index + 1}`, text });
      for (const [, target = ''] of line.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^[a-z]+:/.test(target)) continue;
        const [file = '', heading] = target.split('#');
        const place =
          file === '' ? document : path.posix.normalize(path.posix.join(path.posix.dirname(document), file));
        shown.add(place);
        if (!existsSync(path.join(files.root, place))) fault(`${target} is not there`);
        else if (heading !== undefined && !headings(files.text(place)).has(heading))
          fault(`${place} has no heading ${heading}`);
      }
      for (const [, name = ''] of line.matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)/g))
        if (!scripts.includes(name)) fault(`npm run ${name}: package.json has no such script`);
      for (const [, name = ''] of line.matchAll(/(?:`|&& |-- )stegvis (?:-- )?([a-z][a-z-]*)/g))
        if (!commands.includes(name)) fault(`stegvis ${name}: ${COMMANDS} has no such command`);
      for (const [name] of line.matchAll(/\bSTEGVIS_[A-Z]+(?:_[A-Z]+)*/g))
        if (!settings.has(name)) fault(`${name} is read nowhere`);
      for (const [, named = ''] of line.matchAll(/`([\w.-]+\/[\w./-]*)`/g))
        if (rooms.has(named.split('/')[0] as string) && !existsSync(path.join(files.root, named)))
          fault(`${named} is not there`);
    }
  }
  for (const room of FOLDERS_LISTED) {
    const readme = `${room}/README.md`;
    if (!files.paths.includes(readme)) continue;
    const folders = files.paths.filter((file) => file.startsWith(`${room}/`)).map((file) => file.split('/'));
    for (const folder of new Set(folders.filter((parts) => parts.length > 2).map((parts) => parts[1])))
      if (!files.text(readme).includes(`\`${folder}/\``))
        faults.push({ place: readme, text: `${folder}/ is not listed` });
  }
  for (const picture of files.paths.filter((file) => file.startsWith('docs/bilder/')))
    if (!shown.has(picture)) faults.push({ place: picture, text: 'is shown in no document' });
  if (files.paths.includes(OPERATIONS)) {
    const operations = files.text(OPERATIONS);
    for (const [name, place] of settings)
      if (SERVER.test(place) && !operations.includes(name))
        faults.push({ place, text: `${name} is not described in ${OPERATIONS}` });
  }
  return faults;
}

/** Each environment variable of the project's own that its code reads, with one file that does. */
function settingsRead(files: ProjectFiles): Map<string, string> {
  const read = new Map<string, string>();
  for (const file of files.paths) {
    if (!/\.(?:ts|tsx|mjs|sh)$|^\.ci\/run$/.test(file) || /\.test\.tsx?$/.test(file)) continue;
    for (const [name] of files.text(file).matchAll(/\bSTEGVIS_[A-Z]+(?:_[A-Z]+)*/g))
      if (!SERVER.test(read.get(name) ?? '')) read.set(name, file);
  }
  return read;
}

/** The anchors of a document's headings, as they are made where the project is read. */
function headings(text: string): Set<string> {
  const anchors = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return new Set(anchors);
}
