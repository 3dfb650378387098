import { readArguments } from './arguments.ts';
import { type Answer, answerLines } from './json-lines.ts';
import { readJsonFile } from './read-file.ts';
import { type Exit, exit, type Terminal } from './terminal.ts';

/**
 * Answers for one file, printed as text or (with `--json`) as one JSON object; or, for `-`, for every line on standard
 * input as JSON. Faults go to standard error, one a line with file and place.
 */
export async function answerFile(command: {
  readonly args: readonly string[];
  readonly terminal: Terminal;
  readonly usage: string;
  readonly answer: (json: unknown) => Answer;
  readonly print: (value: unknown) => string;
  readonly json?: boolean;
}): Promise<Exit> {
  const { terminal, answer } = command;
  const asked = readArguments(command.args, command.usage, { json: command.json ?? true });
  if (!asked.ok) {
    await terminal.err(`${asked.text}\n`);
    return exit.badInput;
  }
  if (asked.file === '-') return answerLines(terminal, answer);
  const read = await readJsonFile(asked.file);
  if (!read.ok) {
    await terminal.err(`${read.text}\n`);
    return exit.badInput;
  }
  const got = answer(read.value);
  switch (got.kind) {
    case 'answer':
      await terminal.out(asked.json ? `${JSON.stringify(got.value)}\n` : command.print(got.value));
      return exit.ok;
    case 'faults':
      await terminal.err(got.fel.map(({ plats, text }) => `${asked.file}: ${plats}: ${text}\n`).join(''));
      return exit.badInput;
    case 'not-in-force':
      await terminal.err(`${asked.file}: ${got.text}\n`);
      return exit.notInForce;
  }
}
