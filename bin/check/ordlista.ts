import { parse } from 'yaml';
import type { Fault } from './fault.ts';
import type { ProjectFiles } from './project-files.ts';
import { lineOf, type SyntaxNode, syntaxTree, walk } from './syntax.ts';

/** One word in docs/ordlista.yaml; the file explains the fields. */
interface Term {
  term: string;
  meaning: string;
  gloss: string;
  cite?: string;
  never?: string[];
  neverInText?: string[];
}

const list = 'docs/ordlista.yaml';

/** A word to avoid, split into the words it consists of, and the word to write instead. */
interface Avoided {
  words: string[];
  instead: string;
}

/** What to avoid, by the first three letters of its first word. */
type Index = Map<string, Avoided[]>;

/**
 * Names in code and texts to people use the words of docs/ordlista.yaml. Texts are string literals, text in JSX and
 * Swedish Markdown and YAML; comments are English and are not read.
 */
export function checkOrdlista(files: ProjectFiles): Fault[] {
  const terms = parse(files.text(list)) as Term[];
  const names = avoided(terms, 'never');
  const texts = avoided(terms, 'neverInText');
  const faults = checkList(terms);
  for (const file of files.sources()) {
    for (const node of walk(syntaxTree(files, file))) {
      const name = nameIn(node);
      const text = textIn(node);
      const found = find(name ?? '', names) ?? find(text ?? '', texts);
      if (found) faults.push({ place: `${file}:${lineOf(node)}`, text: found });
    }
  }
  for (const file of files.ending('.md', '.yaml', '.typ')) {
    if (file === list) continue;
    for (const [index, line] of files.text(file).split('\n').entries()) {
      const found = find(line, texts);
      if (found) faults.push({ place: `${file}:${index + 1}`, text: found });
    }
  }
  return faults;
}

function checkList(terms: Term[]): Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const { term, meaning, gloss } of terms) {
    if (!term || !meaning || !gloss) faults.push({ place: list, text: `"${term}" needs term, meaning and gloss` });
    if (seen.has(term)) faults.push({ place: list, text: `"${term}" stands there twice` });
    seen.add(term);
  }
  return faults;
}

function avoided(terms: Term[], field: 'never' | 'neverInText'): Index {
  const all = terms.flatMap((one) => (one[field] ?? []).map((entry) => ({ words: wordsIn(entry), instead: one.term })));
  return Map.groupBy(all, ({ words }) => (words[0] as string).slice(0, 3));
}

/** `jobStimulus`, `job_stimulus`, `job-stimulus` and `job stimulus` are all the words job, stimulus. */
function wordsIn(text: string): string[] {
  return text
    .replace(/https?:\S+/g, ' ')
    .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}\d*]+/u)
    .filter(Boolean);
}

function find(text: string, entries: Index): string | undefined {
  const words = wordsIn(text);
  for (const [at, first] of words.entries()) {
    for (const { words: wanted, instead } of entries.get(first.slice(0, 3)) ?? []) {
      if (wanted.every((word, offset) => matches(words[at + offset] ?? '', word))) {
        return `"${words.slice(at, at + wanted.length).join(' ')}": the word is ${instead} (${list})`;
      }
    }
  }
  return undefined;
}

function matches(word: string, wanted: string): boolean {
  return wanted.endsWith('*') ? word.startsWith(wanted.slice(0, -1)) : word === wanted;
}

function nameIn(node: SyntaxNode): string | undefined {
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return node.name as string;
  // A string that is a name: a key, an id, a column.
  if (node.type === 'StringLiteral' && /^[\w.-]+$/.test(node.value as string)) return node.value as string;
  return undefined;
}

function textIn(node: SyntaxNode): string | undefined {
  if (node.type === 'StringLiteral' || node.type === 'JSXText') return node.value as string;
  if (node.type === 'TemplateElement') return (node.value as { raw: string }).raw;
  return undefined;
}
