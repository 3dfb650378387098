import { parseArgs } from 'node:util';

/** What was asked for: the file (`-` is standard input) and the options given; or the fault in the asking, in Swedish. */
export type Arguments = { ok: true; file: string; options: ReadonlySet<string> } | { ok: false; text: string };

/**
 * Reads `FIL [--option …]`. `usage` is shown in faults, for example `stegvis berakna FIL.json [--json]`; `options` are the
 * names allowed, without dashes and without values.
 */
export function readArguments(args: readonly string[], usage: string, options: readonly string[]): Arguments {
  const { positionals, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(options.map((name) => [name, { type: 'boolean' as const }])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const fault = (text: string): Arguments => ({ ok: false, text: `${text} Skriv: ${usage}` });
  const given = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (token.rawName !== `--${token.name}` || !options.includes(token.name))
      return fault(`Valet ”${token.rawName}” finns inte här.`);
    if (token.value !== undefined) return fault(`Valet ”${token.rawName}” tar inget värde.`);
    given.add(token.name);
  }
  const [file, ...more] = positionals;
  if (file === undefined) return fault('Filen är inte angiven.');
  if (more.length > 0) return fault(`Ange en fil, inte ${positionals.length}.`);
  return { ok: true, file, options: given };
}
