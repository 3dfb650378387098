import { parseArgs } from 'node:util';

/** What was asked for: the file (`-` is standard input) and whether as JSON; or the fault in the asking, in Swedish. */
export type Arguments = { ok: true; file: string; json: boolean } | { ok: false; text: string };

/** Reads `FIL [--json]`. `usage` is shown in faults, for example `stegvis berakna FIL.json [--json]`. */
export function readArguments(args: readonly string[], usage: string, allowed: { readonly json: boolean }): Arguments {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const fault = (text: string): Arguments => ({ ok: false, text: `${text} Skriv: ${usage}` });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const known = token.rawName === '--json' && allowed.json;
    if (!known) return fault(`Valet ”${token.rawName}” finns inte här.`);
    if (token.value !== undefined) return fault('Valet ”--json” tar inget värde.');
  }
  const [file, ...more] = positionals;
  if (file === undefined) return fault('Filen är inte angiven.');
  if (more.length > 0) return fault(`Ange en fil, inte ${positionals.length}.`);
  return { ok: true, file, json: values['json'] === true };
}
