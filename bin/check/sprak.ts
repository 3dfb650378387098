import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import {
  ERSÄTTNINGSLÄGEN,
  FRÅNVAROSKÄL,
  FÖRVALD_STEGTRAPPA,
  INTYGSINLÄMNINGAR,
  MARKSLAG,
  nyasteInstrument,
  PLANERINGSMÖTE,
  SAMTYCKESPARTER,
  SAMTYCKESUPPGIFTER,
} from '@stegvis/casework';
import { ANDRA_ERSÄTTNINGAR, inkomsttyper, kostnadstyper } from '@stegvis/rules';
import type { Fault } from './fault.ts';
import type { ProjectFiles } from './project-files.ts';
import { lineOf, type SyntaxNode, syntaxTree, walk } from './syntax.ts';

/** Where the texts of each language are, one file a language. */
const FOLDER = 'apply/sprak/';
/** Acts that only staff take: of what they say, only the events that the applicant sees are here. */
const STAFF_ONLY = new Set(
  `andra-beslut andra-godkant-belopp aterkrav-steg besluta-automatiskt besluta-manuellt besluta-sarskilt beslutsforslag betala-igen
   dela-utbetalning delegationsandring delegationslista foresla fraser granskningsurval installningsandring journal kommunicera
   komplettering-aterkalla komplettering-begar kvittera-varning lagesbyte lagg-i-fil markera-dokument overflytta
   overklagande-omprova overklagande-overlamna overklagande-prova-tid paminnelse planera-utbetalning problemrapport ram rattelse
   registerinstallning registrera-at registrera-registersvar skugglage slapp-betalfil stoppa-utbetalning stopporsak stopporsaker
   tilldela-arende bedomning/avbryt-bedomning bedomning/instrument/fordjupad-1 bedomning/slutfor-bedomning bedomning/sprakuppgift spar/andra-spar
   spar/besluta-spar spar/lamna-over spar/spar-matt aktivitetskrav/besluta-krav aktivitetskrav/notera-kravuppgift avslut/avslut
   avslut/avsluta-oppet deltagande/bedom-franvaro deltagande/mark-dag insats/anvisningens-gang insats/foresla-anvisning
   insats/spara-anordnare insats/spara-insats insats/teckna-overenskommelse nedsattning/avse-nedsattning
   nedsattning/avsluta-nedsattning nedsattning/mojliga-handelser nedsattning/oppna-nedsattning nedsattning/utred-nedsattning
   avslut/aterkomstnotering kartlaggning/formular kartlaggning/kartlaggning kartlaggning/svara-pa-kartlaggning
   kvalitet/aktgranskning kvalitet/anmal-avvikelse kvalitet/arbetsgrupp kvalitet/atgarda-avvikelse kvalitet/avsluta-avvikelse
   kvalitet/avvikelsens-steg kvalitet/checklista kvalitet/folj-upp-avvikelse kvalitet/granskningsomgang kvalitet/urvalsregel
   kvalitet/utred-avvikelse
   plan/avsluta-plan plan/lamna-plan plan/skriv-plan plan/starta-plan samordning/folj-ersattning samordning/lamna-till-af
   samordning/frys-ivo-rapport samordning/notera-hinder samordning/sip-akter samordning/skriv-ivo-redovisning
   spar/mottagen-overlamning steg/notera-steg uppfoljning/motestid uppfoljning/samordnarskap uppfoljning/skriv-motesanteckning
   delegation`
    .split(/\s+/)
    .map((name) => `casework/${name}.ts`),
);

/** Acts whose events only staff see, made by a function of their own. */
const STAFF_EVENTS = new Set(['casework/beslutsforslag.ts']);

/** Missing texts that are named, a language; of the others only how many. */
const MOST_SHOWN = 10;

/** A text that an applicant may read, in Swedish as it is written in the source. */
interface Found {
  text: string;
  place: string;
}

