// npm run sprak -- saknas <språk>        prints the texts that a language lacks, as JSON: Swedish text → where it is said
// npm run sprak -- fyll <språk> <fil>    takes in a JSON file of translations as not yet reviewed, and drops what nobody says any more
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ProjectFiles } from './check/project-files.ts';
import { funna } from './check/sprak.ts';

const root = path.dirname(import.meta.dirname);
const [act, language, source] = process.argv.slice(2);
const file = path.join(root, 'apply/sprak', `${language}.json`);
if (!['saknas', 'fyll'].includes(act ?? '') || !existsSync(file) || (act === 'fyll' && !source)) {
  console.error('Skriv: npm run sprak -- saknas <språk>   eller   npm run sprak -- fyll <språk> <fil.json>');
  process.exit(2);
}
const said = funna(new ProjectFiles(root));
const known = JSON.parse(readFileSync(file, 'utf8')) as Record<'granskade' | 'ogranskade', Record<string, string>>;
if (act === 'saknas') {
  const missing = said.filter(({ text }) => !(known.granskade[text] ?? known.ogranskade[text])?.trim());
  console.log(JSON.stringify(Object.fromEntries(missing.map(({ text, place }) => [text, place])), undefined, 1));
} else {
  const added = JSON.parse(readFileSync(source!, 'utf8')) as Record<string, string>;
  const all = { ...known.ogranskade, ...added };
  const pick = (texts: Record<string, string>) =>
    Object.fromEntries(said.flatMap(({ text }) => (texts[text]?.trim() ? [[text, texts[text]]] : [])));
  const granskade = pick(known.granskade);
  const ogranskade = pick(Object.fromEntries(Object.entries(all).filter(([text]) => !(text in granskade))));
  writeFileSync(file, `${JSON.stringify({ granskade, ogranskade }, undefined, 2)}\n`);
  console.log(`${language}: ${Object.keys(granskade).length} granskade, ${Object.keys(ogranskade).length} ogranskade`);
}
