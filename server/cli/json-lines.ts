import { readJson } from '../read-json.ts';
import { type Exit, exit, type Terminal } from './terminal.ts';

/** What became of one underlag. */
export type Answer =
  /** `failed`: the answer is that something does not agree, which the exit code tells. */
  | { readonly kind: 'answer'; readonly value: unknown; readonly failed?: boolean }
  | { readonly kind: 'faults'; readonly fel: readonly { readonly plats: string; readonly text: string }[] }
  | { readonly kind: 'not-in-force'; readonly text: string };

const batchSize = 64 * 1024;
const longestLine = 4 * 1024 * 1024;

/**
 * Reads one JSON value a line from the terminal and writes one JSON object a line: the answer, or
 * `{ rad, fel: [{ plats, text }] }`, or `{ rad, ejIKraft }`. Faults are also said in words on standard error.
 * Blank lines are skipped. Holds one batch in memory, whatever the length of the input.
 * Exit: 2 if any line was bad, else 3 if any was not in force, else 1 if any answer says failed, else 0.
 */
export async function answerLines(terminal: Terminal, answer: (value: unknown) => Answer): Promise<Exit> {
  let bad = false;
  let notInForce = false;
  let failed = false;
  let number = 0;
  let out = '';
  let err = '';
  for await (const line of linesOf(terminal.input)) {
    number += 1;
    const got = line === tooLong ? tooLongFault : line.trim() === '' ? undefined : answerText(line, answer);
    if (got === undefined) continue;
    if (got.kind === 'answer') {
      failed ||= got.failed === true;
      out += `${JSON.stringify(got.value)}\n`;
    } else if (got.kind === 'faults') {
      bad = true;
      out += `${JSON.stringify({ rad: number, fel: got.fel })}\n`;
      for (const { plats, text } of got.fel) err += `rad ${number}: ${plats}: ${text}\n`;
    } else {
      notInForce = true;
      out += `${JSON.stringify({ rad: number, ejIKraft: got.text })}\n`;
      err += `rad ${number}: ${got.text}\n`;
    }
    if (out.length >= batchSize) {
      await terminal.out(out);
      out = '';
    }
    if (err.length >= batchSize) {
      await terminal.err(err);
      err = '';
    }
  }
  await terminal.out(out);
  await terminal.err(err);
  if (bad) return exit.badInput;
  if (notInForce) return exit.notInForce;
  return failed ? exit.failed : exit.ok;
}

function answerText(line: string, answer: (value: unknown) => Answer): Answer {
  const json = readJson(line);
  if (json.ok) return answer(json.value);
  return {
    kind: 'faults',
    fel: [{ plats: `tecken ${json.column}`, text: json.text.replace(` på rad 1, tecken ${json.column}`, '') }],
  };
}

const tooLong = Symbol('too long');
const tooLongFault: Answer = {
  kind: 'faults',
  fel: [
    {
      plats: 'raden',
      text: `Raden är längre än ${longestLine / 1024 / 1024} miljoner tecken. Skriv ett underlag per rad.`,
    },
  ],
};

async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string | typeof tooLong> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let skipping = false;
  for await (const chunk of input) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!skipping) yield line;
      skipping = false;
    }
    if (rest.length > longestLine) {
      if (!skipping) yield tooLong;
      skipping = true;
      rest = '';
    }
  }
  rest += decoder.decode();
  if (rest !== '' && !skipping) yield rest;
}