interface Language {
  granskade: Record<string, string>;
  ogranskade: Record<string, string>;
}

/**
 * Every text of the citizen's pages is in every language, with the same values in it, and nothing is there that no page says. A text
 * with letters that stands in a page without `t(…)` is a fault too.
 */
export function checkSpråk(files: ProjectFiles, names = typeNames()): Fault[] {
  const faults: Fault[] = [];
  const texts = new Map<string, string>();
  for (const { text, place } of [...names, ...pageTexts(files, faults), ...actTexts(files)])
    if (!texts.has(text)) texts.set(text, place);
  for (const file of files.ending('.json').filter((name) => name.startsWith(FOLDER))) {
    const language = JSON.parse(files.text(file)) as Language;
    const all = { ...language.ogranskade, ...language.granskade };
    const missing = [...texts].filter(([text]) => !all[text]?.trim());
    for (const [text, place] of missing.slice(0, MOST_SHOWN))
      faults.push({ place: file, text: `"${text}" (${place}) is missing` });
    if (missing.length > MOST_SHOWN)
      faults.push({ place: file, text: `${missing.length - MOST_SHOWN} more are missing` });
    for (const text of texts.keys()) if (all[text]?.trim()) faults.push(...differingValues(file, text, all[text]));
    for (const text of Object.keys(all))
      if (!texts.has(text)) faults.push({ place: file, text: `"${text}" is not said anywhere; take it away` });
    for (const text of Object.keys(language.granskade))
      if (text in language.ogranskade) faults.push({ place: file, text: `"${text}" is both reviewed and not` });
  }
  return faults;
}

/** The Swedish texts that the catalogues must have, and where each is said, in the order of the files. */
export function funna(files: ProjectFiles, names = typeNames()): Found[] {
  const texts = new Map<string, Found>();
  for (const found of [...names, ...pageTexts(files, []), ...actTexts(files)])
    if (!texts.has(found.text)) texts.set(found.text, found);
  return [...texts.values()];
}

/** What the rules and the acts call things that a page shows by name: incomes, costs, other benefits, reasons, steps, questions. */
function typeNames(): Found[] {
  const rules = [
    ...Object.values(inkomsttyper).map(({ namn }) => namn),
    ...Object.values(kostnadstyper).map(({ namn }) => namn),
    ...Object.values(ANDRA_ERSÄTTNINGAR).flatMap(({ namn, prövas }) => [namn, prövas]),
  ];
  const framsteg = nyasteInstrument('framsteg');
  const casework = [
    ...[FRÅNVAROSKÄL, INTYGSINLÄMNINGAR, MARKSLAG, SAMTYCKESPARTER, SAMTYCKESUPPGIFTER, ERSÄTTNINGSLÄGEN].flatMap(
      (names): string[] => Object.values(names),
    ),
    ...FÖRVALD_STEGTRAPPA.flatMap(({ namn, om }) => [namn, om]),
    PLANERINGSMÖTE,
    framsteg.om,
    nyasteInstrument('inledande').om,
    ...framsteg.områden.flatMap(({ frågor }) => frågor.filter((f) => f.svaras !== 'handlaggare').map((f) => f.text)),
  ];
  return [...rules.map((text) => ({ text, place: 'rules' })), ...casework.map((text) => ({ text, place: 'casework' }))];
}

function pageTexts(files: ProjectFiles, faults: Fault[]): Found[] {
  const found: Found[] = [];
  for (const file of files.sources().filter(isCitizens)) {
    const tree = syntaxTree(files, file);
    for (const node of outsideFunctions(tree))
      if (isTranslation(node))
        faults.push({
          place: `${file}:${lineOf(node)}`,
          text: 't(…) outside a function is said in one language for ever',
        });
    for (const node of walk(tree)) {
      const place = `${file}:${lineOf(node)}`;
      const bare = file.startsWith('apply/') ? bareText(node) : undefined;
      if (bare !== undefined) faults.push({ place, text: `"${bare}" is not in t(…)` });
      if (!isTranslation(node)) continue;
      const [argument] = node['arguments'] as SyntaxNode[];
      const text = argument && literal(argument);
      if (text === undefined) faults.push({ place, text: 't(…) takes a literal text, so that it can be found here' });
      else found.push({ text, place });
    }
  }
  return found;
}

/** What is evaluated when the file is loaded. */
function* outsideFunctions(node: SyntaxNode): Generator<SyntaxNode> {
  if (/Function|Method/.test(node.type)) return;
  yield node;
  for (const [property, value] of Object.entries(node)) {
    if (property === 'loc' || property.endsWith('Comments')) continue;
    for (const child of Array.isArray(value) ? value : [value])
      if (typeof child?.type === 'string') yield* outsideFunctions(child as SyntaxNode);
  }
}

const READ_BY_PEOPLE = new Set(
  'label heading title hint caption summary alt over lead note text rubrik etikett placeholder changeWhat about aria-label'.split(
    ' ',
  ),
);

/** A text that people read and that stands in the page as it is: between tags, in an attribute or in a property. */
function bareText(node: SyntaxNode): string | undefined {
  if (node.type === 'JSXText') return isSentence(String(node['value'])) ? String(node['value']).trim() : undefined;
  if (node.type !== 'JSXAttribute' && node.type !== 'ObjectProperty') return undefined;
  const key = (node.type === 'JSXAttribute' ? node['name'] : node['key']) as SyntaxNode;
  if (!READ_BY_PEOPLE.has(String(key['name']))) return undefined;
  const value = node['value'] as SyntaxNode | null;
  const text = value
    ? literal(value.type === 'JSXExpressionContainer' ? (value['expression'] as SyntaxNode) : value)
    : undefined;
  return text !== undefined && isSentence(text.replace(/\{\d+\}/g, '')) ? text : undefined;
}

const isCitizens = (file: string) =>
  /^(apply|ui)\//.test(file) && !/\.test\.tsx?$|test-?port|^ui\/stil\/|^ui\/sprak\//.test(file);
const isSentence = (text: string) => /\p{L}{2}/u.test(text);

function isTranslation(node: SyntaxNode): boolean {
  if (node.type !== 'CallExpression') return false;
  const callee = node['callee'] as SyntaxNode;
  return callee.type === 'Identifier' && ['t', 'tJsx'].includes(String(callee['name']));
}

/** What the acts of a case say to the applicant: refusals and events, with `{0}`, `{1}` where something is put in. */
function actTexts(files: ProjectFiles): Found[] {
  const found: Found[] = [];
  const add = (file: string, node: SyntaxNode | undefined) => {
    if (!node) return;
    if (node.type === 'ConditionalExpression') {
      add(file, node['consequent'] as SyntaxNode);
      add(file, node['alternate'] as SyntaxNode);
      return;
    }
    const text = literal(node);
    if (text !== undefined && isSentence(text))
      found.push({ text: text.replace(/ \(tolkning T\d+\)/, ''), place: `${file}:${lineOf(node)}` });
  };
  const addSentences = (file: string, node: SyntaxNode | null): void => {
    if (!node) return;
    const inside =
      node.type === 'ArrayExpression'
        ? node['elements']
        : node.type === 'ConditionalExpression'
          ? [node['consequent'], node['alternate']]
          : node.type === 'MemberExpression'
            ? [node['object']]
            : node.type === 'ObjectExpression'
              ? (node['properties'] as SyntaxNode[]).map((property) => property['value'] ?? null)
              : [];
    for (const part of inside as (SyntaxNode | null)[]) addSentences(file, part);
    if (literal(node)?.includes(' ')) add(file, node);
  };
  for (const file of files.sources().filter(isAct)) {
    const staff = STAFF_ONLY.has(file);
    for (const node of walk(syntaxTree(files, file))) {
      if (node.type === 'CallExpression' && (node['callee'] as SyntaxNode)['name'] === 'refuse' && !staff) {
        const [, text, allowed] = node['arguments'] as SyntaxNode[];
        add(file, text);
        add(file, allowed);
      }
      // A sentence that is chosen before it is put in an event.
      if (
        node.type === 'VariableDeclarator' &&
        ['text', 'sagt'].includes(String((node['id'] as SyntaxNode)['name'])) &&
        file.startsWith('casework/') &&
        !STAFF_EVENTS.has(file)
      )
        addSentences(file, node['init'] as SyntaxNode);
      if (node.type === 'CallExpression' && (node['callee'] as SyntaxNode)['name'] === 'varning')
        add(file, (node['arguments'] as SyntaxNode[])[2]);
      if (file === TIDSSTEG && node.type === 'CallExpression' && (node['callee'] as SyntaxNode)['name'] === 'steg')
        add(file, (node['arguments'] as SyntaxNode[])[1]);
      if (isEventCall(node) && !STAFF_EVENTS.has(file))
        for (const argument of node['arguments'] as SyntaxNode[]) addSentences(file, argument);
      if (node.type !== 'ObjectExpression') continue;
      const properties = new Map(
        (node['properties'] as SyntaxNode[]).map((p) => [(p['key'] as SyntaxNode | undefined)?.['name'], p['value']]),
      ) as Map<unknown, SyntaxNode>;
      const seenBy = properties.get('synlig');
      const staffEvent = seenBy?.type === 'StringLiteral' && seenBy['value'] === 'handlaggare';
      if (!staffEvent && (seenBy || properties.has('typ') || !staff)) add(file, properties.get('text'));
    }
  }
  return found;
}

/** A call that makes an event from a sentence: `händelse(id, 'sip-startad', 'Arbetet har börjat.')`, or the `ändra` of an act that does. */
function isEventCall(node: SyntaxNode): boolean {
  if (node.type !== 'CallExpression') return false;
  const callee = node['callee'] as SyntaxNode;
  return callee.type === 'Identifier' && /(händelse|^ändra)$/i.test(String(callee['name']));
}

/** The steps of the requirement's hours, as the person reads them. */
const TIDSSTEG = 'rules/aktivitetskrav/tidssteg.ts';

const isAct = (name: string) =>
  (name.startsWith('casework/') && !/\.test\.ts$|-for-tests\.ts$/.test(name)) ||
  name === 'rules/resultat/varningar.ts' ||
  name === TIDSSTEG;

/** A literal text; in a template what is put in becomes `{0}`, `{1}`, … */
function literal(node: SyntaxNode): string | undefined {
  if (node.type === 'StringLiteral') return String(node['value']);
  if (node.type !== 'TemplateLiteral') return undefined;
  const quasis = node['quasis'] as { value: { cooked: string } }[];
  return quasis.map(({ value }, i) => (i === 0 ? value.cooked : `{${i - 1}}${value.cooked}`)).join('');
}

function differingValues(file: string, text: string, translated: string): Fault[] {
  try {
    const [wanted, got] = [values(text), values(translated)];
    if (wanted.join() === got.join()) return [];
    return [
      {
        place: file,
        text: `"${text}" has the values ${wanted.join() || '(none)'}, its translation ${got.join() || '(none)'}`,
      },
    ];
  } catch (error) {
    return [{ place: file, text: `"${text}": the translation cannot be read: ${(error as Error).message}` }];
  }
}

/** The names of values and tags in a message, sorted. */
function values(message: string): string[] {
  const names = new Set<string>();
  const visit = (elements: ReturnType<typeof parse>): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      names.add(element.value);
      if (element.type === TYPE.plural || element.type === TYPE.select)
        for (const option of Object.values(element.options)) visit(option.value);
      if (element.type === TYPE.tag) visit(element.children);
    }
  };
  visit(parse(message));
  return [...names].sort();
}
